/**
 * A fleet of support sessions and the technicians who share them: one system for every size.
 *
 * A technician works on a session that is active, inviting or collaborating; sessions on hold, transferred or interrupted take no room. Nobody works on
 * more sessions than the capacity, whichever way a session comes to be worked on.
 */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { defineTable } from '../table/define.ts';

/** How large a fleet is. */
type Size = {
  readonly name: string;
  readonly sessions: number;
  readonly technicians: number;
  /** The most sessions that one technician works on at once. */
  readonly capacity: number;
  /** The most sessions that are open at once: neither connecting nor removed. Where it is not given, any number. */
  readonly mostOpen?: number;
};

const WORKED_ON = ['active', 'inviting', 'collaborating'] as const;
const OWNED = [...WORKED_ON, 'onHold', 'transferred'] as const;
const INTERRUPTED = ['rebooting', 'reconnecting', 'offline'] as const;

const session = defineTable({
  name: 'session',
  title: 'A support session',
  actors: {
    customer: { label: 'Customer' },
    technician: { label: 'Technician' },
    administrator: { label: 'Administrator' },
    network: { label: 'Network' },
  },
  states: {
    connecting: { initial: true },
    waiting: {},
    active: {},
    transferred: {},
    onHold: { label: 'On hold' },
    inviting: {},
    collaborating: {},
    rebooting: {},
    reconnecting: {},
    offline: {},
    timedOut: { label: 'Timed out' },
    closedByWaitingCustomer: { label: 'Closed by the waiting customer' },
    closedByCustomer: { label: 'Closed by the customer' },
    closedByTechnician: { label: 'Closed by a technician' },
    removed: { final: true },
  },
  events: {
    connect: { by: 'customer' },
    pickUp: { by: 'technician', label: 'pick up' },
    transfer: { by: 'technician' },
    accept: { by: 'technician' },
    hold: { by: 'technician' },
    unhold: { by: 'technician', label: 'take off hold' },
    invite: { by: 'technician' },
    acceptInvite: { by: 'technician', label: 'accept the invitation' },
    leaveCollab: { by: 'technician', label: 'leave the collaboration' },
    reboot: { by: 'technician' },
    rebootDone: { by: 'customer', label: 'reboot is done' },
    loseConnection: { by: 'network', label: 'connection is lost' },
    reconnect: { by: 'network' },
    fiveMinutesPass: { after: 'PT5M', label: 'five minutes pass' },
    adminTimeout: { by: 'administrator', label: 'time-out of the administrator' },
    systemTimeout: { after: 'PT24H', label: 'time-out of the system' },
    customerCloses: { by: 'customer', label: 'customer closes while nobody helps' },
    customerClosesActive: { by: 'customer', label: 'customer closes' },
    technicianCloses: { by: 'technician', label: 'technician closes' },
    remove: { by: 'administrator' },
  },
  memory: {
    resume: { states: ['waiting', 'active', 'transferred', 'onHold', 'collaborating'], label: 'where to go on' },
    idle: { values: ['none', 'admin', 'system'], initial: 'none', label: 'whose time-out it was' },
  },
  transitions: [
    { from: 'connecting', on: 'connect', to: 'waiting' },
    { from: 'waiting', on: 'pickUp', to: 'active' },
    { from: ['active', 'onHold'], on: 'transfer', to: 'transferred' },
    { from: 'transferred', on: 'accept', to: 'active' },
    { from: 'active', on: 'hold', to: 'onHold' },
    { from: 'onHold', on: 'unhold', to: 'active' },
    { from: 'active', on: 'invite', to: 'inviting' },
    { from: 'inviting', on: 'acceptInvite', to: 'collaborating' },
    { from: 'collaborating', on: 'leaveCollab', to: 'active' },
    { from: ['active', 'collaborating'], on: 'reboot', to: 'rebooting', set: { resume: { save: 'state' } } },
    { from: 'rebooting', on: 'rebootDone', to: { recall: 'resume' }, set: { resume: null } },
    {
      from: ['waiting', 'active', 'transferred', 'onHold', 'collaborating'],
      on: 'loseConnection',
      to: 'reconnecting',
      set: { resume: { save: 'state' } },
    },
    { from: ['reconnecting', 'offline'], on: 'reconnect', to: { recall: 'resume' }, set: { resume: null } },
    { from: ['reconnecting', 'rebooting'], on: 'fiveMinutesPass', to: 'offline' },
    {
      from: ['waiting', 'active', 'onHold', 'transferred'],
      on: 'adminTimeout',
      to: 'timedOut',
      set: { idle: 'admin' },
    },
    { from: ['waiting', 'offline'], on: 'systemTimeout', to: 'timedOut', set: { idle: 'system', resume: null } },
    { from: ['connecting', 'waiting'], on: 'customerCloses', to: 'closedByWaitingCustomer' },
    { from: OWNED, on: 'customerClosesActive', to: 'closedByCustomer' },
    {
      from: [...WORKED_ON, 'onHold', 'offline', 'timedOut'],
      on: 'technicianCloses',
      to: 'closedByTechnician',
      set: { resume: null, idle: 'none' },
    },
    {
      from: ['timedOut', 'closedByCustomer', 'closedByTechnician', 'closedByWaitingCustomer'],
      on: 'remove',
      to: 'removed',
      set: { resume: null, idle: 'none' },
    },
  ],
});

/** The events that leave `connecting`, where no more than so many sessions may be open. */
function opening(mostOpen: number) {
  const mayOpen = {
    count: { of: { other: 'session' }, is: { not: { other: { state: ['connecting', 'removed'] } } }, lt: mostOpen },
  } as const;
  return {
    connect: { by: 'customer', with: { s: 'session' }, when: mayOpen, moves: { s: 'connect' } },
    customerCloses: {
      by: 'customer',
      with: { s: 'session' },
      when: { any: [{ s: { state: 'waiting' } }, mayOpen] },
      moves: { s: 'customerCloses' },
    },
  } as const;
}

/** A fleet of the given size. */
export function fleet({ name, sessions, technicians, capacity, mostOpen }: Size): System {
  const oneOf = { s: 'session' } as const;
  /** The owner of `s` can work on one session more. */
  const ownerHasRoom = {
    count: {
      of: { other: 'session' },
      is: { other: { state: WORKED_ON, owner: { memory: 'owner', of: 's' } } },
      lt: capacity,
    },
  };
  const mayGoOn = { any: [{ not: { s: { resume: { in: ['active', 'collaborating'] } } } }, ownerHasRoom] };
  return defineSystem({
    name,
    title: `${sessions} sessions, ${technicians} technicians who work on ${capacity} each`,
    tables: [session],
    instances: {
      session: { table: 'session', count: sessions, memory: { owner: { instance: 'technician' } } },
      technician: { count: technicians },
    },
    events: {
      ...(mostOpen === undefined ? {} : opening(mostOpen)),
      pickUp: {
        by: 'technician',
        with: { s: 'session', t: 'technician' },
        when: { count: { of: { other: 'session' }, is: { other: { state: WORKED_ON, owner: 't' } }, lt: capacity } },
        moves: { s: 'pickUp' },
        set: { s: { owner: 't' } },
      },
      transfer: {
        by: 'technician',
        with: { s: 'session', t: 'technician' },
        when: { s: { owner: { ne: 't' } } },
        moves: { s: 'transfer' },
        set: { s: { owner: 't' } },
      },
      accept: { by: 'technician', with: oneOf, when: ownerHasRoom, moves: { s: 'accept' } },
      unhold: { by: 'technician', with: oneOf, when: ownerHasRoom, moves: { s: 'unhold' } },
      rebootDone: { by: 'customer', with: oneOf, when: mayGoOn, moves: { s: 'rebootDone' } },
      reconnect: { by: 'network', with: oneOf, when: mayGoOn, moves: { s: 'reconnect' } },
      technicianCloses: {
        by: 'technician',
        with: oneOf,
        when: { s: { owner: { ne: null } } },
        moves: { s: 'technicianCloses' },
      },
      remove: { by: 'administrator', with: oneOf, moves: { s: 'remove' }, set: { s: { owner: null } } },
    },
    properties: {
      'nobody works on more sessions than the capacity': {
        forAll: { t: 'technician' },
        invariant: {
          count: { of: { s: 'session' }, is: { s: { state: WORKED_ON, owner: 't' } }, le: capacity },
        },
      },
      'whoever is helped is helped by somebody': {
        forAll: oneOf,
        invariant: { any: [{ not: { s: { state: OWNED } } }, { s: { owner: { ne: null } } }] },
      },
      'a session knows where to go on exactly while it is interrupted': {
        forAll: oneOf,
        invariant: {
          any: [
            { s: { state: INTERRUPTED, resume: { ne: null } } },
            { s: { not: { state: INTERRUPTED }, resume: null } },
          ],
        },
      },
      'a reason stands exactly on sessions that timed out': {
        forAll: oneOf,
        invariant: {
          any: [
            { s: { state: 'timedOut', idle: { ne: 'none' } } },
            { s: { not: { state: 'timedOut' }, idle: 'none' } },
          ],
        },
      },
      'every session can still be removed': { forAll: oneOf, alwaysCanReach: { s: { state: 'removed' } } },
      'nobody owns more sessions than the capacity': {
        forAll: { t: 'technician' },
        invariant: { count: { of: { s: 'session' }, is: { s: { owner: 't' } }, le: capacity } },
      },
    },
    rulings: [
      {
        property: 'nobody owns more sessions than the capacity',
        because: 'Only sessions that are worked on take room: a technician may put one on hold and pick up another.',
      },
    ],
  });
}

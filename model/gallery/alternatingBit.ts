/**
 * The alternating bit protocol (Bartlett, Scantlebury and Wilkinson, 1969) over channels that lose messages. It relies on their order: over
 * channels that keep none it delivers the wrong message.
 *
 * Messages are numbered modulo three, so that one that is lost, doubled or out of place shows. The protocol itself reads only the bit.
 */
import { defineSystem } from '../system/define.ts';
import type { System } from '../system/types.ts';
import { defineTable } from '../table/define.ts';

const sender = defineTable({
  name: 'sender',
  states: { idle: { initial: true }, sending: {} },
  events: {
    take: { by: 'user', label: 'take the next message' },
    transmit: { after: 'PT1S', label: 'transmit, for the first time or again' },
    acknowledged: { label: 'get the acknowledgement' },
  },
  memory: {
    bit: { range: [0, 1], initial: 0 },
    number: { range: [0, 2], initial: 2, label: 'number of the message taken last' },
  },
  transitions: [
    { from: 'idle', on: 'take', when: { number: { lt: 2 } }, to: 'sending', set: { number: { add: 1 } } },
    { from: 'idle', on: 'take', when: { number: 2 }, to: 'sending', set: { number: 0 } },
    { from: 'sending', on: 'transmit', to: 'stay' },
    { from: 'sending', on: 'acknowledged', when: { bit: 0 }, to: 'idle', set: { bit: 1 } },
    { from: 'sending', on: 'acknowledged', when: { bit: 1 }, to: 'idle', set: { bit: 0 } },
  ],
});

const receiver = defineTable({
  name: 'receiver',
  states: { listening: { initial: true } },
  events: { deliver: { label: 'deliver a new message' }, repeat: { label: 'acknowledge an old message again' } },
  memory: { bit: { range: [0, 1], initial: 0, label: 'bit of the message it waits for' } },
  transitions: [
    { from: 'listening', on: 'deliver', when: { bit: 0 }, to: 'stay', set: { bit: 1 } },
    { from: 'listening', on: 'deliver', when: { bit: 1 }, to: 'stay', set: { bit: 0 } },
    { from: 'listening', on: 'repeat', to: 'stay' },
  ],
});

const sameBit = { bit: { memory: 'bit', of: 'receiver' } } as const;
const sameNumber = { number: { memory: 'number', of: 'receiver' } } as const;

/** Sender and receiver with two channels of two messages each. */
const protocol = (ordered: boolean) =>
  ({
    tables: [sender, receiver],
    instances: {
      sender: { table: 'sender' },
      receiver: {
        table: 'receiver',
        memory: { number: { range: [0, 2], initial: 2, label: 'number of the message delivered last' } },
      },
    },
    channels: {
      data: { message: { bit: { range: [0, 1] }, number: { range: [0, 2] } }, capacity: 2, ordered, lossy: true },
      acks: { message: { bit: { range: [0, 1] } }, capacity: 2, ordered, lossy: true },
    },
    events: {
      transmit: {
        after: 'PT1S',
        moves: { sender: 'transmit' },
        send: { data: { bit: { memory: 'bit', of: 'sender' }, number: { memory: 'number', of: 'sender' } } },
      },
      deliver: {
        with: { n: { range: [0, 2] } },
        receive: { data: { ...sameBit, number: { parameter: 'n' } } },
        moves: { receiver: 'deliver' },
        set: { receiver: { number: { parameter: 'n' } } },
        send: { acks: sameBit },
      },
      repeat: {
        with: { b: { range: [0, 1] }, n: { range: [0, 2] } },
        when: { receiver: { bit: { ne: { parameter: 'b' } } } },
        receive: { data: { bit: { parameter: 'b' }, number: { parameter: 'n' } } },
        moves: { receiver: 'repeat' },
        send: { acks: { bit: { parameter: 'b' } } },
      },
      acknowledged: {
        receive: { acks: { bit: { memory: 'bit', of: 'sender' } } },
        moves: { sender: 'acknowledged' },
      },
      ignore: {
        label: 'ignore an old acknowledgement',
        with: { b: { range: [0, 1] } },
        when: { sender: { bit: { ne: { parameter: 'b' } } } },
        receive: { acks: { bit: { parameter: 'b' } } },
      },
    },
    properties: {
      'messages are delivered in order, none lost and none twice': {
        invariant: {
          any: [
            { sender: { state: 'idle', ...sameBit, ...sameNumber } },
            { sender: { state: 'sending', bit: { ne: sameBit.bit }, ...sameNumber } },
            {
              sender: { state: 'sending', ...sameBit },
              any: [
                { sender: { number: 0 }, receiver: { number: 2 } },
                { sender: { number: 1 }, receiver: { number: 0 } },
                { sender: { number: 2 }, receiver: { number: 1 } },
              ],
            },
          ],
        },
      },
      'both channels can be full': { reachable: { data: 2, acks: 2 } },
      'the sender can always take another message': { alwaysCanReach: { sender: { state: 'idle' } } },
    },
  }) as const satisfies Omit<System, 'name'>;

/** The protocol as it is meant: first in, first out. */
export function alternatingBit(name: string): System {
  const { properties, ...parts } = protocol(true);
  return defineSystem({
    name,
    title: 'The alternating bit protocol',
    ...parts,
    properties: {
      ...properties,
      'every message is acknowledged, if what is received again and again is read': {
        when: { sender: { state: 'sending' } },
        leadsTo: { sender: { state: 'idle' } },
        fair: { strong: ['transmit', 'deliver', 'repeat', 'acknowledged', 'ignore'] },
      },
      'every message is acknowledged, if what stays there is read': {
        when: { sender: { state: 'sending' } },
        leadsTo: { sender: { state: 'idle' } },
        fair: { weak: ['transmit', 'deliver', 'repeat', 'acknowledged', 'ignore'] },
      },
    },
    rulings: [
      {
        property: 'every message is acknowledged, if what stays there is read',
        because:
          'A channel that loses everything keeps nothing there for long; only strong fairness says that something arrives.',
      },
    ],
  });
}

/** The protocol over channels from which any message can come next. */
export function alternatingBitUnordered(name: string): System {
  return defineSystem({
    name,
    title: 'The alternating bit protocol over channels without order',
    ...protocol(false),
    rulings: [
      {
        property: 'messages are delivered in order, none lost and none twice',
        because:
          'Kept to show what the protocol rests on: one bit cannot tell a message from the last but one that comes late.',
      },
    ],
  });
}

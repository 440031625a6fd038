/**
 * The parameters, conditions and participants that the events of the help desk share, and its properties with them: `s`
 * is the session, `t` the technician who acts, `u` the one who is meant, and `x` anyone whose console takes part.
 */
import type { Participants, SystemPredicate } from '../system/types.ts';

/** Nobody in particular acts on a session. */
export const session = { s: 'session' };
/** One technician acts on a session. */
export const acts = { s: 'session', t: 'technician' };
/** One technician acts, and another is meant by it. */
export const meets = { s: 'session', t: 'technician', u: 'technician' };

/** The session is in the queue of all: everybody's console shows it, and anybody may take it. */
export const shared: SystemPredicate = { s: { owner: null } };
export const owns: SystemPredicate = { s: { owner: 't' } };
export const isColleague: SystemPredicate = { s: { colleague: 't' } };
/**
 * The technician x, whose console it is, owns the session, or is the colleague of its transfer or collaboration, or is
 * invited.
 */
export const ownerIsX: SystemPredicate = { s: { owner: 'x' } };
export const colleagueIsX: SystemPredicate = { s: { colleague: 'x' } };
export const invitedIsX: SystemPredicate = { s: { invited: 'x' } };
/** A customer who closes the session now has been waiting all the time. */
export const neverTaken: SystemPredicate = {
  s: { any: [{ state: 'waiting' }, { state: 'transferring', taken: false }] },
};

/**
 * The session concerns a technician: they own it or are the colleague of a transfer or collaboration, or it is in the
 * queue of all.
 */
export const concerns = (technician: string): SystemPredicate => ({
  s: { any: [{ owner: null }, { owner: technician }, { colleague: technician }] },
});

/** A technician's session is at work: they own it while it is active, or are one of the two who collaborate. */
const atWork = (session: string, technician: string): SystemPredicate => ({
  [session]: {
    any: [
      { state: 'active', owner: technician },
      { state: 'collaborating', any: [{ owner: technician }, { colleague: technician }] },
    ],
  },
});

/**
 * A technician works on fewer sessions than the desk allows. Sessions on hold, in transfer or interrupted do not count.
 */
export const free = (technician: string, capacity: number): SystemPredicate => ({
  count: { of: { each: 'session' }, is: atWork('each', technician), lt: capacity },
});

/**
 * The consoles of all technicians x who meet a condition move their line of the session s. Those that move already are
 * left out.
 */
export const consoles = (event: string, is?: SystemPredicate): Participants => ({
  with: { x: 'technician', v: { view: ['s', 'x'] } },
  ...(is && { is }),
  moves: { v: event },
});

/** The console of one technician moves its line of the session s. */
export const consoleOf = (technician: string, event: string): Participants => ({
  with: { v: { view: ['s', technician] } },
  moves: { v: event },
});

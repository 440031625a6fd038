/** A ticket as an XState v5 machine that sends mail, on XState's own simulated clock; and with defects on request. */
import {
  type Actor,
  assign,
  createActor,
  createMachine,
  type EventObject,
  fromPromise,
  SimulatedClock,
  spawnChild,
} from 'xstate';
import type { Driver } from '../../suites/follow.ts';
import type { RacingDriver } from '../racing.ts';
import { alone, type Turn } from '../turns.ts';
import { type Defect, FORTNIGHT } from './defects.ts';

type Context = { readonly resumes: string; readonly replies: number };

/** Sends a mail, while others go on. */
type Mail = () => Promise<void>;

function machineWith(defect: Defect | undefined, mail: Mail) {
  const save = (state: string) =>
    assign<Context, EventObject, undefined, EventObject, never>({
      resumes: defect === 'stale resume target' ? 'open' : state,
    });
  const hold = (state: string) => ({ target: 'held', actions: save(state) });
  const count = assign<Context, EventObject, undefined, EventObject, never>({
    replies: ({ context }) => context.replies + 1,
  });
  const send = spawnChild<Context, EventObject, undefined, EventObject, never>(fromPromise(mail));
  return createMachine({
    context: { resumes: '', replies: 0 } as Context,
    initial: 'new',
    // A machine takes one event after the other, but not what it waits for in between: the reply is counted when its mail has gone.
    on: defect === 'race' ? { 'xstate.done.actor.*': { target: '.open', actions: count } } : {},
    states: {
      new: { on: { take: 'open' } },
      open: { on: { answer: 'answered', hold: hold('open'), close: 'closed' } },
      answered: {
        ...(defect !== 'lost timer' && { after: { [FORTNIGHT]: 'closed' } }),
        on: {
          reply: {
            guard: ({ context }) => context.replies < 2 || defect === 'forgotten guard',
            ...(defect === 'race' ? { actions: send } : { target: 'open', actions: [count, send] }),
          },
          hold: hold('answered'),
          close: 'closed',
        },
      },
      held: {
        on: {
          resume: [{ guard: ({ context }) => context.resumes === 'answered', target: 'answered' }, { target: 'open' }],
        },
      },
      closed: defect === 'double close' ? { on: { close: 'open' } } : {},
    },
  });
}

/** Drives a ticket in XState, which ignores what it does not expect. */
export function xstateDriver(defect?: Defect): Driver & RacingDriver {
  let clock = new SimulatedClock();
  let actor: Actor<ReturnType<typeof machineWith>>;
  const mails = new Set<Promise<void>>();
  return {
    refuses: 'ignores',
    start: (_initial: unknown, turn: Turn = alone) => {
      clock = new SimulatedClock();
      mails.clear();
      const mail: Mail = async () => {
        const gone = turn('a mail has gone', () => undefined);
        mails.add(gone);
        await gone;
      };
      actor = createActor(machineWith(defect, mail), { clock }).start();
    },
    send: async (type: string) => {
      mails.clear();
      actor.send({ type });
      await Promise.all(mails);
      // What waits for the mail goes on in turns of its own.
      for (const _ of [1, 2, 3]) await Promise.resolve();
    },
    advance: (milliseconds) => clock.increment(milliseconds),
    observe: () => {
      const { value, context } = actor.getSnapshot();
      return { state: String(value), memory: { replies: context.replies } };
    },
    stop: () => void actor.stop(),
  };
}

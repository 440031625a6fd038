/** A ticket as an XState v5 machine, on XState's own simulated clock; and with defects on request. */
import { type Actor, assign, createActor, createMachine, type EventObject, SimulatedClock } from 'xstate';
import type { Driver } from '../../suites/follow.ts';
import type { Defect } from './class.ts';

const FORTNIGHT = 14 * 24 * 3_600_000;

type Context = { readonly resumes: string; readonly replies: number };

function machineWith(defect: Defect | undefined) {
  const save = (state: string) =>
    assign<Context, EventObject, undefined, EventObject, never>({
      resumes: defect === 'stale resume target' ? 'open' : state,
    });
  const hold = (state: string) => ({ target: 'held', actions: save(state) });
  return createMachine({
    context: { resumes: '', replies: 0 } as Context,
    initial: 'new',
    states: {
      new: { on: { take: 'open' } },
      open: { on: { answer: 'answered', hold: hold('open'), close: 'closed' } },
      answered: {
        ...(defect !== 'lost timer' && { after: { [FORTNIGHT]: 'closed' } }),
        on: {
          reply: {
            guard: ({ context }) => context.replies < 2 || defect === 'forgotten guard',
            target: 'open',
            actions: assign({ replies: ({ context }) => context.replies + 1 }),
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
export function xstateDriver(defect?: Defect): Driver {
  let clock = new SimulatedClock();
  let actor: Actor<ReturnType<typeof machineWith>>;
  return {
    refuses: 'ignores',
    start: () => {
      clock = new SimulatedClock();
      actor = createActor(machineWith(defect), { clock }).start();
    },
    send: (type) => actor.send({ type }),
    advance: (milliseconds) => clock.increment(milliseconds),
    observe: () => {
      const { value, context } = actor.getSnapshot();
      return { state: String(value), memory: { replies: context.replies } };
    },
    stop: () => void actor.stop(),
  };
}

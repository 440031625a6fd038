/**
 * A process that lets XState's graph package find the configurations of an exported module, for so many seconds, and prints how many it found. Only
 * events that are enabled are given to it, as it is meant to be used; it knows configurations by their values and memory.
 */
import { pathToFileURL } from 'node:url';
import { type AnyMachineSnapshot, type AnyStateMachine, fromTransition, type Snapshot } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

type Step = { readonly event: string; readonly binding?: unknown };
type Held = { readonly instances: { readonly [name: string]: AnyMachineSnapshot } };
type Module =
  | { readonly machine: AnyStateMachine }
  | {
      readonly initial: Held;
      readonly enabled: (at: Held) => readonly Step[];
      readonly fire: (at: Held, step: Step) => Held;
    };

const [, , file = '', most = ''] = process.argv;
const module = (await import(pathToFileURL(file).href)) as Module;
const started = performance.now();
let visited = 0;

/** Counts a configuration that is looked at, and ends the process when its time is over. */
function visit<T>(next: readonly T[]): readonly T[] {
  if (performance.now() - started > Number(most) * 1000) {
    console.log(JSON.stringify({ configurations: visited, transitions: 0, isStopped: true }));
    process.exit();
  }
  visited++;
  return next;
}

/** What tells a snapshot from others. */
const key = ({ value, context }: AnyMachineSnapshot): unknown => [value, context];

function adjacency() {
  if ('machine' in module) {
    const { machine } = module;
    return getAdjacencyMap(machine, {
      events: (at) =>
        visit(
          machine.events.map((type) => ({ type })).filter((event) => machine.getTransitionData(at, event).length > 0),
        ),
      serializeState: (at) => JSON.stringify(key(at)),
      serializeEvent: ({ type }) => type,
    });
  }
  const { initial, enabled, fire } = module;
  type Event = Step & { readonly type: string };
  const logic = fromTransition((at: Held, step: Event) => fire(at, step), initial);
  return getAdjacencyMap(logic, {
    events: (at) => visit(enabled(at.context).map((step) => ({ ...step, type: step.event }))),
    serializeState: (at) => {
      const { instances, ...rest } = (at as Snapshot<unknown> & { context: Held }).context;
      return JSON.stringify([Object.values(instances).map(key), rest]);
    },
    serializeEvent: ({ event, binding }) => JSON.stringify([event, binding]),
  });
}

const found = Object.values(adjacency());
const transitions = found.reduce((sum, { transitions: each }) => sum + Object.keys(each).length, 0);
console.log(JSON.stringify({ configurations: found.length, transitions, isStopped: false }));

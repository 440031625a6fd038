/** Test suites of a lifecycle: what to send, in which order, and what has to be seen. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { Model } from '../../model/system/types.ts';
import { COVERS, type Cover, covered } from './cover.ts';
import { identifying, type Sequence, seen } from './identifying.ts';
import { type Input, inputsOf, occurring } from './inputs.ts';
import { guaranteeOf, METHODS, type Method, type Test, testsOf } from './methods.ts';
import { minimised, partition } from './partition.ts';
import { type Left, type Refusals, refusalsIn } from './refusals.ts';
import type { Run } from './roads.ts';
import { choicesOf, type Observation, type TestMachine, testMachineOf } from './test-machine.ts';
import type { SuiteCoverage, SuiteTest } from './tests.ts';
import { timerNotes, waiting } from './timed.ts';
import { tourOf } from './tour.ts';
import { type Walk, Walker } from './walker.ts';

/** The ways to choose tests: covers of states, rows or pairs of rows; the tour through all transitions; methods that find every fault. */
export const SUITES = [...COVERS, 'tour', ...METHODS] as const;
/** How a test suite is put together: what it covers, or which faults it finds. */
export type SuiteKind = (typeof SUITES)[number];

/** A sequence by which states are recognised, and two configurations that it tells apart, as readers see them. */
export type Recognising = { readonly inputs: readonly Input[]; readonly apart: readonly [string, string] };

/** A test suite: its tests, and what they cover and prove. */
export type Suite = {
  readonly model: string;
  readonly kind: SuiteKind;
  readonly observation: Observation;
  /** How many states more than the table an implementation may have; only of the methods that find every fault. */
  readonly extra?: number;
  /** What passing proves, in a sentence. */
  readonly guarantee: string;
  readonly tests: readonly SuiteTest[];
  readonly steps: number;
  readonly coverage: SuiteCoverage;
  /** The characterisation set, where there is one. */
  readonly recognising?: readonly Recognising[];
  readonly notes: readonly string[];
};

/** How a suite is made. */
export type SuiteOptions = {
  /** What a test sees of an implementation; its state unless given. */
  readonly observation?: Observation;
  /** How many states more than the model an implementation may have; none unless given. Only of the methods that find every fault. */
  readonly extra?: number;
  /** Where covers and the tour send what must be refused: unless given, covers in every state, the tour in every configuration. */
  readonly refusals?: Refusals;
  /** The model of the graph: it knows how long timers take, and which events never happen. Unless given, both are missing. */
  readonly model?: Model;
};

/**
 * A suite for a completely explored graph.
 *
 * @throws {RangeError} where a method that finds every fault is asked for and the table leaves a choice, or refusals are asked for, which it does not choose;
 * where the suite would be too large; or where not everything was explored.
 */
export function suiteOf(
  graph: StateGraph,
  kind: SuiteKind,
  { observation = 'state', extra, refusals, model }: SuiteOptions = {},
): Suite {
  if (graph.stopped !== undefined) throw new RangeError(`not everything was explored: ${graph.stopped.limit}`);
  const inputs = model === undefined ? occurring(graph) : inputsOf(model, graph);
  const walker = new Walker(graph, inputs);
  const method = METHODS.find((each) => each === kind);
  if (method !== undefined && refusals !== undefined)
    throw new RangeError(`${method} sends every event everywhere, so where it is to be refused cannot be chosen`);
  if (method === undefined && extra !== undefined)
    throw new RangeError(`${kind} promises nothing of the states of an implementation; w, wp and hsi take more states`);
  const made =
    method === undefined
      ? byRuns(graph, kind as Cover | 'tour', refusals ?? (kind === 'tour' ? 'configurations' : 'states'), inputs)
      : byMethod(graph, method, testMachineOf(graph, observation, inputs), observation, extra ?? 0);
  const walked = made.walks.map(({ start, steps }, index) => walker.test(start, steps, index));
  const tests = model === undefined ? walked : waiting(model, graph.machine, walked);
  return {
    model: graph.machine.name,
    kind,
    observation,
    ...(method !== undefined && { extra: extra ?? 0 }),
    guarantee: made.guarantee,
    tests,
    steps: tests.reduce((sum, { steps }) => sum + steps.length, 0),
    coverage: walker.coverage,
    ...(made.recognising && { recognising: made.recognising }),
    notes: [...made.notes, ...timerNotes(tests)],
  };
}

type Made = {
  readonly walks: readonly Walk[];
  readonly guarantee: string;
  readonly recognising?: readonly Recognising[];
  readonly notes: readonly string[];
};

const GUARANTEES: { readonly [kind in Cover | 'tour']: string } = {
  states: 'Every reachable state is visited. A fault shows only where a test happens to meet it.',
  rows: 'Every row that can fire is taken at least once. A row that is missing or refused is found; one that leads to a wrong configuration is found where it shows.',
  'row-pairs':
    'Every two rows that can follow each other are taken in this order. Found is also what a single row breaks for the next one.',
  tour: 'Every transition between reachable configurations is taken, with the fewest steps possible for a tour that comes back to where it began. A transition that is refused or looks wrong is found.',
};

const REFUSED: { readonly [where in Refusals]: string } = {
  configurations:
    'Every event is sent once in every reachable configuration in which it is not enabled, and must be refused: a guard that is missing or too weak is found.',
  states:
    'Every event that can be refused in a state is sent there once where it must be: a missing guard is found, one that is too weak only where a test meets it.',
  none: 'No event is sent that must be refused: a missing guard is not found.',
};

/** A run that tries what is left to be refused wherever it comes by. */
function trying(graph: StateGraph, { start, edges }: Run, left: Left): Walk {
  const refusedAt = (id: number): Walk['steps'] => left.take(id).map((input) => ({ input }));
  return {
    start,
    steps: [...refusedAt(start), ...edges.flatMap((edge) => [{ edge }, ...refusedAt(graph.target[edge] as number)])],
  };
}

function byRuns(graph: StateGraph, kind: Cover | 'tour', where: Refusals, inputs: readonly Input[]): Made {
  const refusals = refusalsIn(graph, inputs, where);
  const tour = kind === 'tour' ? tourOf(graph) : undefined;
  const runs: readonly Run[] = tour?.runs ?? covered(graph, kind as Cover, refusals()).runs;
  const choices = choicesOf(graph);
  const left = refusals();
  const walks = runs.map((run) => trying(graph, run, left));
  const refused = walks.reduce((sum, { steps }) => sum + steps.filter((step) => 'input' in step).length, 0);
  return {
    walks,
    guarantee: `${GUARANTEES[kind]} ${REFUSED[where]}`,
    notes: [
      ...(tour === undefined
        ? []
        : [
            `the tour has ${tour.steps + refused} steps and starts afresh ${tour.resets === 1 ? 'once' : `${tour.resets} times`}; ${shortest(where)}`,
          ]),
      ...(refused === 0 ? [] : [`${refused} of the steps must be refused`]),
      ...(choices.length === 0
        ? []
        : [
            `in ${choices.length === 1 ? 'one place' : `${choices.length} places`} an event can lead to several configurations: there a test goes on only if the implementation takes the way it names`,
          ]),
    ],
  };
}

/** What is said of the length of a tour: in states, one refusal may serve for several instances, so which to try is not claimed to be the fewest. */
const shortest = (where: Refusals): string =>
  ({
    configurations: 'no shorter one that comes back to its start takes every transition and tries every refusal',
    states: 'without what must be refused, no shorter one that comes back to its start takes every transition',
    none: 'no shorter one that comes back to its start takes every transition',
  })[where];

function byMethod(
  graph: StateGraph,
  method: Method,
  whole: TestMachine,
  observation: Observation,
  extra: number,
): Made {
  const refined = partition(whole);
  const { machine, classOf } = minimised(whole, refined);
  const of = partition(machine);
  const sets = identifying(machine, of);
  const shown = (state: number): string => graph.machine.describe(graph.configuration(classOf.indexOf(state)));
  return {
    walks: testsOf(machine, sets, method, extra).map((test) => walkOf(whole, classOf, test)),
    guarantee: guaranteeOf(method, machine.size, extra),
    recognising: sets.characterising.flatMap((sequence) => {
      const apart = separated(machine, sequence);
      return apart === undefined
        ? []
        : [
            {
              inputs: sequence.map((input) => machine.inputs[input] as Input),
              apart: [shown(apart[0]), shown(apart[1])] as const,
            },
          ];
    }),
    notes: [
      `${machine.inputs.length} inputs, ${graph.size} configurations`,
      ...(machine.size < graph.size
        ? [
            `observing ${observation === 'nothing' ? 'only what is accepted' : observation === 'state' ? 'states' : 'configurations'}, ${graph.size} configurations are ${machine.size} that behave differently`,
          ]
        : []),
    ],
  };
}

function walkOf(whole: TestMachine, classOf: Int32Array, { start, sequence }: Test): Walk {
  return {
    start: whole.starts.find((each) => classOf[each] === start) as number,
    steps: sequence.map((input) => ({ input: whole.inputs[input] as Input })),
  };
}

/** The first two states that a sequence tells apart. */
function separated(machine: TestMachine, sequence: Sequence): readonly [number, number] | undefined {
  const first = new Map<string, number>();
  for (let state = 0; state < machine.size; state++) {
    const answers = seen(machine, state, sequence);
    first.set(answers, first.get(answers) ?? state);
    const [one, other] = [...first.values()];
    if (one !== undefined && other !== undefined) return [one, other];
  }
  return undefined;
}

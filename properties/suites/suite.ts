/** Test suites of a lifecycle: what to send, in which order, and what has to be seen. */
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Action, type Configuration, labelOf, type RowTaken, rowKey } from '../../model/explore/machine.ts';
import { COVERS, type Cover, covered } from './cover.ts';
import { identifying, type Sequence, seen } from './identifying.ts';
import { guaranteeOf, METHODS, type Method, type Test, testsOf } from './methods.ts';
import { minimised, partition } from './partition.ts';
import type { Run } from './roads.ts';
import { choicesOf, type Input, type Observation, type TestMachine, testMachineOf } from './test-machine.ts';
import { tourOf } from './tour.ts';

/** The ways to choose tests: covers of states, rows or pairs of rows; the tour through all transitions; methods that find every fault. */
export const SUITES = [...COVERS, 'tour', ...METHODS] as const;
/** How a test suite is put together: what it covers, or which faults it finds. */
export type SuiteKind = (typeof SUITES)[number];

/** A step of a test: what is sent, and what has to be seen. */
export type SuiteStep = Input & {
  readonly expect: 'accepted' | 'refused';
  /** The rows that are taken; none where it is refused. */
  readonly rows: readonly RowTaken[];
  /** The configuration after it. */
  readonly to: Configuration;
  /** Other outcomes that are as right, where the table leaves a choice: then the test says nothing about what follows. */
  readonly or?: readonly Configuration[];
};

/** A test: it starts afresh in an initial configuration. */
export type SuiteTest = {
  readonly name: string;
  readonly initial: Configuration;
  readonly steps: readonly SuiteStep[];
};

/** So much of what there is. */
export type Share = { readonly covered: number; readonly of: number };

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
  readonly coverage: { readonly configurations: Share; readonly rows: Share; readonly transitions: Share };
  /** The characterisation set, where there is one. */
  readonly recognising?: readonly Recognising[];
  readonly notes: readonly string[];
};

/** What a test sees of an implementation, and how many states more than the model it may have. */
export type SuiteOptions = { readonly observation?: Observation; readonly extra?: number };

/**
 * A suite for a completely explored graph.
 *
 * @throws {RangeError} where a method that finds every fault is asked for and the table leaves a choice, or the suite would be too large, or not everything was explored.
 */
export function suiteOf(
  graph: StateGraph,
  kind: SuiteKind,
  { observation = 'state', extra = 0 }: SuiteOptions = {},
): Suite {
  if (graph.stopped !== undefined) throw new RangeError(`not everything was explored: ${graph.stopped.limit}`);
  const walker = new Walker(graph);
  const isMethod = (METHODS as readonly string[]).includes(kind);
  const made = isMethod ? byMethod(graph, kind as Method, observation, extra) : byRuns(graph, kind as Cover | 'tour');
  const tests = made.walks.map(({ start, steps }, index) => walker.test(start, steps, index));
  return {
    model: graph.machine.name,
    kind,
    observation,
    ...(isMethod && { extra }),
    guarantee: made.guarantee,
    tests,
    steps: tests.reduce((sum, { steps }) => sum + steps.length, 0),
    coverage: walker.coverage,
    ...(made.recognising && { recognising: made.recognising }),
    notes: made.notes,
  };
}

/** A way through the graph: edges, or inputs that are sent whether they are enabled or not. */
type Walk = {
  readonly start: number;
  readonly steps: readonly ({ readonly edge: number } | { readonly input: Input })[];
};
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
  tour: 'Every transition between reachable configurations is taken, with the fewest steps possible. A transition that is refused or looks wrong is found.',
};

function byRuns(graph: StateGraph, kind: Cover | 'tour'): Made {
  const tour = kind === 'tour' ? tourOf(graph) : undefined;
  const runs: readonly Run[] = tour?.runs ?? covered(graph, kind as Cover).runs;
  const choices = choicesOf(graph);
  return {
    walks: runs.map(({ start, edges }) => ({ start, steps: edges.map((edge) => ({ edge })) })),
    guarantee: GUARANTEES[kind],
    notes: [
      ...(tour === undefined
        ? []
        : [
            `the tour has ${tour.steps} steps and starts afresh ${tour.resets === 1 ? 'once' : `${tour.resets} times`}; no shorter one takes every transition`,
          ]),
      ...(choices.length === 0
        ? []
        : [
            `in ${choices.length === 1 ? 'one place' : `${choices.length} places`} an event can lead to several configurations: there a test goes on only if the implementation takes the way it names`,
          ]),
    ],
  };
}

function byMethod(graph: StateGraph, method: Method, observation: Observation, extra: number): Made {
  const whole = testMachineOf(graph, observation);
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

/** Walks the graph for tests, and notes what they cover. */
class Walker {
  readonly #graph: StateGraph;
  readonly #rows = new Set<string>();
  readonly #edges = new Set<number>();
  readonly #visited = new Set<number>();
  readonly #configurations = new Map<number, Configuration>();

  constructor(graph: StateGraph) {
    this.#graph = graph;
  }

  test(start: number, walk: Walk['steps'], index: number): SuiteTest {
    let at = start;
    this.#visited.add(at);
    const steps = walk.map((each): SuiteStep => {
      const edges = this.#edgesOf(at, 'input' in each ? labelOf(each.input) : labelOf(this.#actionOf(each.edge)));
      const taken = 'edge' in each ? each.edge : edges[0];
      if (taken === undefined)
        return {
          ...(each as { readonly input: Input }).input,
          expect: 'refused',
          rows: [],
          to: this.#configuration(at),
        };
      return this.#step(taken, edges, (to) => {
        at = to;
      });
    });
    return { name: `${index + 1}`, initial: this.#configuration(start), steps };
  }

  get coverage(): Suite['coverage'] {
    const { size, transitions, actions } = this.#graph;
    return {
      configurations: { covered: this.#visited.size, of: size },
      rows: { covered: this.#rows.size, of: new Set(actions.flatMap(({ rows }) => rows.map(rowKey))).size },
      transitions: { covered: this.#edges.size, of: transitions },
    };
  }

  #step(edge: number, edges: readonly number[], goTo: (to: number) => void): SuiteStep {
    const { event, binding, rows } = this.#actionOf(edge);
    const to = this.#graph.target[edge] as number;
    const others = [...new Set(edges.map((each) => this.#graph.target[each] as number))].filter((each) => each !== to);
    for (const row of rows) this.#rows.add(rowKey(row));
    this.#edges.add(edge);
    this.#visited.add(to);
    goTo(to);
    return {
      event,
      ...(binding && { binding }),
      expect: 'accepted',
      rows,
      to: this.#configuration(to),
      ...(others.length > 0 && { or: others.map((other) => this.#configuration(other)) }),
    };
  }

  #actionOf(edge: number): Action {
    return this.#graph.actions[this.#graph.action[edge] as number] as Action;
  }

  #edgesOf(id: number, label: string): readonly number[] {
    const { offset } = this.#graph;
    const edges: number[] = [];
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
      if (labelOf(this.#actionOf(edge)) === label) edges.push(edge);
    return edges;
  }

  #configuration(id: number): Configuration {
    const known = this.#configurations.get(id) ?? this.#graph.configuration(id);
    this.#configurations.set(id, known);
    return known;
  }
}

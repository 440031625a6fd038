/** Walks through a graph as tests: what each step expects, and what all of them cover. */
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Action, type Configuration, labelOf, rowKey } from '../../model/explore/machine.ts';
import type { Input } from './inputs.ts';
import { refusedIn } from './refusals.ts';
import type { SuiteCoverage, SuiteStep, SuiteTest } from './tests.ts';

/** A way through the graph: edges, or inputs that are sent whether they are enabled or not. */
export type Walk = {
  readonly start: number;
  readonly steps: readonly ({ readonly edge: number } | { readonly input: Input })[];
};

/** Walks the graph for tests, and notes what they cover. */
export class Walker {
  readonly #graph: StateGraph;
  readonly #rows = new Set<string>();
  readonly #edges = new Set<number>();
  readonly #visited = new Set<number>();
  readonly #inputs: ReadonlyMap<string, number>;
  /** How many inputs are refused, over all configurations; those that were sent, each by its configuration and number. */
  readonly #refusals: number;
  readonly #refused = new Set<number>();
  readonly #configurations = new Map<number, Configuration>();

  constructor(graph: StateGraph, inputs: readonly Input[]) {
    this.#graph = graph;
    this.#inputs = new Map(inputs.map((input, number) => [labelOf(input), number]));
    const refused = refusedIn(graph, inputs);
    let refusals = 0;
    for (let id = 0; id < graph.size; id++) refusals += refused(id).length;
    this.#refusals = refusals;
  }

  test(start: number, walk: Walk['steps'], index: number): SuiteTest {
    let at = start;
    this.#visited.add(at);
    const steps = walk.map((each): SuiteStep => {
      const edges = this.#edgesOf(at, 'input' in each ? labelOf(each.input) : labelOf(this.#actionOf(each.edge)));
      const taken = 'edge' in each ? each.edge : edges[0];
      if (taken === undefined) return this.#refusal(at, (each as { readonly input: Input }).input);
      return this.#step(taken, edges, (to) => {
        at = to;
      });
    });
    return { name: `${index + 1}`, initial: this.#configuration(start), steps };
  }

  get coverage(): SuiteCoverage {
    const { size, transitions, actions } = this.#graph;
    return {
      configurations: { covered: this.#visited.size, of: size },
      rows: { covered: this.#rows.size, of: new Set(actions.flatMap(({ rows }) => rows.map(rowKey))).size },
      transitions: { covered: this.#edges.size, of: transitions },
      refusals: { covered: this.#refused.size, of: this.#refusals },
    };
  }

  #refusal(at: number, input: Input): SuiteStep {
    this.#refused.add(at * this.#inputs.size + (this.#inputs.get(labelOf(input)) as number));
    return { ...input, expect: 'refused', rows: [], to: this.#configuration(at) };
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

/** What runs have covered: rows fired, states visited, transitions taken, and pairs of rows that followed each other. */
import {
  actionKey,
  type Configuration,
  isSystemConfiguration,
  type Machine,
  type RowTaken,
  rowKey,
  type Step,
  statesIn,
} from '../../model/explore/machine.ts';
import type { Run } from './runs.ts';

/** Two rows that follow each other, as a key. */
export const pairKey = (first: string, second: string): string => `${first}, ${second}`;

/** The pairs of rows of two steps that follow each other. */
export const pairsOf = (before: Step | undefined, step: Step): readonly string[] =>
  before === undefined
    ? []
    : before.rows.flatMap((first) => step.rows.map((second) => pairKey(rowKey(first), rowKey(second))));

/** What an expanded row is counted under: the row, the state it is taken in, and of a table the event. */
export const expandedKey = (row: RowTaken, from: string, event?: string): string =>
  `${rowKey(row)} ${from}${event === undefined ? '' : ` ${event}`}`;

/** The expanded rows that a step takes. */
const expandedIn = (from: Configuration, { rows, event }: Step): readonly string[] =>
  isSystemConfiguration(from)
    ? rows.map((row) => expandedKey(row, from.instances[row.instance as string]?.state as string))
    : rows.map((row) => expandedKey(row, from.state, event));

/** How often each thing was met. */
export class Coverage {
  readonly rows = new Map<string, number>();
  readonly states = new Map<string, number>();
  readonly configurations = new Map<string, number>();
  readonly transitions = new Map<string, number>();
  readonly pairs = new Map<string, number>();
  /** Expanded rows: the row, the state it is taken in, and of a table the event. */
  readonly expanded = new Map<string, number>();
  /** How many different transitions took each expanded row. */
  readonly different = new Map<string, number>();
  /** Steps taken, over all runs. */
  steps = 0;
  runs = 0;
  readonly #machine: Machine;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** A run begins here. */
  begin(initial: Configuration): void {
    this.runs++;
    this.#visit(initial);
  }

  /** A step is taken, after another one of the same run. */
  step(from: Configuration, step: Step, before: Step | undefined): void {
    this.steps++;
    for (const row of step.rows) count(this.rows, rowKey(row));
    for (const pair of pairsOf(before, step)) count(this.pairs, pair);
    const transition = `${this.#machine.key(from)} ${actionKey(step)} ${this.#machine.key(step.to)}`;
    for (const expanded of expandedIn(from, step)) {
      count(this.expanded, expanded);
      if (!this.transitions.has(transition)) count(this.different, expanded);
    }
    count(this.transitions, transition);
    this.#visit(step.to);
  }

  /** A whole run. */
  add({ initial, steps }: Run): void {
    this.begin(initial);
    for (const [index, step] of steps.entries())
      this.step(index === 0 ? initial : (steps[index - 1] as Step).to, step, steps[index - 1]);
  }

  #visit(configuration: Configuration): void {
    count(this.configurations, this.#machine.key(configuration));
    for (const state of statesIn(configuration)) count(this.states, state);
  }
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

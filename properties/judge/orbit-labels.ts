/** The labels that fairness speaks of among orbits, and what they are called after each step. */
import type { Parts } from '../../model/explore/components.ts';
import { degree } from '../../model/explore/graph.ts';
import type { Action } from '../../model/explore/machine.ts';
import type { Orbits } from '../../model/explore/symmetry/orbits.ts';
import { type Renaming, renamedLabel, renamingOf } from '../../model/explore/symmetry/renaming.ts';
import type { Fairness } from '../../model/table/types.ts';
import type { Duties } from './fair.ts';
import { labelKey } from './words.ts';

type Label = Pick<Action, 'event' | 'binding'>;

/** The labels that fairness speaks of, with all their images, and what each step makes of them. */
export class Labels implements Duties {
  readonly orbits: Orbits;
  readonly ofAction: Int32Array;
  readonly weak: readonly number[];
  readonly strong: readonly number[];
  readonly #all: Label[] = [];
  readonly #numbers = new Map<string, number>();
  readonly changes = new Changes();
  /** The change that each renaming makes, by its code, and that of each edge, -1 before it was asked for. */
  readonly #byCode = new Map<number, number>();
  readonly #byEdge: Int32Array;

  constructor(orbits: Orbits, { weak = [], strong = [] }: Fairness) {
    this.orbits = orbits;
    const { graph } = orbits;
    const fair = new Set([...weak, ...strong]);
    this.ofAction = Int32Array.from(graph.actions, (action) => (fair.has(action.event) ? this.#add(action) : -1));
    const { instances } = orbits.compiled.fields;
    const swaps = orbits.exchanged.flatMap(({ members }) =>
      members.slice(1).map((member, index) => {
        const before = members[index] as string;
        return renamingOf(
          instances,
          new Map([
            [before, member],
            [member, before],
          ]),
        );
      }),
    );
    for (const label of this.#all) for (const swap of swaps) this.#add(renamedLabel(label, swap));
    const of = (named: readonly string[]): readonly number[] =>
      this.#all.flatMap(({ event }, number) => (named.includes(event) ? [number] : []));
    this.weak = of(weak);
    this.strong = of(strong);
    this.#byEdge = new Int32Array(graph.transitions).fill(-1);
  }

  get count(): number {
    return this.#all.length;
  }

  /** The number of the change that an edge makes to what labels are called. */
  changeBy(id: number, edge: number): number {
    const { graph } = this.orbits;
    if ((this.#byEdge[edge] as number) < 0) {
      const first = graph.offset[id] as number;
      const { steps } = this.orbits.stepsOf(id);
      for (let step = 0; step < degree(graph, id); step++) {
        const { code, renaming } = steps.arranged(step);
        const change = this.#byCode.get(code) ?? this.changes.add(this.#table(renaming()));
        this.#byCode.set(code, change);
        this.#byEdge[first + step] = change;
      }
    }
    return this.#byEdge[edge] as number;
  }

  /** What a label is called after an edge. */
  after(id: number, edge: number, label: number): number {
    return this.changes.of(this.changeBy(id, edge))[label] as number;
  }

  /** The edges from a configuration that stay in its part. */
  *inside(parts: Parts, id: number): Generator<number> {
    const { offset, target, expanded } = this.orbits.graph;
    if (id >= expanded) return;
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
      if (parts[target[edge] as number] === parts[id]) yield edge;
  }

  /** The labels that are enabled in a configuration. */
  enabledIn(id: number): ReadonlySet<number> {
    const { offset, action, expanded } = this.orbits.graph;
    const found = new Set<number>();
    if (id >= expanded) return found;
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++) {
      const label = this.ofAction[action[edge] as number] as number;
      if (label >= 0) found.add(label);
    }
    return found;
  }

  #add(label: Label): number {
    const key = labelKey(label);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#all.length);
    return this.#all.push(label) - 1;
  }

  #table(renaming: Renaming): Int32Array {
    return Int32Array.from(this.#all, (label) => this.#numbers.get(labelKey(renamedLabel(label, renaming))) as number);
  }
}

/** Changes to what labels are called, each with a number: for every label another one. */
class Changes {
  readonly #all: Int32Array[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #products = new Map<number, number>();
  readonly #inverses: number[] = [];

  add(change: Int32Array): number {
    const key = change.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#all.length);
    return this.#all.push(change) - 1;
  }

  of(number: number): Int32Array {
    return this.#all[number] as Int32Array;
  }

  /** One change after another. */
  product(last: number, first: number): number {
    const key = last * 2 ** 26 + first;
    const known = this.#products.get(key);
    if (known !== undefined) return known;
    const second = this.of(last);
    const product = this.add(this.of(first).map((label) => second[label] as number));
    this.#products.set(key, product);
    return product;
  }

  inverse(number: number): number {
    const known = this.#inverses[number];
    if (known !== undefined) return known;
    const inverse = new Int32Array(this.of(number).length);
    for (const [label, to] of this.of(number).entries()) inverse[to] = label;
    this.#inverses[number] = this.add(inverse);
    return this.#inverses[number] as number;
  }
}

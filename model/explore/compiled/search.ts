/**
 * The breadth-first search of the compiled engine: ids of configurations are given in order of discovery, so their
 * list is the queue.
 */

import type { Blame, Compiled, Occasion } from '../../compile/index.ts';
import { plural } from '../../table/text.ts';
import type { BlockedAt, Progress } from '../graph.ts';
import { interning } from '../interning.ts';
import { type Action, actionKey, type Blocked, blockedKey } from '../machine.ts';
import type { Saved, SavedGraph } from '../saved.ts';
import { Edges } from './edges.ts';
import type { Packing } from './packing.ts';
import { type Seen, seenOf } from './seen.ts';
import { Successors } from './successors.ts';

/** How many configurations and transitions there may be at most. */
export type Most = { readonly configurations: number; readonly transitions: number };

/**
 * How many steps, or configurations, are found before it is looked where they lead: enough to wait for memory only
 * once.
 */
const BATCH = 256;

/** Puts what stands for a configuration in its place, whose words begin there; nothing where each stands for itself. */
export type Arrange = (words: Int32Array, from: number) => void;

/** What happens in a step of an occasion without choices. */
export const actionOf = ({ event, binding, rows }: Occasion): Action => ({ event, ...(binding && { binding }), rows });

export class Search {
  readonly packing: Packing;
  readonly seen: Seen;
  readonly edges = new Edges();
  readonly actions = interning<Action>(actionKey);
  /** The number of initial configurations. */
  readonly initial: number;
  /** The limit that was hit. */
  limit: string | undefined;
  readonly #compiled: Compiled;
  readonly #most: Most;
  readonly #successors: Successors;
  readonly #arrange: Arrange | undefined;
  /** The number of the action of each occasion in the graph; none before its first step. */
  readonly #numbers: number[] = [];
  readonly #blocked = interning<Blocked>(blockedKey);
  readonly #blockedIds: number[][] = [];
  /** The depth of the configuration that was expanded last, and the first id of the next depth. */
  #depth = 0;
  #nextDepth = 0;

  /** A search that begins, or goes on from where one of the same model, packed in the same way, was saved. */
  constructor(compiled: Compiled, packing: Packing, most: Most, from?: Saved, arrange?: Arrange) {
    this.#compiled = compiled;
    this.#arrange = arrange;
    this.#most = most;
    this.packing = packing;
    this.seen = seenOf(packing.words, packing.span);
    this.#successors = new Successors(compiled, packing);
    // Before anything is expanded a limit may have cut off initial configurations.
    if (from?.strategy === 'graph' && from.arrays.offset.length > 1) {
      this.initial = from.initial;
      this.#restore(from);
      return;
    }
    this.#start();
    this.initial = this.seen.size;
    this.#nextDepth = this.initial;
  }

  /** Whether there are configurations to expand, and no limit was hit. */
  get isGoingOn(): boolean {
    return this.limit === undefined && this.edges.expanded < this.seen.size;
  }

  get progress(): Progress {
    const { size } = this.seen;
    const { expanded } = this.edges;
    return {
      configurations: size,
      transitions: this.edges.kept,
      depth: expanded < this.#nextDepth ? this.#depth : this.#depth + 1,
      queue: size - expanded,
      bytes: this.seen.bytes + this.edges.bytes,
      save: () => this.#saved(),
    };
  }

  /** The greatest length of a shortest path to what was found so far. */
  get depth(): number {
    return this.seen.size > this.#nextDepth ? this.#depth + 1 : this.#depth;
  }

  /** Every action that is blocked somewhere, with the configurations. */
  get blocked(): readonly BlockedAt[] {
    return this.#blocked.all.map((blocked, index) => ({ blocked, ids: this.#blockedIds[index] as number[] }));
  }

  /**
   * Expands configurations until about so many more of them are expanded and transitions known, or nothing is left to
   * do.
   */
  advance(work: number): void {
    const { edges } = this;
    const enough = edges.expanded + edges.kept + work;
    while (this.isGoingOn && edges.expanded + edges.kept < enough) this.#expand();
  }

  /** What is found and kept: what was found from a configuration that is not expanded to its end will be found again. */
  #saved(): SavedGraph {
    const { seen, edges, initial, actions } = this;
    const keys = seen.keys.subarray(0, seen.size * this.packing.words);
    return {
      strategy: 'graph',
      initial,
      depth: this.#depth,
      nextDepth: this.#nextDepth,
      actions: actions.all,
      blocked: this.#blocked.all,
      often: this.#blockedIds.map(({ length }) => length),
      arrays: { keys, ...edges.arrays, blockedIds: Int32Array.from(this.#blockedIds.flat()) },
    };
  }

  #restore({ depth, nextDepth, actions, blocked, often, arrays }: SavedGraph): void {
    const { words } = this.packing;
    this.#depth = depth;
    this.#nextDepth = nextDepth;
    const keys = Int32Array.from(arrays.keys);
    for (let from = 0; from < keys.length; from += words) this.seen.add(keys, from, Number.POSITIVE_INFINITY);
    this.edges.restore(arrays);
    for (const action of actions) this.actions.indexOf(action);
    for (const each of blocked) this.#blocked.indexOf(each);
    let next = 0;
    for (const count of often) {
      this.#blockedIds.push(Array.from(arrays.blockedIds.subarray(next, next + count)));
      next += count;
    }
  }

  /** Adds the initial configurations: every choice of one start of each owner, the last running fastest. */
  #start(): void {
    const { starts } = this.#compiled;
    const { word, weight, words } = this.packing;
    const at = starts.map(() => 0);
    const to = new Int32Array(words);
    for (let left = starts.reduce((count, each) => count * each.choices.length, 1); left > 0; left--) {
      to.fill(0);
      for (const [place, start] of starts.entries())
        for (const [index, component] of start.components.entries()) {
          const id = start.choices[at[place] as number]?.[index] as number;
          (to[word[component] as number] as number) += id * (weight[component] as number);
        }
      this.#arrange?.(to, 0);
      this.#reach(to, 0, -1, -1);
      if (this.limit !== undefined) return;
      for (let place = starts.length - 1; place >= 0; place--) {
        at[place] = ((at[place] as number) + 1) % (starts[place]?.choices.length as number);
        if (at[place] !== 0) break;
      }
    }
  }

  /** Expands some configurations: finds all their steps first, and then where these lead. */
  #expand(): void {
    const { words } = this.packing;
    const { seen, edges } = this;
    const found = this.#successors;
    const { size, keys } = seen;
    found.clear();
    for (let id = edges.expanded; id < size && found.count < BATCH && found.ends.length < BATCH; id++)
      found.find(keys, id * words);
    if (this.#arrange !== undefined)
      for (let step = 0; step < found.count; step++) this.#arrange(found.words, step * words);
    seen.touch(found.words, found.count);
    for (let index = 0; index < found.ends.length && this.limit === undefined; index++) this.#connect(index);
  }

  /** Follows the steps of a configuration of those that are expanded. */
  #connect(index: number): void {
    const found = this.#successors;
    const { edges } = this;
    const id = edges.expanded;
    if (edges.kept >= this.#most.transitions) {
      this.limit = plural(this.#most.transitions, 'transition');
      return;
    }
    if (id === this.#nextDepth) {
      this.#depth++;
      this.#nextDepth = this.seen.size;
    }
    const end = found.ends[index] as number;
    for (let step = index === 0 ? 0 : (found.ends[index - 1] as number); step < end; step++) {
      const action = this.#numberOf(found.occasions[step] as number);
      edges.add(this.#reach(found.words, step * this.packing.words, id, action), action);
    }
    if (this.limit !== undefined) return;
    edges.keep();
    const blockedEnd = found.blockedEnds[index] as number;
    for (let step = index === 0 ? 0 : (found.blockedEnds[index - 1] as number); step < blockedEnd; step++)
      this.#block(id, found.blocked[step] as number, found.blames[step] as number);
  }

  /** The number of the action of an occasion. */
  #numberOf(occasion: number): number {
    const known = this.#numbers[occasion];
    if (known !== undefined) return known;
    const number = this.actions.indexOf(actionOf(this.#successors.all[occasion] as Occasion));
    this.#numbers[occasion] = number;
    return number;
  }

  /** Notes that an occasion is blocked in a configuration, and what is to blame. */
  #block(id: number, occasion: number, blame: number): void {
    const action = actionOf(this.#successors.all[occasion] as Occasion);
    const index = this.#blocked.indexOf({ ...action, ...(this.#compiled.blames[blame] as Blame) });
    this.#blockedIds[index] ??= [];
    this.#blockedIds[index].push(id);
  }

  /** The id of the configuration whose words begin at a place, -1 where it would be one too many. */
  #reach(words: Int32Array, from: number, parent: number, action: number): number {
    const { size } = this.seen;
    const id = this.seen.add(words, from, this.#most.configurations);
    if (id === size) this.edges.reach(parent, action);
    else if (id < 0) this.limit ??= plural(this.#most.configurations, 'configuration');
    return id;
  }
}

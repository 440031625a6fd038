/** The breadth-first search of the compiled engine: ids of configurations are given in order of discovery, so their list is the queue. */
import { type Blame, type Compiled, type Occasion, taking } from '../compile/index.ts';
import { choices } from '../system/choices.ts';
import { Edges } from './edges.ts';
import { Evaluation } from './evaluation.ts';
import type { BlockedAt, Progress } from './graph.ts';
import { interning } from './interning.ts';
import { type Action, actionKey, type Blocked, blockedKey } from './machine.ts';
import { type Packing, packingOf, unpack } from './packing.ts';
import { type Seen, seenOf } from './seen.ts';
import { BLOCK, occasionWriter, type Tape, writeBlocks } from './tape.ts';

/** How many configurations and transitions there may be at most. */
export type Most = { readonly configurations: number; readonly transitions: number };

/** What happens in a step of an occasion without choices. */
const actionOf = ({ event, binding, rows }: Occasion): Action => ({ event, ...(binding && { binding }), rows });

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
  readonly #evaluation: Evaluation;
  readonly #tape: Tape;
  /** Where the blocks of occasions stand. */
  readonly #blocks: Int32Array;
  readonly #write: (occasion: Occasion) => number;
  /** The occasions of the model, and after them what is made of those with choices. */
  readonly #occasions: Occasion[] = [];
  readonly #hasChoices: boolean[] = [];
  /** Where each occasion stands, and the number of its action in the graph, -1 before its first step. */
  readonly #places: number[] = [];
  readonly #numbers: number[] = [];
  /** Of each occasion with choices the occasions that were made of it, by the parts that are chosen. */
  readonly #made: readonly Map<string, number>[];
  readonly #blocked = interning<Blocked>(blockedKey);
  readonly #blockedIds: number[][] = [];
  /** What is blocked in the configuration that is being expanded. */
  #pending: Blocked[] = [];
  /** The words of the configuration that is being expanded, and of one that it leads to. */
  readonly #at: Int32Array;
  readonly #to: Int32Array;
  /** The depth of the configuration that is being expanded, and the first id of the next depth. */
  #depth = 0;
  #nextDepth = 0;

  constructor(compiled: Compiled, most: Most) {
    this.#compiled = compiled;
    this.#most = most;
    this.packing = packingOf(compiled);
    this.seen = seenOf(this.packing.words, this.packing.bits);
    this.#evaluation = new Evaluation(compiled, compiled.conditions);
    this.#tape = this.#evaluation.tape;
    this.#blocks = writeBlocks(this.#tape, compiled);
    this.#write = occasionWriter(this.#tape, compiled, this.packing);
    this.#made = compiled.occasions.map(() => new Map());
    for (const occasion of compiled.occasions) this.#add(occasion);
    this.#at = new Int32Array(this.packing.words);
    this.#to = new Int32Array(this.packing.words);
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

  /** Expands configurations until so many more transitions are known, or nothing is left to do. */
  advance(transitions: number): void {
    const enough = this.edges.kept + transitions;
    while (this.isGoingOn && this.edges.kept < enough) {
      if (this.edges.kept >= this.#most.transitions) this.limit = `${this.#most.transitions} transitions`;
      else this.#expand(this.edges.expanded);
    }
  }

  /** Adds the initial configurations: every choice of one start of each owner, the last running fastest. */
  #start(): void {
    const { starts } = this.#compiled;
    const { word, shift } = this.packing;
    const at = starts.map(() => 0);
    for (let left = starts.reduce((count, each) => count * each.choices.length, 1); left > 0; left--) {
      const to = this.#to.fill(0);
      for (const [place, start] of starts.entries())
        for (const [index, component] of start.components.entries()) {
          const id = start.choices[at[place] as number]?.[index] as number;
          (to[word[component] as number] as number) |= id << (shift[component] as number);
        }
      this.#reach(-1, -1);
      if (this.limit !== undefined) return;
      for (let place = starts.length - 1; place >= 0; place--) {
        at[place] = ((at[place] as number) + 1) % (starts[place]?.choices.length as number);
        if (at[place] !== 0) break;
      }
    }
  }

  #expand(id: number): void {
    if (id === this.#nextDepth) {
      this.#depth++;
      this.#nextDepth = this.seen.size;
    }
    this.#look(id);
    const { locals } = this.#evaluation;
    for (let block = 0; block < this.#blocks.length; block++) {
      const { numbers } = this.#tape;
      let at = this.#blocks[block] as number;
      let left = numbers[at++] as number;
      const lookups = numbers[at++] as number;
      for (const end = at + 2 * lookups; at < end && left !== 0; at += 2)
        left &= numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      for (; left !== 0; left &= left - 1) this.#consider(id, BLOCK * (block + 1) - 1 - Math.clz32(left & -left));
    }
    if (this.limit === undefined) this.#keep(id);
  }

  /** Looks at a configuration. */
  #look(id: number): void {
    const { words } = this.packing;
    const { keys } = this.seen;
    for (let word = 0; word < words; word++) this.#at[word] = keys[id * words + word] as number;
    unpack(this.packing, this.#at, 0, this.#evaluation.locals);
    this.#evaluation.begin();
  }

  /** Keeps the steps that were found from a configuration. */
  #keep(id: number): void {
    this.edges.keep();
    if (this.#pending.length === 0) return;
    for (const blocked of this.#pending) {
      const index = this.#blocked.indexOf(blocked);
      this.#blockedIds[index] ??= [];
      this.#blockedIds[index].push(id);
    }
    this.#pending = [];
  }

  /** Adds an occasion and gives its number. */
  #add(occasion: Occasion): number {
    this.#places.push(this.#write(occasion));
    this.#numbers.push(-1);
    this.#hasChoices.push(occasion.choices.length > 0);
    return this.#occasions.push(occasion) - 1;
  }

  /** Takes the steps of an occasion that are enabled. */
  #consider(id: number, index: number): void {
    const { numbers } = this.#tape;
    let at = this.#places[index] as number;
    for (const last = at + (numbers[at] as number); at < last; )
      if (!this.#evaluation.holds(numbers[++at] as number)) return;
    if (this.#hasChoices[index]) this.#choose(id, index);
    else this.#take(id, index, at + 1);
  }

  /** Takes an occasion with every combination of enabled parts, the last choice running fastest. */
  #choose(id: number, index: number): void {
    const occasion = this.#occasions[index] as Occasion;
    const made = this.#made[index] as Map<string, number>;
    const enabled = occasion.choices.map((parts) => parts.filter(({ guard }) => this.#evaluation.meets(guard)));
    for (const chosen of choices(enabled)) {
      const key = chosen.map((part, place) => occasion.choices[place]?.indexOf(part)).join();
      const number = made.get(key) ?? this.#add(taking(occasion, chosen));
      made.set(key, number);
      this.#consider(id, number);
    }
  }

  /** Takes a step whose guards hold, unless it is blocked. The blockings of the occasion, and after them its effects, stand at a place. */
  #take(id: number, index: number, place: number): void {
    const { numbers } = this.#tape;
    const { locals } = this.#evaluation;
    let at = place + 1;
    for (const end = at + 2 * (numbers[place] as number); at < end; at += 2) {
      const blame = numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      if (blame !== -1) return this.#block(index, blame);
    }
    const to = this.#to;
    for (let word = 0; word < to.length; word++) to[word] = this.#at[word] as number;
    for (let left = numbers[at++] as number; left > 0; left--) {
      let entry = (numbers[at + 2] as number) + (locals[numbers[at] as number] as number);
      const word = numbers[at + 1] as number;
      const reads = numbers[at + 3] as number;
      at += 4;
      for (const end = at + 2 * reads; at < end; at += 2)
        entry += numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      (to[word] as number) ^= numbers[entry] as number;
    }
    let action = this.#numbers[index] as number;
    if (action < 0) {
      action = this.actions.indexOf(actionOf(this.#occasions[index] as Occasion));
      this.#numbers[index] = action;
    }
    this.edges.add(this.#reach(id, action), action);
  }

  /** A step is blocked, and what is to blame. */
  #block(index: number, blame: number): void {
    this.#pending.push({ ...actionOf(this.#occasions[index] as Occasion), ...(this.#compiled.blames[blame] as Blame) });
  }

  /** The id of the configuration that is made up, -1 where it would be one too many. */
  #reach(parent: number, action: number): number {
    const { size } = this.seen;
    const id = this.seen.add(this.#to, this.#most.configurations);
    if (id === size) this.edges.reach(parent, action);
    else if (id < 0) this.limit ??= `${this.#most.configurations} configurations`;
    return id;
  }
}

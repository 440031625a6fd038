/** What comes after configurations: their steps, and what is blocked in them, as numbers. */
import { type Compiled, type Occasion, type Part, taking } from '../../compile/index.ts';
import { Evaluation } from './evaluation.ts';
import { withRoom } from './growing.ts';
import { type Packing, unpack } from './packing.ts';
import { BLOCK, occasionWriter, type Tape, writeBlocks, writePart } from './tape.ts';

const FIRST_ROOM = 16;

/** An occasion with choices, and what was made of it. */
type Choosing = {
  readonly occasion: Occasion;
  /** For each choice the places of its parts. */
  readonly parts: readonly Int32Array[];
  /** The occasions without choices that were made of it, by the parts that are chosen. */
  readonly made: Map<number | string, number>;
  /** Combinations of parts are told apart by a number. */
  readonly hasSmallKeys: boolean;
  /** For each choice the parts that are enabled now, how many they are, and which of them is chosen. */
  readonly enabled: readonly Int32Array[];
  readonly counts: Int32Array;
  readonly chosen: Int32Array;
};

/** Finds the steps of configurations, and holds those it found last. */
export class Successors {
  /** How many steps were found, the words they lead to, and the occasions that they take. */
  count = 0;
  words = new Int32Array(FIRST_ROOM);
  occasions = new Int32Array(FIRST_ROOM);
  /** For each configuration that was asked about, the numbers of steps and of blocked steps found up to it. */
  readonly ends: number[] = [];
  readonly blockedEnds: number[] = [];
  /** The occasions that are blocked, and what is to blame. */
  readonly blocked: number[] = [];
  readonly blames: number[] = [];
  /** The occasions of the model, and after them what is made of those with choices. */
  readonly all: Occasion[] = [];
  readonly #packing: Packing;
  readonly #evaluation: Evaluation;
  readonly #tape: Tape;
  readonly #blocks: Int32Array;
  readonly #write: (occasion: Occasion) => number;
  /** Where each occasion stands, and its choices, if it has any. */
  readonly #places: number[] = [];
  readonly #choosing: (Choosing | undefined)[] = [];

  constructor(compiled: Compiled, packing: Packing) {
    this.#packing = packing;
    this.#evaluation = new Evaluation(compiled, compiled.conditions);
    this.#tape = this.#evaluation.tape;
    this.#blocks = writeBlocks(this.#tape, compiled);
    this.#write = occasionWriter(this.#tape, compiled, packing);
    for (const occasion of compiled.occasions) this.#add(occasion);
  }

  /** Forgets what was found. */
  clear(): void {
    this.count = 0;
    this.ends.length = this.blockedEnds.length = this.blocked.length = this.blames.length = 0;
  }

  /** Finds the steps of the configuration whose words begin at a place. */
  find(keys: Int32Array, from: number): void {
    const { locals } = this.#evaluation;
    unpack(this.#packing, keys, from, locals);
    this.#evaluation.begin();
    for (let block = 0; block < this.#blocks.length; block++) {
      const { numbers } = this.#tape;
      let at = this.#blocks[block] as number;
      let left = numbers[at++] as number;
      const lookups = numbers[at++] as number;
      for (const end = at + 2 * lookups; at < end && left !== 0; at += 2)
        left &= numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      for (; left !== 0; left &= left - 1)
        this.#consider(BLOCK * (block + 1) - 1 - Math.clz32(left & -left), keys, from);
    }
    this.ends.push(this.count);
    this.blockedEnds.push(this.blocked.length);
  }

  /** Adds an occasion and gives its number. */
  #add(occasion: Occasion): number {
    this.#places.push(this.#write(occasion));
    this.#choosing.push(occasion.choices.length === 0 ? undefined : this.#choices(occasion));
    return this.all.push(occasion) - 1;
  }

  #choices(occasion: Occasion): Choosing {
    const { choices } = occasion;
    return {
      occasion,
      parts: choices.map((parts) => Int32Array.from(parts, (part) => writePart(this.#tape, part))),
      made: new Map(),
      hasSmallKeys: choices.reduce((product, { length }) => product * length, 1) < Number.MAX_SAFE_INTEGER,
      enabled: choices.map(({ length }) => new Int32Array(length)),
      counts: new Int32Array(choices.length),
      chosen: new Int32Array(choices.length),
    };
  }

  /** Takes the steps of an occasion that are enabled. */
  #consider(index: number, keys: Int32Array, from: number): void {
    const { numbers } = this.#tape;
    let at = this.#places[index] as number;
    for (const last = at + (numbers[at] as number); at < last; )
      if (!this.#evaluation.holds(numbers[++at] as number)) return;
    const choosing = this.#choosing[index];
    if (choosing === undefined) this.#take(index, at + 1, keys, from);
    else if (this.#hasParts(choosing)) this.#choose(choosing, keys, from);
  }

  /** Finds the enabled parts of each choice. Whether every choice has some. */
  #hasParts({ parts, enabled, counts }: Choosing): boolean {
    for (let choice = 0; choice < parts.length; choice++) {
      const places = parts[choice] as Int32Array;
      const found = enabled[choice] as Int32Array;
      let count = 0;
      for (let part = 0; part < places.length; part++)
        if (this.#evaluation.meets(places[part] as number)) found[count++] = part;
      if (count === 0) return false;
      counts[choice] = count;
    }
    return true;
  }

  /** Takes an occasion with every combination of enabled parts, the last choice running fastest. */
  #choose(choosing: Choosing, keys: Int32Array, from: number): void {
    const { counts, chosen } = choosing;
    for (let choice = 0; choice >= 0; ) {
      this.#consider(this.#madeOf(choosing), keys, from);
      for (choice = chosen.length - 1; choice >= 0; choice--) {
        (chosen[choice] as number)++;
        if (chosen[choice] !== counts[choice]) break;
        chosen[choice] = 0;
      }
    }
  }

  /** The occasion without choices that the chosen parts make. */
  #madeOf({ occasion, made, hasSmallKeys, enabled, chosen }: Choosing): number {
    let key: number | string = 0;
    for (let choice = 0; choice < chosen.length; choice++) {
      const parts = enabled[choice] as Int32Array;
      key = key * parts.length + (parts[chosen[choice] as number] as number);
    }
    if (!hasSmallKeys) key = enabled.map((parts, choice) => parts[chosen[choice] as number]).join();
    const known = made.get(key);
    if (known !== undefined) return known;
    const parts = occasion.choices.map(
      (all, choice) => all[enabled[choice]?.[chosen[choice] as number] as number] as Part,
    );
    const number = this.#add(taking(occasion, parts));
    made.set(key, number);
    return number;
  }

  /**
   * Takes a step whose guards hold, unless it is blocked. The blockings of the occasion, and after them its effects,
   * stand at a place.
   */
  #take(index: number, place: number, keys: Int32Array, from: number): void {
    const { numbers } = this.#tape;
    const { locals } = this.#evaluation;
    let at = place + 1;
    for (const end = at + 2 * (numbers[place] as number); at < end; at += 2) {
      const blame = numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      if (blame === -1) continue;
      this.blocked.push(index);
      this.blames.push(blame);
      return;
    }
    const count = this.#packing.words;
    const to = this.count * count;
    this.words = withRoom(this.words, to + count - 1);
    this.occasions = withRoom(this.occasions, this.count);
    this.occasions[this.count++] = index;
    const { words } = this;
    for (let word = 0; word < count; word++) words[to + word] = keys[from + word] as number;
    for (let left = numbers[at++] as number; left > 0; left--) {
      let entry = (numbers[at + 2] as number) + (locals[numbers[at] as number] as number);
      const word = to + (numbers[at + 1] as number);
      const reads = numbers[at + 3] as number;
      at += 4;
      for (const end = at + 2 * reads; at < end; at += 2)
        entry += numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
      (words[word] as number) += numbers[entry] as number;
    }
  }
}

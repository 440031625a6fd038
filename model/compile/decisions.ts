/**
 * Conditions as decision diagrams over digits: where a condition speaks of several components, one digit after the
 * other is looked at, and what is left to decide is one of a few nodes. Equal nodes are one, so two conditions are the
 * same exactly where their nodes are.
 *
 * R. E. Bryant, “Graph-based algorithms for Boolean function manipulation”, IEEE Transactions on Computers C-35(8),
 * 1986; with as many branches as a digit has numbers.
 */
import { TooLarge } from './too-large.ts';

/** A node, by its number; {@link FALSE} and {@link TRUE} are the leaves. */
export type Decision = number;
export const FALSE: Decision = 0;
export const TRUE: Decision = 1;

/** A sum over digits: a number for each number of some digits, and 1 for each decision that holds. */
export type DigitSum = {
  readonly tables: ReadonlyMap<number, ArrayLike<number>>;
  readonly parts: readonly Decision[];
  readonly from: number;
  readonly to: number;
  readonly isNegated: boolean;
};

/** The most branches of all nodes together. */
const MOST_BRANCHES = 1 << 22;

/** Makes decisions for digits of the given sizes, the first of which is looked at first. */
export class Decisions {
  readonly sizes: readonly number[];
  readonly #digits: number[] = [];
  readonly #children: Int32Array[] = [];
  readonly #known = new Map<string, Decision>();
  readonly #both = new Map<number, Decision>();
  readonly #either = new Map<number, Decision>();
  readonly #opposites = new Map<Decision, Decision>();
  readonly #fixed = new Map<string, Decision>();
  #branches = 0;

  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
    for (let leaf = FALSE; leaf <= TRUE; leaf++) {
      this.#digits.push(sizes.length);
      this.#children.push(new Int32Array());
    }
  }

  /** The digit that is looked at in a node; the number of digits at a leaf. */
  digitOf(node: Decision): number {
    return this.#digits[node] as number;
  }

  /** What is left of a node when a digit, none after the one it looks at, is a number. */
  child(node: Decision, digit: number, number: number): Decision {
    return this.#digits[node] === digit ? ((this.#children[node] as Int32Array)[number] as Decision) : node;
  }

  /** The node that looks at a digit. @throws {TooLarge} */
  node(digit: number, children: Int32Array): Decision {
    const first = children[0] as Decision;
    if (children.every((child) => child === first)) return first;
    const key = `${digit}:${children.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#branches += children.length;
    if (this.#branches > MOST_BRANCHES) throw new TooLarge('the conditions on several components');
    this.#digits.push(digit);
    const node = this.#children.push(children) - 1;
    this.#known.set(key, node);
    return node;
  }

  /** Holds where a digit has one of the numbers that pass a test. */
  lookup(digit: number, test: (number: number) => boolean): Decision {
    return this.node(
      digit,
      Int32Array.from({ length: this.sizes[digit] as number }, (_, number) => (test(number) ? TRUE : FALSE)),
    );
  }

  all(nodes: readonly Decision[]): Decision {
    return nodes.reduce((one, other) => this.both(one, other), TRUE);
  }

  any(nodes: readonly Decision[]): Decision {
    return nodes.reduce((one, other) => this.either(one, other), FALSE);
  }

  both(one: Decision, other: Decision): Decision {
    if (one === other || other === TRUE) return one;
    if (one === TRUE) return other;
    if (one === FALSE || other === FALSE) return FALSE;
    return this.#combined(one, other, this.#both, (a, b) => this.both(a, b));
  }

  either(one: Decision, other: Decision): Decision {
    if (one === other || other === FALSE) return one;
    if (one === FALSE) return other;
    if (one === TRUE || other === TRUE) return TRUE;
    return this.#combined(one, other, this.#either, (a, b) => this.either(a, b));
  }

  not(node: Decision): Decision {
    if (node <= TRUE) return TRUE - node;
    const known = this.#opposites.get(node);
    if (known !== undefined) return known;
    const children = (this.#children[node] as Int32Array).map((child) => this.not(child));
    const opposite = this.node(this.digitOf(node), children);
    this.#opposites.set(node, opposite);
    return opposite;
  }

  /** What is left of a node when a digit is a number, wherever it is looked at. */
  fix(node: Decision, digit: number, number: number): Decision {
    if (this.digitOf(node) > digit) return node;
    if (this.digitOf(node) === digit) return this.child(node, digit, number);
    const key = `${node} ${digit} ${number}`;
    const known = this.#fixed.get(key);
    if (known !== undefined) return known;
    const children = (this.#children[node] as Int32Array).map((child) => this.fix(child, digit, number));
    const fixed = this.node(this.digitOf(node), children);
    this.#fixed.set(key, fixed);
    return fixed;
  }

  /** Holds where a sum lies between two numbers. */
  sum({ tables, parts, from, to, isNegated }: DigitSum): Decision {
    const count = this.sizes.length;
    const least = new Array<number>(count + 1).fill(0);
    const most = new Array<number>(count + 1).fill(0);
    for (let digit = count - 1; digit >= 0; digit--) {
      const table = tables.get(digit);
      least[digit] = (least[digit + 1] as number) + (table ? extreme(table, Math.min) : 0);
      most[digit] = (most[digit + 1] as number) + (table ? extreme(table, Math.max) : 0);
    }
    const met = isNegated ? FALSE : TRUE;
    const known = new Map<string, Decision>();
    const decide = (digit: number, total: number, open: readonly Decision[]): Decision => {
      const left = open.filter((node) => node > TRUE);
      const sum = total + open.reduce((ones, node) => ones + (node === TRUE ? 1 : 0), 0);
      const low = sum + (least[digit] as number);
      const high = sum + (most[digit] as number) + left.length;
      if (from <= low && high <= to) return met;
      if (high < from || to < low) return TRUE - met;
      const next = left.reduce((first, node) => Math.min(first, this.digitOf(node)), this.#nextIn(tables, digit));
      const key = `${next} ${sum} ${left.join()}`;
      const made = known.get(key);
      if (made !== undefined) return made;
      const table = tables.get(next);
      const children = Int32Array.from({ length: this.sizes[next] as number }, (_, number) =>
        decide(
          next + 1,
          sum + (table?.[number] ?? 0),
          left.map((node) => this.child(node, next, number)),
        ),
      );
      const node = this.node(next, children);
      known.set(key, node);
      return node;
    };
    return decide(0, 0, parts);
  }

  #nextIn(tables: ReadonlyMap<number, unknown>, digit: number): number {
    let next = digit;
    while (next < this.sizes.length && !tables.has(next)) next++;
    return next;
  }

  #combined(
    one: Decision,
    other: Decision,
    known: Map<number, Decision>,
    combine: (one: Decision, other: Decision) => Decision,
  ): Decision {
    const key = Math.min(one, other) * 2 ** 26 + Math.max(one, other);
    const made = known.get(key);
    if (made !== undefined) return made;
    const digit = Math.min(this.digitOf(one), this.digitOf(other));
    const children = Int32Array.from({ length: this.sizes[digit] as number }, (_, number) =>
      combine(this.child(one, digit, number), this.child(other, digit, number)),
    );
    const node = this.node(digit, children);
    known.set(key, node);
    return node;
  }
}

function extreme(table: ArrayLike<number>, choose: (a: number, b: number) => number): number {
  let found = table[0] as number;
  for (let index = 1; index < table.length; index++) found = choose(found, table[index] as number);
  return found;
}

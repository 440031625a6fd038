/** What the bitmap strategy works with: a model's moves, written into the memory of a kernel. */
import { type Classes, classesOf } from '../../compile/classes.ts';
import type { Compiled } from '../../compile/compiled.ts';
import type { Digit, Digits } from '../../compile/digits.ts';
import { type Moves, movesOf } from '../../compile/moves.ts';
import { type BitmapKernel, bitmapKernel } from '../kernel/instance.ts';
import { type NumberedGroup, numbered, writeClasses, writeMoves, writeSpace, writeSteps } from '../kernel/layout.ts';
import { Places } from '../kernel/memory.ts';

/** A model in numbers, before it is written into any memory. */
export type Drawn = {
  readonly compiled: Compiled;
  readonly moves: Moves;
  /** The classes of all guards. */
  readonly classes: Classes;
};

/** What the compiler of the kernel keeps for itself at the start of the memory. */
const START = 1024;

/** Draws a model up for the bitmap strategy. @throws {TooLarge} where its moves are not of that form */
export function draw(compiled: Compiled): Drawn {
  const moves = movesOf(compiled);
  return { compiled, moves, classes: classesOf(moves.digits, moves.deciding.decisions, moves.guards) };
}

/** A model that is written into the memory of a kernel. */
export class Board {
  readonly compiled: Compiled;
  readonly moves: Moves;
  readonly digits: Digits;
  readonly row: Digit;
  readonly kernel: BitmapKernel;
  readonly places: Places;
  /** Places of records, as `layout.ts` describes them. */
  readonly space: number;
  readonly guards: number;
  readonly steps: number;
  readonly groups: readonly NumberedGroup[];
  /** Words of 64 bits in a set. */
  readonly length: number;
  readonly #classes: Classes;

  constructor({ compiled, moves, classes }: Drawn) {
    this.compiled = compiled;
    this.moves = moves;
    this.digits = moves.digits;
    this.row = moves.digits.all.at(-1) as Digit;
    this.length = this.digits.rows * this.digits.words;
    this.kernel = bitmapKernel();
    this.places = new Places(this.kernel.memory, START);
    this.space = writeSpace(this.places, this.digits);
    this.guards = writeClasses(this.places, classes, moves.guards.length);
    this.groups = numbered(moves.groups);
    this.#classes = classes;
    this.steps = this.stepsOf(() => true);
  }

  /** Writes the moves of some occasions for going on; gives their place. */
  stepsOf(occasions: (occasion: number) => boolean): number {
    const groups = this.groups.map(({ cells, ...group }) => ({
      ...group,
      cells: cells.map((moves) => moves.filter(({ occasion }) => occasions(occasion))),
    }));
    return writeSteps(this.places, this.moves, this.#classes, this.guards, groups);
  }

  /** Writes all moves one by one. */
  allMoves(): number {
    return writeMoves(this.places, this.guards, this.groups);
  }

  /** The numbers of all digits at a position. */
  digitsAt(position: number): readonly number[] {
    const { all, weights } = this.digits;
    const row = Math.floor(position / this.row.size);
    return all.map(({ size }, digit) =>
      digit === all.length - 1 ? position % size : Math.floor(row / (weights[digit] as number)) % size,
    );
  }

  /** The position of local ids. */
  positionOf(locals: ArrayLike<number>): number {
    const { places, all, weights } = this.digits;
    let [row, number] = [0, 0];
    for (const [component, { digit, place }] of places.entries()) {
      const id = locals[component] as number;
      const stride = all[digit]?.strides[place] as number;
      if (digit === all.length - 1) number += id * stride;
      else row += id * (weights[digit] as number);
    }
    return row * this.row.size + number;
  }

  /** Reads the local id of a component at positions. */
  localOf(component: number): (position: number) => number {
    const { places, all, weights } = this.digits;
    const { digit, place } = places[component] as Digits['places'][number];
    const { size, ids } = all[digit] as Digit;
    const known = ids[place] as Int32Array;
    if (digit === all.length - 1) return (position) => known[position % size] as number;
    const weight = (weights[digit] as number) * this.row.size;
    return (position) => known[Math.floor(position / weight) % size] as number;
  }

  /** The positions of the initial configurations, in the order of the language. */
  initial(): readonly number[] {
    const { starts, components } = this.compiled;
    const locals = components.map(() => 0);
    const found: number[] = [];
    const choose = (place: number): void => {
      const start = starts[place];
      if (start === undefined) {
        found.push(this.positionOf(locals));
        return;
      }
      for (const choice of start.choices) {
        for (const [index, component] of start.components.entries()) locals[component] = choice[index] as number;
        choose(place + 1);
      }
    };
    choose(0);
    return [...new Set(found)];
  }
}

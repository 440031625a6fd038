/** The steps of single positions, forwards and backwards. */
import type { Group, Move } from '../../compile/moves.ts';
import type { SpaceStep } from '../space/space.ts';
import type { Board } from './board.ts';
import type { Conditions } from './conditions.ts';

/** A move with the cell that it leaves. */
type Arriving = { readonly cell: number; readonly move: Move };

/** Finds neighbours. */
export class Neighbours {
  readonly #board: Board;
  readonly #conditions: Conditions;
  /** For each group the moves by the cell that they lead to. */
  #arriving: readonly ReadonlyMap<number, readonly Arriving[]>[] | undefined;

  constructor(board: Board, conditions: Conditions) {
    this.#board = board;
    this.#conditions = conditions;
  }

  /** The steps from a position, in the order of the occasions. */
  successors(from: number): readonly SpaceStep[] {
    const { groups, row } = this.#board;
    const numbers = this.#board.digitsAt(from);
    const at = Math.floor(from / row.size);
    const number = numbers.at(-1) as number;
    return groups
      .flatMap((group) => group.cells[cellOf(group, numbers)] ?? [])
      .filter((move) => this.#isEnabled(move, numbers))
      .map(({ occasion, delta, row: map }) => ({
        occasion,
        from,
        to: (at + delta) * row.size + (map === undefined ? number : (map[number] as number)),
      }))
      .sort((one, other) => one.occasion - other.occasion);
  }

  /** The steps to a position from those that pass a test. */
  predecessors(to: number, isAllowed: (position: number) => boolean): readonly SpaceStep[] {
    const { groups, row } = this.#board;
    const numbers = this.#board.digitsAt(to);
    const at = Math.floor(to / row.size);
    const number = numbers.at(-1) as number;
    this.#arriving ??= groups.map((group) => this.#arrivingIn(group));
    return groups
      .flatMap((group, index) => this.#arriving?.[index]?.get(cellOf(group, numbers)) ?? [])
      .flatMap(({ move: { occasion, delta, row: map, guard } }) => {
        const before = map === undefined ? [number] : [...map.keys()].filter((each) => map[each] === number);
        return before.map((each) => ({ occasion, guard, from: (at - delta) * row.size + each, to }));
      })
      .filter((step) => this.#isEnabled(step, this.#board.digitsAt(step.from)) && isAllowed(step.from))
      .map(({ occasion, from }) => ({ occasion, from, to }))
      .sort((one, other) => one.occasion - other.occasion || one.from - other.from);
  }

  #isEnabled({ guard }: Pick<Move, 'guard'>, numbers: readonly number[]): boolean {
    return this.#conditions.holds(this.#board.moves.guards[guard] as number, numbers);
  }

  #arrivingIn(group: Group): ReadonlyMap<number, readonly Arriving[]> {
    const found = new Map<number, Arriving[]>();
    for (const [cell, moves] of group.cells.entries())
      for (const move of moves) {
        const after = numbersAfter(this.#board, group, cell, move);
        const to = after.reduce((sum, number, place) => sum + number * (group.strides[place] as number), 0);
        found.set(to, [...(found.get(to) ?? []), { cell, move }]);
      }
    return found;
  }
}

/** The cell of a group for the numbers of all digits. */
const cellOf = ({ digits, strides }: Pick<Group, 'digits' | 'strides'>, numbers: readonly number[]): number =>
  digits.reduce((cell, digit, place) => cell + (numbers[digit] as number) * (strides[place] as number), 0);

/** The numbers of a group's digits in a cell. */
export const numbersBefore = (board: Board, { digits, strides }: Pick<Group, 'digits' | 'strides'>, cell: number) =>
  digits.map(
    (digit, place) => Math.floor(cell / (strides[place] as number)) % (board.digits.all[digit]?.size as number),
  );

/** The numbers of a group's digits after a move from a cell. */
export function numbersAfter(
  board: Board,
  group: Pick<Group, 'digits' | 'strides'>,
  cell: number,
  { delta }: Pick<Move, 'delta'>,
): readonly number[] {
  const { all, weights } = board.digits;
  const weight = (digit: number): number => weights[digit] as number;
  const before = numbersBefore(board, group, cell);
  const row = delta + before.reduce((sum, number, place) => sum + number * weight(group.digits[place] as number), 0);
  return group.digits.map((digit) => Math.floor(row / weight(digit)) % (all[digit]?.size as number));
}

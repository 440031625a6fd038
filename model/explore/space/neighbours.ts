/** The steps of single positions, forwards and backwards. */
import { type Group, type Move, numbersIn } from '../../compile/moves.ts';
import { holds } from './conditions.ts';
import type { SpaceStep } from './space.ts';
import type { Store } from './store.ts';

/** A move with the numbers of its group's digits before it. */
type Arriving = { readonly before: readonly number[]; readonly move: Move };

/** Finds neighbours. */
export class Neighbours {
  readonly #store: Store;
  /** For each group the moves by the cell that they lead to. */
  #arriving: readonly ReadonlyMap<number, readonly Arriving[]>[] | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The steps from a position to what was reached, in the order of the occasions. */
  successors(from: number): readonly SpaceStep[] {
    const numbers = this.#store.numbersAt(from);
    return this.#store.moves.groups
      .flatMap((group) => (group.cells[cellOf(group, numbers)] ?? []).map((move) => ({ group, move })))
      .filter(({ move }) => this.#isEnabled(move, numbers))
      .flatMap(({ group, move: { occasion, to, row: map } }) => {
        const after = replaced(numbers, group.digits, to);
        if (map !== undefined) after[after.length - 1] = map[after.at(-1) as number] as number;
        const position = this.#store.positionOf(after);
        return position === undefined ? [] : [{ occasion, from, to: position }];
      })
      .sort((one, other) => one.occasion - other.occasion);
  }

  /** The steps to a position from those that were reached and pass a test. */
  predecessors(to: number, isAllowed: (position: number) => boolean): readonly SpaceStep[] {
    const { groups } = this.#store.moves;
    const numbers = this.#store.numbersAt(to);
    const row = numbers.at(-1) as number;
    this.#arriving ??= groups.map((group) => arrivingIn(this.#store, group));
    return groups
      .flatMap((group, index) =>
        (this.#arriving?.[index]?.get(cellOf(group, numbers)) ?? []).map((each) => ({ group, ...each })),
      )
      .flatMap(({ group, before, move }) => {
        const { occasion, row: map } = move;
        const rows = map === undefined ? [row] : [...map.keys()].filter((each) => map[each] === row);
        return rows.flatMap((each) => {
          const own = replaced(numbers, group.digits, before);
          own[own.length - 1] = each;
          const from = this.#isEnabled(move, own) ? this.#store.positionOf(own) : undefined;
          return from === undefined || !isAllowed(from) ? [] : [{ occasion, from, to }];
        });
      })
      .sort((one, other) => one.occasion - other.occasion || one.from - other.from);
  }

  #isEnabled({ guard }: Pick<Move, 'guard'>, numbers: readonly number[]): boolean {
    return holds(this.#store, this.#store.moves.guards[guard] as number, numbers);
  }
}

/** Numbers with those of some digits replaced. */
function replaced(numbers: readonly number[], digits: readonly number[], by: readonly number[]): number[] {
  const after = [...numbers];
  for (const [place, digit] of digits.entries()) after[digit] = by[place] as number;
  return after;
}

function arrivingIn({ moves }: Store, group: Group): ReadonlyMap<number, readonly Arriving[]> {
  const found = new Map<number, Arriving[]>();
  for (const [cell, some] of group.cells.entries())
    for (const move of some) {
      const before = numbersIn(moves.digits, group, cell);
      const to = move.to.reduce((sum, number, place) => sum + number * (group.strides[place] as number), 0);
      const known = found.get(to);
      if (known === undefined) found.set(to, [{ before, move }]);
      else known.push({ before, move });
    }
  return found;
}

/** The cell of a group for the numbers of all digits. */
const cellOf = ({ digits, strides }: Pick<Group, 'digits' | 'strides'>, numbers: readonly number[]): number =>
  digits.reduce((cell, digit, place) => cell + (numbers[digit] as number) * (strides[place] as number), 0);

/** A look at every step of a space: what is taken, what it changes, and where nothing can happen. */
import type { Compiled, Occasion } from '../../compile/compiled.ts';
import type { LocalField, Owner } from '../../compile/index.ts';
import type { Field } from '../graph.ts';
import { interning } from '../interning.ts';
import { type Action, actionKey } from '../machine.ts';
import type { Configurations, Survey } from '../space/space.ts';
import type { Work } from '../work.ts';
import type { Board } from './board.ts';
import { numbersAfter, numbersBefore } from './neighbours.ts';
import type { Sets } from './sets.ts';

/** What happens in a step of an occasion. */
export const actionOf = ({ event, binding, rows }: Occasion): Action => ({ event, ...(binding && { binding }), rows });

/** Looks at all steps from a set of configurations. */
export function* surveying(board: Board, sets: Sets, expanded: Configurations): Work<Survey> {
  const { kernel, space, groups, digits, places, compiled } = board;
  const count = groups.reduce((sum, { cells }) => sum + cells.reduce((all, { length }) => all + length, 0), 0);
  const moves = board.allMoves();
  const taken = places.take(count * digits.words * 8);
  const stuck = sets.take();
  let transitions = 0;
  yield* sets.overRows((from, end) => {
    transitions += Number(BigInt.asUintN(64, kernel.survey(space, moves, expanded.place, taken, stuck, from, end)));
    return 0;
  });
  const stuckCount = yield* sets.overWords((from, end) => kernel.both(stuck, stuck, stuck, from, end));
  const masks = new Uint32Array(kernel.memory.buffer, taken, count * digits.words * 2);
  const happening = new Set<number>();
  const changes = new Changes(board);
  for (const group of groups)
    for (const [cell, some] of group.cells.entries())
      for (const move of some) {
        const from = move.number * digits.words * 2;
        const mask = masks.subarray(from, from + digits.words * 2);
        if (mask.every((word) => word === 0)) continue;
        happening.add(move.occasion);
        changes.outer(group.digits, numbersBefore(board, group, cell), numbersAfter(board, group, cell, move));
        if (move.row !== undefined) changes.inRow(move.row, mask);
      }
  const actions = interning<Action>(actionKey);
  for (const [index, occasion] of compiled.occasions.entries())
    if (happening.has(index)) actions.indexOf(actionOf(occasion));
  return {
    transitions,
    actions: actions.all,
    changes: (field) => changes.has(fieldIn(compiled, field)),
    stuck: { place: stuck, count: stuckCount },
  };
}

/** The field of the model that readers mean. */
function fieldIn({ fields }: Compiled, { instance, ...field }: Field): LocalField {
  const owner = fields.owners.get(instance) as Owner;
  return ('state' in field ? owner.state : owner.variables.get(field.variable)) as LocalField;
}

/** Gathers the fields that change. */
class Changes {
  readonly #fields = new Set<LocalField>();
  readonly #board: Board;
  readonly #known = new Set<string>();

  constructor(board: Board) {
    this.#board = board;
  }

  has(field: LocalField): boolean {
    return this.#fields.has(field);
  }

  outer(digits: readonly number[], before: readonly number[], after: readonly number[]): void {
    for (const [place, digit] of digits.entries()) this.#digit(digit, before[place] as number, after[place] as number);
  }

  inRow(map: Int32Array, mask: Uint32Array): void {
    const row = this.#board.digits.all.length - 1;
    for (const [before, after] of map.entries())
      if ((((mask[before >> 5] as number) >>> (before & 31)) & 1) === 1) this.#digit(row, before, after);
  }

  #digit(digit: number, before: number, after: number): void {
    const key = `${digit} ${before} ${after}`;
    if (before === after || this.#known.has(key)) return;
    this.#known.add(key);
    const { components, ids } = this.#board.digits.all[digit] as Board['row'];
    for (const [place, component] of components.entries()) {
      const one = ids[place]?.[before] as number;
      const other = ids[place]?.[after] as number;
      const { fields, values } = this.#board.compiled.components[component] as Compiled['components'][number];
      for (const [index, field] of fields.entries())
        if (values[one]?.[index] !== values[other]?.[index]) this.#fields.add(field);
    }
  }
}

/** What a look at every step of a space shows: what is taken, what it changes, and where nothing can happen. */
import type { Compiled, Occasion } from '../../compile/compiled.ts';
import type { Digit } from '../../compile/digits.ts';
import type { LocalField, Owner } from '../../compile/index.ts';
import { numbersIn } from '../../compile/moves.ts';
import type { Field } from '../graph.ts';
import { interning } from '../interning.ts';
import { type Action, actionKey } from '../machine.ts';
import type { Work } from '../work.ts';
import type { Survey } from './space.ts';
import type { Found, Store } from './store.ts';

/** What happens in a step of an occasion. */
export const actionOf = ({ event, binding, rows }: Occasion): Action => ({ event, ...(binding && { binding }), rows });

/** Looks at all steps of what was expanded. */
export function* surveyOf(store: Store, found: Found): Work<Survey> {
  const { sets, moves, kernel, compiled } = store;
  const { transitions, stuck, taken } = yield* store.survey(found);
  const count = yield* sets.overWords((from, end) => kernel.both(stuck, stuck, stuck, from, end));
  const happening = new Set<number>();
  const changes = new Changes(store);
  let number = 0;
  for (const group of moves.groups)
    for (const [cell, some] of group.cells.entries())
      for (const { occasion, to, row } of some) {
        const from = taken(number++);
        if (from === undefined) continue;
        happening.add(occasion);
        changes.outer(group.digits, numbersIn(moves.digits, group, cell), to);
        if (row !== undefined) changes.inRow(row, from);
      }
  const actions = interning<Action>(actionKey);
  for (const [index, occasion] of compiled.occasions.entries())
    if (happening.has(index)) actions.indexOf(actionOf(occasion));
  return {
    transitions,
    actions: actions.all,
    changes: (field) => changes.has(fieldIn(compiled, field)),
    stuck: { place: stuck, count },
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
  readonly #store: Store;
  readonly #known = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  has(field: LocalField): boolean {
    return this.#fields.has(field);
  }

  outer(digits: readonly number[], before: readonly number[], after: readonly number[]): void {
    for (const [place, digit] of digits.entries()) this.#digit(digit, before[place] as number, after[place] as number);
  }

  inRow(map: Int32Array, mask: Uint32Array): void {
    const row = this.#store.moves.digits.all.length - 1;
    for (const [before, after] of map.entries())
      if ((((mask[before >> 5] as number) >>> (before & 31)) & 1) === 1) this.#digit(row, before, after);
  }

  #digit(digit: number, before: number, after: number): void {
    const key = `${digit} ${before} ${after}`;
    if (before === after || this.#known.has(key)) return;
    this.#known.add(key);
    const { components: held, ids } = this.#store.moves.digits.all[digit] as Digit;
    const { components } = this.#store.compiled;
    for (const [place, component] of held.entries()) {
      const one = ids[place]?.[before] as number;
      const other = ids[place]?.[after] as number;
      const { fields, values } = components[component] as Compiled['components'][number];
      for (const [index, field] of fields.entries())
        if (values[one]?.[index] !== values[other]?.[index]) this.#fields.add(field);
    }
  }
}

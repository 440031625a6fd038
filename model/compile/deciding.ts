/** From conditions over local ids to decisions over digits. */
import type { Compiled, Condition, Guard, Lookup, Occasion, Part } from './compiled.ts';
import { type Decision, Decisions } from './decisions.ts';
import type { Digit, Digits } from './digits.ts';
import type { Asked } from './question.ts';

/** Makes decisions of the conditions of a model. */
export class Deciding {
  readonly digits: Digits;
  readonly decisions: Decisions;
  readonly #occasions: readonly Occasion[];
  readonly #conditions: readonly Condition[];
  readonly #known: Map<number, Decision>;

  constructor(compiled: Pick<Compiled, 'occasions' | 'conditions'>, digits: Digits, decisions?: Decisions) {
    this.digits = digits;
    this.decisions = decisions ?? new Decisions(digits.all.map(({ size }) => size));
    this.#occasions = compiled.occasions;
    this.#conditions = compiled.conditions;
    this.#known = new Map();
  }

  /** What is asked of the model, whose conditions begin with those of the model; over the same digits. */
  asked({ conditions, guard }: Asked): Decision {
    if (guard === undefined) return 0;
    return new Deciding({ occasions: this.#occasions, conditions }, this.digits, this.decisions).guard(guard);
  }

  /** Where a number of a lookup passes a test. */
  lookup({ component, table }: Lookup, test: (number: number) => boolean): Decision {
    const { digit, ids } = this.place(component);
    return this.decisions.lookup(digit, (number) => test(table[ids[number] as number] as number));
  }

  /** Where a component stands: its digit, and its local id for each number of that. */
  place(component: number): { readonly digit: number; readonly ids: Int32Array } {
    const { digit, place } = this.digits.places[component] as Digits['places'][number];
    return { digit, ids: (this.digits.all[digit] as Digit).ids[place] as Int32Array };
  }

  guard({ local, general }: Guard): Decision {
    return this.decisions.all([
      ...local.map((lookup) => this.lookup(lookup, (number) => number === 1)),
      ...general.map((number) => this.condition(number)),
    ]);
  }

  /** Where the guard of a part holds and nothing in it is blocked. */
  part({ guard, blockings, late }: Part): Decision {
    const open = [...blockings, ...late].map((lookup) => this.lookup(lookup, (blame) => blame === -1));
    return this.decisions.all([this.guard(guard), ...open]);
  }

  /** Where some step of an occasion is enabled. */
  enabled({ common, choices }: Occasion): Decision {
    const some = choices.map((parts) => this.decisions.any(parts.map((part) => this.part(part))));
    return this.decisions.all([this.part(common), ...some]);
  }

  condition(number: number): Decision {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const made = this.#make(this.#conditions[number] as Condition);
    this.#known.set(number, made);
    return made;
  }

  #make(condition: Condition): Decision {
    if ('enabled' in condition)
      return this.decisions.any(
        condition.enabled.map((occasion) => this.enabled(this.#occasions[occasion] as Occasion)),
      );
    const { lookups, parts, from, to, isNegated } = condition;
    const tables = new Map<number, Int32Array>();
    for (const { component, table } of lookups) {
      const { digit, ids } = this.place(component);
      const known = tables.get(digit);
      tables.set(
        digit,
        ids.map((id, number) => (table[id] as number) + (known?.[number] ?? 0)),
      );
    }
    return this.decisions.sum({ tables, parts: parts.map((part) => this.condition(part)), from, to, isNegated });
  }
}

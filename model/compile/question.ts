/** Questions about configurations in terms of local ids. */
import type { Binding } from '../system/instances.ts';
import type { SystemPredicate } from '../system/types.ts';
import type { Predicate } from '../table/types.ts';
import type { Compiled, Condition, Guard } from './compiled.ts';
import { Conditions } from './conditions.ts';
import type { Owner } from './fields.ts';
import type { Formula } from './formula.ts';
import { isFinal, systemPredicate, tablePredicate } from './predicates.ts';

/** What must hold, among conditions that begin with those of the compiled model; no guard where it never holds. */
export type Asked = { readonly conditions: readonly Condition[]; readonly guard: Guard | undefined };

function ask({ components, conditions, occasions }: Compiled, formula: Formula): Asked {
  const made = new Conditions(components, conditions, (events) =>
    [...occasions.entries()].flatMap(([index, { event }]) => (events.includes(event) ? [index] : [])),
  );
  const guard = made.guard([formula]);
  return { conditions: made.all, guard };
}

/** Whether a condition holds, with values of the parameters that it uses. */
export function question(compiled: Compiled, predicate: Predicate | SystemPredicate, bound: Binding = {}): Asked {
  const { fields } = compiled;
  return ask(
    compiled,
    fields.system === undefined
      ? tablePredicate(fields.owners.get(undefined) as Owner, predicate as Predicate)
      : systemPredicate(fields, bound, predicate as SystemPredicate),
  );
}

/** Whether a configuration is final. */
export const finalQuestion = (compiled: Compiled): Asked => ask(compiled, isFinal(compiled.fields));

/** What is so after a command, as far as it says so by itself. */

import type { Value } from '../../model/table/types.ts';
import type { Command } from './commands.ts';
import type { Condition, Operand, Variable } from './expressions.ts';
import { type Facts, factsIn, simplify } from './simplify.ts';
import type { Assigned } from './statements.ts';

type Known = ReadonlySet<Value> | undefined;

const assignedTo = (term: Operand): Known => (term.kind === 'value' ? new Set([term.value]) : undefined);

/** What a variable can be after one of some alternatives. */
function afterAny(alternatives: readonly (readonly Assigned[])[], variable: Variable, before: Facts): Known {
  const each = alternatives.map((does) => {
    const last = does.find(({ target }) => target === variable);
    return last === undefined ? before.get(variable) : assignedTo(last.term);
  });
  return each.includes(undefined) ? undefined : new Set(each.flatMap((values) => [...(values ?? [])]));
}

function factsAfter({ guard, parts, statements }: Command): Facts {
  const before = factsIn(guard);
  const after = new Map(before);
  const learn = (variable: Variable, values: Known): void => {
    if (values === undefined) after.delete(variable);
    else after.set(variable, values);
  };
  for (const statement of statements)
    if ('target' in statement) learn(statement.target, assignedTo(statement.term));
    else for (const { does } of statement.branches) for (const { target } of does) learn(target, undefined);
  for (const { alternatives } of parts) {
    const all = alternatives.map(({ does }) => does);
    for (const { target } of all.flat()) learn(target, afterAny(all, target, before));
  }
  return after;
}

/** Whether a condition certainly holds after a command, wherever that is taken. */
export const endsWith = (command: Command, condition: Condition): boolean =>
  simplify(condition, factsAfter(command)) === true;

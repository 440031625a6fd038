/** What an exported model does, carried out here: by it, what an engine says is taken back to the rows of the model. */
import type { Configuration, RowTaken } from '../../model/explore/machine.ts';
import type { Value } from '../../model/table/types.ts';
import type { Command, Program } from './commands.ts';
import { type Condition, compareValues, type Term, type Variable } from './expressions.ts';
import type { Assigned } from './statements.ts';
import { valuesIn } from './variables.ts';

type Values = ReadonlyMap<Variable, Value>;

function termValue(term: Term, values: Values): Value {
  switch (term.kind) {
    case 'value':
      return term.value;
    case 'read':
      return values.get(term.variable) as Value;
    case 'plus':
      return (values.get(term.variable) as number) + term.add;
    case 'count':
      return term.known + term.of.filter((each) => isMet(each, values)).length;
  }
}

/** Whether a condition holds. */
export function isMet(condition: Condition, values: Values): boolean {
  if (typeof condition === 'boolean') return condition;
  switch (condition.kind) {
    case 'all':
      return condition.parts.every((part) => isMet(part, values));
    case 'any':
      return condition.parts.some((part) => isMet(part, values));
    case 'not':
      return !isMet(condition.part, values);
    case 'compare':
      return compareValues(condition.sign, termValue(condition.left, values), termValue(condition.right, values));
  }
}

/** The values after a command, which is enabled. */
export function valuesAfter({ statements }: Command, values: Values): Values {
  const assigned = statements.flatMap((statement): readonly Assigned[] =>
    'target' in statement ? [statement] : (statement.branches.find(({ when }) => isMet(when, values))?.does ?? []),
  );
  return new Map([...values, ...assigned.map(({ target, term }) => [target, termValue(term, values)] as const)]);
}

/** The rows that a command, which is enabled in a configuration, takes there. */
export function rowsTaken(program: Program, { parts }: Command, configuration: Configuration): readonly RowTaken[] {
  const values = valuesIn(program.variables, configuration);
  return parts.flatMap(({ instance, alternatives }): readonly RowTaken[] => {
    const row = alternatives.find(({ when }) => isMet(when, values))?.row;
    return row === undefined ? [] : [{ row, ...(instance !== undefined && { instance }) }];
  });
}

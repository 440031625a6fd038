/** What a step does. All values are read before anything is written, which languages that write one after the other must be told how to do. */
import type { Condition, Operand, Term, Variable } from './expressions.ts';

export type Assigned = { readonly target: Variable; readonly term: Operand };

/** What is done where a condition holds. Of several at most one does. */
export type Branch = { readonly when: Condition; readonly does: readonly Assigned[] };

export type Statement = Assigned | { readonly branches: readonly Branch[] };

function variablesIn(part: Condition | Term): readonly Variable[] {
  if (typeof part === 'boolean') return [];
  switch (part.kind) {
    case 'value':
      return [];
    case 'read':
    case 'plus':
      return [part.variable];
    case 'count':
      return part.of.flatMap(variablesIn);
    case 'not':
      return variablesIn(part.part);
    case 'compare':
      return [...variablesIn(part.left), ...variablesIn(part.right)];
    default:
      return part.parts.flatMap(variablesIn);
  }
}

const readBy = (statement: Statement): readonly Variable[] =>
  'target' in statement
    ? variablesIn(statement.term)
    : statement.branches.flatMap(({ when, does }) => [...variablesIn(when), ...does.flatMap(readBy)]);

const writtenBy = (statement: Statement): readonly Variable[] =>
  'target' in statement ? [statement.target] : statement.branches.flatMap(({ does }) => does.flatMap(writtenBy));

/** Statements that can be carried out one after the other, once copies of the variables in `saved` are made; where they say so, they read the copy. */
export type Sequence = { readonly saved: readonly Variable[]; readonly statements: readonly Sequenced[] };
export type Sequenced = (
  | Assigned
  | { readonly branches: readonly { readonly when: Condition; readonly does: readonly Sequenced[] }[] }
) & {
  /** The variables that were written before, so that their copies are to be read. */
  readonly copies: ReadonlySet<Variable>;
};

/** Puts simultaneous statements into an order in which as few variables as possible are read after they were written. */
export function inSequence(given: readonly Statement[], before: ReadonlySet<Variable> = new Set()): Sequence {
  const saved = new Set<Variable>();
  const statements: Sequenced[] = [];
  const copies = new Set(before);
  let left = [...given];
  while (left.length > 0) {
    const needed = (by: Statement): readonly Variable[] => {
      const elsewhere = new Set(left.filter((other) => other !== by).flatMap(readBy));
      return writtenBy(by).filter((variable) => elsewhere.has(variable));
    };
    const next = left.find((each) => needed(each).length === 0) ?? (left[0] as Statement);
    const known = new Set(copies);
    if ('target' in next) statements.push({ ...next, copies: known });
    else {
      const branches = next.branches.map(({ when, does }) => {
        const inner = inSequence(does, known);
        for (const variable of inner.saved) saved.add(variable);
        return { when, does: inner.statements };
      });
      statements.push({ branches, copies: known });
    }
    for (const variable of needed(next)) {
      saved.add(variable);
      copies.add(variable);
    }
    left = left.filter((each) => each !== next);
  }
  return { saved: [...saved], statements };
}

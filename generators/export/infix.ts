/** Expressions as text with infix operators, which is how Murphi, Promela and C write them, each with its own signs. */
import type { Value } from '../../model/table/types.ts';
import {
  areAlike,
  type Condition,
  common,
  type Operand,
  read,
  type Sign,
  type Term,
  type Type,
  type Variable,
} from './expressions.ts';

/** How a language writes what every language has. */
export type Syntax = {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly signs: { readonly [sign in Sign]: string };
  readonly truth: (is: boolean) => string;
  /** The first value where the condition holds, else the second. */
  readonly choose: (condition: string, one: string, other: string) => string;
  /** How a variable is named where it is read. */
  readonly name: (variable: Variable) => string;
};

/** The signs that Promela has from C. */
export const C_SIGNS = {
  and: '&&',
  or: '||',
  not: '!',
  signs: { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' },
} as const;

/** A value of a type: a number, a truth value, or the identifier of a name. */
export function literal(type: Type | undefined, value: Value, truth: Syntax['truth'] = String): string {
  if (type?.kind === 'names') return type.members.get(value) as string;
  return typeof value === 'boolean' ? truth(value) : String(value);
}

const typeOf = (term: Term): Type | undefined => (term.kind === 'read' ? term.variable.type : undefined);

export type Infix = {
  readonly condition: (condition: Condition) => string;
  /** A value as it is assigned to a variable: where their types differ, value by value. */
  readonly assigned: (target: Variable, term: Operand) => string;
};

export function infix({ and, or, not, signs, truth, choose, name }: Syntax): Infix {
  const term = (of: Term, type: Type | undefined): string => {
    switch (of.kind) {
      case 'value':
        return literal(type, of.value, truth);
      case 'read':
        return name(of.variable);
      case 'plus':
        return of.add < 0 ? `${name(of.variable)} - ${-of.add}` : `${name(of.variable)} + ${of.add}`;
      case 'count':
        return of.of.map((each) => choose(`(${condition(each)})`, '1', '0')).join(' + ');
    }
  };
  const condition = (of: Condition): string => {
    if (typeof of === 'boolean') return truth(of);
    switch (of.kind) {
      case 'all':
        return of.parts.map((part) => `(${condition(part)})`).join(` ${and} `);
      case 'any':
        return of.parts.map((part) => `(${condition(part)})`).join(` ${or} `);
      case 'not':
        return `${not}(${condition(of.part)})`;
      case 'compare':
        return `${term(of.left, undefined)} ${signs[of.sign]} ${term(of.right, typeOf(of.left))}`;
    }
  };
  const assigned = (target: Variable, of: Operand): string => {
    if (of.kind !== 'read' || areAlike(of.variable.type, target.type)) return term(of, target.type);
    const values = common(of.variable, target).map((each) => [
      term(read(of.variable), undefined),
      literal(of.variable.type, each, truth),
      literal(target.type, each, truth),
    ]);
    const last = values.pop()?.[2] as string;
    return values.reduceRight(
      (other, [held, is, one]) => choose(`(${held} ${signs.eq} ${is})`, one as string, other),
      last,
    );
  };
  return { condition, assigned };
}

/** A condition as a text, by which equal ones are known. */
export const textOf = infix({
  ...C_SIGNS,
  truth: String,
  choose: (...parts) => parts.join(),
  name: ({ id }) => id,
}).condition;

/** Whether values, conditions and assignments suit the variables they are for: one check for tables and systems. */
import type { Path } from './diagnostic.ts';
import { memo } from './memo.ts';
import { listed } from './plain.ts';
import { type Names, type Sayer, written } from './sayer.ts';
import type { Value } from './types.ts';

/** What kind of domain a variable has. Only in a system it refers to an instance. */
export type Kind = 'range' | 'values' | 'flag' | 'states' | 'instance';

/** What a condition or an assignment is about: a variable, or a number. */
export type Subject = {
  readonly name: string;
  /** Not known where the declaration could not be read; then nothing is said about what is compared with it. */
  readonly kind: Kind | undefined;
  /** Says where a value is not in the domain. */
  readonly value: (value: Value, path: Path) => void;
  /** Says where what an operand names is not known, or is of another kind. */
  readonly operand: (operand: object, path: Path) => void;
};

type PlainDomain =
  | { readonly range: readonly [from: number, to: number] }
  | { readonly values: readonly string[] }
  | { readonly flag: true };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const wordsOf = memo(({ values }: { readonly values: readonly string[] }): Names => new Set(values));

/** Says that a value is not in a domain. */
export function outside(
  { say }: Sayer,
  name: string,
  value: Value,
  path: Path,
  domain: string,
  candidates?: Iterable<string>,
): void {
  const sentence = `${name} cannot be ${written(value).slice(0, 80)}; it is ${domain}`;
  say('SA142', path, sentence, written(value), candidates);
}

/** Says where a value is not in a domain of numbers or words, or neither true nor false; and, after that, what else is to be said of it. */
export function checkPlainValue(
  sayer: Sayer,
  name: string,
  declared: PlainDomain,
  value: Value,
  path: Path,
  more = '',
): void {
  if ('range' in declared) {
    const [from, to] = declared.range;
    if (from > to) return; // said where the range is
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
      outside(sayer, name, value, path, `an integer from ${from} to ${to}${more}`);
  } else if ('values' in declared) {
    const words = wordsOf(declared);
    if (typeof value !== 'string' || !words.has(value))
      outside(sayer, name, value, path, `one of ${listed(declared.values)}${more}`, words);
  } else if (typeof value !== 'boolean') outside(sayer, name, value, path, `true or false${more}`);
}

/** Says where a range does not go from one integer to another that is not smaller. */
export function checkRange({ say }: Sayer, [from, to]: readonly [number, number], path: Path): boolean {
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to) return true;
  say('SA141', path, `from ${from} to ${to} is no range of integers`, written([from, to]));
  return false;
}

/** Whether a variable is declared by one of the keys, and with an initial value where it needs one; says so where it is not. */
export function isOfOneKind(
  { sayOfKey }: Sayer,
  name: string,
  variable: { readonly initial?: unknown },
  keys: readonly string[],
  path: Path,
): boolean {
  const kinds = keys.filter((kind) => kind in variable);
  const needsInitial = kinds[0] === 'range' || kinds[0] === 'values';
  if (kinds.length === 1 && !(needsInitial && variable.initial === undefined)) return true;
  const what =
    kinds.length === 1 ? 'no initial value' : kinds.length === 0 ? 'no kind' : `several kinds: ${kinds.join(', ')}`;
  sayOfKey('SA146', path, `the variable ${name} has ${what}`, name);
  return false;
}

/** Says where labels of values are given for a variable that has no values, or for a value that it does not have. */
export function checkLabels(
  { sayOfKey }: Sayer,
  name: string,
  variable: { readonly initial?: unknown; readonly values?: readonly string[]; readonly labels?: object },
  path: Path,
): void {
  const { labels, values } = variable;
  if (labels === undefined) return;
  if (values === undefined) {
    sayOfKey('SA111', [...path, 'labels'], `the variable ${name} has no values that labels could be for`, 'labels');
    return;
  }
  for (const value of Object.keys(labels))
    if (!values.includes(value)) {
      const sentence = `${name} cannot be ${written(value).slice(0, 80)}; it is one of ${listed(values)}`;
      sayOfKey('SA142', [...path, 'labels', value], sentence, value, values);
    }
}

/** Looks at an initial value, or at each of several. */
export function checkInitial(
  initial: Value | readonly Value[] | undefined,
  path: Path,
  check: (value: Value, path: Path) => void,
): void {
  if (Array.isArray(initial)) initial.forEach((value, index) => check(value, [...path, index]));
  else if (initial !== undefined) check(initial as Value, path);
}

/** What `in` and an equality compare with need only be in the domain; an order is one of numbers. */
const isOrder = (comparison: string): boolean => !['eq', 'ne', 'in'].includes(comparison);

/** Says what is wrong with a condition on a subject. */
export function checkCondition(sayer: Sayer, subject: Subject, condition: unknown, path: Path): void {
  const { name, kind } = subject;
  if (kind === undefined) return;
  if (!isObject(condition)) return subject.value(condition as Value, path);
  if ('memory' in condition || 'parameter' in condition) return subject.operand(condition, path);
  for (const [comparison, operand] of Object.entries(condition)) {
    const at = [...path, comparison];
    if (isOrder(comparison) && kind !== 'range')
      sayer.sayOfKey('SA143', at, `${comparison} compares numbers, and ${name} is no range`, comparison);
    else if (Array.isArray(operand)) {
      if (operand.length === 0) sayer.say('SA113', at, 'this list is empty');
      operand.forEach((value, index) => subject.value(value, [...at, index]));
    } else if (isObject(operand)) subject.operand(operand, at);
    else if (!isOrder(comparison)) subject.value(operand as Value, at);
    else if (typeof operand !== 'number')
      sayer.say('SA143', at, `${comparison} compares ${name} with a number`, written(operand));
  }
}

/** Says what is wrong with an assignment to a subject. */
export function checkAssignment(sayer: Sayer, subject: Subject, assignment: unknown, path: Path): void {
  const { name, kind } = subject;
  if (kind === undefined) return;
  if (!isObject(assignment)) return subject.value(assignment as Value, path);
  if ('add' in assignment) {
    if (kind !== 'range')
      sayer.say('SA143', path, `add changes a number, and ${name} is no range`, written(assignment));
    else if (!Number.isInteger(assignment.add)) sayer.say('SA143', path, 'add takes an integer', written(assignment));
  } else if ('save' in assignment) {
    if (kind !== 'states')
      sayer.say('SA144', path, `${name} cannot save a state: it is not declared with states`, written(assignment));
  } else subject.operand(assignment, path);
}

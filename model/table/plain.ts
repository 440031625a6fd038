/** The first gate: whatever was given becomes plain data, or it is said why it is none. Never throws. */
import { type Diagnostic, diagnostic, type Path } from './diagnostic.ts';

export const LIMITS = {
  /** Characters of a YAML or JSON text. */
  characters: 16_000_000,
  /** Names, values, marks and brackets of a YAML or JSON text. */
  parts: 2_000_000,
  /** Spaces, line ends and comments of a YAML or JSON text, each run of them counted once. */
  gaps: 8_000_000,
  /** Anchors, aliases, tags and documents of a YAML text. */
  features: 10_000,
  /** Depth of nested lists and objects. */
  depth: 40,
  /** Values in one table or system, all together; an alias counts as what it repeats. */
  values: 4_000_000,
} as const;

/** A diagnostic before its place is known. It is about what its path leads to, or about the last key of the path itself. */
export type Problem = Diagnostic & { readonly about?: 'key' };

/** The same problem, about the last key of its path. */
export const aboutKey = (problem: Diagnostic): Problem => ({ ...problem, about: 'key' });

/** A name as a sentence shows it: quoted, and not longer than a line. */
export const quoted = (name: string): string => JSON.stringify(name.slice(0, 80));

/** A number as a sentence shows it. */
export const counted = (count: number): string => (Number.isSafeInteger(count) ? String(count) : 'more than countable');

const MOST_LISTED = 20;

/** Names as a sentence lists them: the first ones, and how many there are besides. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => name.slice(0, 80));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

type Plain = { readonly value: unknown } | { readonly problems: readonly Problem[] };

/** A reason to stop copying, carried out of the recursion. */
class Stop extends Error {
  readonly problem: Diagnostic | undefined;
  constructor(problem?: Diagnostic) {
    super(problem?.message);
    this.problem = problem;
  }
}

const FORBIDDEN = '__proto__';
/** So many problems are counted; a value that has more is hardly a table. */
const MOST_COUNTED = 10_000;

/** What a value is that is no data, in words. */
function strange(value: unknown): string {
  if (value === undefined) return 'nothing (undefined)';
  if (typeof value === 'number') return 'no finite number';
  return typeof value === 'object' ? 'an instance of a class' : `a ${typeof value}`;
}

const isRecord = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** A fresh copy made of plain objects, lists, texts, finite numbers, true, false and null. What it is meant as is a word for sentences. */
export function plainCopy(given: unknown, meant: 'table' | 'system' = 'table'): Plain {
  const noData = `a ${meant} is pure data, and this is`;
  const problems: Problem[] = [];
  const open = new Set<object>();
  let values = 0;
  const say = (problem: Problem): undefined => {
    problems.push(problem);
    if (problems.length >= MOST_COUNTED) throw new Stop();
  };
  const refuse = (value: unknown, path: Path): undefined => {
    const text = typeof value === 'object' || value === undefined ? {} : { text: String(value) };
    return say(diagnostic('SA103', path, `${noData} ${strange(value)}`, text));
  };
  const copy = (value: unknown, path: Path): unknown => {
    if (++values > LIMITS.values)
      throw new Stop(
        diagnostic(
          'SA104',
          path.slice(0, 1),
          `the ${meant} has more than ${LIMITS.values} values, aliases written out`,
        ),
      );
    if (path.length > LIMITS.depth)
      throw new Stop(
        diagnostic('SA104', path.slice(0, 3), `lists and objects are nested deeper than ${LIMITS.depth} levels`),
      );
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value; // -0 is 0
    if (typeof value !== 'object') return refuse(value, path);
    if (open.has(value)) return say(diagnostic('SA103', path, `a ${meant} is pure data, and this contains itself`));
    open.add(value);
    const result = copyParts(value, path);
    open.delete(value);
    return result;
  };
  const copyParts = (value: object, path: Path): unknown => {
    if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, [...path, index]));
    if (!isRecord(value)) return refuse(value, path);
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const at = [...path, key];
      const item = (value as Record<string, unknown>)[key];
      if (key === FORBIDDEN) say(aboutKey(diagnostic('SA106', at, `the key ${key} is not allowed`, { text: key })));
      else if (item !== undefined) result[key] = copy(item, at);
    }
    return result;
  };
  try {
    const value = copy(given, []);
    return problems.length > 0 ? { problems } : { value };
  } catch (thrown) {
    if (!(thrown instanceof Stop)) problems.push(diagnostic('SA103', [], `${noData} something that cannot be read`));
    else if (thrown.problem !== undefined) return { problems: [thrown.problem] };
    return { problems };
  }
}

/** Freezes plain data all the way down. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const item of Object.values(value)) freeze(item);
  return Object.freeze(value);
}

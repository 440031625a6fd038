/** The first gate: whatever was given becomes plain data, or it is said why it is none. Never throws. */
import { type Diagnostic, diagnostic, type Path } from './diagnostic.ts';

export const LIMITS = {
  /** Characters of a YAML or JSON text. */
  characters: 16_000_000,
  /** Depth of nested lists and objects. */
  depth: 40,
  /** Values in one table, all together. */
  values: 4_000_000,
} as const;

type Plain = { readonly value: unknown } | { readonly problem: Diagnostic };

/** A reason to stop copying, carried out of the recursion. */
class NotPlain {
  readonly problem: Diagnostic;
  constructor(problem: Diagnostic) {
    this.problem = problem;
  }
}

const FORBIDDEN = '__proto__';

/** A fresh copy made of plain objects, lists, texts, finite numbers, true, false and null. */
export function plainCopy(given: unknown): Plain {
  let values = 0;
  const copy = (value: unknown, path: Path): unknown => {
    if (++values > LIMITS.values)
      throw new NotPlain(diagnostic('SA104', [], `the table has more than ${LIMITS.values} values`));
    if (path.length > LIMITS.depth)
      throw new NotPlain(
        diagnostic('SA104', path.slice(0, 3), `lists and objects are nested deeper than ${LIMITS.depth} levels`),
      );
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value; // -0 is 0
    if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, [...path, index]));
    if (typeof value !== 'object') {
      const what = typeof value === 'undefined' ? 'nothing (undefined)' : `a ${typeof value}`;
      throw new NotPlain(
        diagnostic('SA103', path, `a table is pure data, and this is ${what}`, { text: String(value) }),
      );
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new NotPlain(diagnostic('SA103', path, 'a table is pure data, and this is an instance of a class'));
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === FORBIDDEN)
        throw new NotPlain(diagnostic('SA106', [...path, key], `the key ${key} is not allowed`, { text: key }));
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined) result[key] = copy(item, [...path, key]);
    }
    return result;
  };
  try {
    return { value: copy(given, []) };
  } catch (thrown) {
    if (thrown instanceof NotPlain) return { problem: thrown.problem };
    return { problem: diagnostic('SA103', [], 'a table is pure data, and reading this value failed') };
  }
}

/** Freezes plain data all the way down. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const item of Object.values(value)) freeze(item);
  return Object.freeze(value);
}

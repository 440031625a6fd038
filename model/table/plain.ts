/** The first gate: whatever was given becomes plain data, or it is said why it is none. Never throws. */
import { type Diagnostic, diagnostic, type Path } from './diagnostic.ts';

export const LIMITS = {
  /** Characters of a YAML or JSON text. */
  characters: 16_000_000,
  /** Line ends, commas, colons and opening brackets in a YAML or JSON text: more than its parts, whatever they are. */
  marks: 1_500_000,
  /** Depth of nested lists and objects. */
  depth: 40,
  /** Values in one table, all together. */
  values: 4_000_000,
} as const;

type Plain = { readonly value: unknown } | { readonly problems: readonly Diagnostic[] };

/** A reason to stop copying, carried out of the recursion. */
class TooLarge extends Error {
  readonly problem: Diagnostic;
  constructor(path: Path, message: string) {
    super(message);
    this.problem = diagnostic('SA104', path, message);
  }
}

const FORBIDDEN = '__proto__';
const NO_DATA = 'a table is pure data, and this is';

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

/** A fresh copy made of plain objects, lists, texts, finite numbers, true, false and null. */
export function plainCopy(given: unknown): Plain {
  const problems: Diagnostic[] = [];
  let values = 0;
  const refuse = (value: unknown, path: Path): void => {
    const text = typeof value === 'object' ? {} : { text: String(value) };
    problems.push(diagnostic('SA103', path, `${NO_DATA} ${strange(value)}`, text));
  };
  const copy = (value: unknown, path: Path): unknown => {
    if (++values > LIMITS.values) throw new TooLarge([], `the table has more than ${LIMITS.values} values`);
    if (path.length > LIMITS.depth)
      throw new TooLarge(path.slice(0, 3), `lists and objects are nested deeper than ${LIMITS.depth} levels`);
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value; // -0 is 0
    if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, [...path, index]));
    if (typeof value !== 'object' || !isRecord(value)) return refuse(value, path);
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const at = [...path, key];
      const item = (value as Record<string, unknown>)[key];
      if (key === FORBIDDEN) problems.push(diagnostic('SA106', at, `the key ${key} is not allowed`, { text: key }));
      else if (item !== undefined) result[key] = copy(item, at);
    }
    return result;
  };
  try {
    const value = copy(given, []);
    return problems.length > 0 ? { problems } : { value };
  } catch (thrown) {
    if (thrown instanceof TooLarge) return { problems: [thrown.problem] };
    return { problems: [...problems, diagnostic('SA103', [], `${NO_DATA} something that cannot be read`)] };
  }
}

/** Freezes plain data all the way down. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const item of Object.values(value)) freeze(item);
  return Object.freeze(value);
}

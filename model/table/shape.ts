/** The second gate: plain data has the shape of a definition. Every problem of shape becomes one diagnostic. */
import type * as z from 'zod';
import { diagnostic, type Path } from './diagnostic.ts';
import { aboutKey, type Problem, quoted } from './plain.ts';
import { suggest } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** The part of a value at a path. */
export function partAt(value: unknown, path: Path): unknown {
  let part = value;
  for (const key of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
    part = (part as Record<string | number, unknown>)[key];
  }
  return part;
}

const shown = (value: unknown): string => {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value).slice(0, 80);
};

const EXPECTED: { readonly [type: string]: string } = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list of two numbers',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** The keys that a strict object of the definition allows at a path, for “did you mean”. */
function allowedKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  type Def = { shape?: object; innerType?: Node; element?: Node; valueType?: Node; catchall?: Node; options?: Node[] };
  type Node = { _zod: { def: Def } };
  let nodes: Node[] = [schema as unknown as Node];
  const open = (node: Node): Node[] => {
    const { def } = node._zod;
    if (def.innerType !== undefined) return open(def.innerType);
    if (def.options !== undefined) return def.options.flatMap(open);
    return [node];
  };
  for (const key of path) {
    nodes = nodes.flatMap(open).flatMap(({ _zod: { def } }) => {
      if (def.shape !== undefined && Object.hasOwn(def.shape, key))
        return [(def.shape as Record<string, Node>)[key] as Node];
      return [def.element, def.valueType, def.catchall].filter((next) => next !== undefined);
    });
  }
  return nodes.flatMap(open).flatMap(({ _zod: { def } }) => Object.keys(def.shape ?? {}));
}

function explain(issue: Issue, value: unknown, schema: z.core.$ZodType): readonly Problem[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(schema, path);
    return issue.keys.map((key) => {
      const near = suggest(key, allowed);
      const suggestion = near === undefined ? {} : { suggestion: near };
      const known = allowed.length === 0 ? '' : `; known here: ${allowed.join(', ')}`;
      const sentence = `the key ${quoted(key)} is not known here${known}`;
      return aboutKey(diagnostic('SA111', [...path, key], sentence, { text: key, ...suggestion }));
    });
  }
  const part = partAt(value, path);
  const last = path.at(-1);
  if (part === undefined && typeof last === 'string')
    return [diagnostic('SA110', path, `the key ${last} is missing`, { text: shown(partAt(value, path.slice(0, -1))) })];
  if (issue.code === 'too_small' && issue.origin === 'array') return [diagnostic('SA113', path, 'this list is empty')];
  const isOwnWords = !issue.message.startsWith('Invalid input');
  const expected = issue.code === 'invalid_type' && !isOwnWords ? EXPECTED[issue.expected] : undefined;
  const message = expected ?? (issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : issue.message);
  const nothing = part === null ? ', and nothing stands here' : '';
  return [diagnostic('SA112', path, `expected ${message}${nothing}`, { text: shown(part) })];
}

/** All problems of shape, in the order of the definition's keys. What is defined is said where the value is no object. */
export function shapeProblems(value: unknown, schema: z.ZodType, what: string): readonly Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const given =
      value === null ? 'nothing' : Array.isArray(value) ? 'a list' : (EXPECTED[typeof value] ?? typeof value);
    return [diagnostic('SA103', [], `expected ${what}, and this is ${given}`, { text: shown(value) })];
  }
  return partProblems(value, schema);
}

/** The problems of shape of a part. */
export function partProblems(value: unknown, schema: z.ZodType): readonly Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => explain(issue, value, schema));
  // A number can be too small and too far from zero to be exact: one thing is wrong with it for its reader.
  return [...new Map(problems.map((each) => [JSON.stringify([each.code, each.path, each.text]), each])).values()];
}

/** Stands for a declaration that could not be read; only its name counts. */
export const MISSHAPEN: Readonly<Record<string, never>> = Object.freeze({});

/** What a definition says of its misshapen parts. */
export type Sections = {
  /** The sections that declare names: without one of them, every name would be reported as unknown. */
  readonly declaring: ReadonlySet<unknown>;
  /** What still counts of an entry of a section that could not be read. */
  readonly left: (section: string, entry: unknown) => unknown;
};

/**
 * What is left of a value without its misshapen entries, so that the names in all others can be checked in the same pass. A
 * misshapen declaration keeps its name; a misshapen item of a list leaves a hole. Nothing is left, `undefined`, where
 * a section that declares names is no section at all: every name would be reported as unknown.
 */
export function soundPart(value: unknown, problems: readonly Problem[], sections: Sections): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given: { readonly [section: string]: unknown } = { ...value };
  const sound = { ...given };
  const copied = new Set<string>();
  for (const { path } of problems) {
    const [section, key] = path as [string?, (string | number)?];
    if (section === undefined || (key === undefined && sections.declaring.has(section))) return undefined;
    if (!Object.hasOwn(sound, section)) continue;
    const part = given[section];
    if (key === undefined || typeof part !== 'object' || part === null) {
      delete sound[section];
      continue;
    }
    if (!copied.has(section)) sound[section] = Array.isArray(part) ? [...part] : { ...part };
    copied.add(section);
    const copy = sound[section] as Record<string | number, unknown>;
    if (Array.isArray(copy)) delete copy[key as number];
    else copy[key] = sections.left(section, (part as typeof copy)[key]);
  }
  return sound;
}

/** What every reading must be, and ways to damage what is read. For tests only. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { type ParsedModel, type ParsedSystem, parseModel } from '../system/parse.ts';
import { readModel } from '../system/read.ts';
import { tableArbitrary } from './arbitrary.ts';
import { READING_CODES } from './codes.ts';
import { type Diagnostic, formatDiagnostic } from './diagnostic.ts';
import type { Parsed, Refused } from './parse.ts';
import type { TextFormat } from './read.ts';

export const FILE = 'a.atlas.yaml';

/** Reads a text and gives `line:column code` of everything that is wrong with it. */
export const problemsIn = (text: string, format: TextFormat = 'yaml'): readonly string[] =>
  diagnosticsOf(readModel(text, { file: FILE, format })).map(
    ({ code, place }) => `${place?.line}:${place?.column} ${code}`,
  );

/** The diagnostics of what was refused. */
export const diagnosticsOf = (parsed: { readonly ok: true } | Refused): readonly Diagnostic[] =>
  parsed.ok ? [] : parsed.diagnostics;

/** What reads again as itself, or at least one diagnostic; each of a code of the closed table, each in a few lines. */
export function insistOnAnswer(parsed: ParsedModel | ParsedSystem | Parsed): void {
  if (parsed.ok) {
    const model = 'model' in parsed ? parsed.model : 'system' in parsed ? parsed.system : parsed.table;
    expect(parseModel(model)).toEqual({ ok: true, model });
    return;
  }
  expect(parsed.diagnostics.length).toBeGreaterThan(0);
  expect(parsed.diagnostics.length).toBeLessThanOrEqual(101);
  for (const problem of parsed.diagnostics) {
    expect(Object.keys(READING_CODES)).toContain(problem.code);
    expect(problem.message.length).toBeLessThan(500);
    expect(formatDiagnostic(problem).split('\n').length).toBeLessThanOrEqual(5);
  }
}

/** Reads a text and insists that every diagnostic has a place inside the text, and that they come in its order. */
export function insistOnPlaces(text: string, format: TextFormat): ParsedModel {
  const parsed = readModel(text, { file: FILE, format });
  insistOnAnswer(parsed);
  const lines = text.replace(/^\ufeff/, '').split('\n');
  let before = { line: 1, column: 1 };
  const problems = diagnosticsOf(parsed);
  for (const { place = { file: '', line: 0, column: 0 } } of problems.slice(0, 100)) {
    expect(place.file).toBe(FILE);
    expect(lines[place.line - 1]).toBeDefined();
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] as string).length + 1);
    expect(place.line - before.line || place.column - before.column).toBeGreaterThanOrEqual(0);
    before = place;
  }
  return parsed;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const AWKWARD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>('', 'stay', 's1', 'nowhere', '1', 0, -1, 0.5, 1e300, null, true, false, [], {}, [
    's1',
    's1',
  ]),
  fc.constantFrom<unknown>({ memory: 'v1' }, { add: 1 }, { save: 'state' }, { group: 'live' }, { except: {} }),
  fc.jsonValue({ maxDepth: 2 }),
);
const KEYS = fc.constantFrom('toString', 'constructor', 'states', 'initail', 'whenn', 'a b', '1', 'memory', 'stay', '');

/** Valid values with one thing wrong, mostly: a part replaced, removed, renamed, added or repeated somewhere. */
export const damaged = (whole: fc.Arbitrary<object>, awkward: fc.Arbitrary<unknown> = AWKWARD): fc.Arbitrary<unknown> =>
  fc
    .tuple(whole, fc.nat(), fc.constantFrom('replace', 'remove', 'rename', 'add', 'repeat'), awkward, KEYS)
    .map(([given, at, how, value, name]) => {
      const copy = structuredClone(given) as unknown as Json;
      const spots: [Json[] | { [key: string]: Json }, string][] = [];
      const walk = (part: Json): void => {
        if (typeof part !== 'object' || part === null) return;
        for (const [key, inside] of Object.entries(part)) {
          spots.push([part, key]);
          walk(inside);
        }
      };
      walk(copy);
      const [part, key] = spots[at % spots.length] as (typeof spots)[number];
      const parts = part as { [key: string]: Json };
      const old = parts[key] as Json;
      if (Array.isArray(part)) {
        const inserted = how === 'remove' ? [] : how === 'repeat' ? [old, old] : [value as Json];
        part.splice(Number(key), 1, ...inserted);
      } else if (how === 'add') parts[name] = value as Json;
      else {
        delete parts[key];
        if (how !== 'remove') parts[how === 'rename' ? name : key] = how === 'rename' ? old : (value as Json);
      }
      return copy;
    });

export const damagedTable: fc.Arbitrary<unknown> = damaged(tableArbitrary());

/** What every reading must be, and ways to damage a table. For tests only. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { tableArbitrary } from './arbitrary.ts';
import { READING_CODES } from './codes.ts';
import { type Diagnostic, formatDiagnostic } from './diagnostic.ts';
import { type Parsed, parseTable, type Refused } from './parse.ts';
import { readTable, type TextFormat } from './read.ts';

export const FILE = 'a.atlas.yaml';

/** Reads a text and gives `line:column code` of everything that is wrong with it. */
export const problemsIn = (text: string, format: TextFormat = 'yaml'): readonly string[] =>
  diagnosticsOf(readTable(text, { file: FILE, format })).map(
    ({ code, place }) => `${place?.line}:${place?.column} ${code}`,
  );

/** The diagnostics of what was refused. */
export const diagnosticsOf = (parsed: { readonly ok: true } | Refused): readonly Diagnostic[] =>
  parsed.ok ? [] : parsed.diagnostics;

/** A table that reads again as itself, or at least one diagnostic; each of a code of the closed table, each in a few lines. */
export function insistOnAnswer(parsed: Parsed): void {
  if (parsed.ok) {
    expect(parseTable(parsed.table)).toMatchObject({ ok: true, table: parsed.table });
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
export function insistOnPlaces(text: string, format: TextFormat): Parsed {
  const parsed = readTable(text, { file: FILE, format });
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

const AWKWARD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>('', 'stay', 's1', 'nowhere', '1', 0, -1, 0.5, 1e300, null, true, false, [], {}, [
    's1',
    's1',
  ]),
  fc.constantFrom<unknown>({ memory: 'v1' }, { add: 1 }, { save: 'state' }, { group: 'live' }, { except: {} }),
  fc.jsonValue({ maxDepth: 2 }),
);
const KEYS = fc.constantFrom('toString', 'constructor', 'states', 'initail', 'whenn', 'a b', '1', 'memory', 'stay', '');

/** Valid tables with one thing wrong, mostly: a part replaced, removed, renamed, added or repeated somewhere. */
export const damagedTable: fc.Arbitrary<unknown> = fc
  .tuple(tableArbitrary(), fc.nat(), fc.constantFrom('replace', 'remove', 'rename', 'add', 'repeat'), AWKWARD, KEYS)
  .map(([table, at, how, value, name]) => {
    const copy = structuredClone(table) as unknown as Json;
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

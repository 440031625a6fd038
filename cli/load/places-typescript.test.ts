/** Where the parts of TypeScript tables stand, as their authors would point at them. */
import { describe, expect, test } from 'vitest';
import { at } from '../../generators/report/events.ts';
import { typescriptPlaces } from './places-typescript.ts';
import type { Source } from './source.ts';

/** The places of a table or system in the first of some modules that import one another. */
function placesIn(
  texts: { readonly [file: string]: string },
  wanted: { readonly name: string; readonly exported?: string },
) {
  const sources = new Map<string, Source>();
  for (const [file, text] of Object.entries(texts))
    sources.set(file, { file, text, imported: (specifier) => sources.get(specifier.replace('./', '')) });
  return typescriptPlaces([...sources.values()][0] as Source, wanted);
}

const TEXT = `import { defineTable } from 'stateatlas';

type Side = 'left' | 'right';
const rows = [
  { from: 'left', on: 'go', to: 'right' },
  { from: 'right', on: 'back', to: 'left' },
] as const;

export const first = defineTable({
  name: 'first',
  states: { left: { initial: true }, right: {} },
  events: { go: {}, back: {} },
  transitions: rows,
});

const more: readonly { from: Side; on: 'go'; to: Side }[] = [];
export const second = defineTable({
  name: 'second',
  states: { left: { initial: true }, right: {} },
  events: { go: {} } satisfies Record<string, object>,
  transitions: [
    { from: 'left', on: 'go', to: 'right' },
    ...more,
    { from: 'right', on: 'go', to: 'left' },
    row('left'),
  ],
  properties: { ['a ' + 'b']: { reachable: { state: 'right' } } },
});
`;

const where = (table: string, path: readonly (string | number)[]): string =>
  at(placesIn({ 'two.atlas.ts': TEXT }, { name: table }), path);

describe('the place of', () => {
  test.each([
    ['first', ['states', 'right'], 'two.atlas.ts:11'],
    ['first', ['transitions', 0], 'two.atlas.ts:5'],
    ['first', ['transitions', 1], 'two.atlas.ts:6'],
    ['second', ['states', 'left'], 'two.atlas.ts:19'],
    ['second', ['events', 'go'], 'two.atlas.ts:20'],
    ['second', ['transitions', 0], 'two.atlas.ts:22'],
    ['second', ['transitions', 1], 'two.atlas.ts:17 transitions[1]'],
    ['second', ['transitions', 2], 'two.atlas.ts:17 transitions[2]'],
    ['second', ['transitions', 3], 'two.atlas.ts:17 transitions[3]'],
    ['second', ['properties', 'a b'], 'two.atlas.ts:27 properties.a b'],
  ] as const)('%s %j is %s', (table, path, place) => {
    expect(where(table, path)).toBe(place);
  });

  test('a column is that of the key, counted from 1', () => {
    expect(placesIn({ 'two.atlas.ts': TEXT }, { name: 'first' })(['states', 'right'])).toEqual({
      file: 'two.atlas.ts',
      line: 11,
      column: 38,
    });
  });

  test('a part of a file that cannot be parsed is its beginning', () => {
    expect(placesIn({ 'x.atlas.ts': 'export const = 1' }, { name: 'x' })(['states'])).toEqual({
      file: 'x.atlas.ts',
      line: 1,
      column: 1,
    });
  });
});

const TABLES = `export const call = defineTable({
  name: 'call',
  states: { waiting: { initial: true }, over: {} },
  events: { end: {} },
  transitions: [
    { from: 'waiting', on: 'end', to: 'over' },
    ...others,
  ],
});
export { call as default };
export { parts } from './parts.ts';
`;
const PARTS = `const { memory, ...rest } = all();
export function all() {
  const votes = { range: [0, 3], initial: 0 };
  return {
    memory: { votes },
    channels: { line: { message: {}, capacity: 1 } },
  };
}
export const parts = { ...rest };
export const events = { end: { moves: { desk: 'end' } } };
export const circle = { ...circle };
export const inCircles = (name) => inCircles(name);
`;
const SYSTEM = `import { defineSystem } from 'stateatlas/system';
import other, { call, parts } from './tables.ts';
import { all, circle, events, inCircles } from './parts.ts';

const lamp = { name: 'lamp', states: { off: {} }, events: {}, transitions: [] };
const systemOf = (name: string, isOpen: boolean) => defineSystem({
  name,
  tables: [
    call,
    other,
    lamp,
    defineTable({
      name: 'door',
      states: { shut: {} }, transitions: [],
    }),
    circle,
  ],
  instances: { desk: { table: 'call' } },
  ...parts,
  memory: all().memory,
  events: { ...(isOpen ? events : {}), ...(isOpen && { open: {} }), name },
  rulings: inCircles(name),
});
export const open = systemOf('open', true);
export const third = defineSystem({
  name: 'third',
  tables: [],
});
`;
const MODULES = { 'system.atlas.ts': SYSTEM, 'tables.ts': TABLES, 'parts.ts': PARTS };

describe('the place of a part of a system, whatever module and function it is written in:', () => {
  test.each([
    ['open', [], 'system.atlas.ts:6'],
    ['open', ['instances', 'desk'], 'system.atlas.ts:18'],
    ['open', ['tables', 0], 'tables.ts:1'],
    ['open', ['tables', 0, 'states', 'over'], 'tables.ts:3'],
    ['open', ['tables', 1, 'transitions', 0], 'tables.ts:6'],
    ['open', ['tables', 0, 'transitions', 1], 'tables.ts:1 tables[0].transitions[1]'],
    ['open', ['tables', 2, 'states', 'off'], 'system.atlas.ts:5'],
    ['open', ['tables', 3, 'states', 'shut'], 'system.atlas.ts:14'],
    ['open', ['tables', 4, 'states'], 'parts.ts:11 tables[4].states'],
    ['open', ['memory', 'votes'], 'parts.ts:5'],
    ['open', ['memory', 'votes', 'range'], 'parts.ts:3'],
    ['open', ['channels', 'line'], 'parts.ts:6'],
    ['open', ['events', 'end', 'moves', 'desk'], 'parts.ts:10'],
    ['open', ['events', 'open'], 'system.atlas.ts:21'],
    ['open', ['events', 'name', 'moves'], 'system.atlas.ts:21 events.name.moves'],
    ['open', ['rulings', 0], 'system.atlas.ts:22 rulings[0]'],
    ['third', ['tables'], 'system.atlas.ts:27'],
  ] as const)('%s %j is %s', (exported, path, place) => {
    const places = placesIn(MODULES, { name: exported, exported });
    expect(at(places, path)).toBe(place);
  });

  test('what is exported under no name of its own is found by its name, or where it is the only one', () => {
    expect(at(placesIn(MODULES, { name: 'third', exported: 'default' }), ['name'])).toBe('system.atlas.ts:26');
    expect(at(placesIn({ 'tables.ts': TABLES }, { name: 'renamed' }), ['name'])).toBe('tables.ts:2');
    expect(at(placesIn(MODULES, { name: 'fourth', exported: 'fourth' }), ['name'])).toBe('system.atlas.ts:1');
  });
});

/** Where the parts of TypeScript tables stand, as their authors would point at them. */
import { describe, expect, test } from 'vitest';
import { at } from '../../generators/report/events.ts';
import { typescriptPlaces } from './places-typescript.ts';

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
  at(typescriptPlaces(TEXT, 'two.atlas.ts', table), path);

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
    expect(typescriptPlaces(TEXT, 'two.atlas.ts', 'first')(['states', 'right'])).toEqual({
      file: 'two.atlas.ts',
      line: 11,
      column: 38,
    });
  });

  test('a part of a file that cannot be parsed is its beginning', () => {
    expect(typescriptPlaces('export const = 1', 'x.atlas.ts', 'x')(['states'])).toEqual({
      file: 'x.atlas.ts',
      line: 1,
      column: 1,
    });
  });
});

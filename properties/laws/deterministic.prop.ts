/** What is written depends on the model alone: not on when, where or how often it is written, nor on the order of keys that are no names. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import type { Model } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { law } from '../../model/testing.ts';
import { writtenOf } from './written.ts';

const models: fc.Arbitrary<Model> = fc.oneof(tableArbitrary(), systemArbitrary());

law.prop([models, fc.constantFrom('en', 'fr', 'de')], { numRuns: 8 })('twice the same', (model, language) => {
  expect(writtenOf(structuredClone(model), language)).toEqual(writtenOf(model, language));
});

/** Keys that hold names of the model: their order is that of the model, as its author wrote it. */
const NAMING = [
  'states',
  'events',
  'memory',
  'properties',
  'sources',
  'actors',
  'groups',
  'instances',
  'channels',
  'message',
];

/** The parts of a model with their keys the other way round: of the model itself, and of whatever stands under a name or in a list. */
function turned(value: unknown, names: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => turned(each, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const isPart = names || ['tables', 'transitions', 'rulings', 'claims'].includes(key);
    return [key, isPart || NAMING.includes(key) ? turned(each, !names && NAMING.includes(key)) : each] as const;
  });
  return Object.fromEntries(names ? entries : entries.reverse());
}

law.prop([models], { numRuns: 8 })('whatever the order in which a row, a state or an event says its parts', (model) => {
  const [written, other] = [model, turned(model, false) as Model].map((each) => writtenOf(each, 'en'));
  // These are the model itself, in the order of its author; and of JSON the order of keys is none.
  const own = ['export json', 'export yaml'];
  const read = (name: string, text: string | undefined): unknown =>
    name.endsWith('.json') && text !== undefined ? JSON.parse(text) : text;
  for (const [name, text] of written ?? [])
    if (!own.includes(name)) expect([name, read(name, other?.get(name))]).toEqual([name, read(name, text)]);
});

test('in other surroundings: another language, time zone and width of the terminal', () => {
  const printed = (surroundings: NodeJS.ProcessEnv): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'elsewhere.ts')], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...surroundings },
      maxBuffer: 1 << 26,
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };
  const here = printed({ TZ: 'UTC', LC_ALL: 'C', NO_COLOR: '1' });
  expect(here.split('\n').length).toBeGreaterThan(150);
  expect(printed({ TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '40', FORCE_COLOR: '3' })).toBe(here);
});

/** The page on systems: its example gives the verdicts that it tells, every declaration and key that it names can be written. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../cli/load/load.ts';
import type { Loading } from '../cli/load/loaded.ts';
import { fencesOf, rowsOf, sectionOf } from '../cli/pages/testing.ts';
import { folderWith } from '../cli/testing.ts';
import { instancesOf } from '../model/system/instances.ts';
import type { System } from '../model/system/types.ts';
import { check } from '../properties/judge/index.ts';

const page = readFileSync(new URL('systems.md', import.meta.url), 'utf8');

/** What is loaded from a text in YAML. */
const read = (text: string): Promise<Loading> =>
  load([join(folderWith({ 'page.atlas.yaml': text }), 'page.atlas.yaml')]);

/** The system in a text that must read without a diagnostic. */
async function systemIn(text: string): Promise<System> {
  const { loaded, problems } = await read(text);
  expect(problems, text).toEqual([]);
  return loaded[0]?.model as System;
}

/** The pieces in code in one cell of a table. */
const codesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);

test('the example gives the verdicts that the page tells', async () => {
  const [fence, ...others] = fencesOf(page);
  expect(others).toEqual([]);
  const system = await systemIn(fence?.text as string);
  const { verdicts, exploration } = check(system);
  expect(verdicts.map(({ property, result }) => [property, result])).toEqual([
    ['nobody works on two sessions at once', 'violated'],
    ['every session can still end', 'holds'],
  ]);
  expect(page).toContain(`\`${verdicts[0]?.property}\` is violated here`);
  expect(exploration.scope).toBe('exhaustive');
  const resumed = verdicts[0]?.trace?.steps.at(-1);
  expect(resumed?.event).toBe('resume');
});

const TABLES = ['session', 'queue', 'view']
  .map(
    (name) =>
      `  - { name: ${name}, states: { waiting: { initial: true }, shown: { final: true } }, events: { show: {}, clear: {} }, transitions: [{ from: waiting, on: [show, clear], to: shown }] }`,
  )
  .join('\n');

test('every declaration of instances makes those that stand beside it', async () => {
  const rows = rowsOf(sectionOf(page, 'Instances')).map(([declaration, instances]) => [
    codesIn(declaration)[0] as string,
    codesIn(instances),
  ]) as (readonly [string, readonly string[]])[];
  expect(rows).toHaveLength(4);
  const declarations = rows.map(([declaration]) => `  ${declaration}`).join('\n');
  const system = await systemIn(`name: all\ntables:\n${TABLES}\ninstances:\n${declarations}\n`);
  const names = [...instancesOf(system).keys()];
  for (const [declaration, told] of rows)
    if (!declaration.startsWith('technician')) expect(names).toEqual(expect.arrayContaining([...told]));
});

const HEAD = `name: keys
tables:
${TABLES}
instances:
  session: { table: session, count: 2, memory: { owner: { instance: technician } } }
  technician: { count: 2 }
  view: { table: view, per: [session, technician] }
memory: { votes: { range: [0, 2], initial: 0 } }
channels: { line: { message: { bit: { range: [0, 1] } }, capacity: 2, lossy: true } }
`;

test('every key of an event can be written', async () => {
  const keys = {
    with: '{ s: session, t: technician, u: { next: t }, v: { view: [s, t] }, b: { range: [0, 1] }, w: { values: [x, y] } }',
    distinct: '[t, u]',
    when: '{ s: { state: waiting } }',
    moves: '{ s: show, v: show }',
    set: '{ votes: { add: 1 }, s: { owner: t } }',
    receive: '{ line: { bit: { parameter: b } } }',
    send: '{ line: { bit: 1 } }',
    each: '[{ with: { x: view }, is: { x: { state: shown } }, moves: { x: clear } }]',
  };
  expect(rowsOf(sectionOf(page, 'Events'))[0]).toBeDefined();
  const told = rowsOf(sectionOf(page, 'Events')).flatMap(([cell = '']) => codesIn(cell));
  expect(told.filter((key) => /^\w+$/.test(key) && key in keys).sort()).toEqual(Object.keys(keys).sort());
  const lines = Object.entries(keys).map(([key, value]) => `    ${key}: ${value}`);
  await systemIn(`${HEAD}events:\n  all:\n${lines.join('\n')}\n`);
});

test('every key of a condition can be written', async () => {
  const conditions = [
    '{ session1: { state: [waiting, shown], owner: technician1 } }',
    '{ votes: { ge: 2 } }',
    '{ line: { lt: 2 } }',
    '{ all: [{ votes: 1 }] }',
    '{ any: [{ votes: 1 }] }',
    '{ not: { votes: 1 } }',
    '{ forAll: { of: { s: session }, is: { s: { state: waiting } } } }',
    '{ exists: { of: { s: session, o: session }, distinct: [s, o], is: { s: { state: waiting } } } }',
    '{ count: { of: { s: session }, is: { s: { state: waiting } }, lt: 2 } }',
    '{ final: true }',
    '{ enabled: go }',
  ];
  const words = rowsOf(sectionOf(page, 'Conditions')).flatMap(([cell = '']) => codesIn(cell));
  for (const word of words) expect(conditions.join('\n')).toContain(word.replace(/:.*/, ''));
  const lines = conditions.map((condition, index) => `  p${index}: { invariant: ${condition} }`);
  await systemIn(`${HEAD}events: { go: { moves: { session1: show } } }\nproperties:\n${lines.join('\n')}\n`);
});

test('the channel of the page can be declared', async () => {
  const [channels] = codesIn(sectionOf(page, 'Channels'));
  expect(channels).toMatch(/^channels: /);
  await systemIn(`${HEAD.replace(/^channels:.*$/m, channels as string)}`);
});

/** Tables and systems out of files of every form, with the places of their parts. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at } from '../../generators/report/events.ts';
import { isSystem, type System } from '../../model/system/types.ts';
import { DESK, folderWith, ORDER } from '../testing.ts';
import { load } from './load.ts';
import type { Loaded } from './loaded.ts';

const CALL = `export const call = {
  name: 'call',
  states: { waiting: { initial: true }, over: { final: true } },
  events: { end: {} },
  transitions: [
    { from: 'waiting', on: 'end', to: 'over' },
  ],
};
`;
const SYSTEM = `import { call } from './call.ts';

export const desk = {
  name: 'desk',
  tables: [call],
  instances: { call: { table: 'call', count: 2 } },
  properties: { ends: { forAll: { c: 'call' }, alwaysCanReach: { c: { state: 'over' } } } },
};
export { call };
export const nothing = { tables: [] };
`;

/** What is loaded from a folder of such files. */
const loadedFrom = (files: { readonly [name: string]: string }) => {
  const folder = folderWith(files);
  return load(Object.keys(files).flatMap((name) => (name.includes('.atlas.') ? [join(folder, name)] : [])));
};

describe('a system is loaded', () => {
  test('from YAML and from JSON, as the same', async () => {
    const yaml = await loadedFrom({ 'desk.atlas.yaml': DESK });
    expect(yaml.problems).toEqual([]);
    const [one] = yaml.loaded;
    expect(one !== undefined && isSystem(one.model)).toBe(true);
    const json = await loadedFrom({ 'desk.atlas.json': JSON.stringify(one?.model) });
    expect(json.loaded.map(({ model }) => model)).toEqual([one?.model]);
    expect(one?.places(['instances', 'technician'])).toMatchObject({ line: 13 });
  });

  test('from a module, beside a table, with the places of rows in other modules', async () => {
    const { loaded, problems } = await loadedFrom({
      'desk.atlas.mjs': SYSTEM.replace('call.ts', 'call.mjs'),
      'call.mjs': CALL,
    });
    expect(problems).toEqual([]);
    expect(loaded.map(({ model }) => model.name).toSorted()).toEqual(['call', 'desk']);
    const { model, places } = loaded.find((each) => isSystem(each.model)) as Loaded;
    expect((model as System).tables.map(({ name }) => name)).toEqual(['call']);
    expect(at(places, ['tables', 0, 'transitions', 0])).toMatch(/call\.mjs:6$/);
    expect(at(places, ['properties', 'ends'])).toMatch(/desk\.atlas\.mjs:7$/);
  });
});

describe('what cannot be a system is said at its place', () => {
  test('in a text', async () => {
    const { loaded, problems } = await loadedFrom({
      'desk.atlas.yaml': DESK.replace('moves: { s: resume }', 'moves: { s: resum }'),
    });
    expect(loaded).toEqual([]);
    expect(problems.join('\n')).toMatch(/desk\.atlas\.yaml:25:17 SA131 [\s\S]*did you mean resume\?/);
  });

  test('in the module in which it is written', async () => {
    const { problems } = await loadedFrom({
      'desk.atlas.mjs': SYSTEM.replace('call.ts', 'call.mjs').replace('export { call };\n', ''),
      'call.mjs': CALL.replace("to: 'over'", "to: 'ovr'"),
    });
    expect(problems).toHaveLength(1);
    expect(problems.join('\n')).toMatch(/call\.mjs:6:\d+ SA130 [\s\S]*at tables\[0\]\.transitions\[0\]\.to/);
  });
});

test('a table and a system of one name are told apart by nobody, so the second is refused', async () => {
  const { loaded, problems } = await loadedFrom({
    'a.atlas.yaml': DESK,
    'b.atlas.yaml': ORDER.replace('name: order', 'name: desk'),
  });
  expect(loaded.map(({ model }) => isSystem(model))).toEqual([true]);
  expect(problems.join('\n')).toMatch(/b\.atlas\.yaml:1 there is already a system desk, in .*a\.atlas\.yaml/);
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { systemArbitrary } from './arbitrary.ts';
import { systemJsonSchema } from './schema.ts';
import { DESK, guarded, happening, office } from './testing.ts';
import { systemToJson } from './write.ts';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(systemJsonSchema() as object);

test('the published schema is the one of the definition', async () => {
  await expect(`${JSON.stringify(systemJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../schemas/system.schema.json',
  );
});

describe('editors accept', () => {
  test('a system that says where its schema is', () => {
    expect(validate(office({ $schema: 'system.schema.json' })), JSON.stringify(validate.errors)).toBe(true);
  });

  law.prop([systemArbitrary()], { numRuns: 200 })('every valid system, as it is written', (system) => {
    expect(validate(JSON.parse(systemToJson(system))), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('editors refuse', () => {
  test.each([
    ['a key that is not known', office({ instance: {} })],
    ['no instances', office({ instances: undefined })],
    ['a table that is none', office({ tables: [{ ...DESK.tables[0], states: undefined }] })],
    ['no instance of a set', office({ instances: { a: { count: 0 } } })],
    ['a channel that holds nothing', office({ channels: { c: { message: {}, capacity: 0 } } })],
    ['an unknown comparison', guarded({ votes: { less: { or: 'more' } } })],
    ['a condition that is a list', guarded({ c: ['over'] })],
    ['an assignment that is a list', happening({ set: { votes: [1] } })],
    ['a misspelt key of an event', happening({ move: { call1: 'answer' } })],
    ['a quantifier without a condition', guarded({ exists: { of: { x: 'call' } } })],
    ['others without parameters', happening({ each: [{ moves: { call1: 'answer' } }] })],
    ['a property with an unknown word', office({ properties: { p: { allways: {} } } })],
  ])('%s', (_, system) => {
    expect(validate(JSON.parse(JSON.stringify(system)))).toBe(false);
  });
});

test('every section is described for completion', () => {
  const { properties } = systemJsonSchema() as { properties: Record<string, { description?: string; $ref?: string }> };
  const silent = Object.entries(properties).filter(
    ([, each]) => each.description === undefined && each.$ref === undefined,
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { law } from '../testing.ts';
import { tableArbitrary } from './arbitrary.ts';
import { call, order } from './define.types.ts';
import { tableJsonSchema } from './schema.ts';
import { tableToJson } from './write.ts';

const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(tableJsonSchema() as object);

test('the published schema is the one of the definition', async () => {
  await expect(`${JSON.stringify(tableJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../schemas/table.schema.json',
  );
});

describe('editors accept', () => {
  test.each([order, call])('the table $name', (table) => {
    expect(validate(table), JSON.stringify(validate.errors)).toBe(true);
  });

  law.prop([tableArbitrary()], { numRuns: 200 })('every valid table, as it is written', (table) => {
    expect(validate(JSON.parse(tableToJson(table))), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('editors refuse', () => {
  test.each([
    ['a key that is not known', { ...order, state: {} }],
    ['no states', { ...order, states: undefined }],
    ['a row without an event', { ...order, transitions: [{ from: 'cart', to: 'paid' }] }],
    ['a target that is no name', { ...order, transitions: [{ from: 'cart', on: 'pay', to: 3 }] }],
    [
      'no such comparison',
      { ...order, transitions: [{ from: 'cart', on: 'pay', to: 'paid', when: { n: { less: 3 } } }] },
    ],
    ['a misspelt key of a row', { ...order, transitions: [{ from: 'cart', on: 'pay', to: 'paid', becuase: 'so' }] }],
    ['a property with an unknown word', { ...order, properties: { p: { allways: { final: true } } } }],
    [
      'a line before the first',
      { ...order, transitions: [{ from: 'cart', on: 'pay', to: 'paid', cites: { a: [0] } }] },
    ],
  ])('%s', (_, table) => {
    expect(validate(JSON.parse(JSON.stringify(table)))).toBe(false);
  });
});

test('every key that has a choice of values is described for completion', () => {
  const { properties } = tableJsonSchema() as { properties: Record<string, { description?: string; $ref?: string }> };
  const silent = Object.entries(properties).filter(
    ([, each]) => each.description === undefined && each.$ref === undefined,
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});

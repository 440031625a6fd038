/** The schemas that ship are those of the code; reports and configurations meet them. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { configJsonSchema } from './load/config.ts';
import { progressJsonSchema } from './progress.ts';
import { reportSchemas } from './reports.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

const SCHEMAS: { readonly [name: string]: unknown } = {
  check: reportJsonSchema(),
  config: configJsonSchema(),
  progress: progressJsonSchema(),
  ...reportSchemas(),
};

test.each(Object.entries(SCHEMAS))('schemas/%s.schema.json is that of the code', async (name, schema) => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../schemas/${name}.schema.json`);
});

test.each([
  ['generate', []],
  ['export', ['murphi']],
  ['init', ['--dry-run']],
  ['play', ['--token', '0:place']],
  ['suite', ['tour']],
  ['diff', ['order.atlas.yaml', 'order.atlas.yaml']],
  ['walk', ['--seed', '1']],
  ['walk', ['--replay', '0:place,place~refused']],
] as const)('what %s prints meets its schema', (verb, more) => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER, 'package.json': '{}' });
  const report = JSON.parse(stateatlas(folder, [verb, '--format', 'json', ...more]).out);
  const validate = new Ajv2020({ strict: false }).compile(SCHEMAS[verb] as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...report, more: 1 })).toBe(false);
});

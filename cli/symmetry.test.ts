/** `check --symmetry` as users of the command meet it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { DESK, folderWith, ORDER, stateatlas } from './testing.ts';

const folder = folderWith({ 'desk.atlas.yaml': DESK, 'order.atlas.yaml': ORDER });

test('what is exchanged, orbits and configurations are told, in text and as data', () => {
  const { code, out } = stateatlas(folder, ['check', 'desk.atlas.yaml', '--symmetry', '--explain']);
  const plain = stateatlas(folder, ['check', 'desk.atlas.yaml']);
  expect([code, plain.code]).toEqual([1, 1]);
  const [, counts] = /^ {2}(\d+ configurations), /m.exec(plain.out) as unknown as [string, string];
  expect(out).toMatch(new RegExp(`^ {2}${counts} in \\d+ orbits, `, 'm'));
  expect(out).toContain('plan: orbits; it was asked for');
  expect(out).toContain('    exchanged: session, all 2 of it\n');
  expect(out).toContain('    broken for t = technician1\n');
  const said = stateatlas(folder, ['check', 'desk.atlas.yaml', '--symmetry', '--explain', '--format', 'json']);
  const report = JSON.parse(said.out);
  const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema() as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const [{ exploration, plan }] = report.results;
  expect(`${exploration.configurations} configurations`).toBe(counts);
  expect(exploration.orbits).toBeLessThan(exploration.configurations);
  expect(plan.symmetry.exchanged).toContainEqual({ set: 'session', instances: 2 });
});

test('what has nothing to exchange is refused, and so are options that do not go with it', () => {
  const refused = stateatlas(folder, ['check', 'order.atlas.yaml', '--symmetry']);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toBe('--symmetry: order: a table has no instances that could be exchanged\n');
  const both = stateatlas(folder, ['check', 'desk.atlas.yaml', '--symmetry', '--resume', 'desk.checkpoint']);
  expect(both.code).toBe(2);
  expect(both.err).toContain("'--symmetry' cannot be used with option '--resume");
});

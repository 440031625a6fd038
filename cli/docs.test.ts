/** docs/cli.md says what the command does: its options, its codes, its configuration, and the output of every example. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { EXIT_MEANINGS, type ExitCode, strongest } from './exit.ts';
import { configJsonSchema } from './load/config.ts';
import { commandsOf, rowsOf, sectionOf, withTrueOutput } from './pages/testing.ts';
import { reportSchemas } from './reports.ts';
import { program } from './run.ts';

const PAGE = join(import.meta.dirname, '../docs/cli.md');
const page = readFileSync(PAGE, 'utf8');
const verbs = (await program()).commands;
const inCode = (cell: string | undefined): string => /^`(.*)`$/.exec(cell ?? '')?.[1] ?? '';

test('every verb has its section with an example', () => {
  const headings = [...page.matchAll(/^## `(\w+)`$/gm)].map(([, verb]) => verb);
  expect(headings).toEqual(verbs.map((verb) => verb.name()));
  for (const verb of headings)
    expect(commandsOf(sectionOf(page, `\`${verb}\``)).join('\n')).toContain(`stateatlas ${verb}`);
});

test.each(verbs.map((verb) => [verb.name(), verb] as const))(
  'the options of %s are those of the command',
  (name, verb) => {
    const rows = rowsOf(sectionOf(page, `\`${name}\``)).map(([flags]) => inCode(flags));
    expect(rows.filter((flags) => flags.startsWith('-'))).toEqual(verb.options.map(({ flags }) => flags));
  },
);

test('the exit codes and their order are those of the command', () => {
  const section = sectionOf(page, 'Exit codes');
  expect(rowsOf(section)).toEqual(Object.entries(EXIT_MEANINGS).map(([code, meaning]) => [`\`${code}\``, meaning]));
  const order = (/in this order: ([\d, ]+)/.exec(section)?.[1] ?? '').split(', ').map(Number) as ExitCode[];
  expect(order.map(String).sort()).toEqual(Object.keys(EXIT_MEANINGS).sort());
  for (const [index, code] of order.entries())
    for (const weaker of order.slice(index)) expect(strongest([weaker, code])).toBe(code);
});

test('the keys of the configuration are those that are read', () => {
  const { properties } = configJsonSchema() as { properties: { [key: string]: { properties?: object } } };
  const keys = Object.entries(properties).flatMap(([key, { properties: inner = {} }]) => [
    key,
    ...Object.keys(inner).map((each) => `${key}.${each}`),
  ]);
  const told = rowsOf(sectionOf(page, 'The configuration file')).map(([key]) => inCode(key));
  expect(told.sort()).toEqual(keys.filter((key) => !['pictures', 'review', 'site', '$schema'].includes(key)).sort());
});

/** The shape of an object, or one of several. */
type Shape = { readonly properties?: object; readonly anyOf?: readonly Shape[] };

const fieldsOf = ({ properties = {}, anyOf = [] }: Shape): ReadonlySet<string> =>
  new Set([...Object.keys(properties), ...anyOf.flatMap((each) => [...fieldsOf(each)])]);

test('the schemas and the fields of JSON output are those that ship', () => {
  const schemas = { check: reportJsonSchema(), ...reportSchemas() } as { [verb: string]: Shape };
  const rows = rowsOf(sectionOf(page, 'JSON output'));
  expect(rows.map(([verb, schema]) => [inCode(verb), inCode(schema)])).toEqual(
    Object.keys(schemas).map((verb) => [verb, `stateatlas/schemas/${verb}.schema.json`]),
  );
  for (const [verb, , fields] of rows)
    expect(fields?.match(/\w+/g)?.toSorted()).toEqual([...fieldsOf(schemas[inCode(verb)] as Shape)].sort());
  for (const file of readdirSync(join(import.meta.dirname, '../schemas'))) expect(page).toContain(file);
});

test('every example prints what the page shows', async () => {
  expect(commandsOf(page).length).toBeGreaterThan(verbs.length);
  await expect(withTrueOutput(page)).toMatchFileSnapshot(PAGE);
}, 240_000);

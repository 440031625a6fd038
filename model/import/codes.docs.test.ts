/** Every code that reading a document gives has its section, and every section a code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the page on codes of import has a section for each', () => {
  const page = readFileSync(new URL('../../docs/codes/import.md', import.meta.url), 'utf8');
  const sections = [...page.matchAll(/^## (SA\d{3})$/gm)].map(([, code]) => code);
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|prop)\.ts$/.test(name),
  );
  const text = sources.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const used = new Set([...text.matchAll(/'(SA3[01]\d)'/g)].map(([, code]) => code));
  expect(sections).toEqual([...used].toSorted());
});

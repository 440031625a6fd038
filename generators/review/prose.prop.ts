/** Pages that are generated from a table agree with it when they are reviewed as documents of somebody. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../model/testing.ts';
import { check } from '../../properties/judge/index.ts';
import { arbitraryLifecycle, tableFor } from '../../properties/review/arbitrary.ts';
import { reviewOf } from '../../properties/review/index.ts';
import { subjectsOf } from '../../properties/review/testing.ts';
import { atlas } from '../atlas.ts';

test('the pages of a table, reviewed as prose against it, have no finding', async () => {
  await holds(
    fc.property(arbitraryLifecycle, (lifecycle) => {
      const table = tableFor(lifecycle);
      const { artefacts } = atlas({ model: table, judgement: check(table), language: 'en', places: () => undefined });
      const pages = artefacts.filter(({ path }) => path.endsWith('.md'));
      expect(pages.length).toBeGreaterThan(1);
      const prose = pages.map(({ path, content }) => ({ name: path, text: content }));
      expect(subjectsOf(reviewOf({ table, prose }))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a document that mentions only names and arrows of a table has no finding', async () => {
  await holds(
    fc.property(arbitraryLifecycle, fc.constantFrom('`', '**', '"', ''), (lifecycle, mark) => {
      const table = tableFor(lifecycle);
      const marked = (name: string): string => `${mark}${name}${mark}`;
      const text = [
        ...Object.keys(table.states).map((name) => `Here the state ${marked(name)} is told of.`),
        ...Object.keys(table.events).map((name) => `Then the event ${marked(name)} happens.`),
        ...lifecycle.arrows.map(([from, to]) => {
          const names = Object.keys(table.states);
          return `It goes ${marked(names[from] as string)} → ${marked(names[to] as string)}.`;
        }),
      ].join('\n\n');
      expect(subjectsOf(reviewOf({ table, prose: [{ name: 'page.md', text }] }))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

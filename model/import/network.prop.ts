/** The sum that reading maximises, written out as docs/import.md states it, against the network that is solved. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { law } from '../testing.ts';
import { foundInText } from './flat.ts';
import { labelsOf } from './labels.ts';
import { mentionsIn } from './mentions.ts';
import { networkOf } from './network.ts';
import type { Lists } from './options.ts';
import { partsOf, solve } from './solve.ts';
import { flattened, lifecycles, rowsOf } from './testing.ts';
import type { Found } from './types.ts';

/** The worth of rows without references: their own, and every arrow between two rows. */
function plainWorth(rows: readonly Lists[]): number {
  const lists = (row: number, kind: 'previous' | 'next', state: number): boolean =>
    (rows[row] as Lists)[kind].some((each) => each.state === state);
  let sum = rows.reduce((all, { alone }) => all + alone, 0);
  for (const from of rows.keys())
    for (const to of rows.keys()) {
      const [next, previous] = [lists(from, 'next', to), lists(to, 'previous', from)];
      if (from === to) sum -= (next ? 4 : 0) + (previous ? 4 : 0);
      else if (next && previous) sum += 6;
      else if (next || previous) sum -= 2;
    }
  return sum;
}

law.prop([lifecycles({ min: 2, max: 3 })], { numRuns: 60 })(
  'no way to read the rows is worth more than the one that is found',
  (lifecycle) => {
    const { entries } = foundInText(flattened(rowsOf(lifecycle))) as Found;
    const labels = labelsOf(entries.map(({ label }) => label.text));
    const items = entries.flatMap(({ deals }) => deals.flatMap(({ previous, next }) => [...previous, ...next]));
    const statements = { entries, arrows: [], labels, mentions: mentionsIn([...new Set(items)], labels, 'en') };
    const document = networkOf(statements, entries.length);
    const combinations = document.options.reduce((count, { length }) => count * length, 1);
    fc.pre(combinations <= 20_000);
    let choices: readonly (readonly number[])[] = [[]];
    for (const options of document.options)
      choices = choices.flatMap((one) => options.map((_, option) => [...one, option]));
    const worths = choices.map((options) => {
      const ways = options.map((option, variable) => document.options[variable]?.[option]?.best as Lists);
      return plainWorth(partsOf(document, { options, worth: 0, proved: true }, ways).rows);
    });
    const found = solve(statements, entries.length);
    expect(found.choice.proved).toBe(true);
    expect(plainWorth(found.rows)).toBe(worths.reduce((one, other) => Math.max(one, other)));
  },
);

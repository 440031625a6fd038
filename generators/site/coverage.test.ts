/** The page of coverage: what it says where something is left out. */
import { expect, test } from 'vitest';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { made, markdownOf, pageAt } from './testing.ts';

const desk = helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 });
const first = { configurations: 20_000, rows: { covered: 7, of: 9 }, states: { covered: 3, of: 4 } };

test.each([
  ['en', '## The first configurations', '| rows fired | 7 | 9 |', 'That takes too long while the site is built'],
  ['fr', '## Les premières configurations', '| lignes employées | 7 | 9 |', 'C’est trop long pendant la construction'],
])('a system that is too large says in %s what was looked at, and which commands do the rest', (language, ...said) => {
  const page = markdownOf(pageAt(made(desk, language, { leftOut: { first, isMutation: true } }), 'helpDesk/coverage'));
  for (const text of said) expect(page).toContain(text);
  expect(page).toContain('`npx stateatlas walk --table helpDesk`');
  expect(page).toContain('`npx stateatlas check --mutate --table helpDesk`');
});

test.each([
  ['en', 'Only what a run can come to is counted'],
  ['fr', 'Seul est compté ce à quoi une exécution peut arriver'],
])('it says in %s that what no run comes to is not counted, where that is known', (language, sentence) => {
  const part = { covered: 1, of: 2 };
  const covered = { rows: part, states: part, configurations: part, transitions: part, pairs: part };
  const page = (isMeasured: boolean): string => {
    const coverage = { seed: 1, runs: 1, steps: 1, covered, unfired: [], isMeasured };
    return markdownOf(pageAt(made(desk, language, { coverage }), 'helpDesk/coverage'));
  };
  expect(page(true)).toContain(sentence);
  expect(page(false)).not.toContain(sentence);
});

test('mutants that are not made are counted, and a score that nobody knows is a dash', () => {
  const mutation = { score: null, kinds: [], survivors: [], untried: 1560 };
  const page = markdownOf(pageAt(made(desk, 'en', { mutation }), 'helpDesk/coverage'));
  expect(page).toContain('**—** · ');
  expect(page).toContain('Not tried: 1560 more faults in which a row leads elsewhere');
});

test('a score has the decimals of the language', () => {
  const mutation = { score: 0.5, kinds: [], survivors: [], untried: 0 };
  expect(markdownOf(pageAt(made(desk, 'fr', { mutation }), 'helpDesk/coverage'))).toContain('**50,0 %**');
});

test('there is no page where there is nothing to tell', () => {
  expect(made(desk, 'en').part.pages.map(({ path }) => path)).not.toContain('helpDesk/coverage');
});

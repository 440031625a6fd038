/** Prose: what is found, and what is left alone. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reviewOfProse, subjectsOf, tableOf } from './testing.ts';

const TABLE = tableOf(`
name: ticket
states:
  new: { initial: true, label: { en: New, fr: Nouveau } }
  open: { label: { en: Open, fr: Ouvert } }
  waiting: { label: { en: Waiting, fr: En attente } }
  solved: { final: true, label: { en: Solved, fr: Résolu } }
events:
  take: { by: agent }
  solve: { by: agent }
  ask: { by: agent }
  answer: { by: customer }
transitions:
  - { from: new, on: take, to: open }
  - { from: open, on: solve, to: solved }
  - { from: open, on: ask, to: waiting }
  - { from: waiting, on: answer, to: open }
`);
const found = (text: string): readonly string[] => subjectsOf(reviewOfProse(text, TABLE));
const ABOUT = 'A ticket is `new`, then `open`.\n\n';

test.each([
  ['English', 'the state `gone`', 'SA380 gone'],
  ['French', 'l’état « fermé »', 'SA380 fermé'],
  ['German', 'im Zustand „zu“', 'SA380 zu'],
  ['Spanish', 'el estado **cerrado**', 'SA380 cerrado'],
  ['Italian', 'lo stato “chiuso”', 'SA380 chiuso'],
  ['Portuguese', 'na situação "fechado"', 'SA380 fechado'],
  ['Dutch', 'de toestand `gesloten`', 'SA380 gesloten'],
  ['a word after it', 'the `gone` status', 'SA380 gone'],
  ['an event', 'das Ereignis `nimm`', 'SA381 nimm'],
  ['a swap', 'it is `wiating`', 'SA382 wiating'],
  ['an arrow', 'from **Waiting** → **Solved**', 'SA383 waiting solved'],
  ['an arrow in code', 'as `new -> solved` says', 'SA383 new solved'],
  ['an arrow of labels in French', 'En attente → Nouveau', 'SA383 waiting new'],
])('%s', (_, text, finding) => {
  expect(found(ABOUT + text)).toEqual([finding]);
});

test('a page is about a table also by a slip and by the ends of its arrows', () => {
  expect(found('A ticket in status `wating` goes on by the event `escalate`: open -> new.')).toEqual([
    'SA380 wating',
    'SA381 escalate',
    'SA383 open new',
  ]);
  expect(found('A parcel in status `gone` goes on by the event `escalate`.')).toEqual([]);
});

test.each([
  ['names of the table', 'The state `waiting`, “En attente”, on the event `answer`; open → waiting → open → solved.'],
  ['words with other signs', 'The state `final: true`, the event `a/b`, the status `200`.'],
  ['a long quotation', 'In the state “nobody has ever seen a ticket like that”.'],
  ['a word between', 'The state machine `foo`, the status of the `bar`.'],
  ['other endings', 'It was `opened` and is `answers`.'],
  ['short names', 'Say `opn`, `nwe`.'],
  ['a sentence that denies', 'It never goes waiting → solved.'],
  ['fenced code', '```js\nlet a = "state `gone`"; // new -> solved\n```'],
  ['indented code', '    the state `gone`, new -> solved'],
  ['front matter and comments', '<!-- the state `gone`,\nnew -> solved -->'],
  [
    'generated blocks',
    '<!-- atlas:begin table=ticket show=states -->\n- New\n- Open\n- Gone\n\nthe state `gone`\n<!-- atlas:end -->',
  ],
  ['a list of some states', 'Nobody waits in:\n\n- New\n- Solved'],
  ['a list of all states', '- New\n- Open\n- Waiting\n- Solved'],
  ['a list of other things', '- Apples\n- Pears\n- New'],
])('nothing is found in %s', (_, text) => {
  expect(found(ABOUT + text)).toEqual([]);
});

test('a document that does not name two states of the table is not about it', () => {
  expect(found('The state `gone` comes on the event `grab`; `open` it.')).toEqual([]);
});

test('the place is that of the words, and near names are proposed', () => {
  const [finding] = reviewOfProse(`${ABOUT}Then the state \`watiing\`.`, TABLE).findings;
  expect(finding).toMatchObject({ code: 'SA380', document: 'document.md', line: 3, column: 17, length: 7 });
  expect(finding?.message).toBe('“watiing” is no state of the table; did you mean waiting?');
});

const root = new URL('../../', import.meta.url);
const pages = ['README.md', ...globSync('docs/*.md', { cwd: root })];

test.each(['payment', 'pod', 'tcp'])('the pages of this repository are not about %s', (model) => {
  const table = tableOf(readFileSync(new URL(`model/gallery/${model}.atlas.yaml`, root), 'utf8'));
  expect(pages.length).toBeGreaterThan(5);
  const all = pages.flatMap((page) =>
    subjectsOf(reviewOfProse(readFileSync(new URL(page, root), 'utf8'), table, page)),
  );
  expect(all).toEqual([]);
});

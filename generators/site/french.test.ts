/** The flagship in French is complete: nothing on its pages is left in another language but what is meant to be. */
import { expect, test } from 'vitest';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import { diagrams } from '../mermaid/index.ts';
import type { MenuEntry } from './page.ts';
import { made, markdownOf } from './testing.ts';

const MODELS: { readonly [name: string]: Model } = {
  session,
  helpDesk: helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }),
};

/** Faults of every form that a page can tell. */
const MUTATION = {
  score: 0.5,
  kinds: [],
  untried: 1,
  survivors: [
    { kind: 'drop row', fault: { row: 3 }, path: [] },
    { kind: 'retarget row', fault: { row: 3, to: 'waiting' }, path: [] },
    { kind: 'swap events', fault: { row: 3, with: 4 }, path: [] },
    { kind: 'widen guard', fault: { row: 3, without: 'before' }, path: [] },
    { kind: 'drop assignment', fault: { row: 3, of: 'before' }, path: [] },
    { kind: 'change final', fault: { state: 'removed', mark: 'not final' }, path: [] },
    { kind: 'merge states', fault: { state: 'waiting', into: 'incoming' }, path: [] },
  ],
} as const;

const SITES = Object.entries(MODELS).map(([name, model]) => [name, made(model, 'fr', { mutation: MUTATION })] as const);

/** A line that gives the labels of other languages on purpose. */
const LABELS = /dans d’autres langues/;

const marksIn = (markdown: string): readonly string[] =>
  markdown
    .split('\n')
    .filter((line) => !LABELS.test(line))
    .flatMap((line) => line.match(/<span lang="(?!fr)[^>]*>.*?<\/span>/g) ?? []);

const languagesIn = (entry: MenuEntry): readonly string[] => [
  ...(entry.language === undefined ? [] : [entry.language]),
  ...('entries' in entry ? entry.entries.flatMap(languagesIn) : []),
];

test.each(SITES)('no text on the pages of %s is marked as being in another language', (_, { part }) => {
  const marked = part.pages.flatMap((page) => [
    ...(page.titleLanguage === undefined ? [] : [`${page.path}: ${page.title}`]),
    ...marksIn(markdownOf(page)).map((mark) => `${page.path}: ${mark}`),
  ]);
  expect(marked).toEqual([]);
  expect(part.pages.map(markdownOf).join('\n')).not.toContain('non traduit');
  expect(languagesIn(part.menu)).toEqual([]);
});

/** English words that are no words of French, and no names of the models. */
const ENGLISH =
  /(?<![\p{L}’'])(the|and|is|are|was|not|with|which|that|this|lists?|row|state|never|true|false|administrator|unset)(?![\p{L}’])/gu;

/** What a reader sees of Markdown: without code, the addresses of links, HTML and texts in other languages. */
const seen = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((line) => !LABELS.test(line))
    .join('\n')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/<[^>]*>/g, '');

test.each(SITES)('no word on the pages of %s is English', (_, { part }) => {
  const found = part.pages.flatMap((page) =>
    seen(markdownOf(page))
      .split('\n')
      .filter((line) => line.match(ENGLISH) !== null)
      .map((line) => `${page.path}: ${line}`),
  );
  expect(found).toEqual([]);
});

/** What a reader sees of the source of a diagram, line by line: without its title, whose words its page replaces. */
const drawn = (source: string): readonly string[] =>
  source
    .split('\n')
    .filter((line) => !/^ *(accTitle:|accDescr:|classDef )/.test(line))
    .map((line) =>
      line
        .replace(/^ *state (?=")/, '')
        .replaceAll('<br/>', ' ')
        .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    );

/** The names of variables, and of values with labels, that nothing in French is called by. */
function namesOf(model: Model): readonly string[] {
  const tables: readonly Pick<Table, 'memory'>[] = isSystem(model)
    ? [...model.tables, ...(Object.values(model.instances) as readonly Pick<Table, 'memory'>[])]
    : [model];
  return tables.flatMap(({ memory = {} }) =>
    Object.entries(memory).flatMap(([name, variable]) => [
      name,
      ...('labels' in variable ? Object.keys(variable.labels ?? {}) : []),
    ]),
  );
}

test.each(SITES)('no word in the diagrams of %s is English, nor the name of a variable or a value', (_, { input }) => {
  const names = namesOf(input.model);
  expect(names).toContain('timeout');
  const isName = new RegExp(`(?<![\\p{L}’'])(${names.join('|')})(?![\\p{L}’'])`, 'u');
  const lines = diagrams(input).flatMap(({ name, source }) => drawn(source).map((line) => `${name}: ${line}`));
  expect(lines.some((line) => line.includes('sorte de délai = système'))).toBe(true);
  expect(
    lines.map((line) => line.slice(line.indexOf(': '))).filter((line) => line.match(ENGLISH) || isName.test(line)),
  ).toEqual([]);
});

test.each(SITES)('every trace of %s has a French title', (_, { part, input }) => {
  const english = made(input.model, 'en').part.titles;
  const titles = Object.entries(part.titles);
  expect(titles.length).toBeGreaterThan(1);
  expect(titles.filter(([name, title]) => title === english[name])).toEqual([]);
});

test.each(SITES)('a space before a mark of punctuation never breaks on the pages of %s', (_, { part }) => {
  const words = part.pages.flatMap((page) => [page.title, page.description, ...seen(markdownOf(page)).split('\n')]);
  expect(words.filter((text) => /\S [:;?!»](?!-)|« /.test(text))).toEqual([]);
});

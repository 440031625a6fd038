/** Two language editions of one document: what each says that the other does not, whatever the order of their rows. */
import { expect, test } from 'vitest';
import { readDocument } from '../../model/import/index.ts';
import { reviewOf } from './index.ts';

const HEADINGS = {
  en: 'Status | Description | Previous status | Next status',
  de: 'Status | Beschreibung | Vorheriger Status | Nächster Status',
};

type Row = readonly [label: string, description: string, previous: string, next: string];

const ENGLISH: readonly Row[] = [
  ['Ordered', 'The parcel is announced and the shop packs it.', 'none', 'Collected; Cancelled'],
  ['Collected', 'The carrier has the parcel.', 'Ordered', 'Out for delivery; Lost'],
  ['Out for delivery', 'The parcel is on the van.', 'Collected; At the counter', 'Delivered; At the counter'],
  [
    'At the counter',
    'The parcel waits for its recipient.',
    'Out for delivery',
    'Out for delivery; Delivered; Returned',
  ],
  ['Delivered', 'The recipient has the parcel.', 'Out for delivery; At the counter', 'none'],
  ['Returned', 'The parcel is with the shop again.', 'At the counter', 'none'],
  ['Lost', 'Nobody knows where the parcel is.', 'Collected', 'none'],
  ['Cancelled', 'The shop never gave the parcel away.', 'Ordered', 'none'],
];

const GERMAN: readonly Row[] = [
  ['Bestellt', 'Das Paket ist angekündigt und der Laden packt es.', 'keiner', 'Abgeholt; Storniert'],
  ['Abgeholt', 'Der Bote hat das Paket.', 'Bestellt', 'In Zustellung; Verloren'],
  ['In Zustellung', 'Das Paket ist im Wagen.', 'Abgeholt; Am Schalter', 'Zugestellt; Am Schalter'],
  ['Am Schalter', 'Das Paket wartet auf den Empfänger.', 'In Zustellung', 'In Zustellung; Zugestellt; Zurück'],
  ['Zugestellt', 'Der Empfänger hat das Paket.', 'In Zustellung; Am Schalter', 'keiner'],
  ['Zurück', 'Das Paket ist wieder beim Laden.', 'Am Schalter', 'keiner'],
  ['Verloren', 'Niemand weiß, wo das Paket ist.', 'Abgeholt', 'keiner'],
  ['Storniert', 'Der Laden hat das Paket nie hergegeben.', 'Bestellt', 'keiner'],
];

function reviewed(de: readonly Row[], en: readonly Row[] = ENGLISH) {
  const documents = (['en', 'de'] as const).map((language) => {
    const rows = language === 'en' ? en : de;
    const text = [HEADINGS[language], '--- | --- | --- | ---', ...rows.map((row) => row.join(' | '))]
      .map((line) => `| ${line} |`)
      .join('\n');
    const name = `parcel.${language}.md`;
    const reading = readDocument({ name, text });
    if ('problem' in reading) throw new Error(reading.problem);
    expect(reading.language).toBe(language);
    return { name, text, reading };
  });
  return reviewOf({ documents }).findings.map(({ code, document, line }) => [code, document, line]);
}

const alphabetical = GERMAN.toSorted(([one], [other]) => (one < other ? -1 : 1));

test('editions that say the same have no finding, also where each is in its own alphabetical order', () => {
  expect(reviewed(GERMAN)).toEqual([]);
  expect(alphabetical).not.toEqual(GERMAN);
  expect(reviewed(alphabetical)).toEqual([]);
});

/** An edition with another text in a column of a row. */
const changed = (rows: readonly Row[], label: string, column: 2 | 3, text: string): readonly Row[] =>
  rows.map((row) => (row[0] === label ? (row.with(column, text) as unknown as Row) : row));

test('what one edition lacks is found once, whatever the order', () => {
  const without = (rows: readonly Row[]): readonly Row[] =>
    changed(changed(rows, 'Am Schalter', 3, 'In Zustellung; Zugestellt'), 'Zurück', 2, 'keiner');
  const lacks = [...reviewed(without(GERMAN)), ...reviewed(without(alphabetical))];
  expect(lacks.filter(([code]) => code === 'SA361')).toEqual([
    ['SA361', 'parcel.en.md', 6],
    ['SA361', 'parcel.en.md', 6],
  ]);
});

test('a cell that was left in the other language is found', () => {
  const left = changed(GERMAN, 'Abgeholt', 3, 'Out for delivery; Verloren');
  expect(reviewed(left)).toContainEqual(['SA371', 'parcel.de.md', 4]);
});

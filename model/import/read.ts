/** From a document to what it says, or why it cannot be read. */
import { foundInText } from './flat.ts';
import { reading } from './reading.ts';
import type { Reading, SourceDocument, Unreadable } from './types.ts';

/** The most that is read: characters of a document, rows of its table, items of one row. The search for the best reading is exact within these. */
const MOST = { characters: 2_000_000, rows: 60, items: 40 } as const;

const HEADINGS =
  'Give it a line of headings such as “Status Description Previous status Next status”, in English, French, German, Spanish, Italian, Portuguese or Dutch.';

/** Reads a document whose table of states was flattened to text. Never throws. */
export function readDocument(document: SourceDocument): Reading | Unreadable {
  const { text } = document;
  const no = (problem: string, remedy: string, line = 1): Unreadable => ({ problem, remedy, line, column: 1 });
  if (text.length > MOST.characters)
    return no(`it has ${text.length} characters; the most is ${MOST.characters}`, 'Cut out the table of states.');
  if (text.includes('\u0000')) return no('this is not a text: it contains zero bytes', 'Save it as UTF-8 text.');
  if (text.trim() === '') return no('it is empty', HEADINGS);
  const found = foundInText(text);
  if (found === undefined) return no('there is no line of headings of a table of states', HEADINGS);
  if (found.entries.length === 0) return no('no row of a state follows the headings', 'Begin each row with its label.');
  if (found.entries.length > MOST.rows)
    return no(`its table has ${found.entries.length} rows; the most is ${MOST.rows}`, 'Read it in parts.');
  const long = found.entries.find(({ deals }) =>
    deals.some((deal) => deal.previous.length + deal.next.length > MOST.items),
  );
  if (long !== undefined) return no(`this row has more than ${MOST.items} items`, 'Read it in parts.', long.label.line);
  return reading(document, found, 'text');
}

/**
 * CSV and its relatives as a grid. The scanner is our own because every value keeps its place, inside quotes too; what it reads is held against
 * another parser by laws.
 */
import type { Content } from '../content.ts';
import { gridOf, type RowOfCells, tooLarge } from './grid.ts';
import { MOST, Refusal } from './limits.ts';
import { cellOf } from './pieces.ts';
import type { Places } from './places.ts';
import { Tape } from './tape.ts';

/** The marks that separate values. */
export const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A value as the file holds it, and where it begins. */
type Value = { readonly tape: Tape; readonly at: number };
type Record = { readonly at: number; readonly values: readonly Value[] };

/** The first line by which Excel is told the delimiter. */
export const TOLD = /^sep=([\t;|,])[^\S\n\r]*(?:\r\n|\n|\r|$)/;

/** The content of a CSV document; records without any text are left out. @throws {Refusal} where a quote is not closed, or a limit is hit. */
export function contentOfCsv(text: string, places: Places): Content {
  const told = TOLD.exec(text);
  const start = told?.[0].length ?? 0;
  const delimiter = (told?.[1] as Delimiter | undefined) ?? delimiterOf(text, start);
  const rows: RowOfCells[] = [];
  let count = 0;
  for (const { at, values } of recordsOf(text, delimiter, start, places)) {
    if (values.every(({ tape }) => tape.isBlank)) continue;
    count += values.length;
    if (count > MOST.places) throw tooLarge(places(at));
    const cells = values.map((value) => ({
      columns: 1,
      rows: 1,
      make: (cell: { row: number; column: number }) =>
        cellOf(value.tape, places, { at: value.at, heading: false, cell }),
    }));
    rows.push({ spot: places(at), cells });
  }
  const grid = gridOf(places(start), [rows]);
  return { format: 'csv', blocks: grid === undefined ? [] : [grid] };
}

/** The records of a text: quotes hold delimiters, line ends and doubled quotes; a quote inside a value that has none around it is a character. */
function* recordsOf(text: string, delimiter: Delimiter, start: number, places?: Places): Generator<Record> {
  let at = start;
  while (at < text.length) {
    const begin = at;
    const values: Value[] = [];
    for (;;) {
      const value = { tape: new Tape(), at };
      at = valueAt(text, delimiter, at, value.tape, places);
      values.push(value);
      if (text[at] !== delimiter) break;
      at++;
    }
    yield { at: begin, values };
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

const space = (text: string, at: number, delimiter: Delimiter): number => {
  let end = at;
  while (text[end] === ' ' || (text[end] === '\t' && delimiter !== '\t')) end++;
  return end;
};

/** Puts the value that begins at an offset on a tape; gives the offset of its end: a delimiter, a line end or the end of the text. */
function valueAt(text: string, delimiter: Delimiter, from: number, tape: Tape, places?: Places): number {
  let at = space(text, from, delimiter);
  if (text[at] === '"') {
    const quote = at++;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0)
        throw new Refusal(
          places?.(quote) ?? { line: 1, column: 1 },
          'this quote is never closed',
          'Close it, or double a quote that is a character of its value.',
        );
      copy(text, at, close, tape);
      at = close + 1;
      if (text[at] !== '"') break;
      copy(text, at, ++at, tape);
    }
  }
  const begin = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  copy(text, begin, at, tape);
  return at;
}

function copy(text: string, from: number, to: number, tape: Tape): void {
  const offsets = Array.from({ length: to - from }, (_, index) => from + index);
  tape.put(text.slice(from, to).replace(/\r(?!\n)/g, '\n'), offsets);
}

/** How many records are looked at to tell the delimiter. */
const SAMPLE = 60;

/** How many values the records of a text have, and how many of them as many as most; nothing where its quotes are not closed. */
export function columnsBy(
  text: string,
  delimiter: Delimiter,
  start = 0,
): { readonly columns: number; readonly agreeing: number; readonly records: number } | undefined {
  const counts = new Map<number, number>();
  let records = 0;
  try {
    for (const { values } of recordsOf(text, delimiter, start)) {
      if (values.length === 1 && values[0]?.tape.isBlank) continue;
      counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
      if (++records === SAMPLE) break;
    }
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
  const [most] = [...counts].sort(([left, many], [right, more]) => more - many || right - left);
  return most === undefined ? undefined : { columns: most[0], agreeing: most[1], records };
}

/** The delimiter by which most records have the same number of values, more than one; where several do, the one that gives more values. */
function delimiterOf(text: string, start: number): Delimiter {
  const rated = DELIMITERS.flatMap((delimiter) => {
    const found = columnsBy(text, delimiter, start);
    if (found === undefined || found.columns < 2) return [];
    return [{ delimiter, rate: found.agreeing / found.records, columns: found.columns }];
  });
  rated.sort((left, right) => right.rate - left.rate || right.columns - left.columns);
  return rated[0]?.delimiter ?? ',';
}

/** From a tape to what is written on it: lines, the values of a cell, an item with its term. */
import type { Cell, ListItem } from '../content.ts';
import { BULLET, isSentence } from '../text.ts';
import type { Spot, Written } from '../types.ts';
import { MOST, Refusal } from './limits.ts';
import type { Places } from './places.ts';
import { type Strip, strip, type Tape } from './tape.ts';

/** A part of a strip with its place; nothing where it is blank. */
function written({ text, offsets }: Strip, places: Places, from = 0, to = text.length): Written | undefined {
  const cut = text.slice(from, to);
  const start = from + cut.length - cut.trimStart().length;
  if (start >= to) return undefined;
  const trimmed = cut.trim();
  return { text: trimmed, ...places(offsets[start] as number) };
}

/** The lines of a tape that are not blank. */
function stripsOf(tape: Strip): readonly Strip[] {
  const strips: Strip[] = [];
  for (let from = 0; from <= tape.text.length; ) {
    const end = tape.text.indexOf('\n', from);
    const to = end < 0 ? tape.text.length : end;
    const line = strip(tape, from, to);
    if (line.text !== '') strips.push(line);
    from = to + 1;
  }
  return strips;
}

/** The lines of a tape that are not blank, with their places; bullets that begin them are left out. One asterisk alone is the mark of a footnote. */
export function linesOn(tape: Strip, places: Places): readonly Written[] {
  const lines = stripsOf(tape);
  const isNote = lines.filter(({ text }) => text.startsWith('*')).length === 1;
  const begin = ({ text }: Strip): number =>
    isNote && text.startsWith('*') ? 0 : (BULLET.exec(text)?.[0].length ?? 0);
  return lines.flatMap((line) => written(line, places, begin(line)) ?? []);
}

/** The whole text of a tape on one line. @throws {Refusal} where it is longer than a piece may be. */
export function wholeOf(tape: Strip, places: Places): Written | undefined {
  return short(written(strip(tape), places));
}

function short<T extends Written | undefined>(piece: T): T {
  if (piece !== undefined && piece.text.length > MOST.piece)
    throw new Refusal(
      piece,
      `one label, cell or item has ${piece.text.length} characters; the most is ${MOST.piece}`,
      'A label is a few words long; look whether a mark that ends it is missing.',
    );
  return piece;
}

/** Marks of footnotes that end a text; they are looked for among its last characters only. */
const MARKS = /(?:\s?(?:\[\^?\d{1,3}\]|[⁰¹²³⁴-⁹]|(?<=[\p{L}\p{N})])[*†‡]{1,3}))+$/u;
const MARK = /\d{1,3}|[⁰¹²³⁴-⁹]+|[*†‡]+/g;
const TAIL = 24;

/** What separates the values of a cell. A bullet always does; the others only where nothing is a sentence. */
const SEPARATORS = /[;|•]/g;

/** The values of a line of a cell. */
function valuesOf(line: Strip, places: Places): readonly Written[] {
  const { text } = line;
  const begin = BULLET.exec(text)?.[0].length ?? 0;
  const cuts = (marks: RegExp): readonly Written[] => {
    const ends = [
      ...[...text.matchAll(marks)].map(({ index }) => index).filter((index) => index >= begin),
      text.length,
    ];
    return ends.flatMap(
      (end, index) => written(line, places, index === 0 ? begin : (ends[index - 1] ?? 0) + 1, end) ?? [],
    );
  };
  const values = cuts(SEPARATORS);
  const isProse = (/[.!?]$/.test(text) && isSentence(text)) || values.some((value) => isSentence(value.text));
  return isProse ? cuts(/•/g) : values;
}

/** The cell that a tape holds; it stands at its first character, or at `at` where it is empty. @throws {Refusal} where it is too long. */
export function cellOf(
  tape: Tape,
  places: Places,
  { at, heading, cell }: { readonly at: number; readonly heading: boolean; readonly cell: NonNullable<Spot['cell']> },
): Cell {
  const marks = [...tape.marks];
  const mark = tape.lead?.kind === 'mark' && tape.text.slice(tape.lead.end).trim() !== '' ? tape.lead.end : 0;
  const lines = stripsOf({ text: tape.text.slice(mark), offsets: tape.offsets.slice(mark) }).map((line): Strip => {
    const [found] = MARKS.exec(line.text.slice(-TAIL)) ?? [];
    if (found === undefined || found.length === line.text.length) return line;
    marks.push(...(found.match(MARK) ?? []));
    return strip(line, 0, line.text.length - found.length);
  });
  const first = lines[0]?.offsets[0];
  const whole = lines.map(({ text }) => text).join(' ');
  const place = places(first ?? at);
  short({ text: whole, ...place });
  const items = lines.flatMap((line) => valuesOf(line, places)).map((item): Written => ({ ...item, cell }));
  return { ...place, cell, text: whole, items, heading, marks };
}

/** What stands between a term and its text; the shaft of an arrow is none. */
const SEPARATOR = /^\s*(?:(?![-=–—]{1,2}>)[:：–—-]+\s*|$)/;

/** An item with the lists inside it: a beginning that is set apart is its term. Nothing where all of it is empty. */
export function itemOf(tape: Tape, places: Places, items: readonly ListItem[]): ListItem | undefined {
  const { text } = tape;
  const end = tape.lead?.end ?? 0;
  const gap = SEPARATOR.exec(text.slice(end))?.[0].length ?? 0;
  const term = wholeOf(strip({ text: text.slice(0, end).replace(/[\s:：]+$/, ''), offsets: tape.offsets }), places);
  const rest = wholeOf(strip(tape, end + gap), places);
  const isTerm =
    term !== undefined &&
    rest !== undefined &&
    (tape.lead?.kind !== 'code' || gap > 0 || /[:：]\s*$/.test(text.slice(0, end)));
  if (isTerm) return { ...rest, term, items };
  const whole = wholeOf(tape, places);
  if (whole !== undefined) return { ...whole, items };
  const [first] = items;
  return first === undefined ? undefined : { ...first, text: '', items };
}

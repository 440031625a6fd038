/** Text taken out of a document, every character with the offset it has there: entities, escapes and tags are gone, their places are not. */

/** What a reader of a page does not see. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;

/** What sets a beginning apart: bold letters; italics or code, which are a term only where a colon or a dash follows; a mark of a footnote. */
export type Lead = 'bold' | 'code' | 'mark';

export class Tape {
  text = '';
  readonly offsets: number[] = [];
  /** Marks of footnotes that stood between the text. */
  readonly marks: string[] = [];
  /** The beginning that is set apart, where there is one: what it is, and where it ends. */
  lead?: { readonly kind: Lead; readonly end: number };
  /** Whether nothing but space is on it. */
  isBlank = true;

  /** Adds a text whose characters have these offsets. */
  put(text: string, offsets: readonly number[]): void {
    for (const offset of offsets) this.offsets.push(offset);
    this.text += text;
    if (this.isBlank && /\S/.test(text)) this.isBlank = false;
  }

  /** Adds a text that stands as a whole at one place, such as what a picture shows. */
  putAt(text: string, offset: number): void {
    this.put(text, new Array<number>(text.length).fill(offset));
  }

  /** Begins a new line. */
  newline(offset: number): void {
    this.putAt('\n', offset);
  }

  /** Marks what `fill` adds as a beginning that is set apart, where nothing stands before it. */
  leading(kind: Lead, fill: () => void): void {
    const begins = this.isBlank;
    fill();
    if (begins && !this.isBlank) this.lead = { kind, end: this.text.length };
  }
}

/** A part of a tape on one line: single spaces, none at its ends, nothing invisible. */
export type Strip = { readonly text: string; readonly offsets: readonly number[] };

/** A part of a tape as a strip; line ends count as space. */
export function strip(tape: Strip, from = 0, to = tape.text.length): Strip {
  let text = '';
  const offsets: number[] = [];
  let gap: number | undefined;
  for (let at = from; at < to; at++) {
    const character = tape.text[at] as string;
    const offset = tape.offsets[at] as number;
    if (INVISIBLE.test(character)) continue;
    if (/\s/.test(character)) {
      gap ??= offset;
      continue;
    }
    if (gap !== undefined && text !== '') {
      text += ' ';
      offsets.push(gap);
    }
    gap = undefined;
    text += character;
    offsets.push(offset);
  }
  return { text, offsets };
}

/** How a reference or an escape at an offset of a source reads: its length there and its text; nothing where there is none. */
export type Escape = (source: string, at: number) => { readonly length: number; readonly text: string } | undefined;

/** How far a character is searched for, tags counted as one step. */
const REACH = 200;

/**
 * The offsets of the characters of a text in the part of a source that it was read from. What of the source is not in the text (tags, marks of escapes, line
 * ends that were dropped) is passed over; a character that cannot be found counts as standing where the search has come to.
 */
export function aligned(text: string, source: string, from: number, to: number, escapes: Escape): readonly number[] {
  const offsets: number[] = [];
  let at = from;
  while (offsets.length < text.length) {
    const index = offsets.length;
    const found = at < to ? escapes(source, at) : undefined;
    if (found !== undefined && found.text !== '' && text.startsWith(found.text, index)) {
      for (let count = 0; count < found.text.length; count++) offsets.push(at);
      at += found.length;
      continue;
    }
    at = search(text[index] as string, source, at, to) ?? at;
    offsets.push(Math.max(from, Math.min(at, to - 1)));
    if (at < to && reads(text[index] as string, source[at])) at += source.startsWith('\r\n', at) ? 2 : 1;
  }
  return offsets;
}

/** Where a character stands next, tags passed over. */
function search(wanted: string, source: string, from: number, to: number): number | undefined {
  let at = from;
  for (let steps = 0; steps < REACH && at < to; steps++) {
    if (reads(wanted, source[at])) return at;
    const end = source[at] === '<' ? source.indexOf('>', at) : -1;
    at = end < 0 ? at + 1 : end + 1;
  }
  return undefined;
}

const reads = (character: string, written: string | undefined): boolean =>
  character === written || (character === '\n' && written === '\r');

/** Bytes of documents as text: UTF-8, or UTF-16 that says so; anything else is said with its place and with what helps. */
import type { Unreadable } from '../model/import/index.ts';

/** The most bytes of a document that are decoded: more than the longest text that is read, in any encoding. */
export const MOST_BYTES = 16_000_000;

type Kind = { readonly begins: readonly number[]; readonly is: string; readonly remedy: string };

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** Files that people have their tables in and that are no texts, by how they begin. */
const KINDS: readonly Kind[] = [
  { begins: ascii('%PDF-'), is: 'a PDF', remedy: 'Turn it into text first: pdftotext -layout FILE' },
  {
    begins: [...ascii('PK'), 3, 4],
    is: 'an archive, such as a Word, Excel or OpenDocument file',
    remedy: 'Save it as HTML, or a sheet as CSV, from the program it was made with.',
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    is: 'an old Word or Excel file',
    remedy: 'Save it as HTML, or a sheet as CSV, from the program it was made with.',
  },
  { begins: [0x89, ...ascii('PNG')], is: 'a picture', remedy: 'Only text is read; copy its table as text.' },
  { begins: [0xff, 0xd8, 0xff], is: 'a picture', remedy: 'Only text is read; copy its table as text.' },
  { begins: ascii('GIF8'), is: 'a picture', remedy: 'Only text is read; copy its table as text.' },
  { begins: [0x1f, 0x8b], is: 'compressed', remedy: 'Unpack it first: gunzip FILE' },
];

const START = { line: 1, column: 1 } as const;

/** The text of a document's bytes, without a byte order mark; or why there is none, with the place of the first byte that is wrong. Never throws. */
export function decoded(bytes: Uint8Array): string | Unreadable {
  if (bytes.length > MOST_BYTES)
    return {
      problem: `it has more than ${MOST_BYTES} bytes`,
      remedy: 'Cut out the table of states, and read that.',
      ...START,
    };
  const kind = KINDS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined) return { problem: `this is ${kind.is}, not text`, remedy: kind.remedy, ...START };
  const encoding = encodingOf(bytes);
  const unmarked = encoding === 'utf-8' ? utf16In(bytes) : undefined;
  if (unmarked !== undefined)
    return {
      problem: `it looks like ${unmarked.toUpperCase()} without the mark at its beginning`,
      remedy: `Convert it: iconv -f ${unmarked} -t utf-8 FILE`,
      ...START,
    };
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return broken(bytes, encoding);
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** How many bytes are looked at to tell UTF-16 by its zero bytes. */
const SAMPLE = 512;

function utf16In(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (Math.max(even, odd) < Math.max(2, many) || Math.min(even, odd) > many / 4) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Says where bytes stop being text in an encoding. The longest beginning that is text is searched by halving. */
function broken(bytes: Uint8Array, encoding: Encoding): Unreadable {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginning(bytes.subarray(0, middle), encoding) === undefined) bad = middle;
    else good = middle;
  }
  const text = beginning(bytes.subarray(0, good), encoding) ?? '';
  const lines = text.split(/\r\n|\n|\r/);
  const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  if (encoding === 'utf-8' && isBinary(bytes))
    return { problem: 'this is not text', remedy: 'Save it as HTML, Markdown, CSV or plain text.', ...place };
  if (encoding !== 'utf-8')
    return {
      problem: `from here it is not ${encoding.toUpperCase()} text`,
      remedy: 'Save it again, as UTF-8.',
      ...place,
    };
  const at = new TextEncoder().encode(text).length + (startsWithMark(bytes) ? 3 : 0);
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
  const old = bytes.subarray(at).some((each) => each >= 0x80 && each < 0xa0) ? 'windows-1252' : 'latin1';
  return {
    problem: `the byte ${byte} here is not UTF-8 text`,
    remedy: `Where it is an older encoding, convert it: iconv -f ${old} -t utf8 FILE`,
    ...place,
  };
}

/** Whether control characters that no text has stand among the first bytes, more than one in a hundred. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls > sample.length / 100;
}

const startsWithMark = ([first, second, third]: Uint8Array): boolean =>
  first === 0xef && second === 0xbb && third === 0xbf;

/** The text of bytes that may end inside a character; nothing where they are no text. */
function beginning(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Bytes as text: encodings that are read, and where what is none stops being text. */
import { describe, expect, test } from 'vitest';
import { decoded, MOST_BYTES } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return isBig ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );

describe('what is read', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8('Été\n– ok')],
    ['UTF-8 with a mark', utf8('\ufeffÉté\n– ok')],
    ['UTF-16, little end first', utf16('\ufeffÉté\n– ok', false)],
    ['UTF-16, big end first', utf16('\ufeffÉté\n– ok', true)],
  ])('%s', (_, bytes) => {
    expect(decoded(bytes)).toBe('Été\n– ok');
  });
});

describe('what is not', () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const iconv = (from: string, to: string): string => `iconv -f ${from} -t ${to} FILE`;
  test.each<[string, Uint8Array, number, number, string, string]>([
    ['Latin-1', latin1('State\r\nOpen, caf\xe9 x'), 2, 10, 'the byte e9', iconv('latin1', 'utf8')],
    ['Latin-1 at the end', latin1('caf\xe9'), 1, 4, 'the byte e9', iconv('latin1', 'utf8')],
    ['Windows-1252', latin1('a \x93b\x94'), 1, 3, 'the byte 93', iconv('windows-1252', 'utf8')],
    [
      'UTF-8 that becomes Latin-1',
      Uint8Array.from([...utf8('\ufeffé𝒳\né'), 0xe9, 0x20]),
      2,
      2,
      'the byte e9',
      'latin1',
    ],
    ['UTF-16 cut in a character', Uint8Array.from([0xff, 0xfe, 65, 0, 66]), 1, 2, 'not UTF-16LE text', 'as UTF-8'],
    [
      'UTF-16 without its mark',
      utf16('State;Next\nOpen;Closed\n', false),
      1,
      1,
      'UTF-16LE',
      iconv('utf-16le', 'utf-8'),
    ],
    ['a PDF', utf8('%PDF-1.7\n'), 1, 1, 'a PDF', 'pdftotext'],
    ['a Word file', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 1, 1, 'an archive', 'HTML'],
    [
      'a program',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xb8, 0x41]),
      1,
      11,
      'not text',
      'Save it as',
    ],
    ['50 MB', new Uint8Array(MOST_BYTES + 1), 1, 1, 'more than 16000000 bytes', 'Cut out'],
  ])('%s is said with its place and a remedy', (_, bytes, line, column, problem, remedy) => {
    expect(decoded(bytes)).toEqual({
      line,
      column,
      problem: expect.stringContaining(problem),
      remedy: expect.stringContaining(remedy),
    });
  });

  test('zero bytes are left to whoever reads the text', () => {
    expect(decoded(Uint8Array.from([65, 0]))).toBe('A\0');
  });
});

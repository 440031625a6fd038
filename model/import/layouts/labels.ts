/** Labels in what is written: lists of them in one text, signs of yes and no, arrows. */
import { part, plain } from '../text.ts';
import type { Written } from '../types.ts';
import { isNone } from '../words.ts';

/** The labels of states that are known, as they are compared. */
export type Known = ReadonlySet<string>;

/** The known labels of something written. */
export const knownOf = (labels: Iterable<{ readonly text: string }>): Known =>
  new Set([...labels].map(({ text }) => plain(text)).filter((label) => label !== ''));

const BETWEEN = /\s*(?:[,;/|]|\s(?:or|and|ou|et|oder|und|of|en|o|u|y|e)\s|&)\s*/giu;

/** The parts of a list in a sentence, each with its place: `A, B or C`, in any of the seven languages. */
export function listed(written: Written): readonly Written[] {
  const parts: Written[] = [];
  let from = 0;
  for (const { 0: mark, index } of written.text.matchAll(BETWEEN)) {
    parts.push(part(written, from, index));
    from = index + mark.length;
  }
  return [...parts, part(written, from, written.text.length)].filter(({ text }) => text !== '');
}

/** A list of labels taken apart where every part is a known label; else the whole, to be read with everything else. */
export function split(written: Written, known: Known): readonly Written[] {
  if (known.has(plain(written.text))) return [written];
  const parts = listed(written);
  return parts.length > 1 && parts.every(({ text }) => known.has(plain(text))) ? parts : [written];
}

const YES = new Set([
  ...[
    'x',
    'xx',
    '✓',
    '✔',
    '✔️',
    '☑',
    '✅',
    '●',
    '•',
    '⬤',
    '√',
    '1',
    'y',
    'j',
    'ok',
    'yes',
    'true',
    'oui',
    'ja',
    'si',
    'sim',
  ],
  ...['allowed', 'possible', 'autorise', 'erlaubt', 'permitido', 'permesso', 'toegestaan', 'wahr', 'vrai', 'vero'],
]);
const NO = new Set([
  ...[
    '✗',
    '✘',
    '✖',
    '✖️',
    '×',
    '❌',
    '☐',
    '○',
    '\\',
    '■',
    '█',
    '0',
    'n',
    'no',
    'not',
    'false',
    'non',
    'nein',
    'nao',
    'nee',
    '/',
    '∅',
  ],
  ...[
    'impossible',
    'ignored',
    'ignore',
    'not allowed',
    'invalid',
    'n.a',
    'not applicable',
    'not possible',
    'forbidden',
    'unmoglich',
  ],
  ...[
    'ignoriert',
    'nicht erlaubt',
    'nicht moglich',
    'ungultig',
    'non applicable',
    's/o',
    'sans objet',
    'interdit',
    'entf',
  ],
  ...[
    'imposible',
    'no aplica',
    'no permitido',
    'impossibile',
    'non applicabile',
    'impossivel',
    'nao aplicavel',
    'nvt',
    'n.v.t',
  ],
  ...['onmogelijk', 'niet van toepassing', 'niet mogelijk', 'falsch', 'faux', 'falso', 'error', 'ignore'],
]);

/** Whether a cell only says that something is so. */
export const isYes = (text: string): boolean => YES.has(plain(text));

/** Whether a cell says that there is nothing: it is empty, a dash, or a word for no or impossible. */
export const isNo = (text: string): boolean =>
  text.trim() === '' || isNone(text) || NO.has(plain(text)) || NO.has(text.trim());

/** An arrow between two labels. Dashes alone are none. */
export const ARROW = /\s*(?:[→⇒⟶➔➜⟹]|[-=–—]{1,2}>)\s*/u;

/** What reading a text would cost, found by its lexer alone: one pass, in little memory, before anything is parsed. */
import { Lexer } from 'yaml';
import { diagnostic } from './diagnostic.ts';
import { LIMITS, type Problem } from './plain.ts';

/** A tag as written, and where. */
export type Tag = { readonly offset: number; readonly text: string };

/** Why a text is too large to be parsed, and where that shows; or the tags in it, which nothing else keeps as written. */
export type Survey = { readonly tooLarge: Problem; readonly offset: number } | { readonly tags: readonly Tag[] };

/** Lexemes that are no characters of the text: the start of a document, the end of a flow collection, a scalar follows. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const SCALAR = '\u001f';
const GAP = /^[\s#]/;
const FEATURE = /^(?:[&*!]|---)/;
const LINE = /^\r?\n/;

export const TOO_DEEP: Problem = diagnostic(
  'SA104',
  [],
  `lists and objects are nested deeper than ${LIMITS.depth} levels`,
);

/** Surveys a YAML or JSON text of any size. */
export function survey(text: string): Survey {
  const tags: Tag[] = [];
  const counts = { parts: 0, gaps: 0, features: 0, open: 0, inLine: 0 };
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isScalar && (lexeme === DOCUMENT || lexeme === FLOW_END)) continue;
    if (!isScalar && lexeme === SCALAR) {
      isScalar = true;
      continue;
    }
    const tooLarge = count(counts, lexeme, isScalar);
    if (tooLarge !== undefined) return { tooLarge, offset };
    if (!isScalar && lexeme.startsWith('!')) tags.push({ offset, text: lexeme });
    offset += lexeme.length;
    isScalar = false;
  }
  return { tags };
}

type Counts = { parts: number; gaps: number; features: number; open: number; inLine: number };

function count(counts: Counts, lexeme: string, isScalar: boolean): Problem | undefined {
  if (!isScalar && GAP.test(lexeme)) {
    if (LINE.test(lexeme)) counts.inLine = 0;
    return ++counts.gaps > LIMITS.gaps ? large('spaces, lines and comments', LIMITS.gaps) : undefined;
  }
  if (++counts.parts > LIMITS.parts) return large('names, values and marks', LIMITS.parts);
  if (isScalar) return undefined;
  if (FEATURE.test(lexeme) && ++counts.features > LIMITS.features)
    return large('anchors, aliases, tags and documents', LIMITS.features);
  if (lexeme === '[' || lexeme === '{') counts.open++;
  else if (lexeme === ']' || lexeme === '}') counts.open = Math.max(0, counts.open - 1);
  else if (lexeme === '-' || lexeme === '?') counts.inLine++;
  return Math.max(counts.open, counts.inLine) > LIMITS.depth + 1 ? TOO_DEEP : undefined;
}

const large = (what: string, most: number): Problem =>
  diagnostic('SA104', [], `the file has more than ${most} ${what}`);

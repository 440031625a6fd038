/** JSON and YAML as texts, lists and mappings, every text with its places. */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, Scalar } from 'yaml';
import { type Aliases, aliasesIn } from '../../table/pointer.ts';
import { withoutStacks } from '../../table/read.ts';
import { survey } from '../../table/size.ts';
import { CUT, MOST, Refusal } from './limits.ts';
import type { Places } from './places.ts';
import { aligned, type Escape, Tape } from './tape.ts';

/** A value of a document, and the offset at which it begins. */
export type Datum = Text | { readonly kind: 'list'; readonly at: number; readonly items: readonly Datum[] } | Mapping;
export type Text = { readonly kind: 'text'; readonly at: number; readonly tape: Tape };
export type Mapping = { readonly kind: 'mapping'; readonly at: number; readonly pairs: readonly Pair[] };
export type Pair = { readonly key: Text; readonly value: Datum };

type Reader = {
  readonly text: string;
  readonly places: Places;
  readonly aliases: Aliases;
  /** How many values may still be read; what an alias repeats counts again. */
  readonly left: { values: number };
};

/** The values of a text, one for each of its documents. @throws {Refusal} where it is no YAML, or beyond a limit. */
export function dataIn(text: string, places: Places): readonly Datum[] {
  const found = survey(text);
  if ('tooLarge' in found) throw new Refusal(places(found.offset), found.tooLarge.message, CUT);
  const left = { values: MOST.values };
  return withoutStacks(() => documentsIn(text, places)).map((document) => {
    const reader = { text, places, left, aliases: aliasesIn(document) };
    return datumOf(reader, document.contents, document.range[0], 0);
  });
}

const SYNTAX = { version: '1.2', schema: 'core', uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;

/** The documents of a text. Reading ends at the first that is broken. */
function documentsIn(text: string, places: Places): readonly Document.Parsed[] {
  const composer = new Composer(SYNTAX);
  const documents: Document.Parsed[] = [];
  const take = (composed: Iterable<Document.Parsed>): void => {
    for (const document of composed) {
      const [error] = document.errors;
      if (error?.message.includes('call stack')) throw new RangeError(error.message);
      if (error !== undefined)
        throw new Refusal(places(error.pos[0]), `as YAML this is broken: ${error.message}`, 'Mend it at this place.');
      documents.push(document);
    }
  };
  for (const token of new Parser().parse(text)) take(composer.next(token));
  take(composer.end(true, text.length));
  return documents;
}

function datumOf(reader: Reader, node: unknown, at: number, depth: number): Datum {
  const { places, left, aliases } = reader;
  const start = (node as Node | null | undefined)?.range?.[0] ?? at;
  if (depth > MOST.depth.data)
    throw new Refusal(places(start), `lists and mappings are nested deeper than ${MOST.depth.data} levels`, CUT);
  if (--left.values < 0)
    throw new Refusal(places(start), `it has more than ${MOST.values} values, aliases written out`, CUT);
  if (isAlias(node)) return datumOf(reader, aliases.get(node), start, depth + 1);
  if (isSeq(node))
    return { kind: 'list', at: start, items: node.items.map((item) => datumOf(reader, item, start, depth + 1)) };
  if (isMap(node)) {
    const pairs = node.items.flatMap(({ key, value }): readonly Pair[] => {
      const name = datumOf(reader, key, start, depth + 1);
      return name.kind === 'text' ? [{ key: name, value: datumOf(reader, value, name.at, depth + 1) }] : [];
    });
    return { kind: 'mapping', at: start, pairs };
  }
  return textOf(reader, isScalar(node) ? node : undefined, start);
}

/** A text as it reads, or any other value as it is written. */
function textOf({ text }: Reader, scalar: Scalar | undefined, at: number): Text {
  const tape = new Tape();
  const value = typeof scalar?.value === 'string' ? scalar.value : (scalar?.source ?? '');
  const isBlock = scalar?.type === Scalar.BLOCK_LITERAL || scalar?.type === Scalar.BLOCK_FOLDED;
  const from = isBlock ? text.indexOf('\n', at) + 1 : at;
  const isEmpty = scalar === undefined || scalar.value === null;
  if (!isEmpty)
    tape.put(value, aligned(value, text, from, scalar.range?.[1] ?? text.length, ESCAPES[scalar.type ?? ''] ?? plain));
  return { kind: 'text', at, tape };
}

const ESCAPED: { readonly [letter: string]: string } = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  0: '\0',
  _: '\u00a0',
};
const CODE = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/i;

const plain: Escape = () => undefined;

/** How escapes read, by how a text is quoted. */
const ESCAPES: { readonly [type: string]: Escape } = {
  [Scalar.QUOTE_SINGLE]: (source, at) => (source.startsWith("''", at) ? { length: 2, text: "'" } : undefined),
  [Scalar.QUOTE_DOUBLE]: (source, at) => {
    if (source[at] !== '\\') return undefined;
    const [code, ...digits] = CODE.exec(source.slice(at + 1, at + 10)) ?? [];
    const point = Number.parseInt(digits.find((each) => each !== undefined) ?? '', 16);
    if (code !== undefined && point <= 0x10ffff) return { length: code.length + 1, text: String.fromCodePoint(point) };
    const letter = source[at + 1] ?? '';
    return { length: 2, text: ESCAPED[letter] ?? letter };
  },
};

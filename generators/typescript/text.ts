/** The one place where text for readers becomes TypeScript: string literals and doc comments. */
import { textIn } from '../../model/table/text.ts';
import type { Described } from '../../model/table/types.ts';

/** Text inside a doc comment: it cannot end the comment, and is read neither as a tag nor as a link. */
const comment = (text: string): string =>
  text
    .replaceAll('*/', '*\u200b/')
    .replace(/[@{}<`\\]/g, (character) => `\\${character}`)
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');

/** A doc comment of the lines that are not empty; nothing where all are. */
export const doc = (indent: string, ...lines: readonly string[]): string => {
  const said = lines.filter((line) => line !== '').map(comment);
  return said.length === 0 ? '' : `${indent}/** ${said.join(`\n${indent} *\n${indent} * `)} */\n`;
};

/** Text as a string literal. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

/** A union of string literals. */
export const union = (names: readonly string[]): string =>
  names.length === 0 ? 'never' : names.map(quoted).join(' | ');

/** The words about a thing in a language. */
export const wordsOf = ({ label, description }: Described, language: string): readonly string[] => [
  textIn(label, language),
  textIn(description, language),
];

/** Names as a documented constant. */
export const constants = (name: string, about: string, entries: readonly [string, readonly string[]][]): string =>
  `${doc('', about)}export const ${name} = {\n${entries
    .map(([key, lines]) => `${doc('  ', ...lines)}  ${quoted(key)}: ${quoted(key)},\n`)
    .join('')}} as const;\n`;

/** The doc comment of a generated module. */
export const moduleDoc = (title: string, description: string, source: string): string =>
  `/**\n * ${comment(title)}\n *\n * ${comment(description)}\n *\n * Generated from the ${source}; not to be edited.\n *\n * @module\n */\n`;

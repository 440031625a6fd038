/** Definitions to text. What is written reads back as the same value. */
import { Document, isCollection, isMap, isPair, isScalar, type Node, Scalar, visit } from 'yaml';
import type { Table } from './types.ts';

/** The table as JSON, indented by two spaces. */
export const tableToJson = (table: Table): string => toJson(table);

/** The table as YAML: sections and names on lines of their own, each small part on one line, as a person would write it. */
export const tableToYaml = (table: Table): string => toYaml(table);

/** Plain data as JSON, indented by two spaces. */
export const toJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const WIDTH = 120;

/** Texts that need quotes beyond what the grammar asks for: with characters that an editor would not show, and the merge key. */
const QUOTED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^<<$/u;

/** Whether a part fits on one line, written in braces or brackets, at a depth of the document. */
const fits = (node: Node, depth: number): boolean => JSON.stringify(node).length + 2 * depth < WIDTH;

/** The depth from which on a small part is written on one line: sections and names have lines of their own. */
const COMPACT = 2;

/** Plain data as YAML, as a person would write it. Some sections may be compact only from a greater depth on. */
export function toYaml(value: object, compact: { readonly [section: string]: number } = {}): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && QUOTED.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(_, collection, path) {
      const depth = path.filter(isCollection).length;
      const section = path.find(isPair)?.key;
      const from = isScalar(section) ? compact[String(section.value)] : undefined;
      if (depth < (from ?? COMPACT) || !fits(collection, depth)) return undefined;
      collection.flow = true;
      return undefined;
    },
  });
  const sections = isMap(document.contents) ? document.contents.items.slice(1) : [];
  for (const { key, value } of sections) if (isScalar(key)) key.spaceBefore = isCollection(value);
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

/** Definitions to text. What is written reads back as the same value. */
import { Document, isCollection, isMap, isPair, isScalar, type Node, Scalar, visit } from 'yaml';
import { type Path, visible } from './diagnostic.ts';
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

/** A remark on a part of what is written, printed as a comment above it. */
export type Remark = { readonly path: Path; readonly text: string };

/** Puts remarks above the parts they are about. Gives the collections that must have lines of their own for them. */
function putRemarks(document: Document, remarks: readonly Remark[]): ReadonlySet<unknown> {
  const open = new Set<unknown>();
  const members = new Map<unknown, ReadonlyMap<string | number, readonly [above: Node, value: unknown]>>();
  const membersOf = (node: unknown): ReadonlyMap<string | number, readonly [above: Node, value: unknown]> => {
    if (!isCollection(node)) return new Map();
    const known = members.get(node);
    if (known !== undefined) return known;
    const found = new Map<string | number, readonly [above: Node, value: unknown]>();
    for (const [index, item] of node.items.entries())
      if (isPair(item)) found.set(String((item.key as Scalar).value), [item.key as Node, item.value]);
      else found.set(index, [item as Node, item]);
    members.set(node, found);
    return found;
  };
  for (const { path, text } of remarks) {
    let node: unknown = document.contents;
    let above: Node | undefined;
    for (const key of path) {
      open.add(node);
      [above, node] = membersOf(node).get(key) ?? [above, undefined];
    }
    const comment = ` ${visible(text)}`;
    if (above !== undefined)
      above.commentBefore = above.commentBefore == null ? comment : `${above.commentBefore}\n${comment}`;
  }
  return open;
}

/** How plain data is written as YAML: sections that are compact only from a greater depth on, and remarks above parts of it. */
export type YamlStyle = {
  readonly compact?: { readonly [section: string]: number };
  readonly remarks?: readonly Remark[];
};

/** Plain data as YAML, as a person would write it. */
export function toYaml(value: object, { compact = {}, remarks = [] }: YamlStyle = {}): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  const open = putRemarks(document, remarks);
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && QUOTED.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Collection(_, collection, path) {
      const depth = path.filter(isCollection).length;
      const section = path.find(isPair)?.key;
      const from = isScalar(section) ? compact[String(section.value)] : undefined;
      if (open.has(collection) || depth < (from ?? COMPACT) || !fits(collection, depth)) return undefined;
      collection.flow = true;
      return undefined;
    },
  });
  const sections = isMap(document.contents) ? document.contents.items.slice(1) : [];
  for (const { key, value } of sections) if (isScalar(key)) key.spaceBefore = isCollection(value);
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

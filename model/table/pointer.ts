/** Where the parts of a YAML or JSON document stand. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from 'yaml';
import { memo } from './memo.ts';
import type { Pointer } from './parse.ts';
import type { Place } from './places.ts';

/** The place of an offset in the text. */
export type At = (offset: number) => Place;

/** What each alias of a document repeats: the last part before it with that anchor, or nothing. */
export type Aliases = ReadonlyMap<Alias, Node | undefined>;

/** The aliases of a document, in order. */
export function aliasesIn(document: Document.Parsed): Aliases {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node | undefined>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) aliases.set(node, anchors.get(node.source));
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return aliases;
}

/**
 * Looks parts up in the document. A part stands where its key is written, or where it begins as an item of a list. What is
 * written for it stands where it begins, unless that is nothing or a block of lines: these are pointed at by their key.
 */
export function pointerIn(document: Document.Parsed, aliases: Aliases, at: At): Pointer {
  const pairs = memo(
    (map: YAMLMap) => new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair])),
  );
  const target = (node: unknown): unknown => (isAlias(node) ? aliases.get(node) : node);
  const start = (node: unknown, otherwise: number): number => (node as Node | undefined)?.range?.[0] ?? otherwise;
  const isWritten = (node: unknown): boolean =>
    isAlias(node) || (isScalar(node) ? node.source !== '' : isCollection(node) && node.flow === true);
  return (path, part = 'key') => {
    let node: unknown = document.contents;
    let offset = start(node, 0);
    let rest = path.length;
    for (const key of path) {
      const inside = target(node);
      const pair: Pair | undefined = isMap(inside) ? pairs(inside).get(String(key)) : undefined;
      const item = isSeq(inside) && typeof key === 'number' ? inside.items[key] : undefined;
      if (pair === undefined && item === undefined) break;
      node = pair === undefined ? item : pair.value;
      offset = start(pair === undefined ? item : pair.key, offset);
      rest--;
    }
    return at(rest === 0 && part === 'value' && isWritten(node) ? start(node, offset) : offset);
  };
}

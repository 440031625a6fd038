/** HTML as a tree with places, parsed as browsers do, within limits. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, parseFragment, type Token, Tokenizer } from 'parse5';
import { CUT, MOST, Refusal } from './limits.ts';
import type { Places } from './places.ts';
import { aligned, type Escape } from './tape.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
type TextNode = DefaultTreeAdapterTypes.TextNode;

/** How much is given to the parser at once. */
const CHUNK = 4096;

/** A tokenizer whose current token can be looked at. */
class Watched extends Tokenizer {
  static attributesOf(tokenizer: Tokenizer): number {
    const token = (tokenizer as Watched).currentToken as Partial<Token.TagToken> | null;
    return token?.attrs?.length ?? 0;
  }
}

/**
 * The tree of an HTML text. Text that is not closed is closed as browsers do.
 *
 * @throws {Refusal} where elements are nested too deeply, or one has too many attributes.
 */
export function treeOf(source: string, places: Places): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  let offset = 0;
  const parser = new Parser({
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush(item) {
        if (++depth > MOST.depth.html)
          throw new Refusal(places(offsetOf(item)), `elements are nested deeper than ${MOST.depth.html} levels`, CUT);
      },
      onItemPop() {
        depth--;
      },
    },
  });
  for (; offset === 0 || offset < source.length; offset += CHUNK) {
    parser.tokenizer.write(source.slice(offset, offset + CHUNK), offset + CHUNK >= source.length);
    if (Watched.attributesOf(parser.tokenizer) > MOST.attributes)
      throw new Refusal(places(offset), `an element has more than ${MOST.attributes} attributes`, CUT);
  }
  return parser.document;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Where an element begins; one that the parser added has no place of its own and stands where its first part does. */
export function offsetOf(node: Node): number {
  const own = node.sourceCodeLocation?.startOffset;
  if (own !== undefined || !isElement(node)) return own ?? 0;
  const [first] = node.childNodes;
  return first === undefined ? 0 : offsetOf(first);
}

const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?/y;

/** How references read, as the parser itself says. */
export function references(): Escape {
  const known = new Map<string, string>();
  return (source, at) => {
    if (source[at] !== '&') return undefined;
    REFERENCE.lastIndex = at;
    const [reference] = REFERENCE.exec(source) ?? [];
    if (reference === undefined) return undefined;
    let text = known.get(reference);
    if (text === undefined) {
      const [node] = parseFragment(reference).childNodes;
      text = node !== undefined && isText(node) ? node.value : '';
      known.set(reference, text);
    }
    return { length: reference.length, text };
  };
}

/** The offsets of the characters of a text node. */
export function offsetsOf(node: TextNode, source: string, escapes: Escape): readonly number[] {
  const { startOffset = 0, endOffset = source.length } = node.sourceCodeLocation ?? {};
  return aligned(node.value, source, startOffset, endOffset, escapes);
}

/** What a piece of a page may be made of. For tests. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

const ELEMENTS = 'atlas-diagram div details summary svg desc g a rect circle path text tspan'.split(' ');
const ATTRIBUTES =
  /^(class|id|role|tabindex|lang|href|title|aria-(label|describedby)|data-[a-z]+|viewBox|width|height|font-size|text-anchor|x|y|rx|cx|cy|r|d)$/;

/** The elements of HTML, in their order. @throws where there is anything that pages must not hold. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#comment') throw new Error('a comment');
    if (!('tagName' in node)) return;
    if (!ELEMENTS.includes(node.tagName)) throw new Error(`the element ${node.tagName}`);
    for (const { name } of node.attrs) if (!ATTRIBUTES.test(name)) throw new Error(`the attribute ${name}`);
    found.push(node);
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** All text below an element. */
export const textOf = (node: DefaultTreeAdapterTypes.ChildNode | Element): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

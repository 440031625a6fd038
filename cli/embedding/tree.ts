/** Markdown read as a tree with places. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export type Root = ReturnType<typeof fromMarkdown>;
export type Node = Root | Root['children'][number];

export const treeOf = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** A text with some of its nodes written otherwise. `edit` gives the new text of a node, or nothing where it stays. */
export function editedNodes(text: string, edit: (node: Node, source: string) => string | undefined): string {
  const parts: string[] = [];
  let at = 0;
  const visit = (node: Node): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const edited = edit(node, text.slice(start, end));
    if (edited !== undefined) {
      parts.push(text.slice(at, start), edited);
      at = end;
    } else if ('children' in node) for (const child of node.children) visit(child as Node);
  };
  visit(treeOf(text));
  return [...parts, text.slice(at)].join('');
}

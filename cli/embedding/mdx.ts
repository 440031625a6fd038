/** Markdown of ours as MDX: the HTML in it becomes JSX. Everything else in it is escaped so that it means the same in both. */
import { editedNodes } from './tree.ts';

/** Elements that HTML does not close. */
const VOID = /<(br|img|source)\b((?:[^>"]|"[^"]*")*?)\s*\/?>/g;

export const mdxOf = (markdown: string): string =>
  editedNodes(markdown, (node, source) =>
    node.type === 'html' ? source.replace(VOID, '<$1$2 />').replaceAll(' srcset=', ' srcSet=') : undefined,
  );

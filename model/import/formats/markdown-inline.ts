/** What a piece of Markdown shows, on a tape. */
import type { fromMarkdown } from 'mdast-util-from-markdown';
import { references } from './html-tree.ts';
import { aligned, type Escape, type Tape } from './tape.ts';

export type Root = ReturnType<typeof fromMarkdown>;
export type Node = Root | Extract<Root['children'][number], unknown>;

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** How references and escapes of Markdown read. */
export function escapesOf(): Escape {
  const reference = references();
  return (source, at) => {
    const next = source[at + 1];
    if (source[at] === '\\' && next !== undefined && PUNCTUATION.test(next)) return { length: 2, text: next };
    return reference(source, at);
  };
}

/** Where inline HTML begins a new line. */
const BREAKS = /^<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|hr|tr|table|h[1-6])\b/i;
const MARK = /^\s*(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3})\s*$/i;

/** A source whose inline parts are read. */
export type Source = { readonly text: string; readonly escapes: Escape };

/** Puts nodes on a tape, in order. Where a node has no place of its own, it is looked for after the one before it. */
export function inline(source: Source, nodes: readonly Node[], tape: Tape, within: Node): void {
  let cursor = within.position?.start.offset ?? 0;
  let unseen: string | undefined;
  let raised = false;
  const limit = within.position?.end.offset ?? source.text.length;
  for (const node of nodes) {
    const from = node.position?.start.offset ?? cursor;
    const to = node.position?.end.offset ?? limit;
    cursor = node.position?.end.offset ?? cursor;
    if (node.type === 'html') {
      const tag = /^<\/?([a-z][a-z0-9]*)/i.exec(node.value)?.[1]?.toLowerCase();
      const closes = node.value.startsWith('</');
      if (tag === 'script' || tag === 'style') unseen = closes ? undefined : tag;
      if (tag === 'sup') raised = !closes;
      if (BREAKS.test(node.value)) tape.newline(from);
      continue;
    }
    if (unseen !== undefined) continue;
    if (raised && node.type === 'text' && MARK.test(node.value)) {
      if (tape.isBlank) tape.leading('mark', () => put(source, node.value, from, to, tape));
      tape.marks.push(node.value.trim());
    } else one(source, node, { from, to }, tape);
  }
}

function put(source: Source, text: string, from: number, to: number, tape: Tape): void {
  tape.put(text.replace(/[\n\r]/g, ' '), aligned(text, source.text, from, to, source.escapes));
}

function one(
  source: Source,
  node: Node,
  { from, to }: { readonly from: number; readonly to: number },
  tape: Tape,
): void {
  switch (node.type) {
    case 'text':
      return put(source, node.value, from, to, tape);
    case 'inlineCode': {
      const ticks = /^`*/.exec(source.text.slice(from, to))?.[0].length ?? 0;
      return tape.leading('code', () => put(source, node.value, from + ticks, to, tape));
    }
    case 'break':
      return tape.newline(from);
    case 'image':
    case 'imageReference':
      return tape.putAt((node.alt ?? '').replace(/[\n\r]/g, ' '), from);
    case 'footnoteReference':
      tape.marks.push(node.label ?? node.identifier);
      return;
    case 'strong':
    case 'emphasis':
      return tape.leading(node.type === 'strong' ? 'bold' : 'code', () => inline(source, node.children, tape, node));
    default:
      if ('children' in node) inline(source, node.children, tape, node);
  }
}

/** A Markdown file of the project as a page of a site: its title, its summary, and its links led to where they go there. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'yaml';
import * as z from 'zod';

const frontmatterSchema = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  order: z.number().optional(),
});

/** What a file says. Without a title in its frontmatter, that is its first heading, which then is no longer in the body. */
export type MarkdownFile = {
  readonly title: string;
  readonly description: string;
  readonly order: number;
  readonly body: string;
};

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const LONGEST_SUMMARY = 200;

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

const treeOf = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const plainText = (node: unknown): string => {
  const { value, children = [] } = node as { value?: string; children?: readonly unknown[] };
  return value ?? children.map(plainText).join('');
};

const placeOf = ({ position }: Pick<Node, 'position'>): readonly [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];

/**
 * Reads a Markdown file; `name` is its title where it says none. `lead` gives the new address of each relative link or picture, or
 * `undefined` where what is linked is no part of the site: only the text of the link stays then.
 *
 * @throws {Error} where its frontmatter cannot be read.
 */
export function readMarkdown(text: string, name: string, lead: (link: string) => string | undefined): MarkdownFile {
  const front = FRONTMATTER.exec(text);
  const said = frontmatterSchema.parse(parse(front?.[1] ?? '') ?? {});
  const body = text.slice(front?.[0].length ?? 0);
  const tree = treeOf(body);
  const heading =
    said.title === undefined ? tree.children.find((node) => node.type === 'heading' && node.depth === 1) : undefined;
  const first = tree.children.find(({ type }) => type === 'paragraph');
  const summary = plainText(first ?? {})
    .replace(/\s+/g, ' ')
    .trim();
  const short =
    summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY).replace(/\s+\S*$/, '')} …` : summary;
  const edits = editsOf(tree, body, lead);
  if (heading !== undefined) {
    const [start, end] = placeOf(heading);
    edits.push({ start, end, text: '' });
  }
  return {
    title: said.title ?? (heading === undefined ? name : plainText(heading)),
    description: said.description ?? short,
    order: said.order ?? Number.POSITIVE_INFINITY,
    body: edited(body, edits),
  };
}

type Edit = { readonly start: number; readonly end: number; readonly text: string };

function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at)].join('');
}

const isRelative = (link: string): boolean => !/^([a-z][\w+.-]*:|\/\/|\/|#)/i.test(link);

/** What has to change in a text so that its relative links lead somewhere on the site. */
function editsOf(tree: Root, text: string, lead: (link: string) => string | undefined): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: Node | Root): void => {
    if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && isRelative(node.url)) {
      const [start, end] = placeOf(node);
      const led = lead(node.url);
      const source = text.slice(start, end);
      if (led !== undefined) edits.push({ start, end, text: withAddress(source, node.url, led) });
      else if (node.type === 'link') edits.push({ start, end, text: inside(node.children, text) });
      else if (node.type === 'image') edits.push({ start, end, text: node.alt ?? '' });
    }
    if ('children' in node) for (const child of node.children) visit(child as Node);
  };
  visit(tree);
  return edits;
}

const inside = (children: readonly Pick<Node, 'position'>[], text: string): string => {
  const [first, last] = [children[0], children.at(-1)];
  return first === undefined || last === undefined ? '' : text.slice(placeOf(first)[0], placeOf(last)[1]);
};

/** The address is the last thing in a link or a definition that reads like it. */
function withAddress(source: string, url: string, led: string): string {
  const at = source.lastIndexOf(url);
  return at < 0 ? source : `${source.slice(0, at)}${led}${source.slice(at + url.length)}`;
}

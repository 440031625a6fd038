/** Markdown of ours as AsciiDoc: paragraphs, tables, lists, code, links and pictures. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Defect } from '../../properties/judge/index.ts';
import { type Node, treeOf } from './tree.ts';

type Children = { readonly children: readonly Node[] };

/** The same in AsciiDoc. @throws {Defect} where there is anything that our Markdown is not made of. */
export const asciidocOf = (markdown: string): string => blocks(treeOf(markdown));

const blocks = ({ children }: Children): string => children.map(block).join('\n\n');

function block(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node as Children);
    case 'heading':
      return `[discrete]\n${'='.repeat(node.depth)} ${inline(node as Children)}`;
    case 'code':
      return listing(node.value, node.lang ?? '');
    case 'table':
      return table(node as unknown as Children);
    case 'list':
      return (node.children as readonly Children[])
        .map((item) => `${node.ordered === true ? '.' : '*'} ${item.children.map(block).join('\n+\n')}`)
        .join('\n');
    case 'html':
      return picture(node.value);
    default:
      throw new Defect(`a block shows ${node.type}, which is not known in AsciiDoc`);
  }
}

/** Code as it is, between lines that do not occur in it. */
function listing(text: string, language: string): string {
  let fence = '----';
  while (text.split('\n').includes(fence)) fence += '-';
  return `[source,${language}]\n${fence}\n${text}\n${fence}`;
}

function table({ children: rows }: Children): string {
  const columns = (rows[0] as unknown as Children).children.length;
  const lines = rows.map((row) =>
    (row as unknown as Children).children.map((cell) => `|${inline(cell as unknown as Children)}`).join('\n'),
  );
  return [`[%header,cols="${Array(columns).fill('1').join(',')}"]`, '|===', lines.join('\n\n'), '|==='].join('\n');
}

const inline = ({ children }: Children): string => children.map(span).join('');

function span(node: Node): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value);
    case 'inlineCode':
      return `\`\`${escaped(node.value)}\`\``;
    case 'strong':
      return `**${inline(node as Children)}**`;
    case 'emphasis':
      return `__${inline(node as Children)}__`;
    case 'link':
      return `link:++${encodeURI(decodeURI(node.url)).replaceAll('+', '%2B')}++[${inline(node as Children)}]`;
    case 'break':
      return ' +\n';
    case 'html':
      if (/^<br\s*\/?>$/.test(node.value)) return ' +\n';
      throw new Defect(`a block shows ${node.value}, which is not known in AsciiDoc`);
    default:
      throw new Defect(`a block shows ${node.type}, which is not known in AsciiDoc`);
  }
}

/** Text that is shown as written: whatever AsciiDoc could read as syntax is a character reference. */
const escaped = (text: string): string =>
  text
    .replace(/\n/g, ' ')
    .replace(
      /[^\p{L}\p{N}\p{M} ,—–’…→·✓✗\p{Extended_Pictographic}\u200d]/gu,
      (character) => `&#${character.codePointAt(0)};`,
    );

/** The first picture of those for several themes. */
function picture(html: string): string {
  const find = (node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element | undefined => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const found = child.tagName === 'img' ? child : find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const image = find(parseFragment(html));
  const of = (name: string): string => image?.attrs.find((each) => each.name === name)?.value ?? '';
  if (of('src') === '') throw new Defect(`a block shows ${html}, which is not known in AsciiDoc`);
  return `image::${of('src')}[${escaped(of('alt'))}]`;
}

/** Which format a document has. */
import type { Format } from '../kinds.ts';
import type { SourceDocument } from '../types.ts';

const EXTENSIONS: { readonly [extension: string]: Format } = {
  ...{ html: 'html', htm: 'html', xhtml: 'html', md: 'markdown', markdown: 'markdown', mdx: 'markdown' },
  ...{
    csv: 'csv',
    tsv: 'csv',
    tab: 'csv',
    json: 'data',
    yaml: 'data',
    yml: 'data',
    mmd: 'mermaid',
    mermaid: 'mermaid',
  },
};

/** The language of a piece of code that does not say it: `mermaid` where it begins like a diagram, else nothing. */
export const languageOf = (code: string): string => (DIAGRAM.test(code) ? 'mermaid' : '');

/** How a diagram begins: after its front matter, its directives and comments. */
const DIAGRAM =
  /^\s*(?:---[^\S\n]*\r?\n(?:(?!---).*\r?\n)*---[^\S\n]*\r?\n\s*)?(?:%%.*\r?\n\s*)*(?:stateDiagram(?:-v2)?|(?:graph|flowchart)[^\S\n]+(?:TB|TD|BT|LR|RL))\b/;

/** The format of a document: what the ending of its name says, else what its text looks like. */
export function sniffed({ name }: SourceDocument): Format {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS[extension] ?? 'text';
}

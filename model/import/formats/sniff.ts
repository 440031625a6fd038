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

/** The format of a document: what the ending of its name says, else what its text looks like. */
export function sniffed({ name }: SourceDocument): Format {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS[extension] ?? 'text';
}

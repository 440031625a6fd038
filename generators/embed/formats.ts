/** The formats of files with blocks: how a comment is written in each, and what blocks are not looked for in. */
import { BLOCK_BEGIN, BLOCK_END } from '../../model/import/generated.ts';

/** A format of files that blocks are kept in. */
export type Format = 'markdown' | 'mdx' | 'asciidoc';

/** How blocks are marked. `begin` has what is asked for as its second group, `verbatim` what opens or closes code as its first. */
type Marks = {
  readonly begin: RegExp;
  readonly end: RegExp;
  /** The end as it is written, for messages. */
  readonly written: string;
  readonly verbatim: RegExp;
  /** Whether a line closes what another one opened. */
  readonly closes: (line: string, opened: string) => boolean;
};

const FENCE = /^\s*(`{3,}|~{3,})/;
const startsAlike = (line: string, opened: string): boolean => line.startsWith(opened);

export const MARKS: { readonly [format in Format]: Marks } = {
  markdown: { begin: BLOCK_BEGIN, end: BLOCK_END, written: '<!-- atlas:end -->', verbatim: FENCE, closes: startsAlike },
  mdx: {
    begin: /^(\s*)\{\/\*\s*atlas:begin\b(.*?)\*\/\}\s*$/,
    end: /^\s*\{\/\*\s*atlas:end\s*\*\/\}\s*$/,
    written: '{/* atlas:end */}',
    verbatim: FENCE,
    closes: startsAlike,
  },
  asciidoc: {
    begin: /^(\s*)\/\/\s*atlas:begin\b(.*)$/,
    end: /^\s*\/\/\s*atlas:end\s*$/,
    written: '// atlas:end',
    verbatim: /^(-{4,}(?=\s*$)|\.{4,}(?=\s*$)|\+{4,}(?=\s*$)|\/{4,}(?=\s*$)|`{3,})/,
    closes: (line, opened) => line === opened,
  },
};

/** The format of a file, by its name. */
export function formatOf(file: string): Format {
  if (/\.mdx$/i.test(file)) return 'mdx';
  return /\.(adoc|asciidoc|asc)$/i.test(file) ? 'asciidoc' : 'markdown';
}

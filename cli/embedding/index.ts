/** Blocks in the format of the file that they stand in. */
import { type Embeddable, resolver } from '../../generators/embed/blocks.ts';
import { embed } from '../../generators/embed/embed.ts';
import { type Format, formatOf } from '../../generators/embed/formats.ts';
import { asciidocOf } from './asciidoc.ts';
import { mdxOf } from './mdx.ts';

const WRITTEN: { readonly [format in Format]: (markdown: string) => string } = {
  markdown: (markdown) => markdown,
  mdx: mdxOf,
  asciidoc: asciidocOf,
};

/** Fills the blocks of a file from tables and systems, in the format that its name says. */
export function filled(file: string, text: string, models: ReadonlyMap<string, Embeddable>): ReturnType<typeof embed> {
  const format = formatOf(file);
  return embed(text, resolver(models, WRITTEN[format]), format);
}

/** The one place where text for readers becomes Markdown: it renders as written, in a paragraph and in a table cell. */
import type { Diagram, Pictures } from '../artefact.ts';

/** Text on one line, with everything that CommonMark, GFM or HTML could read as syntax escaped. */
export function md(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~<>&"'.:@$-]/g, (character) =>
      /[<>&"']/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    )
    .replace(/\\([.:@$()+'!-])(?=[\p{L}\p{N} ,]|$)/gu, (whole, character: string, offset: number) =>
      offset === 0 ? whole : character,
    )
    .replace(/[ \t]*[\r\n\u2028\u2029]+[ \t]*/g, '<br>')
    .replace(/^ +| +$/g, '');
}

/** A name or a formula as code; names hold no backticks. */
export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** A table. Cells are Markdown already. */
export function mdTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '' ? '—' : cell)).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text as the value of an HTML attribute. */
const attribute = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A diagram drawn into files, for readers who prefer light or dark; `folder` is that of the table's atlas, with its slash. */
export function picture({ name, title }: Diagram, { format, themes }: Pictures, folder: string): string {
  const file = (theme: string): string => `${folder}pictures/${encodeURIComponent(name)}.${theme}.${format}`;
  const [first = 'light', ...others] = themes;
  const sources = others.map(
    (theme) => `  <source media="(prefers-color-scheme: ${theme})" srcset="${file(theme)}">\n`,
  );
  return `<picture>\n${sources.join('')}  <img alt="${attribute(title)}" src="${file(first)}">\n</picture>`;
}

/** A diagram as a fence that GitHub and most sites draw. */
export const fence = (source: string): string => `\`\`\`mermaid\n${source}\`\`\``;

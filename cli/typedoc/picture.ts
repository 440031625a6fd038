/** Diagrams in pages of TypeDoc: an inline picture where one can be drawn, and the Mermaid source in any case. */
import { readFileSync } from 'node:fs';
import { drawAll } from '../../docs/site/diagrams/index.ts';
import type { Diagram } from '../../generators/artefact.ts';
import { MissingTool } from '../pictures/index.ts';

/** Diagrams by a name of the caller’s. */
export type Pictures = ReadonlyMap<string, string>;

/** Draws diagrams; says why not where a tool is missing. */
export async function drawn(
  diagrams: ReadonlyMap<string, Diagram>,
  language: string,
): Promise<Pictures | { readonly missing: string }> {
  const jobs = [...diagrams].map(([key, { foldings: _, ...diagram }]) => ({
    key,
    diagram,
    language,
    linkOf: () => undefined,
  }));
  try {
    return await drawAll(jobs);
  } catch (thrown) {
    if (thrown instanceof MissingTool) return { missing: thrown.message };
    throw thrown;
  }
}

/** A diagram as HTML inside Markdown: there is no empty line in it, which would end the HTML. */
export function diagramHtml({ source }: Diagram, picture: string | undefined): string {
  const text = source.trimEnd().replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const mermaid = `<pre><code class="language-mermaid">${text}</code></pre>`;
  if (picture === undefined) return `<div>\n${mermaid}\n</div>`;
  return `<div>\n${picture}\n<details><summary>Mermaid</summary>${mermaid}</details>\n</div>`;
}

/** The styles of the pictures. TypeDoc’s theme follows the system unless its reader chose one. */
export function styles(): string {
  const css = readFileSync(new URL(import.meta.resolve('../../docs/site/diagrams/diagrams.css')), 'utf8');
  const dark = /:root\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1] ?? '';
  const narrow = '.d-svg { max-inline-size: 100%; block-size: auto; }';
  return `${css}\n${narrow}\n@media screen and (prefers-color-scheme: dark) { :root[data-theme="os"], :root:not([data-theme]) {${dark}} }`;
}

/** The languages of code in pages, as far as there are colours for them. */
import type { Drawn, Site } from './site.ts';

const COLOURED = new Set(
  'bash css diff html ini javascript js json jsx md markdown mermaid python py rust sh shell sql toml ts tsx typescript xml yaml yml'.split(
    ' ',
  ),
);

const FENCE = /^[ \t>]*(?:```|~~~)[ \t]*([^\s`{]+)/gm;

/** The languages that pages name and that are shown without colours. */
export function plainLanguages({ pages }: Pick<Site<Drawn>, 'pages'>): string[] {
  const named = pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      typeof piece === 'string' ? [...piece.matchAll(FENCE)].map(([, language = '']) => language) : [],
    ),
  );
  return [...new Set(named)].filter((language) => !COLOURED.has(language)).sort();
}

/** What stands in a page beside its Markdown: diagrams, drawn, and the simulator. */
import { markup } from '../../generators/review/escape.ts';
import { type DiagramJob, type DrawOptions, drawAll, type Shown } from './diagrams/index.ts';
import { wordsOf } from './simulator/words.ts';
import { type Drawn, idOf, type Page, type Part, type Planned, type Site } from './site.ts';

/** Draws every diagram of a site. @throws {MissingTool} where what draws them is not installed. */
export async function drawn(site: Site, options: DrawOptions = {}): Promise<Site<Drawn>> {
  const jobs = site.pages.flatMap((page) =>
    page.pieces.flatMap((piece, index): DiagramJob[] =>
      typeof piece === 'object' && 'diagram' in piece
        ? [
            {
              key: keyOf(page, site, index),
              diagram: piece.diagram,
              language: page.language,
              linkOf: linksTo(site.parts[piece.part]),
            },
          ]
        : [],
    ),
  );
  const pictures = await drawAll(jobs, options);
  const pages = site.pages.map(
    (page): Page<Drawn> => ({
      ...page,
      pieces: page.pieces.map((piece, index) =>
        pieceOf(piece, page, site, () => pictures.get(keyOf(page, site, index)) as string),
      ),
    }),
  );
  return { ...site, pages };
}

const keyOf = (page: Page<Planned>, site: Site, index: number): string => `${idOf(site, page)}#${index}`;

const linksTo =
  (part: Part | undefined) =>
  (shown: Shown): string | undefined => {
    const path =
      'state' in shown ? part?.states[shown.state] : 'event' in shown ? part?.events[shown.event] : undefined;
    return path === undefined ? undefined : `/${path.split('/').map(encodeURIComponent).join('/')}/`;
  };

function pieceOf(piece: Planned, { language }: Page<Planned>, { base }: Site, picture: () => string): Drawn {
  if (typeof piece === 'string' || 'html' in piece) return piece;
  if ('diagram' in piece) return { html: picture() };
  const folder = `${base}${encodeURIComponent(piece.part)}`;
  const { token } = piece.simulator;
  const first = token === undefined ? '' : ` data-token="${encodeURIComponent(token)}"`;
  return {
    html: `<state-simulator lang="${language}" data-model="${folder}/model.json" data-traces="${folder}/traces.${language}.json"${first}><noscript>${markup(wordsOf(language).needsScript)}</noscript></state-simulator>`,
  };
}

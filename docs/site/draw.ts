/** What stands in a page beside its Markdown: diagrams, drawn, and the simulator. */
import { fence } from '../../generators/markdown/escape.ts';
import type { Drawn, Page, Planned, Site } from './site.ts';

/** Draws every diagram of a site. */
export async function drawn(site: Site): Promise<Site<Drawn>> {
  const pages = site.pages.map(
    (page): Page<Drawn> => ({ ...page, pieces: page.pieces.map((piece) => pieceOf(piece, site)) }),
  );
  return { ...site, pages };
}

function pieceOf(piece: Planned, { base }: Site): Drawn {
  if (typeof piece === 'string' || 'html' in piece) return piece;
  if ('diagram' in piece) return fence(piece.diagram.source);
  const folder = `${base}${encodeURIComponent(piece.part.name)}`;
  const token = piece.simulator.token === undefined ? '' : ` data-token="${piece.simulator.token}"`;
  return {
    html: `<state-simulator data-model="${folder}/model.json" data-traces="${folder}/traces.json"${token}></state-simulator>`,
  };
}

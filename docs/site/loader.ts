/** The content loader: the pages of the site that is being rendered, as entries of Starlight’s collection. */
import type { Loader } from 'astro/loaders';
import { bodyOf } from './body.ts';
import { getCurrent } from './current.ts';
import { MISSING, missingBody } from './missing.ts';
import { type Drawn, idOf, type Page } from './site.ts';

export const siteLoader = (): Loader => ({
  name: 'stateatlas',
  async load({ store, parseData, renderMarkdown, generateDigest, config }) {
    const site = getCurrent();
    const kept = new Set<string>();
    for (const page of site.pages) {
      const id = idOf(site, page) || 'index';
      kept.add(id);
      const digest = generateDigest(JSON.stringify(page));
      if (store.get(id)?.digest === digest) continue;
      const { title, description } = page;
      const data = await parseData({
        id,
        data: { title, description, editUrl: false, ...(isWide(page) && { tableOfContents: false }) },
      });
      // Astro wants to know from which file a page comes, and Starlight’s Markdown finds the language in its folder.
      const filePath = `src/content/docs/${idOf(site, { ...page, path: page.path || 'index' })}.md`;
      const fileURL = new URL(filePath, config.root);
      const rendered = await bodyOf(page, site, (text) => renderMarkdown(text, { fileURL }));
      store.set({ id, data, digest, filePath, rendered });
    }
    kept.add(MISSING);
    const html = missingBody(site);
    store.set({
      id: MISSING,
      data: await parseData({
        id: MISSING,
        data: { title: MISSING, editUrl: false, tableOfContents: false, pagefind: false },
      }),
      digest: generateDigest(html),
      filePath: `src/content/docs/${MISSING}.md`,
      rendered: { html },
    });
    for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  },
});

/** The home and the simulator take the room of the table of contents. */
const isWide = ({ path, pieces }: Page<Drawn>): boolean =>
  path === '' || pieces.some((piece) => typeof piece === 'object' && piece.html.startsWith('<state-simulator'));

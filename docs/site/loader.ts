/** The content loader: the pages of the site that is being rendered, as entries of Starlight’s collection. */
import type { Loader } from 'astro/loaders';
import { bodyOf } from './body.ts';
import { getCurrent } from './current.ts';
import { idOf } from './site.ts';

export const siteLoader = (): Loader => ({
  name: 'stateatlas',
  async load({ store, parseData, renderMarkdown, generateDigest }) {
    const site = getCurrent();
    const kept = new Set<string>();
    for (const page of site.pages) {
      const id = idOf(site, page) || 'index';
      kept.add(id);
      const digest = generateDigest(JSON.stringify(page));
      if (store.get(id)?.digest === digest) continue;
      const { title, description } = page;
      const data = await parseData({ id, data: { title, description, editUrl: false } });
      const rendered = await bodyOf(page, site, renderMarkdown);
      store.set({ id, data, digest, filePath: `src/content/docs/${id}.md`, rendered });
    }
    for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  },
});

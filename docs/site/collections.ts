/** The collections of Astro’s program: Starlight’s pages, which come from data. */
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro/content/config';
import { siteLoader } from './loader.ts';

export const collections: { readonly docs: object } = {
  docs: defineCollection({ loader: siteLoader(), schema: docsSchema() }),
};

/** The one place where Astro’s program, which has a module graph of its own in this process, meets the data. */
import type { Drawn, Site } from './site.ts';

const KEY = Symbol.for('stateatlas.site');

const shelf = globalThis as { [KEY]?: Site<Drawn> };

export const setCurrent = (site: Site<Drawn>): void => {
  shelf[KEY] = site;
};

/** The site that is being rendered. @throws where none is. */
export function getCurrent(): Site<Drawn> {
  const site = shelf[KEY];
  if (site === undefined) throw new Error('no site is being rendered');
  return site;
}

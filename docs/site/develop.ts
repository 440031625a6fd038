/** A site that is served while it is written, through Astro’s development server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { configOf } from './astro.ts';
import { setCurrent } from './current.ts';
import { drawn } from './draw.ts';
import type { Site } from './site.ts';
import { prepared, removeWork } from './work.ts';

/** A server of a site. */
export type Development = {
  /** Where the home is. */
  readonly url: string;
  /** Shows another state of the site: pages that are open reload. */
  show(site: Site): Promise<void>;
  stop(): Promise<void>;
};

/** Serves a site. @throws {MissingPackages} */
export async function develop(
  site: Site,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Development> {
  const first = await drawn(site);
  const work = prepared(first);
  setCurrent(first);
  let refresh: () => Promise<void> = async () => {};
  const integration: AstroIntegration = {
    name: 'stateatlas-develop',
    hooks: {
      'astro:server:setup': ({ refreshContent, server }) => {
        refresh = async () => {
          await refreshContent?.({ loaders: ['stateatlas'] });
          server.ws.send({ type: 'full-reload' });
        };
      },
    },
  };
  try {
    // Where this says that tests run, Astro serves nothing.
    delete process.env.VITEST;
    const { dev } = await import('astro');
    const config = await configOf(first, work, integration);
    const server = await dev({ ...config, server: { host, port } });
    return {
      url: `http://${host}:${server.address.port}${site.base}`,
      async show(next) {
        const pages = await drawn(next);
        setCurrent(pages);
        for (const [path, content] of Object.entries(pages.files)) {
          const file = join(work, 'public', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        await refresh();
      },
      async stop() {
        await server.stop();
        removeWork(work);
      },
    };
  } catch (thrown) {
    removeWork(work);
    throw thrown;
  }
}

/** A small site for tests, planned as the command line plans one: a table of the gallery, a hostile one, and a page by hand. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { executable, MissingTool } from '../../cli/pictures/browser.ts';
import { collect } from '../../cli/site/collect.ts';
import { inputsOf } from '../../cli/site/output.ts';
import { serveSite } from '../../cli/site/serve.ts';
import { nasty } from '../../generators/testing.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { buildSite } from './build.ts';
import type { Site } from './site.ts';
import { packages } from './work.ts';

export const BASE = '/sub/path/';

/** The browser for tests, or why there is none: where tests are run continuously, a missing browser is a failure. */
export function browserHere(): Promise<Awaited<ReturnType<typeof executable>> | string> {
  return executable().catch((reason: Error) => {
    if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
    throw reason;
  });
}

/** The small site, served while the tests of a file or block run, and a browser to look at it; there once they run. */
export type Looking = { readonly browser: Browser; readonly url: string };

/** Serves the small site and starts the browser before the tests around a call, and ends both after them; neither where there is no browser. */
export function lookingAtSmallSite(found: Awaited<ReturnType<typeof browserHere>>): () => Looking {
  let looking: Looking;
  let stop: (() => void) | undefined;
  beforeAll(async () => {
    if (typeof found === 'string') return;
    const { server, url } = await serveSite(await builtSmallSite(), BASE, 0);
    stop = () => server.close();
    const browser = await chromium.launch({ executablePath: found.executablePath, args: ['--no-sandbox'] });
    looking = { browser, url };
  }, 120_000);
  afterAll(async () => {
    stop?.();
    await looking?.browser.close();
  });
  return () => looking;
}

/** A folder that is gone when the tests of a file are over. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stateatlas-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The folder of the small site, built once for all tests: by what it is built from, so that nothing old is looked at. */
export async function builtSmallSite(): Promise<string> {
  const site = await smallSite();
  const folder = join(packages() ?? tmpdir(), '.cache/stateatlas/tests', inputsOf(site));
  if (existsSync(folder)) return folder;
  const beside = `${folder}-${randomUUID()}`;
  await buildSite(site, beside);
  try {
    renameSync(beside, folder);
  } catch {
    // Another test was faster.
    rmSync(beside, { recursive: true, force: true });
  }
  return folder;
}

const GUIDE = `Some words about [the order](/order/), and [a place](#a-place).

## A place

A word that stands nowhere else: *kaleidoscope*.

| a | b | c | d | e |
|---|---|---|---|--:|
| 1 | 2 | 3 | 4 | 5 |

\`\`\`ts
const answer: number = 42;
const sentence = '${'a line of code that is wider than any page, '.repeat(5)}';
\`\`\`
`;

/** The site, in two languages, below a path. */
export function smallSite(): Promise<Site> {
  const places = (): undefined => undefined;
  const loaded = [order, nasty].map((model) => ({ model, places, file: `${model.name}.atlas.ts` }));
  const inEnglish = (text: string) => ({ text, language: 'en' });
  const guide = { path: 'guides/one', title: 'A guide', description: 'About a guide', pieces: [GUIDE] };
  return collect(
    loaded,
    { title: { en: 'Lives', fr: 'Vies' }, tagline: { en: 'Two lives.' }, languages: ['en', 'fr'], base: BASE },
    {
      files: {},
      pages: [{ ...guide, language: 'en', source: 'guides/one.md' }],
      waysIn: () => [
        {
          title: inEnglish('Guides'),
          description: inEnglish('To read'),
          path: 'guides/one',
          first: inEnglish('A guide'),
          pages: 1,
        },
      ],
      menuIn: () => [{ label: 'Guides', entries: [{ label: 'A guide', path: 'guides/one' }] }],
    },
    { quiet: true },
  );
}

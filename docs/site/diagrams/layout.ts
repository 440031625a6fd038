/** Lays diagrams out with Mermaid in a headless browser: one page is loaded once and draws many. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { launch, MissingTool } from '../../../cli/pictures/browser.ts';
import { extract } from './extract.ts';
import type { Scene } from './scene.ts';

/** A font whose letters are as wide as those that pages show: what is measured here has to fit there. */
const FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif';

/** Mermaid’s configuration. Its colours do not matter: a scene has none. */
export const CONFIG = {
  startOnLoad: false,
  theme: 'default',
  fontFamily: FONT,
  fontSize: 16,
  themeVariables: { fontFamily: FONT, fontSize: '16px' },
  securityLevel: 'strict',
  deterministicIds: true,
  layout: 'elk',
  elk: { nodePlacementStrategy: 'LINEAR_SEGMENTS' },
  maxTextSize: 2_000_000,
  maxEdges: 10_000,
} as const;

/** What Mermaid is in the page. */
type Mermaid = {
  initialize(config: typeof CONFIG): void;
  render(id: string, source: string): Promise<{ readonly svg: string }>;
};

/** The file of the Mermaid that mermaid-cli brings along, and its version. */
export function mermaidFile(): { readonly file: string; readonly version: string } {
  try {
    const cli = createRequire(fileURLToPath(import.meta.resolve('@mermaid-js/mermaid-cli')));
    const folder = dirname(cli.resolve('mermaid'));
    const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
    return { file: join(folder, 'mermaid.min.js'), version };
  } catch {
    throw new MissingTool(
      'diagrams need mermaid-cli: npm install --save-dev @mermaid-js/mermaid-cli puppeteer @sparticuz/chromium',
    );
  }
}

/**
 * Lays out the sources one after the other in as many pages as there are processors, and gives each scene as soon as it is there.
 *
 * @throws {MissingTool} without mermaid-cli or a browser.
 * @throws {Error} where a source is no diagram.
 */
export async function layOut(sources: readonly string[], done: (source: string, scene: Scene) => void): Promise<void> {
  const { file } = mermaidFile();
  const browser = await launch();
  try {
    const queue = sources.values();
    const work = async (): Promise<void> => {
      let page: Page | undefined;
      for (const source of queue) {
        page ??= await pageWith(browser, file);
        done(source, await sceneOf(page, source));
      }
    };
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), sources.length) }, work));
  } finally {
    await browser.close();
  }
}

async function pageWith(browser: Browser, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: file });
  await page.evaluate((config) => {
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    mermaid.initialize(config);
  }, CONFIG);
  await page.evaluate(`globalThis.extract = ${extract.toString()}`);
  return page;
}

const sceneOf = (page: Page, source: string): Promise<Scene> =>
  page.evaluate(async (text) => {
    const { mermaid, extract: read } = globalThis as unknown as { mermaid: Mermaid; extract: typeof extract };
    const { svg } = await mermaid.render('atlas', text);
    const place = document.createElement('div');
    place.innerHTML = svg;
    document.body.replaceChildren(place);
    const drawn = place.querySelector('svg') as SVGSVGElement;
    const { width, height } = drawn.viewBox.baseVal;
    drawn.style.maxWidth = 'none';
    drawn.style.width = `${width}px`;
    drawn.style.height = `${height}px`;
    return read(drawn);
  }, source);

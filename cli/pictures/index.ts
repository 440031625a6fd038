/** Diagrams as pictures, through mermaid-cli and one shared browser. */
import { renameSync, writeFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { launch, MissingTool } from './browser.ts';
import { type Drawing, isFresh, stamped } from './digest.ts';

export { MissingTool } from './browser.ts';
export { digestIn, digestOf, isFresh } from './digest.ts';
export { terminalDiagram } from './terminal.ts';

/** A picture to be drawn into a file. */
export type PictureJob = Drawing & { readonly file: string };

const FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif';

const themeConfig = (theme: Drawing['theme']) => ({
  theme: theme === 'dark' ? ('dark' as const) : ('default' as const),
  fontFamily: FONT,
  themeVariables: { fontFamily: FONT },
  securityLevel: 'strict' as const,
  deterministicIds: true,
  deterministicIDSeed: 'atlas',
  state: { nodeSpacing: 60, rankSpacing: 60 },
});

const BACKGROUND = { light: 'white', dark: '#0d1117' } as const;

/**
 * Draws the pictures that are not fresh, each whole or not at all. Says how many were drawn and how many were fresh.
 *
 * @throws {MissingTool} where mermaid-cli, puppeteer or a browser is missing; nothing is written then.
 */
export async function renderPictures(
  jobs: readonly PictureJob[],
  onProgress: (done: number, of: number) => void = () => {},
): Promise<{ readonly rendered: number; readonly fresh: number }> {
  const stale = jobs.filter((job) => !isFresh(job.file, job));
  if (stale.length > 0) {
    const render = await renderer();
    const browser = await launch();
    try {
      for (const [index, job] of stale.entries()) {
        onProgress(index, stale.length);
        await draw(browser, render, job);
      }
    } finally {
      await browser.close();
    }
  }
  return { rendered: stale.length, fresh: jobs.length - stale.length };
}

type Renderer = typeof import('@mermaid-js/mermaid-cli')['renderMermaid'];

async function renderer(): Promise<Renderer> {
  try {
    return (await import('@mermaid-js/mermaid-cli')).renderMermaid;
  } catch {
    throw new MissingTool(
      'pictures need mermaid-cli: npm install --save-dev @mermaid-js/mermaid-cli puppeteer @sparticuz/chromium',
    );
  }
}

async function draw(browser: Browser, render: Renderer, job: PictureJob): Promise<void> {
  const { data } = await render(browser, job.source, job.format, {
    backgroundColor: BACKGROUND[job.theme],
    mermaidConfig: themeConfig(job.theme),
    fontEmbed: false,
    svgId: 'atlas',
    viewport: { width: 1000, height: 800, deviceScaleFactor: 2 },
  } as Parameters<Renderer>[3]);
  const beside = `${job.file}.tmp`;
  writeFileSync(beside, stamped(data, job));
  renameSync(beside, job.file);
}

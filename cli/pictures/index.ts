/**
 * Diagrams as pictures, through mermaid-cli and one shared browser.
 *
 * @module stateatlas/pictures
 */
import { availableParallelism } from 'node:os';
import type { Browser } from 'puppeteer';
import { replace } from '../files.ts';
import { launch, MissingTool } from './browser.ts';
import { type Drawing, isFresh, stamped } from './digest.ts';
import { backgroundOf, mermaidConfigOf } from './style.ts';

export { MissingTool } from './browser.ts';
export type { Drawing } from './digest.ts';
export { digestIn, digestOf, isFresh } from './digest.ts';
export type { Theme } from './style.ts';

/** A picture to be drawn into a file. */
export type PictureJob = Drawing & { readonly file: string };

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
      const queue = stale.entries();
      const drawAll = async (): Promise<void> => {
        for (const [index, job] of queue) {
          onProgress(index, stale.length);
          await draw(browser, render, job);
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, drawAll));
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
    backgroundColor: backgroundOf(job.theme),
    mermaidConfig: mermaidConfigOf(job.theme),
    fontEmbed: false,
    svgId: 'atlas',
    viewport: { width: 1000, height: 800, deviceScaleFactor: 2 },
  } as Parameters<Renderer>[3]);
  replace(job.file, stamped(data, job));
}

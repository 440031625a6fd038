/** The pictures that are committed, looked at by a browser: no label lies over another or over a state. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { launch, MissingTool } from './browser.ts';

const folder = join(import.meta.dirname, '../../docs/atlas/session/pictures');
const pictures = readdirSync(folder).filter((name) => /^(overview|state-|actor-).*\.light\.svg$/.test(name));

/** Where tests are run continuously, a missing browser is a failure. */
const browser = await launch().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
  throw reason;
});
afterAll(() => (typeof browser === 'string' ? undefined : browser.close()));

type Box = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** The boxes of all texts on arrows and of all states, in a page as wide as the picture. */
async function boxesIn(svg: string): Promise<readonly Box[]> {
  if (typeof browser === 'string') throw new Error(browser);
  const page = await browser.newPage();
  try {
    await page.setContent(svg);
    return await page.evaluate(() =>
      [...document.querySelectorAll('.edgeLabel foreignObject, .node')].flatMap((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const text = (element.textContent ?? '').trim();
        return text === '' ? [] : [{ text, left, right, top, bottom }];
      }),
    );
  } finally {
    await page.close();
  }
}

describe.skipIf(typeof browser === 'string')(
  `seen in a browser${typeof browser === 'string' ? ` (${browser})` : ''}`,
  () => {
    test.each(pictures)('no two texts of %s overlap', async (name) => {
      const boxes = await boxesIn(readFileSync(join(folder, name), 'utf8'));
      expect(boxes.length).toBeGreaterThan(0);
      const pairs = boxes.flatMap((one, index) =>
        boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} / ${other.text}`] : [])),
      );
      expect(pairs).toEqual([]);
    });

    test('the overview is narrow enough for letters of at least 12 pixels on a page of 1000', () => {
      const svg = readFileSync(join(folder, 'overview.light.svg'), 'utf8');
      const width = Number(/viewBox="[-\d.]+ [-\d.]+ ([\d.]+)/.exec(svg)?.[1]);
      expect((20 * 1000) / width).toBeGreaterThan(12);
    });

    test('labels that lie over each other would be found', async () => {
      const label = (x: number) =>
        `<g class="edgeLabel"><foreignObject x="${x}" y="5" width="50" height="20"><p>at ${x}</p></foreignObject></g>`;
      const boxes = await boxesIn(`<svg width="300" height="50">${label(0)}${label(30)}${label(200)}</svg>`);
      expect(boxes.map((one) => boxes.filter((other) => overlap(one, other)).length)).toEqual([2, 2, 1]);
    });
  },
);

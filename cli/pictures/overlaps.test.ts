/** The pictures that are committed, looked at by a browser: no label lies over another or over a state. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagrams } from '../../generators/mermaid/index.ts';
import { alternatingBit } from '../../model/gallery/alternatingBit.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { check } from '../../properties/judge/index.ts';
import { launch, MissingTool } from './browser.ts';
import { renderPictures } from './index.ts';

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

/** The texts of boxes that lie over each other. */
const overlapping = (boxes: readonly Box[]): readonly string[] =>
  boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} / ${other.text}`] : [])),
  );

/** The texts on arrows, and states. */
const ON_ARROWS = '.edgeLabel foreignObject, .node';

/** The boxes of all elements that show a text, in a page as wide as the picture. */
async function boxesIn(svg: string, selector = ON_ARROWS): Promise<readonly Box[]> {
  if (typeof browser === 'string') throw new Error(browser);
  const page = await browser.newPage();
  try {
    await page.setContent(svg);
    return await page.evaluate(
      (selected) =>
        [...document.querySelectorAll(selected)].flatMap((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const text = (element.textContent ?? '').trim();
          return text === '' ? [] : [{ text, left, right, top, bottom }];
        }),
      selector,
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
      expect(overlapping(boxes)).toEqual([]);
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

const systems = [helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }), alternatingBit('alternatingBit')];

describe.skipIf(typeof browser === 'string')('diagrams of systems seen in a browser', () => {
  const drawn = mkdtempSync(join(tmpdir(), 'stateatlas-overlaps-'));
  afterAll(() => rmSync(drawn, { recursive: true, force: true }));
  const jobs = systems.flatMap((model) =>
    diagrams({ model, judgement: check(model), language: 'en', places: () => undefined })
      .filter(({ kind }) => kind !== 'state')
      .map(({ name, kind, source }) => ({
        name: `${name} of ${model.name}`,
        selector: kind === 'sequence' ? 'text.messageText, text.noteText' : '.node foreignObject',
        job: { file: join(drawn, `${model.name}-${name}.svg`), format: 'svg', theme: 'light', source } as const,
      })),
  );
  beforeAll(() => renderPictures(jobs.map(({ job }) => job)).then(() => undefined), 120_000);

  test.each(jobs)('no two texts of $name overlap, and none is cut', async ({ selector, job }) => {
    const svg = readFileSync(job.file, 'utf8');
    const texts = await boxesIn(svg, selector);
    const [whole] = (await boxesIn(svg, 'svg')) as [Box];
    expect(texts.length).toBeGreaterThan(0);
    expect(overlapping(texts)).toEqual([]);
    const cut = ({ left, right, top, bottom }: Box): boolean =>
      left < whole.left || right > whole.right || top < whole.top || bottom > whole.bottom;
    expect(texts.filter(cut)).toEqual([]);
  });
});

/** Pictures as they come out of the browser: every label as it was written, and stale exactly when the diagram changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagrams } from '../../generators/mermaid/index.ts';
import { NASTY, nasty, nastySystem } from '../../generators/testing.ts';
import { check } from '../../properties/judge/index.ts';
import { launch, MissingTool } from './browser.ts';
import { digestIn, isFresh, type PictureJob, renderPictures } from './index.ts';

/** Why no picture can be drawn here. Where tests are run continuously, a missing browser is a failure. */
const missing = await launch().then(
  (browser) => browser.close().then(() => undefined),
  (reason: Error) => (reason instanceof MissingTool && process.env.CI === undefined ? reason.message : undefined),
);

const folder = mkdtempSync(join(tmpdir(), 'stateatlas-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judgement = check({ ...nasty, properties: { shown: { reachable: { state: 's9' } } } });
const drawn = diagrams({ model: nasty, judgement, language: 'en', places: () => undefined });
const ofSystem = diagrams({
  model: nastySystem,
  judgement: check(nastySystem),
  language: 'en',
  places: () => undefined,
}).map((each) => ({ ...each, name: `system-${each.name}` }));
const sourceOf = (name: string): string => [...drawn, ...ofSystem].find((each) => each.name === name)?.source as string;
const job = (name: string, format: 'svg' | 'png', theme: 'light' | 'dark' = 'light'): PictureJob => ({
  file: join(folder, `${name}.${theme}.${format}`),
  format,
  theme,
  source: sourceOf(name),
});

const overview = job('overview', 'svg');
const sequence = job('trace-shown', 'svg', 'dark');
const png = job('trace-shown', 'png');

const synchronisation = job('system-synchronisation', 'svg');
const lanes = job('system-trace-script-alert-1-script', 'svg', 'dark');

beforeAll(async () => {
  if (missing === undefined) await renderPictures([overview, sequence, png, synchronisation, lanes]);
}, 120_000);

/** The text of a picture, as a reader sees it: no white space, since lines are broken to fit. */
function textOf({ file }: PictureJob): string {
  const { document } = new JSDOM(readFileSync(file, 'utf8')).window;
  expect([...document.querySelectorAll('script, a, img')]).toEqual([]);
  for (const invisible of document.querySelectorAll('style, title, desc')) invisible.remove();
  return (document.body.textContent ?? '').replace(/[\s\u200b]+/g, '');
}

const squeezed = (label: string): string => label.replace(/\s+/g, '');

describe.skipIf(missing !== undefined)(`drawn in a browser${missing === undefined ? '' : ` (${missing})`}`, () => {
  test.each(NASTY.filter((label) => label !== ''))(
    '%j stands in the overview as written, as a state and on an arrow',
    (label) => {
      const found = textOf(overview).split(squeezed(label)).length - 1;
      expect(found).toBeGreaterThanOrEqual(2);
    },
  );

  test.each(NASTY.slice(0, 9))('%j stands in the sequence diagram as written', (label) => {
    expect(textOf(sequence)).toContain(squeezed(label));
  });

  test.each(NASTY.filter((label) => label !== ''))(
    '%j stands in the synchronisation as written, as an event',
    (label) => {
      expect(textOf(synchronisation)).toContain(squeezed(`a: b; c: ${label}`));
    },
  );

  test.each(NASTY.slice(0, 9))('%j stands in the lanes as written', (label) => {
    expect(textOf(lanes)).toContain(squeezed(label));
  });

  test('a picture carries its digest, and is stale when anything it is drawn from changes', async () => {
    expect(isFresh(overview.file, overview)).toBe(true);
    expect(isFresh(png.file, png)).toBe(true);
    expect(isFresh(png.file, { ...png, theme: 'dark' })).toBe(false);
    expect(isFresh(png.file, { ...png, source: `${png.source} ` })).toBe(false);
    expect(digestIn(overview.file)).not.toBe(digestIn(png.file));
    expect(await renderPictures([overview, sequence, png])).toEqual({ rendered: 0, fresh: 3 });
    expect([...readFileSync(png.file).subarray(1, 4)].map((each) => String.fromCharCode(each)).join('')).toBe('PNG');
  });

  test('a picture whose source is no diagram is not written, and says why', async () => {
    const broken: PictureJob = {
      ...overview,
      file: join(folder, 'broken.svg'),
      source: 'stateDiagram-v2\n  state {{\n',
    };
    await expect(renderPictures([broken])).rejects.toThrow(/Parse error|Syntax error|Lexical error/i);
    expect(isFresh(broken.file, broken)).toBe(false);
    writeFileSync(broken.file, 'not a picture');
    expect(digestIn(broken.file)).toBeUndefined();
  });
});

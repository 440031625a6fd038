/// <reference lib="dom" />
/**
 * How the main pages look, held against pictures that were looked at: all in one font, so that those of a machine play no part. A layout
 * that is broken does not pass: the tests break some themselves. `npm run goldens` takes the pictures anew that no longer fit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserHere, lookingAtSmallSite } from '../testing.ts';
import { difference } from './testing.ts';

/** The part of a page that may look different. */
const TOLERANCE = 0.01;

/** A font that comes with the packages, for all letters. */
const FONT = [
  ...readFileSync(
    createRequire(import.meta.url).resolve('@fontsource-variable/recursive/files/recursive-latin-wght-normal.woff2'),
  ),
];

/** Diagrams are laid out by the letters of a machine: only their places are compared. */
const STYLES = `
  :root { --__sl-font: Golden !important; --__sl-font-mono: Golden !important; }
  atlas-diagram { height: 16rem; overflow: hidden; }
  atlas-diagram * { visibility: hidden !important; }`;

type Look = { readonly path: string; readonly width: number; readonly scheme: 'light' | 'dark' };

const LOOKS: { readonly [name: string]: Look } = {
  'home-wide-light': { path: '', width: 1280, scheme: 'light' },
  'home-narrow-dark': { path: '', width: 390, scheme: 'dark' },
  'table-wide-dark': { path: 'order/', width: 1280, scheme: 'dark' },
  'state-wide-light': { path: 'order/states/placed/', width: 1280, scheme: 'light' },
  'state-narrow-light': { path: 'order/states/placed/', width: 390, scheme: 'light' },
  'simulator-wide-light': { path: 'order/simulator/', width: 1280, scheme: 'light' },
};

const fileOf = (name: string): string => join(import.meta.dirname, `${name}.png`);
const found = await browserHere();

describe.skipIf(typeof found === 'string')(`in a browser${typeof found === 'string' ? ` (${found})` : ''}`, () => {
  const looking = lookingAtSmallSite(found);

  /** A picture of a page as it is, or with styles that break it. */
  async function picture({ path, width, scheme }: Look, styles = ''): Promise<Uint8Array> {
    const { browser, url } = looking();
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(
      async ([font, text]) => {
        document.fonts.add(await new FontFace('Golden', new Uint8Array(font), { weight: '300 1000' }).load());
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        await document.fonts.ready;
      },
      [FONT, `${STYLES}\n${styles}`] as const,
    );
    const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    await page.close();
    return taken;
  }

  test.each(Object.entries(LOOKS))('%s looks as it did', async (name, look) => {
    const taken = await picture(look);
    const { snapshotUpdateState: update } = expect.getState().snapshotState;
    const fits = (): boolean => existsSync(fileOf(name)) && difference(taken, readFileSync(fileOf(name))) <= TOLERANCE;
    if (update !== 'none' && !(existsSync(fileOf(name)) && (update === 'new' || fits())))
      writeFileSync(fileOf(name), taken);
    expect(difference(taken, readFileSync(fileOf(name)))).toBeLessThanOrEqual(TOLERANCE);
  });

  const golden = (name: string): Uint8Array => readFileSync(fileOf(name));
  const looks = (name: string): Look => LOOKS[name] as Look;

  test('the fonts of a machine play no part', async () => {
    const others = ':root { --sl-font: monospace; --sl-font-system: serif; }';
    expect(difference(await picture(looks('home-wide-light'), others), golden('home-wide-light'))).toBeLessThanOrEqual(
      TOLERANCE,
    );
  });

  test.each([
    ['a menu that is missing', 'state-wide-light', '.sidebar-pane { display: none; }'],
    ['cards without a grid', 'home-wide-light', '.cards { display: block !important; }'],
    ['a header that is twice as high', 'state-wide-light', ':root { --sl-nav-height: 8rem !important; }'],
    ['text over the edge of a phone', 'state-narrow-light', '.sl-markdown-content { margin-inline-start: 8rem; }'],
  ])('%s fails', async (_, name, styles) => {
    expect(difference(await picture(looks(name), styles), golden(name))).toBeGreaterThan(TOLERANCE);
  });
});

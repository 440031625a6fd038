/** The site in a real browser: reading, searching, changing the language, printing, a phone; for everybody, and within its policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BASE, browserHere, lookingAtSmallSite } from './testing.ts';

const found = await browserHere();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly js?: boolean;
};

describe.skipIf(typeof found === 'string')(`in a browser${typeof found === 'string' ? ` (${found})` : ''}`, () => {
  const looking = lookingAtSmallSite(found);
  let origin: string;
  /** What went wrong in any page of these tests: messages of errors, and requests to anywhere else. */
  const wrong: string[] = [];

  beforeAll(() => {
    if (typeof found !== 'string') origin = new URL(looking().url).origin;
  });

  async function open(
    path: string,
    { width = 1280, height = 900, scheme = 'light', js = true }: Look = {},
  ): Promise<Page> {
    const page = await looking().browser.newPage({
      viewport: { width, height },
      colorScheme: scheme,
      javaScriptEnabled: js,
    });
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== origin) wrong.push(`${path}: asks ${request.url()}`);
    });
    await page.goto(`${origin}${BASE}${path}`, { waitUntil: 'networkidle' });
    return page;
  }

  test('one goes from the home to a table, to a state, and on to the next page', async () => {
    const page = await open('');
    await page.getByRole('link', { name: 'An order' }).last().click();
    await page.waitForURL(`**${BASE}order/`);
    await page.locator('#starlight__sidebar').getByRole('link', { name: 'placed' }).click();
    await page.waitForURL(`**${BASE}order/states/placed/`);
    expect(await page.locator('h1').textContent()).toMatch(/placed/i);
    expect(await page.locator('#starlight__sidebar [aria-current="page"]').textContent()).toMatch(/placed/i);
    await page.locator('a[rel="next"]').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/placed/'));
    await page.close();
  });

  test('the search finds a word of a page by keys alone, and goes there', async () => {
    const page = await open('order/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('kaleidoscope');
    await page.locator('.search-results a').first().waitFor();
    expect(await page.locator('.search-status').textContent()).toBe('1 page found');
    expect(await page.locator('.search-results mark').first().textContent()).toMatch(/kaleidoscope/i);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${BASE}guides/one/**`);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await page.keyboard.type('ωψξ');
    await page.getByText('Nothing found for “ωψξ”').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').getAttribute('open')).toBeNull();
    await page.close();
  });

  test('the language changes on the same page, and a page without a translation says so', async () => {
    const page = await open('order/states/placed/');
    await page
      .getByRole('link', { name: /Français/ })
      .first()
      .click();
    await page.waitForURL(`**${BASE}fr/order/states/placed/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page
      .getByRole('link', { name: /English/ })
      .first()
      .click();
    await page.waitForURL(`**${BASE}order/states/placed/`);
    await page.goto(`${origin}${BASE}fr/guides/one/`);
    expect(await page.locator('main').textContent()).toContain('n’est pas traduite');
    await page.close();
  });

  test('dark is remembered, and the page that is not there says so', async () => {
    const page = await open('');
    await page.locator('starlight-theme-select select').first().selectOption('dark');
    await page.goto(`${origin}${BASE}order/`);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.close();
    const missing = await looking().browser.newPage();
    const answer = await missing.goto(`${origin}${BASE}order/states/nowhere/`);
    expect(answer?.status()).toBe(404);
    await missing.getByRole('link', { name: 'Lives' }).first().click();
    await missing.waitForURL(`**${BASE}`);
    await missing.close();
  });

  test('a trace of the page of properties is played where its link leads', async () => {
    const page = await open('order/properties/');
    await page.getByRole('link', { name: 'Play it in the simulator' }).last().click();
    await page.waitForURL(`**${BASE}order/simulator/#token=0:*`);
    await page.locator('state-simulator .sim-timeline [aria-current]').waitFor();
    const steps = new URL(page.url()).hash.split(',').length;
    expect(await page.locator('.sim-timeline button').count()).toBe(steps + 1);
    await page.close();
  });

  test('pages, links and diagrams work without JavaScript', async () => {
    const page = await open('order/', { js: false });
    await page
      .getByRole('link', { name: /Français/ })
      .first()
      .click();
    await page.waitForURL(`**${BASE}fr/order/`);
    expect(await page.locator('atlas-diagram svg').count()).toBeGreaterThan(0);
    await page.locator('atlas-diagram svg a').first().click();
    await page.waitForURL(`**${BASE}fr/order/**/`);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('without JavaScript the page is %s for those who prefer it', async (scheme) => {
    const [page, bare] = [await open('order/', { scheme }), await open('order/', { scheme, js: false })];
    const colours = (each: Page) =>
      each.evaluate(() =>
        ['body', 'header', 'h1', 'main a', 'main .d-state rect', 'main .d-state text', '#starlight__sidebar'].map(
          (selector) => {
            const { color, backgroundColor, fill, stroke } = getComputedStyle(
              document.querySelector(selector) as Element,
            );
            return [selector, color, backgroundColor, fill, stroke];
          },
        ),
      );
    expect(await colours(bare)).toEqual(await colours(page));
    expect(await bare.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(scheme);
    for (const useless of ['starlight-theme-select', '.search-open'])
      expect(await bare.locator(useless).first().isVisible()).toBe(false);
    await page.close();
    await bare.close();
  });

  test('on paper there is the page and nothing around it', async () => {
    const page = await open('order/states/placed/', { scheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const around of ['#starlight__sidebar', 'site-search', '.right-sidebar-container', '.pagination-links'])
      expect(await page.locator(around).first().isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(ground);
    await page.close();
  });

  test.each(['', 'order/', 'order/states/placed/', 'order/matrix/', 'guides/one/', 'fr/order/properties/'])(
    '/%s fits a narrow phone, and its menu opens',
    async (path) => {
      const page = await open(path, { width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.locator('.sl-menu-button').click();
      expect(await page.locator('#starlight__sidebar a').first().isVisible()).toBe(true);
      await page.close();
    },
  );

  test.each([
    ...['', 'order/', 'order/states/placed/', 'order/events/pay/', 'order/actors/customer/', 'order/matrix/'],
    ...['order/properties/', 'order/findings/', 'order/simulator/', 'guides/one/', '404.html', 'fr/order/'],
  ])('axe finds nothing on /%s, light or dark, wide or narrow', async (path) => {
    const page = await open(path);
    await page.evaluate(axe);
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((theme) => {
        document.documentElement.dataset.theme = theme;
      }, scheme);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }
        ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      });
      expect(found).toEqual([]);
    }
    await page.close();
  });

  test('no page reported an error, broke its policy, or asked another host', () => expect(wrong).toEqual([]));
});

type AxeViolation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

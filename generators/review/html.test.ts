/** The page of a review in a browser: what it allows itself, its filters, its keys, how it prints, and the rules of accessibility. */
import { createHash } from 'node:crypto';
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, describe, expect, test } from 'vitest';
import { launch, MissingTool } from '../../cli/pictures/browser.ts';
import { reviewHtml, SCRIPT_DIGEST, STYLE_DIGEST } from './html.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import { review, reviewSaying } from './testing.ts';

const digestOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('the policy of the page names its style and its script', () => {
  expect([STYLE_DIGEST, SCRIPT_DIGEST]).toEqual([digestOf(STYLE), digestOf(SCRIPT)]);
});

/** Where tests are run continuously, a missing browser is a failure. */
const browser = await launch().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
  throw reason;
});
afterAll(() => (typeof browser === 'string' ? undefined : browser.close()));

type Look = { readonly scheme?: 'light' | 'dark'; readonly media?: 'screen' | 'print'; readonly width?: number };

/** Opens a page as somebody sees it, does something there, and gives it with all that the browser complained of or asked for. */
async function withPage<T>(html: string, look: Look, work: (page: Page) => Promise<T>, scripts = true): Promise<T> {
  if (typeof browser === 'string') throw new Error(browser);
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('request', (request) => void complaints.push(request.url()));
  page.on('dialog', (dialog) => void complaints.push(dialog.message()));
  try {
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width: look.width ?? 1200, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.scheme ?? 'light' }]);
    await page.emulateMediaType(look.media ?? 'screen');
    await page.setContent(html);
    const result = await work(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

/** The rules that a page breaks, with the elements that do. */
async function brokenIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run()')) as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const shown = (page: Page): Promise<readonly string[]> =>
  page.$$eval('.finding', (all) => all.filter((each) => each.checkVisibility()).map(({ id }) => id));

const HOSTILE = `</script><script>alert(1)</script>"><img src=x onerror=alert(1)>`;

describe.skipIf(typeof browser === 'string')('in a browser', () => {
  test.each([
    ['light', review, { scheme: 'light' }],
    ['dark', review, { scheme: 'dark' }],
    ['narrow', review, { width: 360 }],
    ['printed', review, { scheme: 'dark', media: 'print' }],
    ['hostile', reviewSaying(HOSTILE), {}],
    ['empty', { documents: [], findings: [] }, { scheme: 'dark' }],
  ] as const)('a %s page breaks no rule of accessibility, runs nothing and asks for nothing', async (_, each, look) => {
    expect(await withPage(reviewHtml(each), look, brokenIn)).toEqual([]);
  });

  test('the filters leave what fits', async () => {
    const all = ['f0', 'f1', 'f2'];
    const ids = await withPage(reviewHtml(review), {}, async (page) => {
      const steps: (readonly string[])[] = [await shown(page)];
      const then = async (work: () => Promise<unknown>): Promise<void> => {
        await work();
        await new Promise((resolve) => setTimeout(resolve, 20));
        steps.push(await shown(page));
      };
      await then(() => page.click('input[value=note]'));
      await then(() => page.select('select[name=state]', 'open'));
      await then(() => page.click('button[type=reset]'));
      await then(() => page.select('select[name=code]', 'SA321'));
      await then(() => page.click('button[type=reset]'));
      await then(() => page.select('select[name=document]', '1'));
      expect(await page.$eval('#shown', (output) => output.textContent)).toBe('0 of 3 findings shown');
      expect(await page.$eval('#d0', (section) => section.checkVisibility())).toBe(false);
      return steps;
    });
    expect(ids).toEqual([all, ['f0', 'f2'], ['f0'], all, ['f2'], all, []]);
  });

  test('claims are filtered by how they stand', async () => {
    const texts = await withPage(reviewHtml(review), {}, async (page) => {
      await page.select('select[name=agreement]', 'contradicted');
      return page.$$eval('tbody tr', (rows) =>
        rows.filter((row) => row.checkVisibility()).map((row) => row.querySelector('td:nth-child(4)')?.textContent),
      );
    });
    expect(texts).toEqual(['Closed']);
  });

  test('the keyboard alone reaches the findings, the filters, and what scrolls', async () => {
    const reached = await withPage(reviewHtml(review), {}, async (page) => {
      const names: (string | null)[] = [];
      for (let index = 0; index < 40; index++) {
        await page.keyboard.press('Tab');
        names.push(
          await page.evaluate(() => {
            const { activeElement: at } = document;
            return at && (at.getAttribute('name') ?? at.getAttribute('aria-label') ?? at.getAttribute('href'));
          }),
        );
      }
      return names;
    });
    expect(reached[0]).toBe('#findings');
    const stops = [
      'severity',
      'state',
      'code',
      'document',
      'agreement',
      '#d0l2',
      'Source of ticket.txt',
      '#d0c2',
      'Claims of ticket.txt',
      '#f0',
    ];
    expect(reached).toEqual(expect.arrayContaining(stops));
  });

  test('without scripts everything is shown but the filters', async () => {
    const work = async (page: Page): Promise<number> => (await page.$$('.finding')).length;
    expect(await withPage(reviewHtml(review), {}, work, false)).toBe(3);
    expect(reviewHtml(review)).toContain('<form class="filters" id="filters" aria-label="Filters" hidden>');
  });

  test('each claim is marked in its line, and each link leads somewhere', async () => {
    const { marks, lost } = await withPage(reviewHtml(review), {}, (page) =>
      page.evaluate(() => ({
        marks: [...document.querySelectorAll('.source a')].map(
          (link) => `${(link.closest('li') as HTMLLIElement).value} ${link.className} ${link.textContent}`,
        ),
        lost: [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => document.querySelector(href) === null),
      })),
    );
    expect(marks).toEqual([
      '2 claim agrees none',
      '2 claim agrees Waiting',
      '2 claim contradicted Closed',
      '3 claim agrees Open',
      '4 claim decided Waiting',
    ]);
    expect(lost).toEqual([]);
  });
});

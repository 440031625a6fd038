/// <reference lib="dom" />
/** The transition matrix in a real browser: its headings, its filter, what it copies, and that nothing of it needs a program. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { order } from '../../../model/gallery/order.atlas.ts';
import { browserHere, lookingAtSmallSite } from '../testing.ts';
import { wordsOf } from './words.ts';

const found = await browserHere();
const STATES = Object.keys(order.states);
const EVENTS = Object.keys(order.events);

describe.skipIf(typeof found === 'string')(`in a browser${typeof found === 'string' ? ` (${found})` : ''}`, () => {
  const looking = lookingAtSmallSite(found);

  async function open(path = 'order/matrix/', js = true): Promise<Page> {
    const { browser, url } = looking();
    const context = await browser.newContext({
      javaScriptEnabled: js,
      viewport: { width: 420, height: 320 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    return page;
  }

  const shown = (page: Page, selector: string): Promise<readonly string[]> =>
    page
      .locator(`atlas-matrix ${selector}`)
      .evaluateAll((cells) =>
        (cells as HTMLElement[])
          .filter((cell) => cell.offsetParent !== null)
          .map((cell) => cell.querySelector('a')?.getAttribute('href')?.split('/').at(-2) ?? ''),
      );
  const rows = (page: Page) => shown(page, 'tbody th');
  const columns = async (page: Page) => (await shown(page, 'thead th')).slice(1);

  test('without a program every state and event is there, each the heading of its line', async () => {
    const page = await open('order/matrix/', false);
    expect(await rows(page)).toEqual(STATES);
    expect(await columns(page)).toEqual(EVENTS);
    expect(await page.locator('atlas-matrix tbody th[scope=row]').count()).toBe(STATES.length);
    expect(await page.locator('atlas-matrix thead th[scope=col]').count()).toBe(EVENTS.length + 1);
    expect(await page.locator('.m-bar').count()).toBe(0);
    await page.context().close();
  });

  test('the headings stay where they are while the matrix scrolls by the keyboard', async () => {
    const page = await open();
    const region = page.getByRole('region', { name: 'Transition matrix' });
    const places = () =>
      region.evaluate((element) => {
        const inside = element.getBoundingClientRect();
        const head = element.querySelector('thead th:last-child')?.getBoundingClientRect() as DOMRect;
        const first = element.querySelector('tbody tr:last-child th')?.getBoundingClientRect() as DOMRect;
        const corner = element.querySelector('thead th')?.getBoundingClientRect() as DOMRect;
        return [head.top - inside.top, first.left - inside.left, corner.top - inside.top, corner.left - inside.left];
      });
    const before = await places();
    await region.focus();
    for (let count = 0; count < 4; count++) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
    }
    await page.waitForFunction(() => {
      const element = document.querySelector('atlas-matrix [role=region]') as HTMLElement;
      return element.scrollLeft > 40 && element.scrollTop > 20;
    });
    for (const [index, place] of (await places()).entries()) expect(place).toBeCloseTo(before[index] as number, 0);
    await page.context().close();
  });

  test('the filter leaves the states and events that are called so, by label or id, and says how many', async () => {
    const page = await open();
    const [state, event] = [page.getByLabel('Filter states'), page.getByLabel('Filter events')];
    const words = wordsOf('en');
    await state.fill('PAID');
    expect(await rows(page)).toEqual(['paid']);
    expect(await columns(page)).toEqual(EVENTS);
    await event.fill('pa');
    const left = EVENTS.filter((name) => name.includes('pa'));
    expect(await columns(page)).toEqual(left);
    expect(await page.locator('.m-status').textContent()).toBe(
      `${words.lines(1, STATES.length)}, ${words.columns(left.length, EVENTS.length)}`,
    );
    await event.fill('kaleidoscope');
    expect(await page.locator('.m-status').textContent()).toBe(words.nothing);
    await state.fill('');
    await event.fill('');
    expect(await rows(page)).toEqual(STATES);
    expect(await columns(page)).toEqual(EVENTS);
    expect(await page.locator('.m-status').textContent()).toBe('');
    await page.context().close();
  });

  test.each([
    ['order/matrix/', 'en'],
    ['fr/order/matrix/', 'fr'],
  ])('what is shown on /%s is copied as CSV, and that is said', async (path, language) => {
    const page = await open(path);
    const words = wordsOf(language);
    await page.getByLabel(words.states).fill('placed');
    await page.getByRole('button', { name: words.copy }).click();
    await page.getByText(words.copied(1)).waitFor();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^placed,/i);
    expect(lines[1]).not.toContain('—');
    expect(lines[1]?.match(/paid/gi)).toHaveLength(1);
    await page.context().close();
  });

  test('where the browser does not let a page copy, that is said', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await page.getByText(wordsOf('en').failed).waitFor();
    await page.context().close();
  });

  test('on paper, which lies on its side, all of a matrix of 25 events has room', async () => {
    const page = await open('order/matrix/', false);
    await page.setViewportSize({ width: 980, height: 700 });
    await page.locator('atlas-matrix tr').evaluateAll((lines) => {
      for (const line of lines)
        while (line.childElementCount < 26) line.append((line.lastElementChild as Element).cloneNode(true));
    });
    const widths = () =>
      page.evaluate(() =>
        [document.documentElement, document.querySelector('atlas-matrix .wide') as Element].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      );
    expect((await widths())[1]).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await widths()).toEqual([0, 0]);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /MediaBox \[0 0 (\d+)[\d.]* (\d+)/.exec(paper) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    await page.context().close();
  });
});

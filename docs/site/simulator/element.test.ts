/// <reference lib="dom" />
/** The simulator in a real browser: whole lifecycles, links, traces, lanes; by keys alone, for everybody, within the site’s policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executable, MissingTool } from '../../../cli/pictures/browser.ts';
import { nasty } from '../../../generators/testing.ts';
import { order } from '../../../model/gallery/order.atlas.ts';
import { helpDesk } from '../../../model/rescue/helpDesk.atlas.ts';
import { session } from '../../../model/rescue/session.atlas.ts';
import type { Model } from '../../../model/system/types.ts';
import { filesOf, type Look, program } from './testing.ts';

/** Where tests are run continuously, a missing browser is a failure. */
const found = await executable().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
  throw reason;
});
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ORIGIN = 'http://simulator.test';
const TRACES = {
  'trace-declined': { title: 'an order is cancelled at last', token: '0:place,decline,decline,decline,decline' },
};

type Shown = Look & { readonly hash?: string; readonly width?: number; readonly reduced?: boolean };

describe.skipIf(typeof found === 'string')(`in a browser${typeof found === 'string' ? ` (${found})` : ''}`, () => {
  let browser: Browser;
  let code: string;
  /** What went wrong in any page of these tests. */
  const wrong: string[] = [];

  beforeAll(async () => {
    if (typeof found === 'string') return;
    code = await program();
    browser = await chromium.launch({ executablePath: found.executablePath, args: ['--no-sandbox'] });
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(
    model: Model | string,
    { hash = '', width = 1280, reduced = false, ...look }: Shown = {},
  ): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      reducedMotion: reduced ? 'reduce' : 'no-preference',
    });
    const isBroken = typeof model === 'string';
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isBroken) wrong.push(message.text());
    });
    const files = filesOf(code, isBroken ? order : model, TRACES, look);
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = files[pathname];
      if (isBroken && pathname === '/model.json')
        return route.fulfill({ contentType: 'application/json', body: model });
      if (file === undefined) return route.fulfill({ status: pathname === '/favicon.ico' ? 204 : 404 });
      return route.fulfill({ contentType: file.type, body: file.body });
    });
    await page.goto(`${ORIGIN}/${hash}`);
    await page.locator('.sim').waitFor();
    return page;
  }

  const take = (page: Page, name: string): Promise<void> =>
    page.locator('.sim-step').filter({ hasText: name }).first().click();
  const state = (page: Page): Promise<string | null> => page.locator('.sim-now .sim-state bdi').first().textContent();
  const told = (page: Page): Promise<string | null> => page.locator('.sim [role="status"]').textContent();
  const token = (page: Page): string => decodeURIComponent(new URL(page.url()).hash.slice('#token='.length));

  /** The rules that a page breaks, with the places. */
  async function broken(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const { run } = (
        globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      const { violations } = await run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
    });
  }

  test('the flagship goes through its life, with a timer that waits until it is due', async () => {
    const page = await open(session);
    await take(page, 'applet connects');
    await take(page, 'pick up');
    expect(await state(page)).toBe('Active');
    expect(await told(page)).toMatch(/^pick up: Active\. \d+ steps can happen\.$/);
    expect(await page.locator('[data-state="active"]').getAttribute('class')).toBe('is-current');
    await take(page, 'connection lost');
    expect(await state(page)).toBe('Reconnecting');
    const early = page.locator('.sim-cannot li[data-event="fiveMinutesPass"]');
    expect(await early.textContent()).toMatch(/its timer is not due yet: in 5 min$/);
    await page.getByRole('button', { name: '+1 min' }).click();
    expect(await early.textContent()).toMatch(/in 4 min$/);
    await page.getByRole('button', { name: 'Until the next timer' }).click();
    expect(await told(page)).toMatch(/^5 min since the start\. Due: /);
    await page.locator('.sim-step.is-due').click();
    expect(await state(page)).toBe('Offline');
    expect(await page.locator('.sim-memory .is-changed').count()).toBe(0);
    expect(token(page)).toBe('0:appletConnects,pickUp,connectionLost,fiveMinutesPass');
    // Time is abstract in the check: there the timer need not be waited for.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await page.locator('.sim-step[data-event="fiveMinutesPass"]').count()).toBe(0);
    await page.getByLabel('Timers wait until they are due').uncheck();
    expect(await page.locator('.sim-step[data-event="fiveMinutesPass"]').count()).toBe(1);
    await page.close();
  });

  test('memory shows what changed, and what cannot happen says why', async () => {
    const page = await open(order);
    expect(await page.locator('.sim-cannot li[data-event="pay"]').textContent()).toBe(
      'pay not possible in cart; possible in placed',
    );
    await take(page, 'place');
    await take(page, 'decline');
    const changed = page.locator('.sim-memory tr.is-changed');
    expect(await changed.locator('th, td').allTextContents()).toEqual(['attempts', '1', '0 changed']);
    expect(await page.locator('[data-rows="1"]').getAttribute('class')).toBe('is-last');
    await page.close();
  });

  test('a link leads to where it was shared; a broken one says so', async () => {
    const page = await open(order, { hash: '#token=0:place,decline,decline' });
    expect(await page.locator('.sim-memory td').first().textContent()).toBe('2');
    await page.goto(`${ORIGIN}/#token=0:place,ship`);
    await page.locator('.sim-note:not([hidden])').waitFor();
    expect(await page.locator('.sim-note').first().textContent()).toMatch(/step 2, ship, is not enabled in placed/);
    // A damaged one does not stop the page, says what is wrong with it, and what was there stays.
    const why = page.locator('.sim-note:not([hidden]) bdi[lang="en"]');
    for (const [damaged, says] of [
      ['%E0%A4%A', 'did you mean 0:%E0%A4%A?'],
      ['99:place', 'no initial configuration 99'],
      ['0:place%2C%2Cship', 'there is a comma too many'],
      ['', /such as 0:place,pay$/],
    ] as const) {
      await page.goto(`${ORIGIN}/#token=${damaged}`);
      await why.filter({ hasText: says }).waitFor();
    }
    expect(await page.locator('.sim-memory td').first().textContent()).toBe('2');
    await page.close();
    const first = await open(order, { token: '0:place' });
    expect(await state(first)).toBe('placed');
    await first.close();
  });

  test('a counterexample is loaded, stepped through, and taken away as a command and a test', async () => {
    const page = await open(order);
    await page.getByLabel('Traces of this site').selectOption({ label: 'an order is cancelled at last' });
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    expect(await state(page)).toBe('cancelled');
    await page.locator('.sim-timeline button').nth(2).click();
    expect(await state(page)).toBe('placed');
    expect(await page.locator('.sim-timeline .is-undone').count()).toBe(3);
    await page.getByRole('button', { name: 'To the end' }).click();
    await page.locator('summary', { hasText: 'On the command line' }).click();
    expect(await page.locator('pre').first().textContent()).toBe(
      'stateatlas play --table order --token 0:place,decline,decline,decline,decline',
    );
    expect(await page.locator('pre').last().textContent()).toContain('await follow(driver satisfies Driver, each);');
    await page.close();
  });

  test('everything is done by keys, and the focus is not lost', async () => {
    const page = await open(order);
    await page.locator('.sim-step').first().focus();
    await page.keyboard.press('Enter');
    expect(await state(page)).toBe('placed');
    expect(await page.evaluate(() => document.activeElement?.closest('state-simulator') !== null)).toBe(true);
    await page.keyboard.press('u');
    expect(await state(page)).toBe('cart');
    await page.keyboard.press('r');
    expect(await state(page)).toBe('placed');
    await page.keyboard.press('1');
    expect(await page.locator('.sim-timeline [aria-current="step"]').textContent()).toMatch(/^2/);
    await page.getByRole('button', { name: 'Undo', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.key)).toBe('undo');
    // In a field, letters are letters.
    await page.getByLabel('Filter events').focus();
    await page.keyboard.type('u');
    expect(await state(page)).toBe('placed');
    expect(await page.getByLabel('Filter events').inputValue()).toBe('u');
    await page.close();
  });

  test('a walk takes enabled steps until it is stopped, the same ones for the same seed', async () => {
    const tokens: string[] = [];
    for (let time = 0; time < 2; time++) {
      const page = await open(session, { reduced: time === 1 });
      await page.getByLabel('Seed').fill('7');
      await page.getByLabel('Seed').press('Tab');
      if (time === 0) {
        await page.getByRole('button', { name: 'Walk at random' }).click();
        await page.locator('.sim-timeline li').nth(2).waitFor();
        await page.getByRole('button', { name: 'Stop' }).click();
      } else {
        // Who asks for less motion walks step by step.
        expect(await page.getByRole('button', { name: 'Walk at random' }).count()).toBe(0);
        for (let step = 0; step < 2; step++) await page.getByRole('button', { name: 'Random step' }).click();
      }
      tokens.push(token(page).split(',').slice(0, 2).join());
      await page.close();
    }
    expect(tokens[0]).toBe(tokens[1]);
  });

  test('two consoles show what goes out and what comes in side by side', async () => {
    const page = await open(helpDesk);
    await page.locator('[data-event="enterChannel"].sim-step').first().click();
    await page.locator('[data-event="appletConnects"].sim-step').first().click();
    await page.locator('[data-event="pickUp"].sim-step').first().click();
    await page.locator('[data-event="transfer"].sim-step').first().click();
    const lane = (name: string): Promise<string | null> =>
      page.locator(`[data-instance="${name}"] .sim-state bdi`).textContent();
    // A lane of each instance comes after what is pressed, with a diagram of its own once it has moved.
    const press = await page.locator('.sim-can').boundingBox();
    const follows = (name: string) => page.locator(`[data-lane="${name}"]`);
    expect((await page.locator('.sim-several').boundingBox())?.y).toBeGreaterThan(press?.y ?? Number.NaN);
    expect(await page.locator('[data-lane]').count()).toBe(9);
    expect(await page.locator('[data-lane][open]').count()).toBe(3);
    const [one, two] = [follows('view.session1.technician1'), follows('view.session1.technician2')];
    const marked = (lane: typeof one) =>
      lane.locator('.is-current').evaluateAll((all) => all.map((each) => each.getAttribute('data-state')));
    expect([await marked(one), await marked(two)]).toEqual([['outgoing'], ['incoming']]);
    const [left, right] = [await one.boundingBox(), await two.boundingBox()];
    expect([right?.y, (right?.x ?? 0) > (left?.x ?? 0)]).toEqual([left?.y, true]);
    // What is folded stays folded; what is opened by hand follows as well.
    await one.locator('summary').click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect([await marked(two), await one.getAttribute('open')]).toEqual([['notShown'], null]);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await follows('session2').locator('summary').click();
    await follows('session2').locator('.is-current').waitFor();
    expect([await lane('view.session1.technician1'), await lane('view.session1.technician2')]).toEqual([
      'Outgoing',
      'Incoming',
    ]);
    expect(token(page)).toBe(
      '0:enterChannel@session1,appletConnects@session1,pickUp@session1@technician1,transfer@session1@technician1@technician2',
    );
    await page.locator('summary', { hasText: 'Cannot happen' }).first().click();
    expect(await page.locator('.sim-cannot[open] .sim-why').first().textContent()).not.toBe('');
    await page.close();
  });

  test('what has no translation is shown in its language, and marked', async () => {
    const states = {
      ...order.states,
      cart: { initial: true, label: { en: 'Basket', fr: 'Panier' } },
      placed: { label: { en: 'Ordered' } },
    };
    const page = await open({ ...order, states } as Model, { language: 'fr' });
    expect(await page.locator('.sim-now .sim-state').first().textContent()).toBe('Panier');
    await page.locator('.sim-step[data-event="place"]').click();
    const shown = page.locator('.sim-now .sim-state').first();
    expect(await shown.textContent()).toBe('Ordered (non traduit)');
    expect(await shown.locator('bdi').getAttribute('lang')).toBe('en');
    await page.close();
    // Where nothing is translated, the page says it once.
    const whole = await open(order, { language: 'fr' });
    expect(await whole.locator('.sim small').count()).toBe(0);
    expect(await whole.locator('.sim-timeline bdi').first().getAttribute('lang')).toBe('en');
    await whole.close();
  });

  test('what is no model is refused, with a remedy', async () => {
    for (const text of ['nonsense', '{ "name": "x", "states": {}, "events": {} }']) {
      const page = await open(text);
      expect(await page.locator('.sim[role="alert"]').textContent()).toMatch(
        /\/model\.json is not the model of this site\. Reload the page/,
      );
      await page.close();
    }
  });

  test('hostile labels are text', async () => {
    const page = await open(nasty);
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Random step' }).click();
    expect(await page.locator('.sim :is(script, img, iframe, style)').count()).toBe(0);
    expect(await page.locator('.sim [style]').count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await page.close();
  });

  test.each([
    ['light', 1280, 'en', helpDesk],
    ['dark', 1280, 'fr', session],
    ['light', 390, 'fr', session],
    ['dark', 390, 'en', helpDesk],
  ] as const)('for everybody: %s, %i pixels wide, in %s', async (theme, width, language, model) => {
    const page = await open(model, { theme, width, language });
    await page.locator('.sim-step').first().click();
    expect(await broken(page)).toEqual([]);
    const { wide, small } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      small: [...document.querySelectorAll<HTMLElement>('.sim :is(button, select, summary)')].filter(
        (each) => each.offsetParent !== null && each.offsetHeight < 44,
      ).length,
    }));
    expect(wide).toBe(false);
    if (width < 500) expect(small).toBe(0);
    await page.close();
  });

  test('no page said that something is wrong', () => {
    expect(wrong).toEqual([]);
  });
});

/** Diagrams drawn in a browser: every label as it was written, every arrow known by its rows, and the element at work. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, MissingTool } from '../../../cli/pictures/browser.ts';
import { diagrams } from '../../../generators/mermaid/index.ts';
import { NASTY, nasty } from '../../../generators/testing.ts';
import { session } from '../../../model/rescue/session.atlas.ts';
import type { Table } from '../../../model/table/types.ts';
import { check } from '../../../properties/judge/index.ts';
import { type DiagramJob, drawAll } from './index.ts';
import { attribute, elementsOf, textOf } from './testing.ts';

/** Where tests are run continuously, a missing browser is a failure. */
const browser = await launch().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
  throw reason;
});
const cache = mkdtempSync(join(tmpdir(), 'stateatlas-diagrams-'));
afterAll(async () => {
  rmSync(cache, { recursive: true, force: true });
  if (typeof browser !== 'string') await browser.close();
});

const HOSTILE = [
  ...NASTY.filter((label) => label !== ''),
  '%%{init: {"theme": "dark"}}%%',
  'click s0 href "javascript:alert(1)"',
  '\u202eevil\u2066',
  '<img src=x onerror=alert(1)>',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
];
const LONG = 'word '.repeat(1_000).trim();

const hostile: Table = {
  ...nasty,
  states: Object.fromEntries(
    [...HOSTILE, LONG].map((label, index) => [`s${index}`, { label, ...(index === 0 && { initial: true as const }) }]),
  ),
  events: { go: { label: '<b>"go"</b>', by: 'x' } },
  transitions: [...HOSTILE, LONG].map((_, index) => ({
    from: `s${index}`,
    on: 'go',
    to: `s${(index + 1) % (HOSTILE.length + 1)}`,
  })),
};

const overviewOf = (model: Table, language: string): DiagramJob => {
  const input = { model, judgement: check(model), language: 'en', places: () => undefined };
  const [diagram] = diagrams(input) as [DiagramJob['diagram']];
  return {
    key: model.name,
    diagram: { ...diagram, foldings: (diagram.foldings ?? []).slice(0, 3) },
    language,
    linkOf: (shown) => `/${model.name}/${Object.keys(shown)[0]}s/${Object.values(shown)[0]}/`,
  };
};
const jobs = [overviewOf(session, 'fr'), overviewOf(hostile, 'en')];
let drawn: ReadonlyMap<string, string> = new Map();
beforeAll(async () => {
  if (typeof browser !== 'string') drawn = await drawAll(jobs, { cache });
}, 120_000);

const squeezed = (text: string): string => text.replace(/[\s\u200b\u202e\u2066]+/g, '');

describe.skipIf(typeof browser === 'string')(
  `in a browser${typeof browser === 'string' ? ` (${browser})` : ''}`,
  () => {
    test('nothing but known elements and attributes, ids once, and every label as it was written', () => {
      const html = drawn.get('nasty') as string;
      const ids = elementsOf([...drawn.values()].join('')).flatMap((each) => attribute(each, 'id') ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const states = elementsOf(html).filter((each) => attribute(each, 'data-state') !== undefined);
      const texts = states.map((each) => [attribute(each, 'data-state'), squeezed(textOf(each))]);
      expect(texts).toEqual([
        ...HOSTILE.map((label, index) => [`s${index}`, squeezed(label)]),
        [`s${HOSTILE.length}`, `${squeezed(LONG.slice(0, 79))}…`],
      ]);
    });

    test('every row is on an arrow and in its words, and every state is there once in the order of the table', () => {
      const main = elementsOf((drawn.get('session') as string).split('<details')[0] as string);
      const rows = (kind: string): readonly number[] => {
        const parts = main.filter((each) => attribute(each, 'class') === kind);
        const all = parts.flatMap((each) =>
          (attribute(each, 'data-rows') ?? '').split(' ').filter(Boolean).map(Number),
        );
        return [...new Set(all)].toSorted((a, b) => a - b);
      };
      const every = session.transitions.map((_, index) => index);
      expect(rows('d-edge')).toEqual(every);
      expect(rows('d-label')).toEqual(every);
      expect(main.flatMap((each) => attribute(each, 'data-state') ?? [])).toEqual(Object.keys(session.states));
      const links = main.filter(({ tagName }) => tagName === 'a').map((each) => attribute(each, 'href'));
      expect(links).toContain('/session/states/onHold/');
      expect(links).toContain('/session/events/hold/');
      expect(links.indexOf('/session/states/onHold/')).toBeLessThan(links.indexOf('/session/events/hold/'));
    });

    test('a second time nothing is laid out anew, and it comes out the same', async () => {
      const laidOut: number[] = [];
      const again = await drawAll(jobs, { cache, onProgress: (done) => laidOut.push(done) });
      expect(laidOut).toEqual([]);
      expect([...again]).toEqual([...drawn]);
    });

    test('a source that is no diagram says so', async () => {
      const [job] = jobs as [DiagramJob];
      const broken = { ...job, diagram: { ...job.diagram, source: 'stateDiagram-v2\n  state {{\n', foldings: [] } };
      await expect(drawAll([broken], { cache })).rejects.toThrow(/Parse error|Syntax error|Lexical error/i);
    });

    describe('the element', () => {
      let page: Page;
      const root = join(import.meta.dirname, '../../..');
      beforeAll(async () => {
        if (typeof browser === 'string') return;
        page = await browser.newPage();
        await page.setViewport({ width: 900, height: 700 });
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          const css = '/docs/site/diagrams/diagrams.css';
          if (pathname === '/')
            request.respond({
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': "default-src 'self'" },
              body: `<!doctype html><html lang="fr"><link rel="stylesheet" href="${css}"><body>${drawn.get('session')}
              <script type="module" src="/docs/site/diagrams/element.ts"></script></body></html>`,
            });
          else if (pathname.endsWith('.ts'))
            request.respond({
              contentType: 'text/javascript',
              body: stripTypeScriptTypes(readFileSync(join(root, pathname), 'utf8')),
            });
          else if (pathname === css) request.respond({ contentType: 'text/css', body: readFileSync(join(root, css)) });
          else request.respond({ status: 404 });
        });
        await page.goto('http://diagrams.test/');
        await page.waitForSelector('.d-bar');
      }, 60_000);

      const shown = (): Promise<{ readonly width: number; readonly choice: string; readonly windows: number }> =>
        page.evaluate(() => {
          const [window] = document.querySelectorAll<HTMLElement>('.d-canvas:not([hidden])');
          return {
            width: Math.round(window?.querySelector('svg')?.getBoundingClientRect().width ?? 0),
            choice: document.querySelector('select')?.selectedOptions[0]?.text ?? '',
            windows: document.querySelectorAll('.d-canvas:not([hidden])').length,
          };
        });

      const focus = (selector: string): Promise<void> =>
        page.$eval(selector, (element) => (element as SVGElement).focus());

      test('zooms with its buttons and with keys, and fits', async () => {
        const before = await shown();
        await page.click('.d-bar button[aria-label="Agrandir"]');
        expect((await shown()).width).toBeCloseTo(before.width * 1.25, -1);
        await page.focus('.d-canvas:not([hidden])');
        await page.keyboard.press('-');
        expect((await shown()).width).toBeCloseTo(before.width, -1);
        await page.click('.d-bar button[aria-label="Ajuster"]');
        expect((await shown()).width).toBeLessThan(before.width);
      });

      test('folds and unfolds groups with the keyboard', async () => {
        expect(await shown()).toMatchObject({ choice: 'tout', windows: 1 });
        await page.select('.d-bar select', '1');
        await focus('.d-canvas:not([hidden]) .d-state[data-fold="work"]');
        await page.keyboard.press('Enter');
        const { choice, windows } = await shown();
        expect([choice, windows]).toEqual(['Seul «\u00a0At work\u00a0» déplié', 1]);
        await focus('.d-canvas:not([hidden]) .d-title');
        await page.keyboard.press('Enter');
        expect((await shown()).choice).toBe('Tous les groupes repliés');
        await page.select('.d-bar select', '0');
      });

      test('marks where a run stands and what it did, folded or not', async () => {
        const marked = await page.evaluate(() => {
          const element = document.querySelector('atlas-diagram') as Element & {
            mark(marks: { states: string[]; rows: number[] }): void;
          };
          element.mark({ states: ['onHold'], rows: [0] });
          return {
            current: [
              ...new Set(
                [...document.querySelectorAll('.is-current')].map(
                  (each) => each.getAttribute('data-state') ?? each.getAttribute('data-fold'),
                ),
              ),
            ],
            last: [...document.querySelectorAll('.d-main .is-last')].map((each) =>
              each.getAttribute('data-rows')?.split(' ').includes('0'),
            ),
            announced: document.querySelectorAll('.d-main [aria-current=step]').length,
          };
        });
        expect(marked.current).toEqual(['onHold', 'work']);
        expect(marked.announced).toBe(1);
        expect(marked.last.length).toBeGreaterThanOrEqual(2);
        expect(marked.last).not.toContain(false);
      });
    });
  },
);

/** TypeDoc run on small projects with the plugin: what stands in the pages, and what is said of tags that are wrong. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { JSDOM } from 'jsdom';
import { Application, LogLevel, TSConfigReader } from 'typedoc';
import { afterAll, describe, expect, test } from 'vitest';
import { launch, MissingTool } from '../pictures/browser.ts';
import { load } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'stateatlas-typedoc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TABLE = `name: order
title: An order
states:
  cart: { initial: true }
  placed: { label: '<b>Placed</b> | *now*', description: It waits for money. }
  shipped: { final: true }
events:
  place: { by: customer }
  ship: { by: shop }
transitions:
  - { from: cart, on: place, to: placed }
  - { from: placed, on: ship, to: shipped }
properties:
  an order can be shipped: { reachable: { state: shipped } }
  a placed order stays placed: { never: { state: shipped }, after: { state: placed } }
`;

/** Runs TypeDoc on a project with these files. Gives its page of a function, and what was logged as an error. */
async function documented(name: string, files: { readonly [path: string]: string }, pictures: boolean) {
  const root = join(folder, name);
  const all = {
    'tsconfig.json': JSON.stringify({
      compilerOptions: { target: 'ES2022', module: 'NodeNext', types: [] },
      include: ['src'],
    }),
    'package.json': '{ "name": "shop", "type": "module" }',
    'src/order.atlas.yaml': TABLE,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const app = await Application.bootstrapWithPlugins(
    {
      entryPoints: [join(root, 'src/index.ts')],
      tsconfig: join(root, 'tsconfig.json'),
      plugin: [load as never],
      logLevel: LogLevel.None,
      readme: 'none',
      stateAtlasPictures: pictures,
    } as never,
    [new TSConfigReader()],
  );
  const errors: string[] = [];
  app.logger.error = (message: unknown) => void errors.push(String(message));
  const project = await app.convert();
  if (project === undefined) throw new Error(errors.join('\n'));
  await app.generateDocs(project, join(root, 'out'));
  const read = (page: string): Document => new JSDOM(readFileSync(join(root, 'out', page), 'utf8')).window.document;
  return { errors, read, source: relative(process.cwd(), join(root, 'src/index.ts')) };
}

const cells = (table: Element | undefined): readonly (readonly string[])[] =>
  [...(table?.querySelectorAll('tr') ?? [])].map((row) => [...row.children].map((cell) => cell.textContent.trim()));

const PLACE = `/**
 * Places an order.
 *
 * @stateAtlas ./order.atlas.yaml#placed
 */
export function place(): void {}
/** Every order. @stateAtlas ./order.atlas.yaml */
export const order = 1;
`;

const WRONG = `
/** @stateAtlas ./order.atlas.yaml#plaiced */
export const one = 1;
/** @stateAtlas ./missing.atlas.yaml#placed */
export const two = 2;
/**
 * Nothing.
 * @stateAtlas
 */
export const three = 3;
/** @stateAtlas ./broken.atlas.yaml#a */
export const four = 4;
`;

describe('a tag on a symbol', async () => {
  const files = { 'src/index.ts': `${PLACE}${WRONG}`, 'src/broken.atlas.yaml': 'name: broken\nstates: {}\n' };
  const { errors, read, source } = await documented('tags', files, false);

  test('brings in the transitions, the properties and the diagram of a state, or all of a table', () => {
    const page = read('functions/place.html');
    const [rows, properties] = [...page.querySelectorAll('table')];
    expect(cells(rows)).toEqual([
      ['From', 'On', 'Caused by', 'When', 'To', 'Sets'],
      ['cart', 'place', 'customer', '—', '<b>Placed</b> | *now*', '—'],
      ['<b>Placed</b> | *now*', 'ship', 'shop', '—', 'shipped', '—'],
    ]);
    expect(cells(properties)).toEqual([
      ['Property', 'Verdict'],
      ['a placed order stays placed', '✗ violated (exhaustive)'],
    ]);
    expect(page.body.textContent).toContain('It waits for money.');
    expect(page.querySelector('code.language-mermaid')?.textContent).toMatch(/^stateDiagram-v2\n {2}direction LR\n/);
    const whole = read('variables/order.html');
    expect([...whole.querySelectorAll('table')].map((table) => cells(table).length)).toEqual([3, 3]);
  });

  test('that is wrong is an error with its file and line', () => {
    const said = errors.map((error) => error.replaceAll(source.replace('index.ts', ''), '').split('\n')[0]);
    expect(said.toSorted()).toEqual([
      'index.ts:10 @stateAtlas: there is no state "plaiced" in order; did you mean placed?',
      'index.ts:12 @stateAtlas: missing.atlas.yaml:1 cannot be read: there is no such file',
      'index.ts:16 @stateAtlas: "" is no table; write @stateAtlas path/to/order.atlas.yaml#state, or only the path',
      'index.ts:19 @stateAtlas: broken.atlas.yaml:1:1 SA110 the key events is missing',
    ]);
  });
});

/** Where tests are run continuously, a missing browser is a failure. */
const missing = await launch().then(
  (browser) => browser.close().then(() => undefined),
  (reason: Error) => (reason instanceof MissingTool && process.env.CI === undefined ? reason.message : undefined),
);

describe.skipIf(missing !== undefined)(`with a browser${missing === undefined ? '' : ` (${missing})`}`, () => {
  test('a tag brings in a picture, and its styles for light and dark', async () => {
    const { errors, read } = await documented('pictures', { 'src/index.ts': PLACE }, true);
    expect(errors).toEqual([]);
    const page = read('functions/place.html');
    const states = [...page.querySelectorAll('svg.d-svg [data-state]')].map((each) => each.getAttribute('data-state'));
    expect(states).toEqual(['cart', 'placed', 'shipped']);
    expect(page.querySelector('svg.d-svg script, svg.d-svg style')).toBeNull();
    const styles = [...page.querySelectorAll('style')].map((each) => each.textContent).join('');
    expect(styles).toContain('prefers-color-scheme: dark');
    expect(page.querySelector('details code.language-mermaid')?.textContent).toContain('stateDiagram-v2');
  }, 60_000);
});

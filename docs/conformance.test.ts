/** The guide to conformance: its code runs, and finds what the page shows; its drivers pass what is right, and find an order that forgets to count. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { fencesOf } from '../cli/pages/testing.ts';
import { MissingTool } from '../cli/pictures/browser.ts';
import { folderWith } from '../cli/testing.ts';
import type { Table } from '../model/table/types.ts';
import { openBrowser } from '../properties/conformance/examples/page.ts';
import { conformance, type Driver } from '../properties/conformance/index.ts';

const ROOT = pathToFileURL(join(import.meta.dirname, '..')).href;

/** How many declines an order bears: 2, says the table. The machine, the service and the page read it. */
const BEARS = 'export const bears = { declines: 2 };\n';

const MACHINE = `import { assign, createMachine } from '${import.meta.resolve('xstate')}';
import { bears } from './bears.ts';
const count = assign({ attempts: ({ context }) => context.attempts + 1 });
const isLeft = ({ context }) => context.attempts < bears.declines;
export const machine = createMachine({
  context: { attempts: 0 },
  initial: 'cart',
  states: {
    cart: { on: { place: 'placed' } },
    placed: {
      on: { pay: 'paid', decline: [{ guard: isLeft, actions: count }, { target: 'cancelled' }] },
      after: { 1800000: 'cancelled' },
    },
    paid: {},
    cancelled: {},
  },
});
`;

const PAGE = `<!doctype html><p id="state">cart</p>
<button id="place">place</button><button id="pay">pay</button><button id="decline">decline</button>
<script>
const state = document.querySelector('#state');
let attempts = 0, timer;
function show(next) {
  clearTimeout(timer);
  state.textContent = next;
  place.disabled = next !== 'cart';
  pay.disabled = decline.disabled = next !== 'placed';
  if (next === 'placed') timer = setTimeout(() => show('cancelled'), 1800000);
}
show('cart');
place.onclick = () => show('placed');
pay.onclick = () => show('paid');
decline.onclick = () => attempts++ < LIMIT || show('cancelled');
</script>`;

const fences = fencesOf(readFileSync(join(import.meta.dirname, 'conformance.md'), 'utf8'));
const outputs = fences.filter(({ language }) => language === 'text').map(({ text }) => text);
const folder = folderWith({
  'package.json': '{ "type": "module" }\n',
  'bears.ts': BEARS,
  'machine.ts': MACHINE,
});

/** What a file of the guide exports. */
const from = <T>(file: string): Promise<T> => import(pathToFileURL(join(folder, file)).href);

type Order = { status: string; attempts: number; handle(event: string): boolean; wait(milliseconds: number): void };

/** Answers as the drivers of a service and of a page expect it, with the orders of the guide. */
const orders: Order[] = [];
async function answerTo(path: string): Promise<readonly [status: number, body: string]> {
  const { bears } = await from<{ bears: { declines: number } }>('bears.ts');
  const { Order } = await from<{ Order: new () => Order }>('order.ts');
  const [, root, id = '', event] = path.split('/');
  if (root === '') return [200, PAGE.replace('LIMIT', `${bears.declines}`)];
  if (root === 'clock') for (const each of orders) each.wait(Number(id));
  if (root !== 'orders') return [root === 'clock' ? 200 : 404, ''];
  if (id === '') return [200, `${orders.push(new Order()) - 1}`];
  const order = orders[Number(id)] as Order;
  if (event === undefined) return [200, JSON.stringify({ state: order.status })];
  const isAccepted = order.handle(event);
  if (order.attempts > bears.declines) order.status = 'cancelled';
  return [isAccepted ? 200 : 409, ''];
}

const service = createServer(async (request, response) => {
  const [status, body] = await answerTo(request.url ?? '/');
  response.writeHead(status, { 'content-type': 'text/html' }).end(body);
});
service.listen(0, '127.0.0.1');
await once(service, 'listening');
afterAll(() => void service.close());
const { port } = service.address() as AddressInfo;

for (const { text } of fences) {
  const file = /^\/\/ (\S+)\n/.exec(text)?.[1];
  const here = text
    .replace("'stateatlas/conformance'", `'${ROOT}/properties/conformance/index.ts'`)
    .replace("'stateatlas/places'", `'${ROOT}/cli/load/places.ts'`)
    .replace("'stateatlas'", `'${ROOT}/model/table/index.ts'`)
    .replace("'xstate'", `'${import.meta.resolve('xstate')}'`)
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`);
  if (file !== undefined) writeFileSync(join(folder, file), here);
}

test.each([
  ['conform.ts', 0],
  ['race.ts', 1],
])('%s of the guide finds the defect as shown', (file, output) => {
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  expect(stdout, stderr).toBe(outputs[output]);
});

/** Where tests are run continuously, a missing browser is a failure. */
const browser = await openBrowser().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return undefined;
  throw reason;
});
afterAll(() => browser?.close());

const drivers: { readonly [kind: string]: () => Promise<Driver> } = {
  'an XState machine': async () => (await from<{ driver: Driver }>('xstate-driver.ts')).driver,
  'an HTTP service': async () => (await from<{ driver: Driver }>('http-driver.ts')).driver,
  ...(browser && {
    'a page': async () =>
      (await from<{ pageDriver: (of: typeof browser) => Driver }>('page-driver.ts')).pageDriver(browser),
  }),
};

describe.each(Object.entries(drivers))('the driver of %s', (_, driverOf) => {
  test.each([
    ['passes what is right', 2, undefined],
    ['finds an order that forgets to count', 9, '0:place,decline,decline,decline'],
  ])('%s', async (_, declines, token) => {
    const { bears } = await from<{ bears: { declines: number } }>('bears.ts');
    bears.declines = declines;
    const { order } = await from<{ order: Table }>('order.atlas.ts');
    const options = token === undefined ? { runs: 1, maxSteps: 5, seed: 1 } : { replay: token };
    const { failure, rows } = await conformance(order, await driverOf(), options);
    expect(failure?.token, failure?.text).toBe(token);
    if (token === undefined) expect(rows.filter(({ times }) => times === 0)).toEqual([]);
  });
});

/** A ticket as a web page in a browser, in front of a store that several tabs share; and with defects on request. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { executable } from '../../../cli/pictures/browser.ts';
import type { Driver } from '../../suites/follow.ts';
import type { RacingDriver } from '../racing.ts';
import { alone, type Turn } from '../turns.ts';
import type { ClassDefect } from './class.ts';

/** Requests are answered by the driver, so no port is opened. */
const ADDRESS = 'http://127.0.0.1/';

/** The events that have a button. */
export const BUTTONS = ['take', 'answer', 'reply', 'hold', 'resume', 'close'];

/** The page as it is sent to the browser: a button for each event, enabled where the event is. It is written by hand, since it is what is to be tested. */
const pageWith = (defect: ClassDefect | undefined): string => `<!doctype html>
<title>Ticket</title>
<h1 id="state"></h1>
<p>Replies: <span id="replies"></span></p>
${BUTTONS.map((event) => `<button id="${event}">${event}</button>`).join('\n')}
<script type="module">
const defect = ${JSON.stringify(defect ?? null)};
const fortnight = 14 * 24 * 3_600_000;
let timer, shown, before;

const can = {
  take: ({ state }) => state === 'new',
  answer: ({ state }) => state === 'open',
  reply: ({ state, replies }) => state === 'answered' && (replies < 2 || defect === 'forgotten guard'),
  hold: ({ state }) => state === 'open' || state === 'answered',
  resume: ({ state }) => state === 'held',
  close: ({ state }) => state === 'open' || state === 'answered' || (state === 'closed' && defect === 'double close'),
  expire: ({ state }) => state === 'answered' || defect === 'timer not stopped',
};
const next = {
  take: (ticket) => ({ ...ticket, state: 'open' }),
  answer: (ticket) => ({ ...ticket, state: 'answered' }),
  reply: (ticket) => ({ ...ticket, state: 'open', replies: ticket.replies + 1 }),
  hold: (ticket) => ({ ...ticket, state: 'held', resumes: (defect === 'stale resume target' ? before : ticket).state }),
  resume: (ticket) => ({ ...ticket, state: ticket.resumes }),
  close: (ticket) => ({ ...ticket, state: 'closed' }),
  expire: (ticket) => ({ ...ticket, state: 'closed' }),
};

function show(ticket) {
  before = shown;
  shown = ticket;
  document.querySelector('#state').textContent = ticket.state;
  document.querySelector('#replies').textContent = ticket.replies;
  for (const button of document.querySelectorAll('button')) button.disabled = !can[button.id](ticket);
  if (defect !== 'timer not stopped') clearTimeout(timer);
  if (ticket.state === 'answered' && defect !== 'lost timer') timer = setTimeout(() => start('expire'), fortnight);
}

async function act(event) {
  for (;;) {
    const response = await fetch('ticket?for=' + event);
    const version = response.headers.get('etag');
    const ticket = await response.json();
    if (!can[event](ticket)) return false;
    const after = next[event](ticket);
    const headers = defect === 'race' ? {} : { 'if-match': version };
    const { ok } = await fetch('ticket?for=' + event, { method: 'PUT', headers, body: JSON.stringify(after) });
    if (ok) show(after);
    if (ok) return true;
  }
}

// What was begun last can be waited for.
const start = (event) => { globalThis.done = act(event); };
for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => start(button.id));
globalThis.done = fetch('ticket?for=page').then((response) => response.json()).then(show);
</script>`;

type Ticket = { readonly state: string; readonly resumes: string | null; readonly replies: number };

/** Starts a browser, found as for pictures. What npm ships keeps all in one process, which does not survive that a context is closed. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await executable();
  return chromium.launch({ executablePath, args: args.filter((each) => each !== '--single-process') });
}

/** Drives the page through a browser. The page stays open between runs and is loaded afresh for each; whoever opened the browser closes it. */
export function pageDriver(browser: Browser, defect?: ClassDefect): Driver & RacingDriver {
  let page: Page | undefined;
  let ticket: Ticket;
  let version = 0;
  let turn = alone;

  async function opened(): Promise<Page> {
    const context = await browser.newContext();
    await context.route('**/*', (route) =>
      route.request().url() === ADDRESS
        ? route.fulfill({ contentType: 'text/html', body: pageWith(defect) })
        : route.fulfill({ status: 404 }),
    );
    await context.route(`${ADDRESS}ticket?for=*`, async (route) => {
      const request = route.request();
      const event = new URL(request.url()).searchParams.get('for');
      const isRead = request.method() === 'GET';
      const answer = await turn(`${event}: ${isRead ? 'read' : 'write'}`, () =>
        isRead ? { status: 200 } : write(request.headers()['if-match'], request.postDataJSON()),
      );
      await route.fulfill({ ...answer, json: ticket, headers: { etag: String(version) } });
    });
    // A clock that stands still unless the driver moves it.
    await context.clock.install({ time: 0 });
    await context.clock.pauseAt(1);
    return context.newPage();
  }

  function write(match: string | undefined, after: Ticket): { readonly status: number } {
    if (match !== undefined && match !== String(version)) return { status: 412 };
    ticket = after;
    version++;
    return { status: 200 };
  }

  const settled = (): Promise<void> => (page as Page).evaluate('globalThis.done');

  return {
    refuses: 'returns false',
    start: async (_initial: unknown, given: Turn = alone) => {
      turn = given;
      ticket = { state: 'new', resumes: null, replies: 0 };
      version = 0;
      page ??= await opened();
      await page.goto(ADDRESS);
      await settled();
    },
    // A button that cannot be clicked refuses. The click is the page's own: waiting for one of the mouse to be possible takes ten times as long.
    send: (event: string) =>
      (page as Page).evaluate(`(() => {
        const button = document.getElementById(${JSON.stringify(event)});
        if (button === null || button.disabled) return false;
        button.click();
        return globalThis.done;
      })()`),
    advance: async (milliseconds) => {
      await (page as Page).clock.runFor(milliseconds);
      await settled();
    },
    observe: async () => {
      const [state, replies] = await (page as Page).evaluate<[string, string]>(
        "['#state', '#replies'].map((each) => document.querySelector(each).textContent)",
      );
      return { state, memory: { replies: Number(replies) } };
    },
  };
}

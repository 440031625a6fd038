/** A web page in headless Chromium conforms, also to who clicks twice, and every planted defect is found. */
import { afterAll, describe, expect, test } from 'vitest';
import { MissingTool } from '../../cli/pictures/browser.ts';
import { conformance } from './conformance.ts';
import type { ClassDefect } from './examples/class.ts';
import { BUTTONS, openBrowser, pageDriver } from './examples/page.ts';
import { ticket } from './examples/ticket.atlas.ts';
import { racing } from './racing.ts';

/** Where tests are run continuously, a missing browser is a failure. */
const browser = await openBrowser().catch((reason: Error) => {
  if (reason instanceof MissingTool && process.env.CI === undefined) return reason.message;
  throw reason;
});
afterAll(() => (typeof browser === 'string' ? undefined : browser.close()));

function driverOf(defect?: ClassDefect) {
  if (typeof browser === 'string') throw new Error(browser);
  return pageDriver(browser, defect);
}

/** A page starts slowly: few runs at random, and few tries to shrink. What the runs that cover rows and refusals find is short already. */
const FEW = { runs: 1, maxSteps: 15, tries: 10 } as const;

/** What is clicked: nobody clicks a timer. A call that waits for the browser is waited for. */
const CLICKS = {
  events: BUTTONS,
  patience: 5_000,
  maxSteps: 2,
} as const;

describe.skipIf(typeof browser === 'string')('a web page', { timeout: 60_000 }, () => {
  test('conforms, with every row exercised', async () => {
    const { failure, rows, refused } = await conformance(ticket, driverOf(), FEW);
    expect(failure?.text).toBeUndefined();
    expect(rows.filter(({ times }) => times === 0)).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  test.each([
    ['forgotten guard', 'take,answer,reply,answer,reply,answer,reply', 0],
    ['lost timer', 'take,answer,expire', 0],
    ['stale resume target', 'take,hold,resume', FEW.tries],
    ['double close', 'take,close,close', FEW.tries],
  ] as const)('%s is found', async (defect, shortest, tries) => {
    const { failure } = await conformance(ticket, driverOf(defect), { ...FEW, tries });
    expect(failure?.steps.map(({ event }) => event).join(), failure?.text).toBe(shortest);
  });

  test('two clicks at once are served as if one after the other', async () => {
    const { failure } = await racing(ticket, driverOf(), { ...CLICKS, races: 12 });
    expect(failure?.text).toBeUndefined();
  });

  test('a race is found, and found again by its token', async () => {
    const { failure } = await racing(ticket, driverOf('race'), CLICKS);
    expect(failure?.interleaving).toHaveLength(8);
    const again = await racing(ticket, driverOf('race'), { ...CLICKS, replay: failure?.token ?? '' });
    expect(again.failure?.text).toBe(failure?.text);
  });
});

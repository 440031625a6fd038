/** A service that listens in a process of its own, over a SQLite file, conforms also when it is killed; every planted defect is found. */
import { describe, expect, test } from 'vitest';
import { conformance } from './conformance.ts';
import { DEFECTS } from './examples/defects.ts';
import type { ServiceDefect } from './examples/service.ts';
import { withService } from './examples/service-driver.ts';
import { ticket } from './examples/ticket.atlas.ts';
import { racing } from './racing.ts';
import type { Conformance } from './report.ts';

/** Everything over HTTP, and a process for every crash, takes its time: few runs at random, and few tries to shrink. */
const FEW = { runs: 1, maxSteps: 10, tries: 8 } as const;

/** Without crashes more can be tried in the same time. */
const withoutCrashes = (defect: ServiceDefect): Promise<Conformance> =>
  withService(defect, ({ restart: _, ...driver }) => conformance(ticket, driver, { runs: 20, tries: 60, seed: 1 }));

/** What is called: nobody calls a timer. A call that waits for the other process is waited for. */
const PATIENT = { patience: 5_000 } as const;

describe('a service', { timeout: 60_000 }, () => {
  test('conforms, also when it is killed after every step', async () => {
    await withService(undefined, async (driver, kills) => {
      const { failure, rows } = await conformance(ticket, driver, FEW);
      expect(failure?.text).toBeUndefined();
      expect(rows.filter(({ times }) => times === 0)).toEqual([]);
      expect(kills()).toBeGreaterThan(rows.length);
    });
  });

  test.each([
    ['replies in memory', '0:take,answer,reply,.restart'],
    ['timer in memory', '0:take,answer,.restart,expire'],
  ] as const)('what a crash loses is found: %s', async (defect, token) => {
    const { failure } = await withService(defect, (driver) => conformance(ticket, driver, FEW));
    expect(failure?.token, failure?.text).toBe(token);
  });

  test.each([
    ['forgotten guard', '0:take,answer,reply,answer,reply,answer,reply'],
    ['lost timer', '0:take,answer,expire'],
    ['stale resume target', '0:take,answer,hold,resume'],
    ['double close', '0:take,close,close'],
  ] as const)('%s is found', async (defect, token) => {
    const { failure } = await withoutCrashes(defect);
    expect(failure?.token, failure?.text).toBe(token);
    expect(DEFECTS).toContain(defect);
  });

  test('two clients are served as if one after the other', async () => {
    const { failure } = await withService(undefined, (driver) => racing(ticket, driver, { ...PATIENT, races: 60 }));
    expect(failure?.text).toBeUndefined();
  });

  test('a race is found, and found again by its token', async () => {
    await withService('race', async (driver) => {
      const { failure } = await racing(ticket, driver, PATIENT);
      // At least two calls that read and write, and two answers.
      expect(failure?.interleaving.length, failure?.text).toBeGreaterThanOrEqual(2 + 4 + 2);
      const again = await racing(ticket, driver, { ...PATIENT, replay: failure?.token ?? '' });
      expect(again.failure?.text).toBe(failure?.text);
    });
  });
});

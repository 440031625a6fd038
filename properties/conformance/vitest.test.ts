/** The tests that are declared share a driver, and so one waits for the other, also where vitest runs tests at the same time. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { machineOf } from '../../model/explore/index.ts';
import type { Configuration } from '../../model/explore/machine.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import type { Driver } from '../suites/follow.ts';
import { describeConformance } from './vitest.ts';

/** As `sequence.concurrent` in a configuration; the type of what can be set later leaves it out. */
const sequence = { hooks: 'stack', concurrent: true } as const;
vi.setConfig({ sequence });

/** How many are at it at the same time, at most. */
class Crowd {
  #now = 0;
  most = 0;
  enter(): void {
    this.most = Math.max(this.most, ++this.#now);
  }
  leave(): void {
    this.#now--;
  }
}

const others = new Crowd();
const drivers = new Crowd();

/** The table itself, slowly. */
function slow(): Driver {
  const machine = machineOf(order);
  let at = machine.initial[0] as Configuration;
  return {
    start: async (initial) => {
      drivers.enter();
      at = initial;
      await setTimeout(1);
    },
    send: (event) => {
      const step = machine.moves(at).steps.find((each) => each.event === event);
      at = step?.to ?? at;
      return step !== undefined;
    },
    stop: () => drivers.leave(),
  };
}

describe('where tests run at the same time', () => {
  test.each([1, 2, 3])('others do: %i', async () => {
    others.enter();
    await setTimeout(50);
    others.leave();
  });

  describeConformance(order, slow(), { runs: 1, seed: 1 });

  test('those of an implementation do not', { concurrent: false }, () => {
    expect([others.most > 1, drivers.most]).toEqual([true, 1]);
  });
});

import { expect, test } from 'vitest';
import { VirtualClock } from './virtual-clock.ts';

test('timers fire in their order, each at its moment, also those that are set meanwhile, and not those that are cleared', async () => {
  const { now, setTimeout, clearTimeout, advance } = new VirtualClock();
  const log: string[] = [];
  const say = (what: string) => () => log.push(`${what} at ${now()}`);
  setTimeout(say('late'), 30);
  setTimeout(async () => {
    say('early')();
    await Promise.resolve();
    setTimeout(say('then'), 5);
  }, 10);
  clearTimeout(setTimeout(say('never'), 1));
  clearTimeout(undefined);
  await advance(29);
  expect([now(), ...log]).toEqual([29, 'early at 10', 'then at 15']);
  await advance(1);
  setTimeout(say('at once'));
  await advance(0);
  expect(log.slice(2)).toEqual(['late at 30', 'at once at 30']);
});

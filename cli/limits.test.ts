/** Bounds on time and memory: exploring leaves a part of them to judging, and the reason names the bound. Ctrl-C stops one phase. */
import { expect, test, vi } from 'vitest';
import { stoppedByUser, withinBounds } from './limits.ts';

const MEGABYTE = 1024 * 1024;

test('time that is over is a reason to stop: for exploring after half of it, for judging at the end', () => {
  const time = { now: 1000 };
  const reason = withinBounds({ maxTime: 10 }, { now: () => time.now, memory: () => 0 });
  time.now = 5999;
  expect([reason('exploring'), reason('judging')]).toEqual([undefined, undefined]);
  time.now = 6001;
  expect([reason('exploring'), reason('judging')]).toEqual(['10 s', undefined]);
  time.now = 11001;
  expect([reason('exploring'), reason('judging')]).toEqual(['10 s', '10 s']);
});

test('memory that is used up is a reason to stop: for exploring three quarters of it', () => {
  let megabytes = 150;
  const reason = withinBounds({ maxMemory: 200 }, { now: () => 0, memory: () => megabytes * MEGABYTE });
  expect([reason('exploring'), reason('judging')]).toEqual([undefined, undefined]);
  megabytes = 151;
  expect([reason('exploring'), reason('judging')]).toEqual(['200 MB', undefined]);
  megabytes = 201;
  expect(reason('judging')).toBe('200 MB');
});

test('memory that the process needs for itself is said to be that', () => {
  const reason = withinBounds({ maxMemory: 100 }, { now: () => 0, memory: () => 120 * MEGABYTE - 1 });
  const told = '100 MB (the process held 120 MB before it began)';
  expect([reason('exploring'), reason('judging')]).toEqual([told, told]);
});

test('without bounds there is no reason', () => {
  const reason = withinBounds({}, { now: () => Number.MAX_VALUE, memory: () => Number.MAX_VALUE });
  expect([reason('exploring'), reason('judging')]).toEqual([undefined, undefined]);
});

test('Ctrl-C stops the phase at hand and not the next one; pressed again before it has stopped, it ends the process', () => {
  const before = process.listenerCount('SIGINT');
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const { reason, release } = stoppedByUser();
  process.emit('SIGINT');
  expect([reason('exploring'), reason('judging')]).toEqual(['Ctrl-C', undefined]);
  process.emit('SIGINT');
  expect(kill).not.toHaveBeenCalled();
  process.emit('SIGINT');
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']]);
  expect(process.listenerCount('SIGINT')).toBe(before);
  release();
  kill.mockRestore();
});

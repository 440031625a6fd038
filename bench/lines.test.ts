/** The pure parts of the measurements: medians, agreement of counts, and layout. */
import { expect, test } from 'vitest';
import { median, mismatch, seconds, table, times, together, whole } from './lines.ts';

test('a median is the one in the middle, the larger of two, and none of nothing', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([4, 1])).toBe(4);
  expect(() => median([])).toThrow(RangeError);
});

test('runs are put together by their medians; one that was stopped speaks for all', () => {
  expect(
    together([
      { configurations: 5, seconds: 3, megabytes: 10 },
      { configurations: 4, seconds: 1, megabytes: 30, stopped: '1 s' },
      { configurations: 5, seconds: 2, megabytes: 20 },
    ]),
  ).toEqual({ configurations: 4, seconds: 2, megabytes: 20, stopped: '1 s' });
  expect(together([{ seconds: 1 }])).toEqual({ seconds: 1 });
});

test('counts must agree, as far as they are counted', () => {
  const expected = { configurations: 10, transitions: 20 };
  expect(mismatch({ seconds: 0, configurations: 10, transitions: 20 }, expected)).toBeUndefined();
  expect(mismatch({ seconds: 0, configurations: 10 }, expected)).toBeUndefined();
  expect(mismatch({ seconds: 0, configurations: 10, transitions: 21 }, expected)).toBe('MISMATCH');
  expect(mismatch({ seconds: 0, configurations: 9, transitions: 20 }, expected)).toBe('MISMATCH');
  expect(mismatch({ seconds: 0, configurations: 11, transitions: 20 }, { transitions: 20 })).toBeUndefined();
});

test('who was stopped may have found less, and never more', () => {
  const expected = { configurations: 10 };
  expect(mismatch({ seconds: 0, configurations: 9, stopped: '20 s' }, expected)).toBeUndefined();
  expect(mismatch({ seconds: 0, configurations: 11, stopped: '20 s' }, expected)).toBe('MISMATCH');
});

test('numbers are short and comparable', () => {
  expect([0.0123, 0.0996, 0.5, 1.234, 12.34, 123.4].map(seconds)).toEqual([
    '0.012',
    '0.0996',
    '0.500',
    '1.23',
    '12.3',
    '123',
  ]);
  expect([0.333, 2, 9.94, 15.4, 250].map(times)).toEqual(['0.33×', '2.0×', '9.9×', '15×', '250×']);
  expect(whole(4268800)).toBe('4,268,800');
});

test('a table has the columns of its first row, and numbers on the right', () => {
  expect(
    table([
      { engine: 'ours', seconds: '0.5', note: '' },
      { engine: 'another', seconds: '12.25', note: 'MISMATCH' },
    ]),
  ).toBe(
    [
      '| engine  | seconds | note     |',
      '|---------|--------:|----------|',
      '| ours    |     0.5 |          |',
      '| another |   12.25 | MISMATCH |',
    ].join('\n'),
  );
});

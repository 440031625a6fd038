import { describe, expect, test } from 'vitest';
import type { System } from '../../../model/system/types.ts';
import type { Table } from '../../../model/table/types.ts';
import { begun, choicesAt, nextDue, placeOf, type Run, runOf, taken, waited, worldOf } from './run.ts';
import { timeText, wordsOf } from './words.ts';

const MINUTE = 60_000;

/** A lamp that goes out ten minutes after it was lit; pressing does not light it anew, replacing does. */
const lamp: Table = {
  name: 'lamp',
  states: { off: { initial: true }, on: {} },
  events: { light: {}, press: {}, replace: {}, warn: { after: 'PT8M' }, goOut: { after: 'PT10M' } },
  transitions: [
    { from: 'off', on: 'light', to: 'on' },
    { from: 'on', on: ['press', 'warn'], to: 'stay' },
    { from: 'on', on: 'replace', to: 'on' },
    { from: 'on', on: 'goOut', to: 'off' },
  ],
};

/** Two lamps that go out together. */
const lamps: System = {
  name: 'lamps',
  tables: [lamp],
  instances: { lamp: { table: 'lamp', count: 2 } },
  events: {
    curfew: { after: 'PT10M', with: { a: 'lamp', b: 'lamp' }, distinct: ['a', 'b'], moves: { a: 'goOut', b: 'goOut' } },
  },
};

const world = worldOf(lamp);

/** What is done one after the other: events by name, minutes as numbers. */
const runAfter = (of: typeof world, all: readonly (string | number)[]): Run =>
  all.reduce<Run>((run, each) => {
    if (typeof each === 'number') return waited(of, run, each * MINUTE);
    const choice = choicesAt(of, placeOf(of, run)).find(({ step }) =>
      [step.event, ...Object.values(step.binding ?? {})].join(' ').startsWith(each),
    );
    if (choice === undefined) throw new Error(`${each} is not enabled`);
    return taken(run, choice.step);
  }, begun());

const dueIn = (of: typeof world, run: Run, event: string): number | undefined => {
  const place = placeOf(of, run);
  const { due } = choicesAt(of, place).find(({ step }) => step.event === event) ?? {};
  return due === undefined ? undefined : (due - place.time.now) / MINUTE;
};

describe('the clock', () => {
  test('starts on entering a state, and not on a stay', () => {
    expect(dueIn(world, runAfter(world, [3, 'light']), 'goOut')).toBe(10);
    expect(dueIn(world, runAfter(world, [3, 'light', 4, 'press']), 'goOut')).toBe(6);
    expect(dueIn(world, runAfter(world, [3, 'light', 4, 'replace']), 'goOut')).toBe(10);
  });

  test('stops at the next timer that is due, and goes on when it is told to', () => {
    const run = runAfter(world, ['light', 60]);
    expect(placeOf(world, run).time.now).toBe(8 * MINUTE);
    expect(nextDue(world, run)?.step.event).toBe('goOut');
    expect(dueIn(world, waited(world, run, 60 * MINUTE), 'warn')).toBe(-2);
  });

  test('passes by itself where a timer is taken before it is due, as in a trace of the check', () => {
    expect(placeOf(world, runOf(world, '0:light,goOut,light,warn')).time.now).toBe(18 * MINUTE);
  });

  test('of a system counts from the last entering of those who are moved', () => {
    const two = worldOf(lamps);
    const run = runAfter(two, ['lamp.light lamp1', 4, 'lamp.light lamp2', 1]);
    expect(dueIn(two, run, 'curfew')).toBe(9);
    expect(dueIn(two, run, 'lamp.warn')).toBe(3);
  });
});

test('amounts of time are told in their two largest units', () => {
  const [en, fr] = [wordsOf('en'), wordsOf('fr-CA')];
  expect([0, 200, 5 * MINUTE, 90 * MINUTE, 14 * 1440 * MINUTE].map((each) => timeText(each, en))).toEqual([
    '0 min',
    '0.2 s',
    '5 min',
    '1 h 30 min',
    '14 days',
  ]);
  expect(timeText(1440 * MINUTE + 61_000, fr)).toBe('1 jour 1 min');
});

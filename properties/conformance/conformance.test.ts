/** Right implementations conform, and every planted defect is found, with the shortest sequence that shows it. */
import { describe, expect, test } from 'vitest';
import { TokenError } from '../../model/explore/index.ts';
import type { Configuration } from '../../model/explore/machine.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { defineTable } from '../../model/table/define.ts';
import { graphOf } from '../random/refusing.ts';
import { millisecondsOf } from '../suites/clock.ts';
import { conformance } from './conformance.ts';
import { classDriver } from './examples/class.ts';
import { DEFECTS, type Defect } from './examples/defects.ts';
import { ticket } from './examples/ticket.atlas.ts';
import { xstateDriver } from './examples/xstate.ts';
import { racing } from './racing.ts';
import { singlesOf } from './single.ts';
import type { Turn } from './turns.ts';
import { describeConformance } from './vitest.ts';

describeConformance(ticket, classDriver());

/** The lengths of the shortest sequences that show the defects: counted by hand on the table. */
const SHORTEST: { readonly [defect in Exclude<Defect, 'race'>]: number } = {
  'forgotten guard': 7, // take, answer, reply, answer, reply, answer, reply
  'lost timer': 3, // take, answer, 14 days
  'stale resume target': 4, // take, answer, hold, resume; in the class it takes a hold and a resume before
  'double close': 3, // take, close, close
};

describe.each([
  ['a class', classDriver],
  ['an XState machine', xstateDriver],
] as const)('%s', (name, driverOf) => {
  test('conforms, with every row exercised', async () => {
    const { failure, rows, refused } = await conformance(ticket, driverOf());
    expect(failure?.text).toBeUndefined();
    expect(rows.map(({ row }) => row).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rows.filter(({ times }) => times === 0)).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  test.each(Object.entries(SHORTEST))('%s is found', async (defect, length) => {
    const { failure } = await conformance(ticket, driverOf(defect as Defect));
    const second = name === 'a class' && defect === 'stale resume target' ? 2 : 0;
    expect(failure?.steps.length, failure?.text).toBe(length + second);
  });

  test('serves two clients as if one after the other', async () => {
    const { failure, races } = await racing(ticket, driverOf());
    expect([failure?.text, races]).toEqual([undefined, 200]);
  });

  test('a race is found, and no other defect is planted', async () => {
    const { failure } = await racing(ticket, driverOf('race'), { races: 2_000 });
    // At least two calls, what each of them lets others go on for, and two answers.
    expect(failure?.interleaving.length, failure?.text).toBeGreaterThanOrEqual(2 + 2 + 2);
    expect(Object.keys(SHORTEST)).toEqual(DEFECTS.filter((each) => each !== 'race'));
  });
});

test('a timer that is not stopped is found', async () => {
  const { failure } = await conformance(ticket, classDriver('timer not stopped'));
  expect(failure?.steps.map(({ event }) => event)).toEqual(['take', 'answer', expect.any(String), 'expire']);
  expect(failure?.steps.at(-1)?.expect).toBe('refused');
});

test('a failure says what, where and how again', async () => {
  const places = (path: readonly (string | number)[]) => ({
    file: 'ticket.atlas.yaml',
    line: 20 + Number(path[1]),
    column: 3,
  });
  const { failure } = await conformance(ticket, classDriver('lost timer'), { places });
  expect(failure?.text).toBe(`ticket: after take, answer, expire: state: expected "closed", observed "answered"

  0. new (resumes unset, replies 0)
  1. take → open (resumes unset, replies 0)
  2. answer → answered (resumes unset, replies 0)
  3. expire (1209600000 ms pass) → closed (resumes unset, replies 0)

  expected  {"state":"closed","memory":{"replies":0}}
  observed  {"state":"answered","memory":{"replies":0}}
  row 7 at ticket.atlas.yaml:26
  token     0:take,answer,expire`);
  const again = await conformance(ticket, classDriver('lost timer'), { replay: failure?.token ?? '' });
  expect(again.failure?.expected).toBe(failure?.expected);
  expect((await conformance(ticket, classDriver(), { replay: failure?.token ?? '' })).failure).toBeUndefined();
});

test('a token with an event that there is not names those that are enabled, and not those that are refused', async () => {
  await expect(conformance(ticket, classDriver(), { replay: '0:take,bogus' })).rejects.toThrow(
    new TokenError(
      'step 2, bogus, is not enabled in open (resumes unset, replies 0); enabled there: answer, hold, close',
    ),
  );
});

test('rows are told in the order of the table', async () => {
  // The breadth-first exploration finds the last row of `cart` before the first of `placed`.
  const { rows, text } = await conformance(order, { start: () => {}, send: () => false, refuses: 'returns false' });
  expect(rows.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(text).toContain('rows that did as expected: 0 of 6; not row 1, 2, 3, 4, 5, 6\n');
});

test('what had to be refused names the rows that are not enabled', async () => {
  const { failure } = await conformance(ticket, classDriver('double close'));
  expect(failure?.text).toContain('close leaves other states: row 6');
  const guarded = await conformance(ticket, classDriver('forgotten guard'));
  expect(guarded.failure?.text).toContain('guarded by row 3');
  expect(guarded.text).toContain('rows that did as expected: 7 of 7');
});

test('a race after which nothing can be observed is a failure, too', async () => {
  const right = classDriver();
  let looked = 0;
  const broken = {
    ...right,
    start: (initial: Configuration, turn?: Turn) => {
      looked = 0;
      return turn === undefined ? right.start(initial) : right.start(initial, turn);
    },
    // Before the race it can be observed, after it no more.
    observe: () => {
      looked++;
      if (looked > 1) throw new Error('locked');
      return right.observe?.() ?? {};
    },
  };
  const { failure } = await racing(ticket, broken, { events: ['take'] });
  expect(failure?.observed).toMatch(/^client.*take is.*: observe threw: locked$/);
  expect(failure?.expected[0]).toContain('{"state":"open"');
});

test('clients call only what they are said to, and no event that the table does not have', async () => {
  const { failure } = await racing(ticket, classDriver('race'), { events: ['take'] });
  expect(failure?.interleaving.filter((each) => each.startsWith('client'))).toEqual([
    expect.stringContaining('take is called'),
    expect.stringContaining('take is called'),
    expect.stringContaining('take is accepted'),
    expect.stringContaining('take is accepted'),
  ]);
  await expect(racing(ticket, classDriver('race'), { events: ['tkae'] })).rejects.toThrow(
    new RangeError('ticket has no event tkae; did you mean take?'),
  );
});

test('a race is found again by its token, and not once it is mended', async () => {
  const { failure } = await racing(ticket, classDriver('race'));
  const replay = failure?.token ?? '';
  const again = await racing(ticket, classDriver('race'), { replay });
  expect(again.failure?.text).toBe(failure?.text);
  expect(await racing(ticket, classDriver(), { replay })).toEqual({ model: 'ticket', seed: again.seed, races: 1 });
  await expect(racing(ticket, classDriver(), { replay: '0:take' })).rejects.toThrow('0:take is no race');
});

test('who waits for a lock without a turn is waited for only as long as the patience', async () => {
  let lock = Promise.resolve();
  let state = 'new';
  let turn: Turn = async (_label, act) => act();
  const { failure, races } = await racing(
    ticket,
    {
      refuses: 'returns false',
      start: (_initial, given) => {
        turn = given;
        state = 'new';
        lock = Promise.resolve();
      },
      send: (event) => {
        const mine = lock.then(() =>
          turn(event, () => {
            if (event !== 'take' || state !== 'new') return false;
            state = 'open';
            return true;
          }),
        );
        lock = mine.then(() => undefined);
        return mine;
      },
      observe: () => ({ state }),
    },
    { events: ['take'], races: 4, maxSteps: 0, patience: 1 },
  );
  expect([failure?.text, races]).toEqual([undefined, 4]);
});

test('what is not explored to its end is said', async () => {
  const wide = defineTable({
    name: 'wide',
    states: { on: { initial: true } },
    events: { up: {}, more: {} },
    memory: { a: { range: [0, 300], initial: 0 }, b: { range: [0, 300], initial: 0 } },
    transitions: [
      { from: 'on', on: 'up', to: 'on', set: { a: { add: 1 } } },
      { from: 'on', on: 'more', to: 'on', set: { b: { add: 1 } } },
    ],
  });
  const { incomplete, rows, text } = await conformance(wide, { start: () => {}, send: () => {}, refuses: 'ignores' });
  expect(incomplete).toBe('50000 configurations');
  expect(rows.every(({ times }) => times > 0)).toBe(true);
  expect(text).toContain('not explored to its end (50000 configurations)');
});

test('there is a test for each row in each state, and what each state refuses', () => {
  const names = singlesOf(ticket, graphOf(ticket), false).map(({ name }) => name);
  expect(names).toHaveLength(9 + 5 + 1);
  expect(names).toContain('answered: reply when replies:{lt:2} → open');
  expect(names).toContain(
    'in closed (resumes unset, replies 0), refuses take, answer, hold, close, reply, expire, resume',
  );
  expect(names).toContain('in answered (resumes unset, replies 2), refuses reply');
});

test('durations are milliseconds', () => {
  expect(['PT30M', 'P14D', 'PT0.5S', 'P1DT1H'].map(millisecondsOf)).toEqual([
    1_800_000, 1_209_600_000, 500, 90_000_000,
  ]);
});

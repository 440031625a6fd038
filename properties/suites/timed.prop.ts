/** Whoever lets time pass and whoever sends timers is taken through the same suites; a table whose timers fire by themselves passes its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Configuration, explore, labelOf, type Machine, machineOf, type Step } from '../../model/explore/index.ts';
import type { Model, System } from '../../model/system/types.ts';
import { defineTable } from '../../model/table/define.ts';
import type { Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { millisecondsOf } from './clock.ts';
import { type Driver, follow, Mismatch } from './follow.ts';
import { SUITES, type Suite, suiteOf } from './suite.ts';
import { choicesOf } from './test-machine.ts';

const DURATIONS = ['PT1S', 'PT2S', 'PT3S'] as const;

/** Tables whose events are timers, some or all of them. */
const timers: fc.Arbitrary<Table> = fc
  .tuple(
    smallTable,
    fc.array(fc.option(fc.constantFrom(...DURATIONS), { nil: undefined }), { minLength: 3, maxLength: 3 }),
  )
  .map(([table, durations]) => ({
    ...table,
    events: Object.fromEntries(
      Object.keys(table.events).map((name, index) => {
        const after = durations[index];
        return [name, after === undefined ? {} : { after }];
      }),
    ),
  }));

/** The table, second by second: each second what is due fires once, in an order of its own. It shares nothing with the clock. */
function ticking(table: Table, machine: Machine, isReversed: boolean): Driver {
  let at: Configuration;
  let seconds = 0;
  const go = (step: Step): void => {
    at = step.to;
    const [row] = step.rows;
    if (row !== undefined && table.transitions[row.row]?.to !== 'stay') seconds = 0;
  };
  const stepOn = (event: string): Step | undefined => machine.moves(at).steps.find((step) => step.event === event);
  return {
    refuses: 'returns false',
    start: (initial) => {
      at = initial;
      seconds = 0;
    },
    send: (event) => {
      if (table.events[event]?.after !== undefined) throw new Error(`${event} cannot be sent`);
      const step = stepOn(event);
      if (step !== undefined) go(step);
      return step !== undefined;
    },
    advance: (milliseconds) => {
      for (let left = milliseconds / 1000; left > 0; left--) {
        seconds++;
        const now = seconds;
        const due = Object.keys(table.events).filter((name) => table.events[name]?.after === `PT${now}S`);
        for (const event of isReversed ? due.reverse() : due) {
          const step = seconds === now ? stepOn(event) : undefined;
          if (step !== undefined) go(step);
        }
      }
    },
    observe: () => at,
  };
}

const deterministic = timers.filter((table) => {
  const graph = explore(machineOf(table), { maxConfigurations: 40 });
  return graph.stopped === undefined && graph.transitions > 0 && choicesOf(graph).length === 0;
});

law.prop([deterministic, fc.constantFrom(...SUITES), fc.boolean()], { numRuns: 200 })(
  'a table whose timers fire by themselves passes its own suites, whichever fires first',
  async (table, kind, isReversed) => {
    const machine = machineOf(table);
    for (const each of suiteOf(explore(machine), kind, { model: table, observation: 'configuration' }).tests)
      await follow(ticking(table, machine, isReversed), each);
  },
);

/** A page that warns after a while, once or twice, and locks in the end; and that a visitor keeps open. */
const page = defineTable({
  name: 'page',
  states: { shown: { initial: true }, locked: { final: true } },
  events: { touch: {}, warn: { after: 'PT8S' }, beep: { after: 'PT8S' }, lock: { after: 'PT10S' } },
  memory: { warned: { flag: true, initial: false } },
  transitions: [
    { from: 'shown', on: 'touch', to: 'shown', set: { warned: false } },
    { from: 'shown', on: 'warn', when: { warned: false }, to: 'stay', set: { warned: true } },
    { from: 'shown', on: 'lock', to: 'locked' },
  ],
});

const suite = (model: Model, kind: Suite['kind']): Suite => suiteOf(explore(machineOf(model)), kind, { model });

/** Each test with what is waited for, in seconds. */
const waits = ({ tests }: Suite): readonly string[] =>
  tests.map(({ steps }) =>
    steps
      .map(({ event, expect: answer, wait, waited }) =>
        [
          event,
          ...(answer === 'refused' ? ['refused'] : []),
          ...(wait === undefined ? [] : [typeof wait === 'number' ? wait / 1_000 : wait]),
          ...(waited === undefined ? [] : [`${waited.length} ways`]),
        ].join(' '),
      )
      .join(', '),
  );

describe('how long timers are waited for', () => {
  test('counts from entering the state, and what fired before does not come before', () => {
    // Eight seconds to the warning, two more to the lock: a stay does not start the clock again. From a fresh page the warning comes before the lock.
    const all = waits(suite(page, 'row-pairs'));
    const some = (part: string): boolean => all.some((each) => each.includes(part));
    expect([some('warn 8, lock 2'), some('touch, lock never')], all.join('; ')).toEqual([true, true]);
  });

  test('says which tests end early then', () => {
    const { notes, tests } = suite(page, 'row-pairs');
    const ending = tests.filter(({ steps }) =>
      steps.some(({ wait, expect: answer }) => wait === 'never' && answer === 'accepted'),
    );
    expect(ending.length).toBeGreaterThan(0);
    expect(notes.at(-1)).toMatch(
      new RegExp(`^${ending.length} tests? of ${tests.length} ends? early with a driver that lets time pass`),
    );
  });
});

/** Two of them at once, and nobody touches them. */
const pages: System = { name: 'pages', tables: [page], instances: { page: { table: 'page', count: 2 } }, events: {} };

test('of a system all that is due at once fires, in any order', () => {
  const [first] = suite(pages, 'rows').tests;
  const step = first?.steps.find(({ wait }) => wait === millisecondsOf('PT8S'));
  expect(labelOf(step as Step)).toMatch(/warn/);
  expect(
    step?.waited?.map(
      (each) => 'instances' in each && Object.values(each.instances).map(({ memory }) => memory.warned),
    ),
  ).toEqual([[true, true]]);
});

test('a timer that is lost, and one that should not fire, are found by waiting', async () => {
  const broken = { ...page, transitions: page.transitions.filter(({ on }) => on !== 'lock') } as Table;
  const early = { ...page, transitions: [...page.transitions, { from: 'shown', on: 'beep', to: 'locked' }] } as Table;
  const failure = async (table: Table): Promise<unknown> => {
    for (const each of suite(page, 'tour').tests)
      try {
        await follow(ticking(table, machineOf(table), false), each);
      } catch (thrown) {
        if (thrown instanceof Mismatch) return thrown.message;
        throw thrown;
      }
    return undefined;
  };
  expect(await failure(page)).toBeUndefined();
  expect(await failure(broken)).toMatch(/lock: state: expected "locked", observed "shown"/);
  expect(await failure(early)).toMatch(/: state: expected "shown", observed "locked"/);
});

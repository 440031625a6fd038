/** What the suites say holds of implementations: of the table itself always, and of faulty ones as far as is promised. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explore, type Machine, machineOf, type TableConfiguration } from '../../model/explore/index.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { helpDeskOf } from '../../model/rescue/helpDesk.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Row, Table } from '../../model/table/types.ts';
import { law } from '../../model/testing.ts';
import { smallTable } from '../laws/tables.ts';
import { type Driver, follow, Mismatch } from './follow.ts';
import type { Refusals } from './refusals.ts';
import { SUITES, type Suite, suiteOf } from './suite.ts';
import { choicesOf } from './test-machine.ts';

/** An implementation that is the machine itself; what is observed is up to the suite. */
function driverOf(machine: Machine, { observation }: Suite): Driver {
  let at = machine.initial[0] as TableConfiguration;
  return {
    start: (initial) => {
      at = initial as TableConfiguration;
    },
    send: (event) => {
      const step = machine.moves(at).steps.find((each) => each.event === event);
      at = (step?.to ?? at) as TableConfiguration;
      return step !== undefined;
    },
    ...(observation !== 'nothing' && { observe: () => (observation === 'state' ? { state: at.state } : at) }),
  };
}

const failures = async (suite: Suite, machine: Machine): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const each of suite.tests)
    await follow(driverOf(machine, suite), each).catch((thrown) => {
      if (!(thrown instanceof Mismatch)) throw thrown;
      found.push(thrown.message);
    });
  return found;
};

const deterministic = smallTable.filter((table) => {
  const graph = explore(machineOf(table), { maxConfigurations: 40 });
  return graph.stopped === undefined && graph.transitions > 0 && choicesOf(graph).length === 0;
});

law.prop([deterministic, fc.constantFrom(...SUITES), fc.constantFrom('state', 'configuration', 'nothing')], {
  numRuns: 60,
})('a table passes its own suites', async (table, kind, observation) => {
  const suite = suiteOf(explore(machineOf(table)), kind, { observation });
  expect(await failures(suite, machineOf(table))).toEqual([]);
});

/** Every table that differs in where one row leads. */
const retargeted = (table: Table): readonly Table[] =>
  table.transitions.flatMap((row, index) =>
    Object.keys(table.states)
      .filter((state) => state !== row.to)
      .map((to) => ({ ...table, transitions: table.transitions.with(index, { ...row, to } as Row) })),
  );

/** The rows that an implementation can get wrong without failing the suite: each with where it leads instead. */
async function unnoticed(suite: Suite): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const table of retargeted(order))
    if ((await failures(suite, machineOf(table))).length === 0)
      passed.push(
        table.transitions
          .filter((row, index) => row.to !== order.transitions[index]?.to)
          .map(({ on, to }) => `${on} → ${to}`)
          .join(),
      );
  return passed;
}

describe.each(['w', 'wp', 'hsi'] as const)('method %s', (method) => {
  test('finds every order in which one row leads elsewhere', async () => {
    expect(await unnoticed(suiteOf(explore(machineOf(order)), method))).toEqual([]);
  });

  test('finds, by nothing but what is accepted, all but those that swap the two ends where nothing is accepted', async () => {
    const suite = suiteOf(explore(machineOf(order)), method, { observation: 'nothing' });
    expect(await unnoticed(suite)).toEqual(['decline → shipped', 'ship → cancelled', 'cancel,expire → shipped']);
  });
});

test('the tour through the session table takes all its transitions, and a choice is named where it is left', () => {
  const suite = suiteOf(explore(machineOf(session)), 'tour');
  expect(suite.coverage.transitions).toEqual({ covered: 219, of: 219 });
  expect(suite.tests.some(({ steps }) => steps.some(({ or }) => or !== undefined))).toBe(true);
  expect(() => suiteOf(explore(machineOf(session)), 'w')).toThrow(RangeError);
});

test('a system has suites too: events with their bindings', () => {
  const graph = explore(machineOf(helpDeskOf({ sessions: 1, technicians: 1, capacity: 1 })));
  const suite = suiteOf(graph, 'rows');
  expect(suite.coverage.rows.covered).toBe(suite.coverage.rows.of);
  expect(suite.tests.every(({ steps }) => steps.every(({ binding }) => binding !== undefined))).toBe(true);
});

test('a mismatch says what was sent, what was expected and what was seen', async () => {
  const suite = suiteOf(explore(machineOf(order)), 'rows', { refusals: 'none' });
  const broken = { ...order, transitions: order.transitions.filter(({ on }) => on !== 'place') } as Table;
  expect((await failures(suite, machineOf(broken)))[0]).toBe('after place: expected to be accepted, was refused');
  const wrong = {
    ...order,
    transitions: order.transitions.map((row) => (row.on === 'place' ? { ...row, to: 'paid' } : row)),
  } as Table;
  expect((await failures(suite, machineOf(wrong)))[0]).toBe('after place: state: expected "placed", observed "paid"');
});

test('a forgotten guard is found by what must be refused, and by nothing else', async () => {
  const unguarded = {
    ...order,
    transitions: order.transitions.map(({ when, ...row }: Row) =>
      row.on === 'ship' ? { ...row, from: ['paid', 'cart'] } : row,
    ),
  } as Table;
  const graph = explore(machineOf(order));
  const found = async (kind: 'rows' | 'tour', refusals: Refusals): Promise<readonly string[]> =>
    failures(suiteOf(graph, kind, { refusals }), machineOf(unguarded));
  expect(await found('tour', 'none')).toEqual([]);
  expect(await found('rows', 'states')).toEqual([
    'after decline (refused), pay (refused), ship: expected to be refused, was accepted',
  ]);
  expect((await found('tour', 'configurations')).length).toBe(1);
});

test('events that never happen are sent where they are named', () => {
  const table = { ...order, events: { ...order.events, praise: {} } } as Table;
  const graph = explore(machineOf(table));
  const sent = (model?: Table): boolean =>
    suiteOf(graph, 'hsi', model && { model }).tests.some(({ steps }) => steps.some(({ event }) => event === 'praise'));
  expect([sent(), sent(table)]).toEqual([false, true]);
  // Seven events in seventeen configurations, less the transitions, no two of which are of one event in one configuration.
  expect(suiteOf(graph, 'tour', { model: table }).coverage.refusals).toEqual({
    covered: 17 * 7 - 23,
    of: 17 * 7 - 23,
  });
});

test('a method that sends everything everywhere leaves no choice of refusals', () => {
  expect(() => suiteOf(explore(machineOf(order)), 'wp', { refusals: 'states' })).toThrow(
    'wp sends every event everywhere',
  );
});

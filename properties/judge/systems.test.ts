/** Properties of systems judged: for all bindings of their parameters, with fairness for each binding of an event. */
import { describe, expect, test } from 'vitest';
import { labelOf } from '../../model/explore/machine.ts';
import { desk } from '../../model/explore/testing.ts';
import type { System, SystemProperty } from '../../model/system/types.ts';
import { check } from './checking.ts';
import type { Verdict } from './verdict.ts';

/** A verdict in one line: its result, for which binding, and the labels of its trace. */
function outline({ result, binding, trace }: Verdict): string {
  if (trace === undefined) return [result, ...Object.values(binding ?? {})].join(' ');
  const labels = trace.steps.map(labelOf);
  const loop = trace.loop ?? labels.length;
  const cycle = trace.loop === undefined ? [] : [`(${labels.slice(loop).join(' ')})`];
  const end = trace.stutters ? ['.'] : [];
  return [result, ...Object.values(binding ?? {}), ':', ...labels.slice(0, loop), ...cycle, ...end].join(' ');
}
const verdictOf = (system: System, property: SystemProperty, limits = {}): Verdict =>
  check({ ...system, properties: { it: property } }, limits).verdicts[0] as Verdict;
const line = (system: System, property: SystemProperty): string => outline(verdictOf(system, property));

describe('a property', () => {
  test.each<[string, SystemProperty, string]>([
    ['for all holds for every binding', { forAll: { s: 'session' }, alwaysCanReach: { s: { final: true } } }, 'holds'],
    [
      'for all is violated at the first binding that breaks it',
      { forAll: { s: 'session' }, never: { s: { state: 'onHold' }, session1: { state: 'waiting' } } },
      'violated session2 : pickUp(session2, technician1) session.hold(session2)',
    ],
    [
      'without parameters may count',
      { invariant: { count: { of: { s: 'session' }, is: { s: { state: 'active' } }, le: 1 } } },
      'violated : pickUp(session1, technician1) session.hold(session1) pickUp(session2, technician1) resume(session1, technician1)',
    ],
    [
      'that is reachable for all shows the witness of the first',
      { forAll: { s: 'session' }, reachable: { s: { state: 'active' } } },
      'holds session1 : pickUp(session1, technician1)',
    ],
    [
      'that is reachable for some only is violated at the first other',
      { forAll: { s: 'session' }, reachable: { s: { state: 'active' }, session1: { state: 'active' } } },
      'holds session1 : pickUp(session1, technician1)',
    ],
    [
      'never reached names the binding',
      {
        forAll: { s: 'session', n: { range: [1, 3] } },
        reachable: { count: { of: { x: 'session' }, is: { x: { state: 'active' } }, eq: { parameter: 'n' } } },
      },
      'violated session1 3',
    ],
    [
      'for distinct ones is asked of those only',
      {
        forAll: { a: 'session', b: 'session' },
        distinct: ['a', 'b'],
        never: { a: { state: 'active' }, b: { state: 'over' } },
      },
      'violated session1 session2 : pickUp(session2, technician1) session.close(session2) pickUp(session1, technician1)',
    ],
  ])('%s', (_, property, expected) => {
    expect(line(desk, property)).toBe(expected);
  });

  test('whose parameters have no binding requires nothing, and says so', () => {
    const distinct: SystemProperty = {
      forAll: { a: 'technician', b: 'technician' },
      distinct: ['a', 'b'],
      reachable: {},
    };
    const { result, note } = verdictOf(desk, distinct);
    expect([result, note]).toEqual(['holds', 'its parameters have no binding, so nothing was required']);
  });

  test('that requires nothing of some bindings says of which', () => {
    const lopsided: SystemProperty = {
      forAll: { s: 'session', n: { range: [1, 2] } },
      never: { s: { state: 'waiting' } },
      after: {
        s: { state: 'over' },
        count: { of: { x: 'session' }, is: { x: { state: 'over' } }, gt: { parameter: 'n' } },
      },
    };
    expect(verdictOf(desk, lopsided).note).toBe(
      'no reachable configuration meets its condition for s session1, n 2 or for s session2, n 2, so nothing was required',
    );
    const idle: SystemProperty = {
      forAll: { s: 'session' },
      never: {},
      after: { all: [{ s: { state: 'over' } }, { not: { s: { state: 'over' } } }] },
    };
    expect(verdictOf(desk, idle).note).toBe('no reachable configuration meets its condition, so nothing was required');
  });

  test('is undecided at a limit, unless a binding is violated by what was found', () => {
    const found: SystemProperty = { forAll: { s: 'session' }, never: { s: { state: 'active' } } };
    expect(outline(verdictOf(desk, found, { maxConfigurations: 3 }))).toBe(
      'violated session1 : pickUp(session1, technician1)',
    );
    const open: SystemProperty = { forAll: { s: 'session' }, never: { s: { state: 'over' } } };
    expect(verdictOf(desk, open, { maxConfigurations: 3 })).toMatchObject({
      result: 'undecided',
      note: 'stopped at 3 configurations: 1 configuration expanded, 2 found and not expanded',
    });
  });
});

describe('fairness', () => {
  const isPickedUp: SystemProperty = {
    forAll: { s: 'session' },
    when: { s: { state: 'waiting' } },
    leadsTo: { not: { s: { state: 'waiting' } } },
  };
  const under = (weak: readonly string[], strong: readonly string[] = []): SystemProperty => ({
    ...isPickedUp,
    fair: { weak, strong },
  });

  // The technician can be busy for ever, with the other session on the way from hold to hold.
  test('is about each binding by itself: picking up one session does not pay for the other', () => {
    expect(line(desk, isPickedUp)).toBe('violated session1 : .');
    expect(line(desk, under(['pickUp']))).toBe('violated session1 : pickUp(session2, technician1) .');
    expect(line(desk, under(['pickUp', 'session.close']))).toBe('holds');
  });

  /** Two that go round and round; each step of one keeps the other from it once. */
  const turns: System = {
    name: 'turns',
    tables: [
      {
        name: 'player',
        states: { on: { initial: true } },
        events: { play: {} },
        transitions: [{ from: 'on', on: 'play', to: 'stay' }],
      },
    ],
    instances: { player: { table: 'player', count: 2 } },
    memory: { played: { instance: 'player' } },
    events: { play: { with: { p: 'player' }, moves: { p: 'play' }, set: { played: 'p' } } },
  };

  test('weak, of an event whose bindings are all enabled all the time, lets each be taken', () => {
    const plays: SystemProperty = { forAll: { p: 'player' }, eventually: { played: 'p' } };
    expect(line(turns, plays)).toBe('violated player1 : .');
    expect(line(turns, { ...plays, fair: { weak: ['play'] } })).toBe('holds');
    expect(verdictOf(turns, { ...plays, fair: { weak: ['play'] } }).note).toBe('under weak fairness of play');
  });

  test('a cycle serves every binding that it cannot avoid', () => {
    expect(line(turns, { when: {}, leadsTo: { not: {} }, fair: { strong: ['play'] } })).toBe(
      'violated : play(player1) (play(player1) play(player2) play(player1))',
    );
  });
});

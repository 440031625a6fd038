import { describe, expect, test } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { finish, type Work } from '../../model/explore/work.ts';
import type { Fairness, Property, Row, Table } from '../../model/table/types.ts';
import { check } from './checking.ts';
import { decide } from './decide.ts';
import { Defect } from './defect.ts';
import { judge } from './judge.ts';
import type { Reversed } from './paths.ts';
import type { Verdict } from './verdict.ts';

/** A table out of `from event to` lines; the first state is initial, and `to` may be `stay`. */
function lines(...rows: readonly string[]): Table {
  const transitions = rows.map((line): Row => {
    const [from, on, to] = line.split(' ') as [string, string, string];
    return { from, on, to };
  });
  const states = new Set(
    transitions.flatMap(({ from, to }) => [from as string, ...(to === 'stay' ? [] : [to as string])]),
  );
  return {
    name: 'lines',
    states: Object.fromEntries(
      [...states].map((state, index) => [state, index === 0 ? { initial: true as const } : {}]),
    ),
    events: Object.fromEntries(transitions.map(({ on }) => [on, {}])),
    transitions,
  };
}

const verdictOf = (table: Table, property: Property, limits = {}): Verdict =>
  check({ ...table, properties: { it: property } }, limits).verdicts[0] as Verdict;

/**
 * A verdict in one line: its result, the events up to the cycle, and `(…)` round the cycle or `.` where nothing more
 * happens.
 */
function outline({ result, trace }: Verdict): string {
  if (trace === undefined) return result;
  const events = trace.steps.map(({ event }) => event);
  const loop = trace.loop ?? events.length;
  const cycle = trace.loop === undefined ? [] : [`(${events.slice(loop).join(' ')})`];
  return [result, ...events.slice(0, loop), ...cycle, ...(trace.stutters ? ['.'] : [])].join(' ');
}
const line = (table: Table, property: Property): string => outline(verdictOf(table, property));

const order: Table = {
  name: 'order',
  states: { cart: { initial: true }, placed: {}, paid: {}, shipped: { final: true }, cancelled: { final: true } },
  events: { place: {}, pay: {}, decline: {}, ship: {}, cancel: {}, expire: { after: 'PT30M' } },
  memory: { attempts: { range: [0, 3], initial: 0 } },
  transitions: [
    { from: 'cart', on: 'place', to: 'placed' },
    { from: 'placed', on: 'decline', when: { attempts: { lt: 3 } }, to: 'placed', set: { attempts: { add: 1 } } },
    { from: 'placed', on: 'decline', when: { attempts: { eq: 3 } }, to: 'cancelled' },
    { from: 'placed', on: 'pay', to: 'paid' },
    { from: 'paid', on: 'ship', to: 'shipped' },
    { from: ['cart', 'placed'], on: ['cancel', 'expire'], to: 'cancelled' },
  ],
};

describe('the order', () => {
  // By hand: 1 + 4 × 4 configurations; 3 + 4 × 4 + 4 × 1 steps; place, three declines, pay and ship are 6 deep.
  test('is explored whole, and nothing is wrong with it', () => {
    const { exploration, findings, notes } = check(order);
    expect(exploration).toEqual({ scope: 'exhaustive', initial: 1, configurations: 17, transitions: 23, depth: 6 });
    expect(findings).toEqual([]);
    expect(notes).toEqual(['time is abstract: a timer may fire whenever its row is enabled, whatever its duration']);
  });

  const settles = (...weak: string[]): Property => ({
    eventually: { final: true },
    after: { state: 'placed' },
    fair: { weak },
  });

  test.each<[string, Property, string]>([
    ['can be shipped', { reachable: { state: 'shipped' } }, 'holds place pay ship'],
    ['is never trapped', { alwaysCanReach: { final: true } }, 'holds'],
    ['settles once placed', settles('pay', 'ship', 'expire'), 'holds'],
    ['need not settle when nothing is forced', settles(), 'violated place .'],
    ['need not settle when shipping is not forced', settles('pay', 'expire'), 'violated place pay .'],
    ['need not settle when paying and expiring are not forced', settles('ship'), 'violated place .'],
    ['keeps count', { invariant: { attempts: { le: 3 } } }, 'holds'],
    ['can be declined twice', { invariant: { attempts: { lt: 2 } } }, 'violated place decline decline'],
    ['is never paid after shipping', { never: { state: 'paid' }, after: { state: 'shipped' } }, 'holds'],
    [
      'can be shipped after paying',
      { never: { state: 'shipped' }, after: { state: 'paid' } },
      'violated place pay ship',
    ],
    ['cannot be shipped once cancelled', { alwaysCanReach: { state: 'shipped' } }, 'violated cancel'],
  ])('%s', (_, property, expected) => {
    expect(line(order, property)).toBe(expected);
  });

  test('says under which fairness it settles', () => {
    expect(verdictOf(order, settles('pay', 'ship', 'expire')).note).toBe('under weak fairness of pay, ship, expire');
  });
});

describe('never after', () => {
  const table = lines('a go b', 'b go c', 'c go a');

  test('includes the configuration that meets both', () => {
    expect(line(table, { never: { state: 'b' }, after: { state: ['b'] } })).toBe('violated go');
  });

  test('lets pass what comes before only', () => {
    const oneWay = lines('a go b', 'b go c');
    expect(line(oneWay, { never: { state: 'a' }, after: { state: 'b' } })).toBe('holds');
    expect(line(oneWay, { never: { state: 'c' }, after: { state: 'b' } })).toBe('violated go go');
  });

  test('finds the shortest run, which may pass the same configuration twice', () => {
    expect(line(table, { never: { state: 'a' }, after: { state: 'c' } })).toBe('violated go go go');
    expect(line(table, { never: { state: 'b' }, after: { state: 'c' } })).toBe('violated go go go go');
  });
});

describe('always can reach', () => {
  const table = lines('a in b', 'a out goal', 'b on c', 'c on b');

  test('shows the first configuration from which there is no way', () => {
    expect(line(table, { alwaysCanReach: { state: 'goal' } })).toBe('violated in');
    expect(line(table, { alwaysCanReach: { state: 'goal' }, after: { state: 'c' } })).toBe('violated in on');
  });

  test('asks of everything after a configuration what it asks of it', () => {
    expect(line(table, { alwaysCanReach: { state: 'goal' }, after: { state: 'a' } })).toBe('violated in');
    expect(line(table, { alwaysCanReach: { state: 'goal' }, after: { state: 'goal' } })).toBe('holds');
  });
});

describe('eventually', () => {
  const met = (fair: Fairness = {}, after?: string): Property => ({
    eventually: { state: 'goal' },
    fair,
    ...(after !== undefined && { after: { state: after } }),
  });

  test('is met at the start, and where what it is asked after is the goal itself', () => {
    expect(line(lines('goal go a'), met())).toBe('holds');
    expect(line(lines('a go goal', 'goal go a'), met({}, 'goal'))).toBe('holds');
  });

  test('is violated by a deadlock, whatever is fair', () => {
    expect(line(lines('a go b', 'a win goal'), met({ strong: ['go', 'win'] }))).toBe('violated go .');
  });

  test('is violated by a lasso with exactly this prefix and this cycle', () => {
    const table = lines('start go a', 'a x b', 'b y c', 'c z a', 'c win goal');
    const { trace } = verdictOf(table, met({ weak: ['go', 'x', 'y', 'z', 'win'] }));
    expect(trace).toEqual({
      initial: { state: 'start', memory: {} },
      steps: [
        { event: 'go', rows: [{ row: 0 }], to: { state: 'a', memory: {} } },
        { event: 'x', rows: [{ row: 1 }], to: { state: 'b', memory: {} } },
        { event: 'y', rows: [{ row: 2 }], to: { state: 'c', memory: {} } },
        { event: 'z', rows: [{ row: 3 }], to: { state: 'a', memory: {} } },
      ],
      loop: 1,
    });
  });

  test('weak fairness does not help an event that is enabled now and then; strong does', () => {
    const lamp = lines('on flip off', 'on take goal', 'off flip on');
    expect(line(lamp, met())).toBe('violated .');
    expect(line(lamp, met({ weak: ['take'] }))).toBe('violated (flip flip)');
    expect(line(lamp, met({ weak: ['take', 'flip'] }))).toBe('violated (flip flip)');
    expect(line(lamp, met({ strong: ['take'] }))).toBe('violated flip .');
    expect(line(lamp, met({ strong: ['take'], weak: ['flip'] }))).toBe('holds');
  });

  test('stopping is preferred to an equally near cycle, and a nearer cycle to stopping', () => {
    expect(line(lines('a spin stay', 'a win goal'), met())).toBe('violated .');
    expect(line(lines('a spin stay', 'a go b', 'b win goal'), met({ weak: ['go', 'win'] }))).toBe('holds');
    expect(line(lines('a spin a', 'a go b'), met({ weak: ['spin'] }))).toBe('violated (spin)');
  });

  test('a step that changes nothing counts as taken', () => {
    expect(line(lines('a spin stay', 'a win goal'), met({ weak: ['spin'] }))).toBe('violated (spin)');
    expect(line(lines('a spin stay', 'a spin goal'), met({ strong: ['spin'] }))).toBe('violated (spin)');
  });

  test('a cycle serves every strongly fair event that it cannot avoid', () => {
    const hub = lines('hub x left', 'left back hub', 'hub y right', 'right back hub', 'hub win goal');
    expect(line(hub, met({ weak: ['x', 'y', 'win'] }))).toBe('violated (x back)');
    expect(line(hub, met({ strong: ['x', 'y'] }))).toBe('violated (x back y back)');
    expect(line(hub, met({ strong: ['x', 'y', 'win'], weak: ['back'] }))).toBe('holds');
  });

  test('a run can stay away for ever from where a strongly fair event is enabled', () => {
    const table = lines('a idle stay', 'a go b', 'b back a', 'b win goal');
    expect(line(table, met({ strong: ['win'], weak: ['idle'] }))).toBe('violated (idle)');
    expect(line(table, met({ strong: ['win'], weak: ['idle', 'go'] }))).toBe('holds');
  });

  test('an event is enabled, and a duty, also where its step leads to the goal', () => {
    expect(line(lines('a spin stay', 'a win goal'), met({ weak: ['win'] }))).toBe('holds');
  });

  test('after a condition, the run may have met the goal before', () => {
    const table = lines('goal go ask', 'ask answer goal', 'ask lose away', 'away on away');
    expect(line(table, met({}, 'ask'))).toBe('violated go .');
    expect(line(table, met({ weak: ['answer'] }, 'ask'))).toBe('violated go lose .');
    expect(line(table, met({ weak: ['answer', 'on'] }, 'ask'))).toBe('violated go lose (on)');
    expect(
      line(table, { when: { state: 'ask' }, leadsTo: { state: ['goal', 'away'] }, fair: { weak: ['answer', 'lose'] } }),
    ).toBe('holds');
  });

  test('what is asked after and never happens requires nothing, and the verdict says so', () => {
    const verdict = verdictOf(lines('a go b'), { eventually: { state: 'a' }, after: { state: ['goal'] } });
    expect([verdict.result, verdict.note]).toEqual([
      'holds',
      'no reachable configuration meets its condition, so nothing was required',
    ]);
  });

  test('holds and is violated at the end of a long chain, without recursion', () => {
    const size = 20_000;
    const chain = lines(...Array.from({ length: size }, (_, at) => `s${at} go s${at + 1}`));
    const properties = {
      ends: { eventually: { state: `s${size}` }, fair: { strong: ['go'] } },
      wins: { eventually: { state: 'goal' }, fair: { strong: ['go'] } },
    };
    const { verdicts } = judge({ ...chain, properties }, explore(tableMachine(chain)));
    expect(verdicts.map(({ result }) => result)).toEqual(['holds', 'violated']);
    expect([verdicts[1]?.trace?.steps.length, verdicts[1]?.trace?.stutters]).toEqual([size, true]);
  });
});

describe('mutual exclusion by Peterson’s algorithm', () => {
  /*
   * One process is the state and the other is memory. To enter, a process raises its flag (idle to asking), gives the
   * turn away (asking to waiting), and goes in when the other's flag is down or the turn is its own. A flag is up
   * unless its process is idle.
   */
  const places = ['idle', 'asking', 'waiting', 'inside'];
  const mine = ['ask', 'yield', 'enter', 'leave'].map((step) => `my.${step}`) as [string, string, string, string];
  const yours = ['ask', 'yield', 'enter', 'leave'].map((step) => `your.${step}`) as [string, string, string, string];
  const peterson: Table = {
    name: 'peterson',
    states: Object.fromEntries(places.map((place) => [place, place === 'idle' ? { initial: true as const } : {}])),
    events: Object.fromEntries([...mine, ...yours].map((event) => [event, {}])),
    memory: { other: { values: places, initial: 'idle' }, turn: { values: ['me', 'you'], initial: 'me' } },
    transitions: [
      { from: 'idle', on: mine[0], to: 'asking' },
      { from: 'asking', on: mine[1], to: 'waiting', set: { turn: 'you' } },
      { from: 'waiting', on: mine[2], when: { any: [{ other: 'idle' }, { turn: 'me' }] }, to: 'inside' },
      { from: 'inside', on: mine[3], to: 'idle' },
      { from: places, on: yours[0], when: { other: 'idle' }, to: 'stay', set: { other: 'asking' } },
      { from: places, on: yours[1], when: { other: 'asking' }, to: 'stay', set: { other: 'waiting', turn: 'me' } },
      { from: 'idle', on: yours[2], when: { other: 'waiting' }, to: 'stay', set: { other: 'inside' } },
      {
        from: { except: 'idle' },
        on: yours[2],
        when: { other: 'waiting', turn: 'you' },
        to: 'stay',
        set: { other: 'inside' },
      },
      { from: places, on: yours[3], when: { other: 'inside' }, to: 'stay', set: { other: 'idle' } },
    ],
  };

  /** The same algorithm as a program of its own: reachable configurations and steps. */
  function counted(): readonly [configurations: number, steps: number] {
    type Three = readonly [me: number, you: number, turn: number];
    const next = ([me, you, turn]: Three): readonly Three[] => {
      const step = (own: number, other: number, ownTurn: boolean): boolean => own !== 2 || other === 0 || ownTurn;
      return [
        ...(step(me, you, turn === 0) ? [[(me + 1) % 4, you, me === 1 ? 1 : turn] as const] : []),
        ...(step(you, me, turn === 1) ? [[me, (you + 1) % 4, you === 1 ? 0 : turn] as const] : []),
      ];
    };
    const seen = new Map<string, Three>([['0,0,0', [0, 0, 0]]]);
    for (const at of seen.values()) for (const to of next(at)) seen.set(String(to), to);
    return [seen.size, [...seen.values()].reduce((sum, at) => sum + next(at).length, 0)];
  }

  test('has as many configurations and steps as a program of its own', () => {
    const { configurations, transitions } = check(peterson).exploration;
    expect([configurations, transitions]).toEqual(counted());
  });

  test('excludes', () => {
    expect(line(peterson, { never: { state: 'inside', other: 'inside' } })).toBe('holds');
    expect(line(peterson, { reachable: { state: 'waiting', other: 'inside' } })).toMatch(/^holds/);
  });

  const getsIn = (...weak: string[]): Property => ({
    when: { state: 'waiting' },
    leadsTo: { state: 'inside' },
    fair: { weak },
  });

  test('lets in whoever waits, when nobody stops for ever on the way; asking is nobody’s duty', () => {
    expect(line(peterson, getsIn(mine[2], ...yours.slice(1)))).toBe('holds');
  });

  test('does not when the other may stay inside', () => {
    expect(line(peterson, getsIn(mine[2], yours[1], yours[2]))).toMatch(/your\.enter \.$/);
  });
});

describe('what a limit leaves open', () => {
  const table = lines('a go b', 'b go c', 'c go d', 'd go a');
  const at = (property: Property, maxConfigurations: number): readonly unknown[] => {
    const { result, scope, note } = verdictOf(table, property, { maxConfigurations });
    return [result, scope, note];
  };
  const stopped = 'stopped at 2 configurations: 1 configuration expanded, 1 found and not expanded';

  test.each<[Property]>([
    [{ invariant: { not: { state: 'c' } } }],
    [{ never: { state: 'a' }, after: { state: 'b' } }],
    [{ reachable: { state: 'c' } }],
    [{ alwaysCanReach: { state: 'd' } }],
    [{ eventually: { state: 'd' }, fair: { weak: ['go'] } }],
  ])('%j is undecided, and why is said', (property) => {
    expect(at(property, 2)).toEqual(['undecided', 'bounded', stopped]);
  });

  test.each<[Property, string]>([
    [{ invariant: { state: 'a' } }, 'violated'],
    [{ reachable: { state: 'b' } }, 'holds'],
    [{ eventually: { state: 'd' } }, 'violated'],
  ])('%j is decided by what was found', (property, result) => {
    expect(at(property, 2).slice(0, 2)).toEqual([result, 'bounded']);
  });

  test('a lost configuration is one that not even the unexplored could save', () => {
    const split = lines('a in trap', 'trap on trap', 'a out b', 'b on c', 'c on goal');
    const property: Property = { alwaysCanReach: { state: 'goal' } };
    expect(outline(verdictOf(split, property, { maxConfigurations: 3 }))).toBe('violated in');
    expect(outline(verdictOf(split, property, { maxConfigurations: 2 }))).toBe('undecided');
  });
});

describe('a claim that the machine does not bear out', () => {
  const table: Table = { ...lines('a go b', 'b go a'), properties: { it: { never: { state: 'b' } } } };
  const graph = explore(tableMachine(table));

  test('is a defect of ours, not a verdict', () => {
    const forged: StateGraph = { ...graph, actions: [{ event: 'fly', rows: [{ row: 0 }] }] };
    expect(() => judge(table, forged)).toThrow(Defect);
    expect(() => judge(table, forged)).toThrow('“it” does not replay at step 0: fly does not lead from a to b');
  });

  test('is one also where the trace replays and shows nothing', () => {
    const blind: Property = { alwaysCanReach: { state: 'a' } };
    // The step from b is missing, so that b seems to be stuck.
    const forged: StateGraph = { ...graph, offset: [0, 1, 1], transitions: 1 };
    expect(() => judge({ ...table, properties: { it: blind } }, forged)).toThrow(
      'the goal can be reached from its end',
    );
  });

  test('is one where going forwards finds what going backwards did not', () => {
    const blind = function* (): Work<Reversed> {
      yield;
      return { offset: new Int32Array(3), source: new Int32Array() };
    };
    const work = decide({ graph, reversed: blind }, { alwaysCanReach: { state: 'b' } }, {});
    expect(() => finish(work)).toThrow('a configuration leads to what it was said to have lost');
  });

  test('is one for findings too', () => {
    const split = lines('a go b', 'a go c');
    const whole = explore(tableMachine(split));
    const elsewhere = { state: 'a', memory: { x: 1 } };
    const forged: StateGraph = { ...whole, configuration: (id) => (id === 0 ? whole.configuration(0) : elsewhere) };
    expect(() => judge(split, forged)).toThrow(Defect);
  });
});

import { describe, expect, test } from 'vitest';
import type { Row, State, Table } from '../../model/table/types.ts';
import { check } from './checking.ts';
import type { Finding } from './verdict.ts';

type Parts = Partial<Omit<Table, 'states'>> & { readonly states?: { readonly [state: string]: State } };

/** A table of what a test is about: state `a` is initial and leads to `end`, which is final. */
const table = ({ states, transitions = [], ...parts }: Parts, ...more: readonly Row[]): Table => ({
  name: 'table',
  states: { a: { initial: true }, ...states, end: { final: true } },
  events: { go: {}, on: {} },
  transitions: [{ from: 'a', on: 'go', to: 'end' }, ...transitions, ...more],
  ...parts,
});
const row = (from: Row['from'], on: Row['on'], to: Row['to'], rest: Partial<Row> = {}): Row => ({
  from,
  on,
  to,
  ...rest,
});

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
const only = (code: string, of: Table, limits = {}): readonly Finding[] =>
  check(of, limits).findings.filter((finding) => finding.code === code);
const subject = ({ code, states, events, memory, row: index }: Finding) => [code, index, states, events, memory];

test('a table that is well has no findings and no notes', () => {
  const { findings, notes } = check(table({ events: { go: {} } }));
  expect([findings, notes]).toEqual([[], undefined]);
});

describe('what a finding says', () => {
  test('a deadlock is told once per state, with how often and a shortest trace to the first', () => {
    const stuck = table({
      states: { b: {} },
      memory: { n: { range: [0, 2], initial: [0, 1, 2] } },
      transitions: [row('a', 'on', 'b'), row('a', 'go', 'b', { when: { n: 2 } })],
    });
    const [finding, ...others] = only('SA204', stuck);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      code: 'SA204',
      severity: 'error',
      states: ['b'],
      message: 'b is not final and can be stuck with no enabled row: b (n 0), the first of 3 configurations',
      saying: {
        kind: 'stuck',
        of: ['b', false, { configuration: { state: 'b', memory: { n: 0 } }, text: 'b (n 0)' }, 3],
      },
      path: ['states', 'b'],
      trace: {
        initial: { state: 'a', memory: { n: 0 } },
        steps: [{ event: 'on', rows: [{ row: 1 }], to: { state: 'b', memory: { n: 0 } } }],
      },
    });
  });

  test('a configuration whose every row is blocked is stuck, and a guarded end is one only while its guard holds', () => {
    const guarded = table({
      states: { b: { final: { when: { n: 1 } } } },
      memory: { n: { range: [0, 1], initial: [0, 1] } },
      transitions: [row('a', 'on', 'b'), row('b', 'on', 'end', { set: { n: { add: 5 } } })],
    });
    expect(only('SA204', guarded).map(({ message }) => message)).toEqual([
      'b is not final and can be stuck with no enabled row: b (n 0)',
    ]);
  });

  test('a trap is listed whole, in declaration order, with a shortest trace into it', () => {
    const trapped = table({
      states: { d: {}, c: {}, b: {} },
      transitions: [row('a', 'on', 'b'), row('b', 'on', 'c'), row('c', 'on', 'd'), row('d', 'on', 'b')],
    });
    const [finding, ...others] = only('SA205', trapped);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      states: ['d', 'c', 'b'],
      message: 'once in d, c and b, no run ever leaves or reaches a final configuration (3 configurations)',
      path: ['states', 'b'],
      trace: { steps: [{ event: 'on', rows: [{ row: 1 }] }] },
    });
  });

  test('traps of the same states are one finding', () => {
    const twice = table({
      states: { b: {}, c: {} },
      memory: { n: { range: [0, 1], initial: [0, 1] } },
      transitions: [row('a', 'on', 'b', { when: { n: { ge: 0 } } }), row('b', 'on', 'c'), row('c', 'on', 'b')],
    });
    expect(only('SA205', twice).map(({ message }) => message)).toEqual([
      'once in b and c, no run ever leaves or reaches a final configuration (4 configurations in 2 separate traps)',
    ]);
  });

  test('a component with a way out, with an end, or that is one stuck configuration is no trap', () => {
    const free = table({
      states: { b: {}, c: {} },
      transitions: [row('a', 'on', 'b'), row('b', 'on', 'a'), row('b', 'go', 'c')],
    });
    expect(codes(check(free).findings)).toEqual(['SA204']);
    const ends = table({ states: { b: { final: true } }, transitions: [row('a', 'on', 'b'), row('b', 'on', 'b')] });
    expect(codes(check(ends).findings)).toEqual([]);
  });

  test('one configuration that only goes round is a trap', () => {
    expect(
      only('SA205', table({ states: { b: {} }, transitions: [row('a', 'on', 'b'), row('b', 'on', 'stay')] })),
    ).toHaveLength(1);
  });

  test('where nothing is declared final traps are not looked for, and that is said', () => {
    const endless = {
      ...table({}),
      states: { a: { initial: true as const }, end: {} },
      transitions: [row('a', ['go', 'on'], 'stay')],
    };
    const { findings, notes } = check(endless);
    expect(codes(findings)).toEqual(['SA201']);
    expect(notes).toEqual(['nothing is declared final, so traps are not looked for']);
  });

  test('nondeterminism names the rows, the targets and how often they meet', () => {
    const choice = table({
      states: { b: {} },
      memory: { n: { range: [0, 1], initial: [0, 1] } },
      transitions: [row('a', ['go', 'on'], 'b'), row('b', 'on', 'end', { when: { n: { le: 1 } } })],
    });
    const [finding, ...others] = only('SA206', choice);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      states: ['a'],
      events: ['go'],
      message:
        'go is not determined in a: transitions[0] leads to end (n 0) and transitions[1] leads to b (n 0) (2 configurations)',
      path: ['transitions', 0],
    });
  });

  test('rows that meet and lead to the same configuration, or never meet, determine it', () => {
    const memory = { n: { range: [0, 1], initial: [0, 1] } } as const;
    const same = table({ memory, transitions: [row('a', 'go', 'end', { when: { n: 1 } })] });
    expect(only('SA206', same)).toEqual([]);
    const apart = {
      ...same,
      transitions: [row('a', 'go', 'end', { when: { n: 1 } }), row('a', 'go', 'stay', { when: { n: 0 } })],
    };
    expect(only('SA206', apart)).toEqual([]);
  });

  test('rows that differ only in memory lead to different configurations', () => {
    const memory = { n: { range: [0, 1], initial: 0 } } as const;
    expect(only('SA206', table({ memory, transitions: [row('a', 'go', 'end', { set: { n: 1 } })] }))).toHaveLength(1);
  });

  test('a blocked row is told once per variable, with every state where it happens', () => {
    const blocked = table({
      states: { b: {} },
      memory: { n: { range: [0, 1], initial: 0 }, back: { states: 'a' } },
      transitions: [
        row('a', 'on', 'b'),
        row({ except: 'end' }, ['on', 'go'], { recall: 'back' }),
        row(['b', 'a'], 'on', 'end', { set: { n: { add: -1 } } }),
      ],
    });
    expect(
      check(blocked)
        .findings.filter(({ code }) => code === 'SA211' || code === 'SA212')
        .map(subject),
    ).toEqual([
      ['SA211', 2, ['a', 'b'], ['on', 'go'], ['back']],
      ['SA212', 3, ['a', 'b'], ['on'], ['n']],
    ]);
    expect(only('SA212', blocked)[0]?.message).toBe(
      'transitions[3] would set n to -1, outside 0 to 1 (2 configurations)',
    );
  });
});

describe('one cause is told once', () => {
  test('rows that leave only unreachable states are covered by SA201', () => {
    const lost = table({
      states: { b: {} },
      transitions: [row('b', 'on', 'end', { when: { n: 1 } })],
      memory: { n: { range: [0, 1], initial: 0 } },
    });
    expect(check(lost).findings.map(subject)).toEqual([
      ['SA201', undefined, ['b'], undefined, undefined],
      ['SA208', undefined, undefined, undefined, ['n']],
    ]);
  });

  test('a guard that is always false is not told as a row that never fires', () => {
    const never = table({
      memory: { n: { range: [0, 1], initial: 0 } },
      transitions: [row('a', 'on', 'stay', { when: { n: 1 } })],
    });
    expect(codes(check(never).findings)).toEqual(['SA208', 'SA210']);
  });

  test('a row that selects no state never fires', () => {
    const [finding] = only('SA202', table({}, row({ except: ['a', 'end'] }, 'on', 'end')));
    expect(finding).toMatchObject({
      states: [],
      events: ['on'],
      row: 1,
      message: 'transitions[1] never fires: its from selects no state',
    });
  });

  test('memory that is neither read nor changed is told as never read', () => {
    expect(codes(check(table({ events: { go: {} }, memory: { n: { flag: true } } })).findings)).toEqual(['SA207']);
  });
});

describe('memory is read', () => {
  const memory = {
    n: { range: [0, 1], initial: [0, 1] },
    m: { range: [0, 1], initial: [0, 1] },
    s: { states: 'a' },
  } as const;
  const unread = (parts: Parts, ...rows: readonly Row[]): readonly string[] =>
    only('SA207', table({ memory, ...parts }, ...rows)).flatMap((finding) => finding.memory ?? []);

  test.each<[string, readonly string[], Parts, readonly Row[]]>([
    ['by a guard', ['m', 's'], {}, [row('a', 'on', 'end', { when: { n: 1 } })]],
    [
      'by a guard inside others',
      ['m', 's'],
      {},
      [row('a', 'on', 'end', { when: { not: { any: [{ all: [{ n: 1 }] }] } } })],
    ],
    ['by an operand', ['s'], {}, [row('a', 'on', 'end', { when: { n: { lt: { memory: 'm' } } } })]],
    ['by a guarded end', ['m', 's'], { states: { b: { final: { when: { n: 1 } } } } }, [row('a', 'on', 'b')]],
    ['by a recall', ['n', 'm'], {}, [row('a', 'on', { recall: 's' })]],
    ['by a copy into another variable', ['m', 's'], {}, [row('a', 'on', 'end', { set: { m: { memory: 'n' } } })]],
    ['by a property', ['m', 's'], { properties: { p: { never: { state: 'a' }, after: { n: 0 } } } }, []],
    [
      'not by what adds to it, sets it or copies it to itself',
      ['n', 'm', 's'],
      {},
      [row('a', 'on', 'end', { set: { n: { memory: 'n' }, m: { add: 0 }, s: { save: 'state' } } })],
    ],
  ])('%s', (_, expected, parts, rows) => {
    expect(unread(parts, ...rows)).toEqual(expected);
  });
});

describe('on an incomplete graph', () => {
  const chain = table({
    states: { b: {}, c: {}, lost: {} },
    events: { go: {}, on: {}, unheard: {} },
    memory: { n: { flag: true } },
    transitions: [row('a', 'on', 'b'), row('b', 'on', 'c'), row('c', 'on', 'b', { when: { n: true } })],
  });

  test('only what is certain is told', () => {
    expect(codes(check(chain).findings)).toEqual(['SA201', 'SA203', 'SA204', 'SA208', 'SA210']);
    expect(codes(check(chain, { maxConfigurations: 2 }).findings)).toEqual(['SA203', 'SA208']);
  });

  test('a trap is told when nothing unexplored leads out of it', () => {
    const trapped = table({
      states: { b: {}, c: {}, d: {} },
      transitions: [row('a', 'on', 'b'), row('b', 'on', 'stay'), row('a', 'go', 'c'), row('c', 'go', 'd')],
    });
    const { exploration, findings } = check(trapped, { maxConfigurations: 4 });
    expect(exploration).toMatchObject({ scope: 'bounded', limit: '4 configurations', queue: 1 });
    expect(codes(findings)).toEqual(['SA205', 'SA206']);
  });
});

test('a thousand stuck configurations of one state are one finding', () => {
  const many = table(
    { memory: { n: { range: [0, 999], initial: Array.from({ length: 1000 }, (_, at) => at) } }, states: { b: {} } },
    row('a', 'on', 'b'),
  );
  expect(only('SA204', many).map(({ message }) => message)).toEqual([
    'b is not final and can be stuck with no enabled row: b (n 0), the first of 1000 configurations',
  ]);
});

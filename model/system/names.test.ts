/** Names in events, properties and rulings that are none, each at its place and with what was probably meant. */
import { describe, expect, test } from 'vitest';
import { diagnosticsOf } from '../table/testing.ts';
import { parseSystem } from './parse.ts';
import { DESK, happening, office, problemsOf } from './testing.ts';

const only = (value: unknown, ...expected: readonly string[]): void => expect(problemsOf(value)).toEqual(expected);

describe('an event', () => {
  const at = (rest: string): string => `events.test.${rest}`;
  const parameters = { c: 'call', a: 'agent' };
  test.each<[string, object, readonly string[]]>([
    ['that moves what is not there', { moves: { d: 'answer' } }, [at('moves.d SA162 d')]],
    ['that moves a set', { moves: { call: 'answer' } }, [at('moves.call SA162 call')]],
    ['that moves an identity', { with: parameters, moves: { a: 'answer' } }, [at('moves.a SA167 a')]],
    ['that moves a value', { with: { n: { range: [0, 1] } }, moves: { n: 'answer' } }, [at('moves.n SA173 n')]],
    ['that the table lacks', { moves: { call1: 'anser' } }, [at('moves.call1 SA131 anser → answer')]],
    ['that sets what is not there', { set: { vote: 1 } }, [at('set.vote SA162 vote → votes')]],
    ['that sets a table’s own variable', { set: { call1: { rings: 1 } } }, [at('set.call1.rings SA168 rings')]],
    ['that sets an unknown variable', { set: { call1: { agnt: null } } }, [at('set.call1.agnt SA132 agnt → agent')]],
    ['that sets a shared variable outside its domain', { set: { votes: 4 } }, [at('set.votes SA142 4')]],
    ['that adds to a word', { set: { hue: { add: 1 } } }, [at('set.hue SA143 {"add":1}')]],
    ['that adds a half', { set: { votes: { add: 0.5 } } }, [at('set.votes SA143 {"add":0.5}')]],
    [
      'that sets a shared variable as an instance',
      { set: { votes: { tries: 1 } } },
      [at('set.votes SA112 {"tries":1}')],
    ],
    ['that sets an instance as a variable', { set: { call1: 1 } }, [at('set.call1 SA112 1')]],
    [
      'that sets another kind of instance',
      { with: parameters, set: { c: { agent: 'c' } } },
      [at('set.c.agent SA142 c → a')],
    ],
    ['that copies its own variable', { with: parameters, set: { c: { tries: { memory: 'tries' } } } }, []],
    ['that receives from nowhere', { receive: { lines: {} } }, [at('receive.lines SA164 lines → line')]],
    ['with half a message', { send: { line: { bit: 0 } } }, [at('send.line SA169 line')]],
    [
      'with a message too many',
      { send: { line: { bit: 0, to: 'agent1', bits: 1 } } },
      [at('send.line.bits SA169 bits → bit')],
    ],
    [
      'with a message outside its domain',
      { receive: { line: { bit: 2, to: 'agent1' } } },
      [at('receive.line.bit SA142 2')],
    ],
    ['with a message to nobody', { send: { line: { bit: 0, to: null } } }, [at('send.line.to SA142 null')]],
    ['with a message to another set', { send: { line: { bit: 0, to: 'call1' } } }, [at('send.line.to SA142 call1')]],
    [
      'with a message of an unknown variable',
      { send: { line: { bit: { memory: 'bit' }, to: 'agent1' } } },
      [at('send.line.bit.memory SA132 bit')],
    ],
    ['by nobody known', { by: 'a clerk' }, [at('by SA120 a clerk')]],
    ['after no duration', { after: 'soon' }, [at('after SA140 soon')]],
    [
      'with mistakes in each',
      {
        with: parameters,
        each: [{ with: { x: 'cals' }, is: { y: {} }, moves: { x: 'answer', z: 'answer' }, set: { votes: {} } }],
      },
      [
        at('each[0].with.x SA161 cals → call'),
        at('each[0].is.y SA162 y → c'),
        at('each[0].moves.z SA162 z → c'),
        at('each[0].set.votes SA162 votes'),
      ],
    ],
    ['that nobody takes part in', { set: {} }, ['events.test SA177 test']],
    ['that only asks', { when: { votes: 1 }, moves: {}, set: { call1: {} } }, ['events.test SA177 test']],
    ['that only sets a shared variable', { set: { leader: null } }, []],
    ['that only receives', { receive: { line: { bit: 0, to: 'agent1' } } }, []],
    [
      'with each without effect',
      { set: {}, each: [{ with: { x: 'call' }, is: { x: { state: 'waiting' } } }] },
      ['events.test.each[0] SA177'],
    ],
    [
      'with one name that is distinct',
      { with: parameters, distinct: ['c'], moves: { c: 'answer' } },
      ['events.test.distinct SA178 distinct'],
    ],
    [
      'with a name that is to differ from itself',
      { with: parameters, distinct: ['c', 'call1', 'c'], moves: { c: 'answer' } },
      ['events.test.distinct[2] SA178 c'],
    ],
  ])('%s', (_, event, expected) => {
    expect(problemsOf(happening(event))).toEqual(expected);
  });

  test('with the name of a parameter where its value is meant', () => {
    const event = {
      with: { n: { range: [0, 1] } },
      set: { votes: 'n', hue: 'n' },
      send: { line: { bit: 'n', to: 'agent1' } },
    };
    const messages = diagnosticsOf(parseSystem(happening(event))).map(({ message }) => message);
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(message).toContain('{ parameter: n }');
    const [other] = diagnosticsOf(parseSystem(happening({ ...event, set: { votes: 'm' }, send: {} })));
    expect(other?.message).toBe('votes cannot be m; it is an integer from 0 to 3');
  });

  test('whose actor is not declared', () => {
    only({ ...happening({ by: 'clrk' }), actors: { clerk: {} } }, 'events.test.by SA135 clrk → clerk');
  });

  test('called like one that happens on its own', () => {
    only(
      office({ events: { ...DESK.events, 'desk.hangUp': { set: { votes: 0 } } } }),
      'events.desk.hangUp SA165 desk.hangUp',
    );
    only(
      office({ events: { ...DESK.events, 'line.lose': { set: { votes: 0 } } } }),
      'events.line.lose SA165 line.lose',
    );
  });

  test('called like one that it moves', () => {
    only(office({ events: { ...DESK.events, 'desk.hangUp': { moves: { desk: 'hangUp' } } } }));
  });
});

describe('a property', () => {
  const property = (given: object): object => office({ properties: { p: given } });
  const at = (rest: string): string => `properties.p${rest}`;
  test.each<[string, object, readonly string[]]>([
    ['of no kind', { forAll: { c: 'call' } }, [at(' SA151 p')]],
    ['of two kinds', { never: {}, reachable: {} }, [at(' SA151 p')]],
    ['for all of nothing', { forAll: {}, reachable: {} }, [at('.forAll SA113 forAll')]],
    ['for all of an unknown set', { forAll: { c: 'cal' }, reachable: {} }, [at('.forAll.c SA161 cal → call')]],
    ['that speaks of an unknown parameter', { reachable: { c: { final: true } } }, [at('.reachable.c SA162 c')]],
    [
      'that asks of an unknown event',
      { reachable: { enabled: ['answer', 'call.answer'] } },
      [at('.reachable.enabled[1] SA131 call.answer → answer')],
    ],
    ['that asks of all events', { reachable: { enabled: ['answer', 'call.hangUp', 'desk.answer', 'line.lose'] } }, []],
    [
      'fair to an unknown event',
      { eventually: {}, fair: { weak: ['hangUp'] } },
      [at('.fair.weak[0] SA131 hangUp → call.hangUp')],
    ],
    ['fair where it means nothing', { invariant: {}, fair: { weak: ['answer'] } }, [at(' SA151 p')]],
    ['distinct from what is not there', { reachable: {}, distinct: ['c', 'call1'] }, [at('.distinct[0] SA162 c')]],
    ['distinct from nothing', { reachable: {}, distinct: ['call1'] }, [at('.distinct SA178 distinct')]],
  ])('%s', (_, given, expected) => {
    expect(problemsOf(property(given))).toEqual(expected);
  });
});

test('what is meant is said where a set stands for an instance, or nothing is referred to', () => {
  const moves = { with: { c: 'call' }, moves: { call: 'answer' }, set: { c: { agent: 'none' } } };
  expect(diagnosticsOf(parseSystem(happening(moves))).map(({ message }) => message)).toEqual([
    'call is a set, and a reference is to one of its instances, such as c',
    'there is no parameter or instance called "none"; null stands for none',
  ]);
  const nothing = { moves: { call1: null }, when: { exists: { of: 'call', is: {} } } };
  expect(diagnosticsOf(parseSystem(happening(nothing))).map(({ message }) => message)).toEqual([
    'expected parameters, each with what it ranges over, such as { s: session }',
    'expected a text, and nothing stands here',
  ]);
});

test('an event that is moved happens only in those that move it', () => {
  const again = { with: { c: 'call' }, moves: { c: 'answer' } };
  const property = { eventually: {}, fair: { weak: ['call.answer'] } };
  const value = office({ events: { ...DESK.events, again }, properties: { property } });
  expect(diagnosticsOf(parseSystem(value)).map(({ message }) => message)).toEqual([
    'call.answer happens only in answer, again',
  ]);
});

describe('a ruling', () => {
  const ruling = (given: object): object => office({ rulings: [{ ...given, because: 'so' }] });
  const at = (rest: string): string => `rulings[0].${rest}`;
  const finding = { finding: 'SA204' };
  test.each<[string, object, readonly string[]]>([
    ['on states of tables', { ...finding, states: ['call.over', 'call.waiting'] }, []],
    ['on a state without its table', { ...finding, states: 'over' }, [at('states SA130 over → call.over')]],
    ['on a state of no table', { ...finding, states: 'lost' }, [at('states SA130 lost')]],
    ['on an unknown state', { ...finding, states: ['call.ovr'] }, [at('states[0] SA130 call.ovr → call.over')]],
    ['on events', { ...finding, events: ['answer', 'call.hangUp', 'desk.hangUp', 'line.lose'] }, []],
    ['on an unknown event', { ...finding, events: 'hangUp' }, [at('events SA131 hangUp → call.hangUp')]],
    ['on variables', { ...finding, memory: ['votes', 'call.rings', 'call.agent', 'desk.guest', 'line.bit'] }, []],
    ['on an unknown variable', { ...finding, memory: 'rings' }, [at('memory SA132 rings → call.rings')]],
    [
      'on a variable misspelt, without its table',
      { ...finding, memory: 'guests' },
      [at('memory SA132 guests → desk.guest')],
    ],
    ['on an unknown property', { property: 'one at time' }, [at('property SA152 one at time → one at a time')]],
    [
      'on a claim',
      { claim: { source: 'manual', line: 1, column: 'next', of: 'over' } },
      [at('claim.source SA136 manual')],
    ],
    ['on a day that is none', { property: 'one at a time', date: '2023-02-29' }, [at('date SA145 2023-02-29')]],
  ])('%s', (_, given, expected) => {
    expect(problemsOf(ruling(given))).toEqual(expected);
  });
});

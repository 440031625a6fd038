/** Every name that is none, and every value that does not belong where it stands, at its place and with what was probably meant. */
import { describe, expect, test } from 'vitest';
import { DESK, guarded, happening, office, problemsOf } from './testing.ts';

const [call] = DESK.tables;
const only = (value: unknown, ...expected: readonly string[]): void => expect(problemsOf(value)).toEqual(expected);
const instances = (more: object): object => office({ instances: { ...DESK.instances, ...more } });

test('the system that mistakes are put into has none', () => only(DESK));

describe('sets', () => {
  test.each<[string, object, readonly string[]]>([
    ['an unknown table', { x: { table: 'cal' } }, ['instances.x.table SA160 cal → call']],
    ['an unknown set', { x: { per: ['calls'] } }, ['instances.x.per[0] SA161 calls → call']],
    ['a set made for itself', { x: { per: ['x'] } }, ['instances.x.per SA166 per']],
    [
      'sets made for each other',
      { x: { per: ['y'] }, y: { per: ['call', 'x'] } },
      ['instances.x.per SA166 per', 'instances.y.per SA166 per'],
    ],
    ['none that is made for those', { x: { per: ['y'] }, y: { per: ['y'] } }, ['instances.y.per SA166 per']],
    ['count beside per', { x: { per: ['call'], count: 2 } }, ['instances.x.count SA176 count']],
    ['no instance', { x: { count: 0 } }, ['instances.x.count SA112 0']],
    ['half an instance', { x: { count: 1.5 } }, ['instances.x.count SA112 1.5']],
    ['states without a table', { x: { initial: 'waiting' } }, ['instances.x.initial SA167 initial']],
    ['an unknown state', { x: { table: 'call', initial: 'waitin' } }, ['instances.x.initial SA130 waitin → waiting']],
    [
      'a state that is not initial',
      { x: { table: 'call', initial: ['waiting', 'over'] } },
      ['instances.x.initial[1] SA175 over'],
    ],
    ['a dot', { 'x.y': {} }, ['instances.x.y SA120 x.y']],
    ['a reserved word', { next: {} }, ['instances.next SA121 next']],
    ['a name like an instance', { call2: {} }, ['instances.call SA165 call']],
    ['no name', { 'x y': {} }, ['instances.x y SA120 x y']],
  ])('with %s', (_, sets, expected) => {
    expect(problemsOf(instances(sets))).toEqual(expected);
  });
});

test('two tables of one name', () => only(office({ tables: [call, call] }), 'tables[1].name SA165 call'));

describe('memory', () => {
  const added = (memory: object): object => instances({ x: { table: 'call', memory } });
  test.each<[string, object, readonly string[]]>([
    ['of no kind', added({ m: { initial: 1 } }), ['instances.x.memory.m SA146 m']],
    ['of two kinds', added({ m: { flag: true, instance: 'agent' } }), ['instances.x.memory.m SA146 m']],
    ['that saves a state', added({ m: { states: 'waiting' } }), ['instances.x.memory.m.states SA111 states']],
    ['without an initial value', added({ m: { range: [0, 1] } }), ['instances.x.memory.m SA146 m']],
    [
      'of a range that is none',
      added({ m: { range: [1, 0], initial: 0 } }),
      ['instances.x.memory.m.range SA141 [1,0]'],
    ],
    ['of an unknown set', added({ m: { instance: 'agents' } }), ['instances.x.memory.m.instance SA161 agents → agent']],
    [
      'that starts outside its domain',
      added({ m: { range: [0, 1], initial: [0, 2] } }),
      ['instances.x.memory.m.initial[1] SA142 2'],
    ],
    [
      'that starts with an unknown instance',
      added({ m: { instance: 'agent', initial: [null, 'agent3'] } }),
      ['instances.x.memory.m.initial[1] SA162 agent3 → agent1'],
    ],
    [
      'that starts with an instance of another set',
      added({ m: { instance: 'agent', initial: 'call1' } }),
      ['instances.x.memory.m.initial SA142 call1'],
    ],
    ['called like a variable of the table', added({ rings: { flag: true } }), ['instances.x.memory.rings SA165 rings']],
    ['called by a word', added({ state: { flag: true } }), ['instances.x.memory.state SA121 state']],
    ['called like a set', office({ memory: { ...DESK.memory, agent: { flag: true } } }), ['memory.agent SA165 agent']],
    [
      'called like an instance',
      office({ memory: { ...DESK.memory, call1: { flag: true } } }),
      ['memory.call1 SA165 call1'],
    ],
    ['called like a word', office({ memory: { ...DESK.memory, count: { flag: true } } }), ['memory.count SA121 count']],
  ])('%s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });
});

describe('a channel', () => {
  const channel = (channels: object): object => office({ channels: { ...DESK.channels, ...channels } });
  test.each<[string, object, readonly string[]]>([
    ['that holds nothing', { x: { message: {}, capacity: 0 } }, ['channels.x.capacity SA112 0']],
    ['of a field of no kind', { x: { message: { f: {} }, capacity: 1 } }, ['channels.x.message.f SA146 f']],
    [
      'of a field of two kinds',
      { x: { message: { f: { flag: true, range: [0, 1] } }, capacity: 1 } },
      ['channels.x.message.f SA146 f'],
    ],
    [
      'of a range that is none',
      { x: { message: { f: { range: [0.5, 1] } }, capacity: 1 } },
      ['channels.x.message.f.range SA141 [0.5,1]'],
    ],
    [
      'of an unknown set',
      { x: { message: { f: { instance: 'cal' } }, capacity: 1 } },
      ['channels.x.message.f.instance SA161 cal → call'],
    ],
    ['called like a variable', { votes: { message: {}, capacity: 1 } }, ['channels.votes SA165 votes']],
  ])('%s', (_, channels, expected) => {
    expect(problemsOf(channel(channels))).toEqual(expected);
  });
});

describe('parameters', () => {
  const bound = (parameters: object, more: object = {}): object => happening({ with: parameters, ...more });
  const at = (name: string, rest: string): string => `events.test.with.${name}${rest}`;
  test.each<[string, object, readonly string[]]>([
    ['over an unknown set', bound({ c: 'cal' }), [at('c', ' SA161 cal → call')]],
    ['over no values', bound({ c: { values: [] } }), [at('c', '.values SA113')]],
    ['over a range that is none', bound({ c: { range: [2, 1] } }), [at('c', '.range SA141 [2,1]')]],
    ['next to an unknown one', bound({ c: 'call', n: { next: 'd' } }), [at('n', '.next SA163 d → c')]],
    ['next to a later one', bound({ n: { next: 'c' }, c: 'call' }), [at('n', '.next SA163 c')]],
    ['next to itself', bound({ n: { next: 'n' } }), [at('n', '.next SA163 n')]],
    ['next to a value', bound({ c: { values: ['a'] }, n: { next: 'c' } }), [at('n', '.next SA173 c')]],
    ['next to an instance', bound({ n: { next: 'call1' } }), [at('n', '.next SA163 call1')]],
    ['made by an unknown set', bound({ v: { vie: ['call1'] } }), [at('v', '.vie SA161 vie → view')]],
    ['made by a set for no others', bound({ v: { agent: ['call1'] } }), [at('v', '.agent SA173')]],
    ['made for too few', bound({ c: 'call', v: { view: ['c'] } }), [at('v', '.view SA173')]],
    [
      'made for others than these',
      bound({ c: 'call', v: { view: ['agent1', 'c'] } }),
      [at('v', '.view[0] SA173 agent1'), at('v', '.view[1] SA173 c')],
    ],
    [
      'made for what is not there',
      bound({ v: { view: ['call3', 'agent1'] } }),
      [at('v', '.view[0] SA162 call3 → call1')],
    ],
    ['of two sets', bound({ v: { view: ['call1', 'agent1'], agent: [] } }), [at('v', ' SA112')]],
    ['called like an instance', bound({ call1: 'call' }), [at('call1', ' SA165 call1')]],
    ['called like a channel', bound({ line: 'call' }), [at('line', ' SA165 line')]],
    ['called like a variable', bound({ votes: 'call' }), [at('votes', ' SA165 votes')]],
    ['called by a word', bound({ not: 'call' }), [at('not', ' SA121 not')]],
    ['called like their set', bound({ call: 'call', desk: 'desk' }, { moves: { call: 'answer', desk: 'answer' } }), []],
    [
      'bound twice',
      bound({ c: 'call' }, { when: { exists: { of: { c: 'call' }, is: {} } } }),
      ['events.test.when.exists.of.c SA165 c'],
    ],
    ['unknown in distinct', bound({ c: 'call' }, { distinct: ['c', 'd'] }), ['events.test.distinct[1] SA162 d → c']],
    ['distinct from an instance', bound({ c: 'call' }, { distinct: ['c', 'call1'] }), []],
  ])('%s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });
});

describe('conditions', () => {
  const at = (rest: string): string => `events.test.when.${rest}`;
  test.each<[string, object, readonly string[]]>([
    ['on what is not there', { cc: {} }, [at('cc SA162 cc → c')]],
    ['with a word misspelt', { exist: {} }, [at('exist SA162 exist → exists')]],
    ['on a set', { call: { state: 'over' } }, [at('call SA162 call → call1')]],
    ['on a value', { n: { state: 'over' } }, [at('n SA173 n')]],
    ['on an unknown state', { c: { state: ['over', 'ovr'] } }, [at('c.state[1] SA130 ovr → over')]],
    ['on an unknown group', { c: { group: 'life' } }, [at('c.group SA133 life → live')]],
    ['on an unknown tag', { c: { not: { tag: 'opne' } } }, [at('c.not.tag SA134 opne → open')]],
    ['on the state of an identity', { any: [{ a: { state: 'over' } }] }, [at('any[0].a.state SA167 state')]],
    ['on the end of an identity', { v: { final: true } }, [at('v.final SA167 final')]],
    ['on an unknown variable', { c: { agnt: 'a' } }, [at('c.agnt SA132 agnt → agent')]],
    ['on a variable of another set', { desk: { agent: 'a' } }, [at('desk.agent SA132 agent')]],
    ['of the wrong shape on an instance', { c: { state: 3 } }, [at('c.state SA112 3')]],
    ['of no shape on an instance', { c: 3 }, [at('c SA112 3')]],
    ['of the wrong shape on a variable', { votes: { state: 'over' } }, [at('votes.state SA111 state')]],
    ['of an unknown comparison', { c: { agent: { nee: 'a' } } }, [at('c.agent.nee SA111 nee → ne')]],
    ['outside a range', { votes: 9 }, [at('votes SA142 9')]],
    ['outside a table’s own domain', { c: { mood: 'calmer' } }, [at('c.mood SA142 calmer → calm')]],
    ['that order words', { hue: { lt: 2 } }, [at('hue.lt SA143 lt')]],
    ['that order with a word', { votes: { lt: 'red' } }, [at('votes.lt SA143 red')]],
    ['with a reference to another set', { c: { agent: 'c' } }, [at('c.agent SA142 c → a')]],
    ['with an unknown reference', { c: { agent: { ne: 'agent3' } } }, [at('c.agent.ne SA162 agent3 → agent1')]],
    ['with a value for a reference', { leader: 'n' }, [at('leader SA142 n → a')]],
    ['with a number for a reference', { leader: { in: ['a', 3] } }, [at('leader.in[1] SA142 3')]],
    ['with none, and the right parameters', { leader: { ne: null }, votes: { eq: { parameter: 'n' } } }, []],
    ['with an unknown parameter', { votes: { parameter: 'm' } }, [at('votes.parameter SA163 m → c')]],
    ['with a parameter of another kind', { votes: { lt: { parameter: 'w' } } }, [at('votes.lt.parameter SA143 w')]],
    ['with an instance as a parameter', { c: { agent: { parameter: 'c' } } }, [at('c.agent.parameter SA143 c')]],
    [
      'with a variable of another set',
      { c: { agent: { memory: 'guest', of: 'desk' } } },
      [at('c.agent.memory SA143 guest')],
    ],
    [
      'with an unknown variable of the same owner',
      { c: { tries: { memory: 'try' } } },
      [at('c.tries.memory SA132 try')],
    ],
    ['with a shared variable', { c: { tries: { lt: { memory: 'votes', of: 'shared' } } } }, []],
    [
      'with an unknown shared variable',
      { c: { tries: { memory: 'vote', of: 'shared' } } },
      [at('c.tries.memory SA132 vote → votes')],
    ],
    ['with a variable of what is not there', { votes: { memory: 'tries', of: 'd' } }, [at('votes.of SA162 d → c')]],
    ['on too many messages', { line: 3 }, [at('line SA142 3')]],
    ['on messages by a word', { line: { lt: 'two' } }, [at('line.lt SA143 two')]],
    ['that count nothing', { count: { of: { x: 'call' }, is: {} } }, [at('count SA110 count')]],
    ['that count less than none', { count: { of: { x: 'call' }, is: {}, eq: -1 } }, [at('count.eq SA142 -1')]],
    [
      'that count up to another kind',
      { count: { of: { x: 'call' }, is: {}, lt: { memory: 'noted', of: 'c' } } },
      [at('count.lt.memory SA143 noted')],
    ],
    [
      'in a quantifier',
      { forAll: { of: { x: 'cal' }, is: { y: {} } } },
      [at('forAll.of.x SA161 cal → call'), at('forAll.is.y SA162 y → c')],
    ],
    ['on what is enabled', { not: { enabled: 'answer' } }, [at('not.enabled SA174')]],
  ])('%s', (_, when, expected) => {
    expect(problemsOf(guarded(when)).map((each) => each.trim())).toEqual(expected);
  });
});

describe('an event', () => {
  const at = (rest: string): string => `events.test.${rest}`;
  const parameters = { c: 'call', a: 'agent' };
  test.each<[string, object, readonly string[]]>([
    ['that moves what is not there', { moves: { d: 'answer' } }, [at('moves.d SA162 d')]],
    ['that moves a set', { moves: { call: 'answer' } }, [at('moves.call SA162 call → call1')]],
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
    ['that nobody takes part in', {}, []],
  ])('%s', (_, event, expected) => {
    expect(problemsOf(happening(event))).toEqual(expected);
  });

  test('whose actor is not declared', () => {
    only({ ...happening({ by: 'clrk' }), actors: { clerk: {} } }, 'events.test.by SA135 clrk → clerk');
  });

  test('called like one that happens on its own', () => {
    only(office({ events: { ...DESK.events, 'desk.hangUp': {} } }), 'events.desk.hangUp SA165 desk.hangUp');
    only(office({ events: { ...DESK.events, 'line.lose': {} } }), 'events.line.lose SA165 line.lose');
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
      [at('.reachable.enabled[1] SA131 call.answer')],
    ],
    ['that asks of all events', { reachable: { enabled: ['answer', 'call.hangUp', 'desk.answer', 'line.lose'] } }, []],
    ['fair to an unknown event', { eventually: {}, fair: { weak: ['hangUp'] } }, [at('.fair.weak[0] SA131 hangUp')]],
    ['fair where it means nothing', { invariant: {}, fair: { weak: ['answer'] } }, [at(' SA151 p')]],
    ['distinct from what is not there', { reachable: {}, distinct: ['c'] }, [at('.distinct[0] SA162 c')]],
  ])('%s', (_, given, expected) => {
    expect(problemsOf(property(given))).toEqual(expected);
  });
});

describe('a ruling', () => {
  const ruling = (given: object): object => office({ rulings: [{ ...given, because: 'so' }] });
  const at = (rest: string): string => `rulings[0].${rest}`;
  const finding = { finding: 'SA204' };
  test.each<[string, object, readonly string[]]>([
    ['on states of tables', { ...finding, states: ['call.over', 'call.waiting'] }, []],
    ['on a state of no table', { ...finding, states: 'over' }, [at('states SA130 over')]],
    ['on an unknown state', { ...finding, states: ['call.ovr'] }, [at('states[0] SA130 call.ovr → call.over')]],
    ['on events', { ...finding, events: ['answer', 'call.hangUp', 'desk.hangUp', 'line.lose'] }, []],
    ['on an unknown event', { ...finding, events: 'hangUp' }, [at('events SA131 hangUp')]],
    ['on variables', { ...finding, memory: ['votes', 'call.rings', 'call.agent', 'desk.guest', 'line.bit'] }, []],
    ['on an unknown variable', { ...finding, memory: 'rings' }, [at('memory SA132 rings')]],
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

/** What cannot be declared in a system, at its place and with what was probably meant. */
import { describe, expect, test } from 'vitest';
import { DESK, office, problemsOf } from './testing.ts';

const [call] = DESK.tables;
const instances = (more: object): object => office({ instances: { ...DESK.instances, ...more } });

test('the system that mistakes are put into has none', () => expect(problemsOf(DESK)).toEqual([]));

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

test('two tables of one name', () => {
  expect(problemsOf(office({ tables: [call, call] }))).toEqual(['tables[1].name SA165 call']);
});

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

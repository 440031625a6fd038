import { describe, expect, test } from 'vitest';
import type { Predicate, Table } from '../table/types.ts';
import { tableMachine } from './naive.ts';

const table: Table = {
  name: 'lamp',
  states: {
    off: { initial: true, group: 'dark', tags: ['idle', 'cold'] },
    on: { group: 'lit', final: { when: { level: { ge: 2 } } } },
    dead: { final: true },
  },
  events: { press: {}, dim: {}, nothing: {} },
  memory: {
    level: { range: [0, 3], initial: 0 },
    most: { range: [0, 3], initial: 2 },
    colour: { values: ['red', 'white'], initial: 'red' },
    broken: { flag: true },
    last: { states: ['off', 'on'] },
  },
  transitions: [
    { from: 'off', on: 'press', to: 'on' },
    { from: 'on', on: 'dim', to: 'stay', set: { level: { add: -1 } } },
  ],
};
const machine = tableMachine(table);
const memory = { level: 1, most: 2, colour: 'red', broken: false, last: null };
const truth = (predicate: Predicate, state = 'on', values = {}) =>
  machine.holds(predicate, { state, memory: { ...memory, ...values } });

describe('a condition on memory', () => {
  test.each<[Predicate, boolean]>([
    [{}, true],
    [{ level: 1 }, true],
    [{ level: 2 }, false],
    [{ colour: 'red' }, true],
    [{ broken: false }, true],
    [{ last: null }, true],
    [{ last: 'on' }, false],
    [{ level: { eq: 1 } }, true],
    [{ level: { ne: 1 } }, false],
    [{ level: { lt: 1 } }, false],
    [{ level: { le: 1 } }, true],
    [{ level: { gt: 0 } }, true],
    [{ level: { ge: 2 } }, false],
    [{ level: { gt: 0, lt: 2 } }, true],
    [{ level: { gt: 0, lt: 1 } }, false],
    [{ level: { lt: { memory: 'most' } } }, true],
    [{ level: { eq: { memory: 'most' } } }, false],
    [{ level: { in: [0, 1] } }, true],
    [{ colour: { in: ['white'] } }, false],
    [{ last: { in: [null, 'on'] } }, true],
    [{ level: 1, broken: true }, false],
  ])('%j is %s', (predicate, expected) => {
    expect(truth(predicate)).toBe(expected);
    expect(truth({ not: predicate })).toBe(!expected);
  });
});

describe('a condition on the configuration', () => {
  test.each<[Predicate, string, boolean]>([
    [{ state: 'on' }, 'on', true],
    [{ state: ['off', 'dead'] }, 'on', false],
    [{ group: ['dark', 'lit'] }, 'on', true],
    [{ group: 'dark' }, 'dead', false],
    [{ tag: 'cold' }, 'off', true],
    [{ tag: ['warm', 'idle'] }, 'off', true],
    [{ tag: 'cold' }, 'dead', false],
    [{ final: true }, 'dead', true],
    [{ final: true }, 'off', false],
    [{ final: false }, 'on', true],
    [{ enabled: 'press' }, 'off', true],
    [{ enabled: ['press', 'dim'] }, 'on', true],
    [{ enabled: 'nothing' }, 'on', false],
    [{ all: [{ state: 'on' }, { level: 1 }] }, 'on', true],
    [{ all: [{ state: 'on' }, { level: 2 }] }, 'on', false],
    [{ all: [] }, 'on', true],
    [{ any: [{ state: 'off' }, { level: 1 }] }, 'on', true],
    [{ any: [] }, 'on', false],
    [{ any: [{ state: 'off' }], level: 1 }, 'on', false],
  ])('%j in %s is %s', (predicate, state, expected) => {
    expect(truth(predicate, state)).toBe(expected);
  });
});

test('a guarded end is one while its guard holds', () => {
  expect(truth({ final: true }, 'on', { level: 2 })).toBe(true);
  expect(machine.isFinal({ state: 'on', memory: { ...memory, level: 1 } })).toBe(false);
});

test('a blocked row enables nothing', () => {
  expect(truth({ enabled: 'dim' }, 'on', { level: 1 })).toBe(true);
  expect(truth({ enabled: 'dim' }, 'on', { level: 0 })).toBe(false);
});

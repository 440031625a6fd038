/** What is found in systems, per table over all instances: states, rows, choices, and steps that are blocked. */
import { describe, expect, test } from 'vitest';
import { labelOf } from '../../model/explore/machine.ts';
import { check } from './checking.ts';
import { findingsOf, lamp, lamps, subjects } from './testing.ts';

describe('findings of a system', () => {
  test('are none where all is well, and the timers of its tables are noted', () => {
    const { findings, notes } = check(lamps({}, { events: { press: {}, fade: { after: 'PT5M' } } }));
    expect([findings, notes]).toEqual([
      [],
      ['time is abstract: a timer may fire whenever it is enabled, whatever its duration'],
    ]);
  });

  test('are about what no instance of a table does, with the name of the table', () => {
    const idle = lamps(
      {},
      {
        states: { ...lamp.states, broken: {} },
        events: { ...lamp.events, smash: {} },
        memory: { level: { range: [0, 1], initial: 0 }, shade: { range: [0, 1], initial: 0 } },
        transitions: [
          ...lamp.transitions,
          { from: 'broken', on: 'press', to: 'off' },
          { from: 'on', on: 'fade', when: { level: 1 }, to: 'stay' },
          { from: 'on', on: 'fade', when: { level: 0 }, to: 'off' },
        ],
      },
    );
    expect(subjects(findingsOf(idle))).toEqual([
      ['SA201', ['lamp.broken'], [], [], undefined],
      ['SA203', [], ['lamp.smash'], [], undefined],
      ['SA207', [], [], ['lamp.shade'], undefined],
      ['SA208', [], [], ['lamp.level'], undefined],
      ['SA209', ['lamp.on'], ['lamp.fade'], [], 4],
      ['SA210', ['lamp.on'], ['lamp.fade'], [], 3],
    ]);
    expect(findingsOf(idle).map(({ path }) => path.join(' '))).toEqual([
      'tables 0 states broken',
      'tables 0 events smash',
      'tables 0 memory shade',
      'tables 0 memory level',
      'tables 0 transitions 4',
      'tables 0 transitions 3',
    ]);
    expect(findingsOf(idle).at(-1)?.message).toBe(
      'the guard of lamp.transitions[3] does not hold in the only reachable configuration of lamp.on',
    );
  });

  test('are not about what one instance of a table does', () => {
    const lazy = lamps({ events: { press: { moves: { light1: 'press' } } } });
    expect(findingsOf(lazy)).toEqual([]);
  });

  test('tell a deadlock for each state in which somebody is not final, counting configurations once', () => {
    const stuck = lamps({
      events: { fade: { moves: { light1: 'fade', light2: 'fade' } } },
      instances: { light: { table: 'lamp', count: 3 } },
    });
    const pressed = {
      ...stuck,
      events: {
        ...stuck.events,
        both: { moves: { light1: 'press', light2: 'press' } },
        third: { moves: { light3: 'press' } },
      },
    };
    const held = {
      ...pressed,
      events: {
        both: pressed.events.both,
        third: pressed.events.third,
        fade: { moves: { light1: 'fade', light3: 'fade' }, when: { light2: { state: 'off' } } },
      },
    };
    const found = findingsOf(held).filter(({ code }) => code === 'SA204');
    expect(found.map(({ message, trace }) => [message, trace?.steps.map(labelOf)])).toEqual([
      [
        'lamp.on is not final and can be stuck with nothing enabled in the whole system: light1 on; light2 on; light3 on',
        ['both', 'third'],
      ],
    ]);
  });

  test('tell a trap of the whole system, by the states of those that are not final all the time', () => {
    const trapped = lamps({
      instances: { light: { table: 'lamp', count: 1 }, done: { table: 'done' } },
      tables: [
        {
          ...lamp,
          states: { off: { initial: true, final: true }, on: {}, dim: {} },
          events: { press: {}, fade: {} },
          transitions: [
            { from: 'off', on: 'press', to: 'on' },
            { from: 'on', on: 'fade', to: 'dim' },
            { from: 'dim', on: 'fade', to: 'on' },
          ],
        },
        {
          name: 'done',
          states: { done: { initial: true, final: true } },
          events: { nod: {} },
          transitions: [{ from: 'done', on: 'nod', to: 'stay' }],
        },
      ],
    });
    expect(
      findingsOf(trapped).map(({ code, states, message, path }) => [code, states, message, path.join(' ')]),
    ).toEqual([
      [
        'SA205',
        ['lamp.on', 'lamp.dim'],
        'once in lamp.on and lamp.dim, no run ever leaves or reaches a final configuration (2 configurations)',
        'tables 0 states on',
      ],
    ]);
  });

  test('do not look for traps where a table that somebody follows declares no end, and say so', () => {
    const { findings, notes } = check(lamps({}, { states: { off: { initial: true }, on: {} } }));
    expect([findings, notes]).toEqual([[], ['nothing is declared final in lamp, so traps are not looked for']]);
  });

  test('tell a choice of the instance that has it, once over all bindings and instances', () => {
    const choice = lamps(
      {},
      {
        transitions: [
          ...lamp.transitions,
          { from: 'on', on: 'fade', to: 'stay' },
          { from: 'off', on: 'press', to: 'on' },
        ],
      },
    );
    expect(
      findingsOf(choice).map(({ code, states, events, message, path }) => [
        code,
        states,
        events,
        message,
        path.join(' '),
      ]),
    ).toEqual([
      [
        'SA206',
        ['lamp.on'],
        ['light.fade'],
        'light.fade is not determined in lamp.on: lamp.transitions[1] leads to light1 off and lamp.transitions[2] leads to light1 on (3 configurations)',
        'tables 0 transitions 1',
      ],
    ]);
  });

  test('tell choices of two that move together apart', () => {
    const both = lamps(
      { events: { press: { moves: { light1: 'press', light2: 'press' } } } },
      {
        states: { ...lamp.states, red: { final: true } },
        transitions: [...lamp.transitions, { from: 'off', on: 'press', to: 'red' }],
      },
    );
    const [choice] = findingsOf(both).filter(({ code }) => code === 'SA206');
    expect(choice?.message).toBe(
      'press is not determined in lamp.off: lamp.transitions[0] leads to light2 on and lamp.transitions[2] leads to light2 red (1 configuration)',
    );
  });

  test('tell what blocks: rows of a table, and what an event sets or sends', () => {
    const blocked = lamps(
      {
        instances: { light: { table: 'lamp', count: 2, memory: { uses: { range: [0, 1], initial: 0 } } } },
        memory: { total: { range: [0, 1], initial: 1 } },
        channels: { line: { message: { n: { range: [0, 1] } }, capacity: 1 } },
        events: {
          press: { with: { l: 'light' }, moves: { l: 'press' }, set: { l: { uses: { add: 1 } } } },
          count: { with: { l: 'light' }, when: { l: { state: 'on' } }, set: { total: { add: 1 } } },
          tell: { with: { n: { range: [1, 2] } }, send: { line: { n: { parameter: 'n' } } } },
          hear: { with: { n: { range: [0, 1] } }, receive: { line: { n: { parameter: 'n' } } } },
        },
        properties: { p: { reachable: { all: [{ light1: { uses: 1 } }, { total: 0 }] } } },
      },
      {
        memory: { glow: { range: [0, 1], initial: 0 } },
        states: { ...lamp.states, on: { final: { when: { glow: 1 } } } },
        transitions: [...lamp.transitions, { from: 'on', on: 'fade', to: 'off', set: { glow: { add: 2 } } }],
      },
    );
    const found = findingsOf(blocked).filter(({ code }) => code === 'SA212');
    expect(subjects(found)).toEqual([
      ['SA212', ['lamp.on'], ['light.fade'], ['lamp.glow'], 2],
      ['SA212', [], ['press'], ['light.uses'], undefined],
      ['SA212', [], ['count'], ['total'], undefined],
      ['SA212', [], ['tell'], ['line.n'], undefined],
    ]);
    expect(found.map(({ message, path }) => [message.replace(/ \(.*/, ''), path.join(' ')])).toEqual([
      ['lamp.transitions[2] would set lamp.glow to 2, outside 0 to 1', 'tables 0 transitions 2'],
      ['press would set light.uses to 2, outside 0 to 1', 'events press'],
      ['count would set total to 2, outside 0 to 1', 'events count'],
      ['tell would set line.n to 2, outside 0 to 1', 'events tell'],
    ]);
  });
});

/** What is found about the names of a system: its events, its memory, and what rulings call them. */
import { describe, expect, test } from 'vitest';
import type { System, SystemEvent } from '../../model/system/types.ts';
import { findingsOf, lamp, lamps, subjects } from './testing.ts';

describe('an event of a system', () => {
  test('whose guard is always or never met is told as that, for all bindings', () => {
    const guarded = lamps({
      events: {
        press: {
          with: { l: 'light' },
          moves: { l: 'press' },
          when: { any: [{ l: { state: 'on' } }, { l: { state: 'off' } }] },
        },
        both: {
          moves: { light1: 'fade', light2: 'fade' },
          when: { count: { of: { l: 'light' }, is: { l: { state: 'on' } }, gt: 2 } },
        },
        one: { with: { l: 'light' }, moves: { l: 'fade' } },
      },
    });
    expect(subjects(findingsOf(guarded))).toEqual([
      ['SA209', [], ['press'], [], undefined],
      ['SA210', [], ['both'], [], undefined],
    ]);
  });

  test('that never happens excuses the rows that only it takes', () => {
    const apart = lamps(
      {
        events: {
          press: { moves: { light1: 'press', light2: 'press' } },
          cross: { with: { a: 'light', b: 'light' }, distinct: ['a', 'b'], moves: { a: 'fade', b: 'flash' } },
          fade: { moves: { light1: 'fade', light2: 'fade' } },
        },
      },
      {
        events: { press: {}, fade: {}, flash: {} },
        transitions: [...lamp.transitions, { from: 'off', on: 'flash', to: 'on' }],
      },
    );
    expect(findingsOf(apart).map(({ code, events, message }) => [code, events, message])).toEqual([
      ['SA214', ['cross'], 'cross never happens, with none of its 2 bindings'],
    ]);
  });

  test('without bindings never happens, and one whose part no row takes is told of the table', () => {
    const alone = lamps(
      {
        instances: { light: { table: 'lamp' } },
        events: {
          pair: { with: { a: 'light', b: 'light' }, distinct: ['a', 'b'], moves: { a: 'press' } },
          press: { moves: { light: 'press' } },
          smash: { moves: { light: 'smash' } },
        },
      },
      { events: { ...lamp.events, smash: {} } },
    );
    expect(findingsOf(alone).map(({ code, events, message }) => [code, events, message])).toEqual([
      ['SA203', ['lamp.smash'], 'no row handles lamp.smash'],
      ['SA214', ['pair'], 'pair never happens: it has no binding'],
    ]);
  });
});

describe('a parameter', () => {
  const [l, other, n] = ['light', 'light', { range: [0, 1] }] as const;
  test.each<[string, SystemEvent, string | undefined]>([
    ['that nothing names', { with: { l, other }, moves: { l: 'press' } }, 'its parameter other'],
    [
      'and another one that nothing names',
      { with: { l, other, n }, label: 'other', moves: { l: 'press' } },
      'its parameters other and n',
    ],
    ['that is to be different', { with: { l, other }, distinct: ['l', 'other'], moves: { l: 'press' } }, undefined],
    ['that another is made from', { with: { l, other: { next: 'l' } }, moves: { other: 'press' } }, undefined],
    [
      'that a guard asks of',
      { with: { l, other }, when: { not: { other: { final: true } } }, moves: { l: 'press' } },
      undefined,
    ],
    [
      'whose value is compared',
      { with: { l, n }, when: { light1: { level: { parameter: 'n' } } }, moves: { l: 'press' } },
      undefined,
    ],
    [
      'that only those use who take part as well',
      {
        with: { l, n },
        moves: { l: 'press' },
        each: [{ with: { o: 'light' }, is: { o: { level: { parameter: 'n' } } }, moves: { o: 'press' } }],
      },
      undefined,
    ],
    [
      'of those who take part as well, that nothing names',
      { with: { l }, moves: { l: 'press' }, each: [{ with: { o: 'light', n }, moves: { o: 'press' } }] },
      'its parameter n',
    ],
  ])('%s', (_, press, told) => {
    const found = findingsOf(lamps({ events: { press } }, { memory: { level: { range: [0, 1], initial: 0 } } }));
    const messages = found.flatMap(({ code, message }) => (code === 'SA215' ? [message] : []));
    expect(messages).toEqual(told === undefined ? [] : [`nothing in press depends on ${told}`]);
  });
});

describe('memory of a system', () => {
  const remembering = (parts: Partial<System>): System =>
    lamps({
      instances: { light: { table: 'lamp', count: 2, memory: { last: { instance: 'light' }, own: { flag: true } } } },
      memory: { total: { range: [0, 3], initial: 0 } },
      ...parts,
    });
  const unread = (parts: Partial<System>): readonly string[] =>
    findingsOf(remembering(parts)).flatMap(({ code, memory = [] }) => (code === 'SA207' ? memory : []));
  const press = { with: { l: 'light' }, moves: { l: 'press' } } as const;

  test.each<[string, Partial<System>, readonly string[]]>([
    ['by nothing', {}, ['light.last', 'light.own', 'total']],
    [
      'by a guard on an instance',
      { events: { press: { ...press, when: { l: { own: false } } } } },
      ['light.last', 'total'],
    ],
    [
      'by a guard with an operand of another owner',
      { events: { press: { ...press, when: { l: { own: { memory: 'own', of: 'light2' } } } } } },
      ['light.last', 'total'],
    ],
    [
      'by what is counted, and what it is compared with',
      {
        properties: {
          p: { invariant: { count: { of: { x: 'light' }, is: { x: { last: null } }, ge: { memory: 'total' } } } },
        },
      },
      ['light.own'],
    ],
    [
      'by a copy into another variable',
      {
        memory: { total: { range: [0, 3], initial: 0 }, copy: { range: [0, 3], initial: 0 } },
        events: { press: { ...press, set: { copy: { memory: 'total' } } } },
      },
      ['light.last', 'light.own', 'copy'],
    ],
    [
      'not by a copy into that of another instance',
      { events: { press: { ...press, set: { l: { last: { memory: 'last', of: 'light1' } } } } } },
      ['light.last', 'light.own', 'total'],
    ],
    [
      'not by what adds to it or copies it to itself',
      { events: { press: { ...press, set: { total: { add: 1 }, l: { own: { memory: 'own' } } } } } },
      ['light.last', 'light.own', 'total'],
    ],
    [
      'by others that take part',
      {
        events: {
          press: {
            ...press,
            each: [
              {
                with: { x: 'light' },
                is: { not: { x: { own: true } } },
                set: { x: { last: { memory: 'last', of: 'l' } } },
              },
            ],
          },
        },
      },
      ['light.last', 'total'],
    ],
    [
      'by a message',
      {
        channels: { line: { message: { n: { range: [0, 3] } }, capacity: 1 } },
        events: {
          press: { ...press, send: { line: { n: { memory: 'total' } } } },
          take: { receive: { line: { n: 0 } } },
        },
      },
      ['light.last', 'light.own'],
    ],
  ])('is read %s', (_, parts, expected) => {
    expect(unread(parts)).toEqual(expected);
  });

  test('changes where a step changes it, whosever it is', () => {
    const changing = remembering({
      events: { press: { ...press, set: { l: { last: 'l', own: { memory: 'own' } } } } },
      properties: { p: { reachable: { light2: { last: 'light1', own: true }, total: 1 } } },
    });
    const constant = findingsOf(changing).filter(({ code }) => code === 'SA208');
    expect(constant.map(({ memory, path }) => [memory, path.join(' ')])).toEqual([
      [['light.own'], 'instances light memory own'],
      [['total'], 'memory total'],
    ]);
  });
});

test('a ruling names what it decides as the finding does', () => {
  const because = 'It is meant so.';
  const ruled = lamps(
    {
      rulings: [
        { finding: 'SA201', states: 'lamp.broken', because },
        { finding: 'SA201', states: 'broken', because },
      ],
    },
    { states: { ...lamp.states, broken: { final: true } } },
  );
  expect(findingsOf(ruled).map(({ code, message, ruling }) => [code, message, ruling?.because])).toEqual([
    ['SA201', 'no run reaches lamp.broken', because],
    ['SA213', 'rulings[1] matches nothing: there is no finding SA201 broken', undefined],
  ]);
});

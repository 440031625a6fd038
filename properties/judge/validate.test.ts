import { describe, expect, test } from 'vitest';
import type { Trace } from '../../model/explore/graph.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Property, Table } from '../../model/table/types.ts';
import { doubtAbout, insist, insistOnRun } from './validate.ts';

const table: Table = {
  name: 'lamp',
  states: { off: { initial: true }, on: {}, broken: { final: true } },
  events: { flip: {}, smash: {} },
  transitions: [
    { from: 'off', on: 'flip', to: 'on' },
    { from: 'on', on: 'flip', to: 'off' },
    { from: 'on', on: 'smash', to: 'broken' },
  ],
};
const machine = tableMachine(table);

/** The trace through these states. */
const through = (states: string, ending: Pick<Trace, 'loop' | 'stutters'> = {}): Trace => {
  const [first, ...rest] = states.split(' ').map((state) => ({ state, memory: {} }));
  const rowTo: { readonly [state: string]: number } = { on: 0, off: 1, broken: 2 };
  const steps = rest.map((to) => ({
    event: to.state === 'broken' ? 'smash' : 'flip',
    rows: [{ row: rowTo[to.state] as number }],
    to,
  }));
  return { initial: first as Trace['initial'], steps, ...ending };
};
const is = (state: string) => ({ state });
const breaks = (fair = {}): Property => ({ eventually: is('broken'), fair });
const round = through('off on off', { loop: 0 });

describe('a trace shows nothing', () => {
  test.each<[string, Property, Trace, string]>([
    [
      'an invariant that holds at its end',
      { invariant: is('on') },
      through('off on'),
      'the invariant holds at its end',
    ],
    ['a goal it does not meet', { reachable: is('on') }, through('off'), 'the goal is not met at its end'],
    [
      'what is not so at its end',
      { never: is('on') },
      through('off on broken'),
      'what must never be is not so at its end',
    ],
    [
      'a prohibition that had not begun',
      { never: is('on'), after: is('broken') },
      through('off on'),
      'the prohibition had not begun',
    ],
    [
      'a goal that stays possible',
      { alwaysCanReach: is('broken') },
      through('off'),
      'the goal can be reached from its end',
    ],
    [
      'what was not asked there',
      { alwaysCanReach: is('off'), after: is('broken') },
      through('off on'),
      'nothing was required by its end',
    ],
    [
      'a lasso for a safety property',
      { never: is('off') },
      round,
      'it goes on for ever where its last configuration is what matters',
    ],
    ['a run that just breaks off', breaks(), through('off on'), 'it does not say how the run goes on for ever'],
    [
      'a run that meets the goal',
      breaks(),
      through('off on broken', { stutters: true }),
      'the goal is met, or was not required',
    ],
    ['a goal met on the cycle', { eventually: is('on') }, round, 'the goal is met, or was not required'],
    [
      'a goal met after it was asked for',
      { when: is('off'), leadsTo: is('on') },
      through('off on broken', { stutters: true }),
      'the goal is met, or was not required',
    ],
    [
      'weak fairness broken by stopping',
      breaks({ weak: ['smash'] }),
      through('off on', { stutters: true }),
      'smash is enabled from then on and never taken',
    ],
    [
      'strong fairness broken by a cycle',
      breaks({ strong: ['smash'] }),
      round,
      'smash is enabled again and again and never taken',
    ],
  ])('about %s', (_, property, trace, doubt) => {
    expect(doubtAbout(machine, property, trace)).toBe(doubt);
    expect(() => insist(machine, '“it”', property, trace)).toThrow(`the trace of “it” shows nothing: ${doubt}`);
  });
});

describe('a trace shows', () => {
  test.each<[string, Property, Trace]>([
    ['that an invariant is broken', { invariant: is('off') }, through('off on')],
    ['a forbidden configuration', { never: is('off'), after: is('on') }, through('off on off')],
    ['that a goal is out of reach', { alwaysCanReach: is('off'), after: is('broken') }, through('off on broken')],
    ['a cycle on which a weakly fair event is disabled once', breaks({ weak: ['smash', 'flip'] }), round],
    ['a stop where no fair event is enabled', breaks({ strong: ['smash'] }), through('off', { stutters: true })],
    [
      'what was asked again after the goal was met',
      { when: is('on'), leadsTo: is('off') },
      through('off on off on', { stutters: true }),
    ],
    [
      'a cycle on which it is asked for, and before which the goal was met',
      { when: is('on'), leadsTo: is('broken') },
      through('off on off', { loop: 0 }),
    ],
  ])('%s', (_, property, trace) => {
    expect(doubtAbout(machine, property, trace)).toBeUndefined();
  });
});

test('a way to a goal is looked for among some hundred configurations, and not farther', () => {
  const counter: Table = {
    name: 'counter',
    states: { on: { initial: true } },
    events: { go: {} },
    memory: { n: { range: [0, 5000], initial: 0 } },
    transitions: [{ from: 'on', on: 'go', when: { n: { lt: 5000 } }, to: 'stay', set: { n: { add: 1 } } }],
  };
  const start: Trace = { initial: { state: 'on', memory: { n: 0 } }, steps: [] };
  const doubt = (n: number) => doubtAbout(tableMachine(counter), { alwaysCanReach: { n } }, start);
  expect([doubt(400), doubt(5000)]).toEqual(['the goal can be reached from its end', undefined]);
});

test('a trace that is no run is refused before it is asked what it shows', () => {
  expect(() => insistOnRun(machine, 'SA204', through('on off'))).toThrow(
    'the trace of SA204 does not replay at step -1',
  );
});

/** State machines in JSON and YAML, and records of transitions, told by hand. */
import { expect, test } from 'vitest';
import { arrowsOf, laid } from '../layouts/testing.ts';

test('a state machine in JSON: targets, guards, several targets, delays, and what nothing follows', () => {
  const machine = {
    initial: 'open',
    states: {
      open: { on: { PAY: 'paid', CANCEL: { target: 'lost', cond: 'isFresh' } } },
      paid: { on: { SHIP: [{ target: 'sent', guard: 'inStock' }, { target: 'waiting' }] } },
      waiting: { after: { 1000: 'sent' }, always: 'paid' },
      sent: { type: 'final' },
      lost: {},
    },
  };
  for (const indent of [0, 2])
    expect(arrowsOf(laid(JSON.stringify(machine, undefined, indent), 'data').found)).toEqual([
      ...[
        'open → paid | PAY',
        'open → lost | CANCEL | isFresh',
        'paid → sent | SHIP | inStock',
        'paid → waiting | SHIP',
      ],
      ...['waiting → sent | after 1000', 'waiting → paid', 'sent → none', 'lost → none'],
    ]);
});

test('states inside states: what leaves the outer one leaves each inside, and entering it enters its initial one', () => {
  const yaml = [
    'idle: { on: { GO: busy } }',
    'busy:',
    '  initial: a',
    '  on: { STOP: idle }',
    '  states: { a: { on: { N: b } }, b: }',
  ].join('\n');
  expect(arrowsOf(laid(yaml, 'data').found)).toEqual([
    ...['idle → a | GO', 'a → idle | STOP', 'b → idle | STOP', 'a → b | N'],
  ]);
});

test('records of transitions under a key, with what programs call an event and a condition', () => {
  const yaml = [
    'transitions:',
    '  - { from: open, to: paid, event: pay }',
    '  - { from: [open, paid], to: lost, event: cancel }',
    '  - { from: paid, to: sent, on: ship, when: in stock }',
  ].join('\n');
  expect(arrowsOf(laid(yaml, 'data').found)).toEqual([
    ...['open → paid | pay', 'open → lost | cancel', 'paid → lost | cancel', 'paid → sent | ship | in stock'],
  ]);
});

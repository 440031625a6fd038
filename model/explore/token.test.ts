/** Tokens that are no runs: what is wrong with them, at which place, and what helps. */
import { expect, test } from 'vitest';
import { order } from '../gallery/order.atlas.ts';
import { defineTable } from '../table/define.ts';
import { machineOf } from './of.ts';
import { decodeTrace, TokenError } from './token.ts';

const MEANT = 'at most one ~, and a number from 0 on that says which of several steps is meant';

test.each([
  ['', 'a token begins with the number of an initial configuration and a colon, such as 0:place,pay'],
  ['place,pay', 'and a colon, such as 0:place,pay; did you mean 0:place,pay?'],
  ['3:place', 'there is no initial configuration 3; there are 1, counted from 0'],
  ['0:place,', 'step 2, at character 9, is empty: there is a comma too many; take it out'],
  ['0:,place', 'step 1, at character 3, is empty: there is a comma too many; take it out'],
  ['0:place, pay', 'step 2, at character 9, is “ pay”: a token has no spaces and no quotes; take them out'],
  ['0:place~x', `step 1, at character 3, is place~x: after the event stands ${MEANT}`],
  ['0:place~1~2', `step 1, at character 3, is place~1~2: after the event stands ${MEANT}`],
  ['0:place~9', 'step 1, place~9, is not among what is enabled there: place'],
  ['0:place,pya', 'step 2, pya, is not enabled in placed (attempts 0); did you mean pay? enabled there: decline, pay,'],
  ['0:ship~refused', 'step 1, ship~refused, is an event that is refused, and only walk takes those'],
  ['0:\u001b[31m', 'step 1, \\u001b[31m, is not enabled in cart (attempts 0); enabled there: place, cancel, expire'],
  [`0:${'x'.repeat(500)}`, `step 1, ${'x'.repeat(80)}…, is not enabled`],
])('%j', (token, message) => {
  const machine = machineOf(order);
  expect(() => decodeTrace(machine, token)).toThrow(TokenError);
  expect(() => decodeTrace(machine, token)).toThrow(message);
});

test('of very many enabled steps only some are named', () => {
  const events = Object.fromEntries(Array.from({ length: 30 }, (_, number) => [`press${number}`, {}]));
  const table = defineTable({
    name: 'keys',
    states: { ready: { initial: true } },
    events,
    transitions: Object.keys(events).map((on) => ({ from: 'ready' as const, on, to: 'stay' as const })),
  });
  expect(() => decodeTrace(machineOf(table), '0:jump')).toThrow(/press0, press1, .* press19 and 10 more$/);
});

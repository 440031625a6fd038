import { describe, expect, test } from 'vitest';
import { order } from '../gallery/order.atlas.ts';
import { machineOf } from './of.ts';
import { refusalsOf } from './refusals.ts';
import { desk } from './testing.ts';
import { decodeTrace } from './token.ts';

const refusalsAfter = (model: Parameters<typeof refusalsOf>[0], token: string, event: string) => {
  const machine = machineOf(model);
  const { initial, steps } = decodeTrace(machine, token);
  return refusalsOf(model, machine, steps.at(-1)?.to ?? initial).filter((each) => each.event === event);
};

describe('why an event of a table cannot happen', () => {
  test('no row leaves the state', () => {
    expect(refusalsAfter(order, '0:', 'pay')).toEqual([
      { event: 'pay', reasons: [{ kind: 'state', event: 'pay', state: 'cart', from: ['placed'] }] },
    ]);
  });

  test('a guard fails: the part of it that does, with the value', () => {
    const table = { ...order, transitions: order.transitions.filter((_, index) => index !== 2) };
    expect(refusalsAfter(table, '0:place,decline,decline,decline', 'decline')).toEqual([
      {
        event: 'decline',
        reasons: [{ kind: 'guard', row: 1, failed: [{ part: { attempts: { lt: 3 } }, now: [['attempts', 3]] }] }],
      },
    ]);
  });

  test('a value does not fit', () => {
    const table = { ...order, memory: { attempts: { range: [0, 1] as const, initial: 0 } } };
    const [refusal] = refusalsAfter(table, '0:place,decline', 'decline');
    expect(refusal?.reasons[0]).toMatchObject({
      kind: 'blocked',
      blocked: { reason: 'outside', variable: 'attempts', value: 2 },
    });
  });
});

describe('why an event of a system cannot happen', () => {
  test('its condition fails: a count, with the number', () => {
    const refusals = refusalsAfter(desk, '0:pickUp@session1@technician1', 'pickUp');
    expect(refusals.map(({ binding }) => binding)).toEqual([
      { s: 'session1', t: 'technician1' },
      { s: 'session2', t: 'technician1' },
    ]);
    const part = { count: { of: { other: 'session' }, is: { other: { state: 'active', owner: 't' } }, lt: 1 } };
    expect(refusals[1]?.reasons).toEqual([{ kind: 'condition', failed: [{ part, now: [['', 1]] }] }]);
  });

  test('its condition fails on an instance, whose value it tells, and the table of a participant refuses', () => {
    const [refusal] = refusalsAfter(desk, '0:', 'resume');
    expect(refusal?.reasons).toEqual([
      { kind: 'condition', failed: [{ part: { s: { owner: 't' } }, now: [['session1.owner', null]] }] },
      { kind: 'state', event: 'resume', state: 'waiting', from: ['onHold'], instance: 'session1' },
    ]);
  });
});

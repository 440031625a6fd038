import { describe, expect, test } from 'vitest';
import { refusalsOf } from '../../../model/explore/refusals.ts';
import { desk } from '../../../model/explore/testing.ts';
import { order } from '../../../model/gallery/order.atlas.ts';
import { session } from '../../../model/rescue/session.atlas.ts';
import type { Model } from '../../../model/system/types.ts';
import { calledIn } from './called.ts';
import { reasonText } from './reasons.ts';
import { placeOf, runOf, worldOf } from './run.ts';
import { wordsOf } from './words.ts';

/** Why an event cannot happen after a run. */
function why(model: Model, token: string, event: string, language = 'en'): readonly string[] {
  const world = worldOf(model);
  const { configuration } = placeOf(world, runOf(world, token));
  return refusalsOf(model, world.machine, configuration)
    .filter((each) => each.event === event)
    .map(({ reasons }) =>
      reasons.map((each) => reasonText(model, each, calledIn(model, language), wordsOf(language))).join('; '),
    );
}

describe('why an event cannot happen, in words', () => {
  test('of the state', () => {
    expect(why(order, '0:', 'pay')).toEqual(['not possible in cart; possible in placed']);
    expect(why(session, '0:', 'resume', 'fr')).toEqual([
      'impossible dans Connexion\u00a0; possible dans En attente (onHold)',
    ]);
  });

  test('of a guard, with the value', () => {
    const table = { ...order, transitions: order.transitions.filter((_, index) => index !== 2) };
    expect(why(table, '0:place,decline,decline,decline', 'decline')).toEqual(['needs attempts < 3 (attempts is 3)']);
    expect(why(table, '0:place,decline,decline,decline', 'decline', 'fr')).toEqual([
      'exige attempts < 3 (attempts vaut 3)',
    ]);
  });

  test('of a value outside its domain, and of an event that no row has', () => {
    const small = {
      ...order,
      memory: { attempts: { range: [0, 1] as const, initial: 0 } },
      transitions: order.transitions.filter((_, index) => index !== 2 && index !== 4),
    };
    expect(why(small, '0:place,decline', 'decline')).toEqual(['would set attempts to 2, outside its domain']);
    expect(why(small, '0:place', 'ship')).toEqual(['no row has this event']);
  });

  test('of a system: its condition, with what there is, and the tables of those who take part', () => {
    expect(why(desk, '0:pickUp@session1@technician1', 'pickUp')).toEqual([
      'needs fewer than 1 session other with (other in active and other.owner = t) (there are 1); session1: not possible in active; possible in waiting',
      'needs fewer than 1 session other with (other in active and other.owner = t) (there are 1)',
    ]);
    expect(why(desk, '0:', 'resume')[0]).toBe(
      'needs s.owner = t (session1.owner is unset); session1: not possible in waiting; possible in onHold',
    );
  });
});

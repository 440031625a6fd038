/** A check says the same whichever strategy explores the model. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { TooLarge } from '../../model/compile/index.ts';
import { plan, type Strategy } from '../../model/explore/planning.ts';
import { finish } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { smallSystem, systemWithProperties } from '../laws/systems.ts';
import { property, smallTable, withProperties } from '../laws/tables.ts';
import { checking } from './checking.ts';

/** The judgement by a strategy. */
function judged(model: Model, strategy: Strategy, maxConfigurations: number) {
  try {
    return finish(checking(model, { maxConfigurations }, plan(model, strategy)));
  } catch (error) {
    fc.pre(!(error instanceof TooLarge));
    throw error;
  }
}

/** Few enough that most models hit it, or enough for all of most. */
const most = fc.constantFrom(3, 20, 300);

function insist(model: Model, maxConfigurations: number): void {
  const expected = judged(model, 'naive', maxConfigurations);
  expect(judged(model, 'graph', maxConfigurations)).toEqual(expected);
  expect(judged(model, 'bitmap', maxConfigurations)).toEqual(expected);
  expect(judged(model, 'hash', maxConfigurations)).toEqual(expected);
}

describe('every strategy judges alike', () => {
  law.prop([smallTable, most], { numRuns: 20 })('small tables', insist);
  law.prop([smallSystem, most], { numRuns: 20 })('small systems', insist);
  law.prop([smallTable, fc.array(property, { maxLength: 4 }), most], { numRuns: 20 })(
    'tables with properties',
    (table, properties, bound) => insist(withProperties(table, properties), bound),
  );
  law.prop([systemWithProperties(3), most], { numRuns: 20 })('systems with properties', insist);
});

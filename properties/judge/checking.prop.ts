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

describe('a check that is stopped says nothing wrong', () => {
  const strategy = fc.constantFrom<Strategy>('bitmap', 'hash');
  law.prop([systemWithProperties(3), strategy, fc.nat(30)], { numRuns: 30 })(
    'what it has decided is so',
    (system, by, pauses) => {
      const expected = judged(system, 'naive', 300);
      fc.pre(expected.exploration.scope === 'exhaustive');
      const judgement = stoppedAfter(system, by, pauses);
      for (const [index, { result, property }] of judgement.verdicts.entries())
        if (result !== 'undecided')
          expect({ property, result }).toEqual({ property, result: expected.verdicts[index]?.result });
      if (judgement.exploration.scope === 'exhaustive' && judgement.stopped === undefined)
        expect(judgement).toEqual(expected);
      else expect([judgement.stopped, judgement.exploration.limit]).toContain('Ctrl-C');
      // Told to stop at its first pause, it explores nothing further, by any strategy.
      if (pauses === 0) expect(judgement.exploration.scope).toBe('bounded');
    },
  );

  /** The judgement of a check that is told to stop once, after so many pauses. */
  function stoppedAfter(model: Model, by: Strategy, pauses: number) {
    try {
      const run = checking(model, {}, plan(model, by));
      let at = run.next();
      for (let count = 0; !at.done; count++) at = run.next(count === pauses ? 'Ctrl-C' : undefined);
      return at.value;
    } catch (error) {
      fc.pre(!(error instanceof TooLarge));
      throw error;
    }
  }
});

/** A check that goes on from what was saved at any pause gives the judgement of one that was not broken off, also where it went on with a graph. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { TooLarge } from '../../model/compile/index.ts';
import { type Plan, plan, type Strategy } from '../../model/explore/planning.ts';
import type { Saved } from '../../model/explore/saved.ts';
import type { Model } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { systemWithProperties } from '../laws/systems.ts';
import { checking } from './checking.ts';

/** Checks a model; what was saved at every pause and when exploring was over, and why it went on with a graph. */
function checked(model: Model, planned: Plan, limits: { readonly maxConfigurations: number; readonly from?: Saved }) {
  const saves: Saved[] = [];
  let save: (() => Saved) | undefined;
  let turned: string | undefined;
  const run = checking(model, limits, planned);
  let at = run.next();
  for (; !at.done; at = run.next()) {
    if ('turned' in at.value) {
      turned = at.value.turned;
      save = undefined;
    } else if ('progress' in at.value) save = at.value.progress.save;
    if (save !== undefined) saves.push(structuredClone(save()));
    if ('judging' in at.value) save = undefined;
  }
  return { judgement: at.value, turned, saves };
}

const strategy = fc.constantFrom<Strategy>('bitmap', 'hash', 'graph');

law.prop([systemWithProperties(2), strategy, fc.constantFrom(40, 400)], { numRuns: 60 })(
  'a check that was saved is gone on from to the same judgement',
  (system, forced, maxConfigurations) => {
    let planned: Plan;
    try {
      planned = plan(system, forced);
    } catch (error) {
      fc.pre(!(error instanceof TooLarge));
      throw error;
    }
    const whole = checked(system, planned, { maxConfigurations });
    for (const from of whole.saves) {
      const { judgement, turned } = checked(system, planned, { maxConfigurations, from });
      expect({ judgement: JSON.stringify(judgement), turned }).toEqual({
        judgement: JSON.stringify(whole.judgement),
        turned: whole.turned,
      });
    }
  },
);

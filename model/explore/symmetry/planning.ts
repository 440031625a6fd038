/** Planning the exploration of orbits, which is done only where it is asked for. */
import { compile, SIZES } from '../../compile/index.ts';
import { isSystem, type Model } from '../../system/types.ts';
import { type Plan, planned } from '../planning.ts';
import { Arrangement } from './arrangement.ts';
import { orderOf, symmetryOf } from './exchanged.ts';
import { Unarranged } from './places.ts';

/** Instances that are exchanged are numbered one by one, however little they can hold together. */
const APART = { ...SIZES, together: { ids: 0, entries: 0, work: 0, gain: 1, least: Number.POSITIVE_INFINITY } };

/** Plans to explore a model's orbits; or says, in a sentence without a full stop, why nothing in it can be exchanged. */
export function planOrbits(model: Model): Plan | { readonly refused: string } {
  if (!isSystem(model)) return { refused: 'a table has no instances that could be exchanged' };
  const symmetry = symmetryOf(model);
  if (symmetry.exchanged.length === 0) {
    const reasons = [...symmetry.apart].map(([set, reason]) => `${set}: ${reason}`);
    return { refused: ['no instances can be exchanged', ...reasons].join('; ') };
  }
  const compiled = compile(model, APART);
  if (compiled === undefined) return { refused: 'its values are too many to be numbered' };
  try {
    new Arrangement(compiled, symmetry.exchanged);
  } catch (error) {
    if (!(error instanceof Unarranged)) throw error;
    return { refused: error.message };
  }
  const most = orderOf(symmetry.exchanged);
  const because = `it was asked for, and one configuration stands for up to ${most} that differ in nothing but names`;
  return { strategy: 'orbits', because, ...planned(compiled), symmetry };
}

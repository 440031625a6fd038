/** Runs by their tokens: what a failure printed can be taken again, in a test or on the command line. */
import { decodeTrace, machineOf } from '../../model/explore/index.ts';
import type { Model } from '../../model/system/types.ts';
import { Monitor } from './monitor.ts';
import { Roads } from './runs.ts';

/**
 * The properties that the run of a token breaks, by name; none where it breaks none.
 *
 * @throws {TokenError} where the token is no run of the model any more.
 */
export function brokenBy(model: Model, token: string): readonly string[] {
  const roads = new Roads(machineOf(model));
  return new Monitor(model, roads).broken(decodeTrace(roads.machine, token)).map(({ property }) => property);
}

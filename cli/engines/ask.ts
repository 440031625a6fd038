/** Asking an outside engine for a second opinion. */
import type { EngineName, Opinion } from '../../generators/report/opinion.ts';
import type { Reported } from '../../generators/report/text.ts';
import type { Model } from '../../model/system/types.ts';
import { askRumur } from './rumur.ts';
import { askSpin } from './spin.ts';

type Ask = (model: Model, expected: number) => Promise<Opinion>;

const ASK: { readonly [engine in EngineName]: Ask } = { rumur: askRumur, spin: askSpin };

/**
 * A report with the engine's opinion beside ours. There is none where our own exploration stopped at a bound.
 *
 * @throws {Stop} with code 5 where the engine is missing or fails.
 */
export async function withOpinion(reported: Reported, engine: EngineName): Promise<Reported> {
  const { scope, configurations } = reported.judgement.exploration;
  if (scope !== 'exhaustive') return reported;
  return { ...reported, opinion: await ASK[engine](reported.model, configurations) };
}

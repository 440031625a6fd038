/** Asking an outside engine for a second opinion. */
import type { EngineName, Opinion } from '../../generators/report/opinion.ts';
import type { Reported } from '../../generators/report/text.ts';
import type { Table } from '../../model/table/types.ts';
import { askRumur } from './rumur.ts';
import { askSpin } from './spin.ts';

const ASK: { readonly [engine in EngineName]: (table: Table) => Promise<Opinion> } = { rumur: askRumur, spin: askSpin };

/**
 * A report with the engine's opinion beside ours. There is none where our own exploration stopped at a bound.
 *
 * @throws {Stop} with code 5 where the engine is missing or fails.
 */
export async function withOpinion(reported: Reported, engine: EngineName): Promise<Reported> {
  if (reported.judgement.exploration.scope !== 'exhaustive') return reported;
  return { ...reported, opinion: await ASK[engine](reported.table) };
}

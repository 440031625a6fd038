/** What testing an implementation found, in words. */
import type { RowTaken } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';
import { type Failure, rowAt, rowText } from './failure.ts';

/** A row that can fire, or that nobody knows to be impossible, and how often it was taken. */
export type Exercised = RowTaken & { readonly times: number };

/** What testing an implementation found: what was exercised, and the first failure. */
export type Conformance = {
  readonly model: string;
  readonly seed: number;
  /** How often the implementation was started, the steps it did as expected, and how many of them were refusals. */
  readonly runs: number;
  readonly steps: number;
  readonly refused: number;
  readonly rows: readonly Exercised[];
  /** The limit at which exploring the model stopped: rows that can fire only beyond it are neither covered nor counted, except by chance. */
  readonly incomplete?: string;
  readonly failure?: Failure;
  /** All of it, for readers. */
  readonly text: string;
};

/** The failure, or that there is none; then what was exercised, what was not, and how the runs at random come again. */
export function conformanceText(
  model: Model,
  { model: name, seed, runs, steps, refused, rows, incomplete, failure }: Omit<Conformance, 'text'>,
  places: Places | undefined,
): string {
  const missed = rows.filter(({ times }) => times === 0);
  const said = (row: Exercised): string => rowText(rowAt(model, row, places));
  return [
    failure === undefined ? `${name}: conforms, as far as was tested` : `${failure.text}\n`,
    `  rows that did as expected: ${rows.length - missed.length} of ${rows.length}${missed.length === 0 ? '' : `; not row ${missed.map(said).join(', ')}`}`,
    `  ${runs} starts, ${steps} steps as expected, ${refused} of them refusals; seed ${seed}`,
    ...(incomplete === undefined
      ? []
      : [`  the table was not explored to its end (${incomplete}): rows beyond are covered only by chance`]),
  ].join('\n');
}

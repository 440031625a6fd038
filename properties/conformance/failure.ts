/** A failure of an implementation in words: the steps, what was expected and observed, and the rows it is about. */
import { labelOf, type Machine, type RowTaken } from '../../model/explore/machine.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Place, Places } from '../../model/table/places.ts';
import { listOf, selects } from '../../model/table/select.ts';
import type { FollowedStep } from '../suites/follow.ts';
import type { Failing } from './taking.ts';

/** A row that a failure is about, and where it stands. */
export type RowAt = RowTaken & { readonly place?: Place };

/** A difference between an implementation and its model, with a shortest sequence that shows it. */
export type Failure = {
  /** A shortest failing sequence that shrinking leads to; its last step shows the failure. None where it shows at the start. */
  readonly steps: readonly FollowedStep[];
  /** The sequence as a word that `replay` takes. */
  readonly token: string;
  /** How many steps the sequence had that showed a failure first. */
  readonly found: number;
  readonly expected: string;
  readonly observed: string;
  /** The rows of the last step; where it had to be refused, the rows on its event whose guards do not hold there, or those that leave other states. */
  readonly rows: readonly RowAt[];
  /** What the implementation threw, or the `Error` it answered with, where it did. */
  readonly cause?: unknown;
  /** All of it, for readers. */
  readonly text: string;
};

/** The failure that a shrunk run shows. */
export function failureOf(
  model: Model,
  machine: Machine,
  { run, mismatch }: Failing,
  { token, found, places }: { readonly token: string; readonly found: number; readonly places?: Places | undefined },
): Failure {
  const steps = mismatch.sent;
  const last = steps.at(-1);
  const before = steps.at(-2)?.to ?? run.initial;
  const isRefusal = last?.expect === 'refused';
  const { here, elsewhere } = isRefusal ? rowsOn(model, last.event, before) : { here: last?.rows ?? [], elsewhere: [] };
  const rows = (here.length > 0 ? here : elsewhere).map((row) => rowAt(model, row, places));
  const role = here.length > 0 ? (isRefusal ? 'guarded by row' : 'row') : `${last?.event} leaves other states: row`;
  const lines = [
    `${machine.name}: ${mismatch.message}`,
    '',
    `  0. ${machine.describe(run.initial)}`,
    ...steps.map((step, index) => `  ${index + 1}. ${said(step)} → ${machine.describe(step.to)}`),
    '',
    `  expected  ${mismatch.compared.expected}`,
    `  observed  ${mismatch.compared.observed}`,
    ...rows.map((row) => `  ${role} ${rowText(row)}`),
    `  token     ${token}`,
  ];
  const { compared, cause } = mismatch;
  return { steps, token, found, ...compared, rows, ...(cause !== undefined && { cause }), text: lines.join('\n') };
}

/** The rows on an event that leave the state of a configuration, and those that leave others. Of a system none. */
function rowsOn(
  model: Model,
  event: string,
  at: Failing['run']['initial'],
): { readonly here: readonly RowTaken[]; readonly elsewhere: readonly RowTaken[] } {
  if (isSystem(model) || !('state' in at)) return { here: [], elsewhere: [] };
  const all = model.transitions.flatMap(({ from, on }, row) =>
    listOf(on).includes(event) ? [{ row, isHere: selects(model.states, from, at.state) }] : [],
  );
  const those = (isHere: boolean): readonly RowTaken[] =>
    all.flatMap((each) => (each.isHere === isHere ? [{ row: each.row }] : []));
  return { here: those(true), elsewhere: those(false) };
}

function said(step: FollowedStep): string {
  if (step.restart) return 'a crash and a restart';
  const wait = step.wait === undefined ? '' : ` (${step.wait} ms pass)`;
  return `${labelOf(step)}${wait}${step.expect === 'refused' ? ', to be refused' : ''}`;
}

/** A row with its place, where places are known. */
export function rowAt(model: Model, row: RowTaken, places: Places | undefined): RowAt {
  const place = isSystem(model) ? undefined : places?.(['transitions', row.row]);
  return { ...row, ...(place && { place }) };
}

/** A row for readers: rows count from 1, as in reports. */
export const rowText = ({ row, instance, place }: RowAt): string =>
  `${row + 1}${instance === undefined ? '' : ` of ${instance}`}${place === undefined ? '' : ` at ${place.file}:${place.line}`}`;

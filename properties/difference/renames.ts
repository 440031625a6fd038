/** Names that may only be new for old ones: what was removed and what was added stands in the same places. */
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Table } from '../../model/table/types.ts';

/** A name that is probably new for an old one, with the share of rows that the two have in common (from 0 to 1). */
export type Rename = {
  readonly kind: 'state' | 'event';
  readonly from: string;
  readonly to: string;
  readonly alike: number;
};

type Gone = { readonly added: readonly string[]; readonly removed: readonly string[] };

/** From so large a share on a rename is suggested. */
const ALIKE = 0.5;

/** The best partners among what was removed and added, each name at most once. */
export function renames(
  old: Table,
  now: Table,
  { states, events }: { readonly states: Gone; readonly events: Gone },
): readonly Rename[] {
  return [...paired('state', states, old, now), ...paired('event', events, old, now)];
}

function paired(kind: Rename['kind'], { added, removed }: Gone, old: Table, now: Table): readonly Rename[] {
  const candidates = removed
    .flatMap((from) => added.map((to): Rename => ({ kind, from, to, alike: alike(kind, old, from, now, to) })))
    .filter((each) => each.alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const [left, right] = [new Set(removed), new Set(added)];
  return candidates.filter(({ from, to }) => left.has(from) && right.has(to) && left.delete(from) && right.delete(to));
}

/** Of the steps that mention either name, the share that both have, where the one name is put for the other. */
function alike(kind: Rename['kind'], old: Table, from: string, now: Table, to: string): number {
  const [one, other] = [mentions(kind, old, from), mentions(kind, now, to)];
  const both = [...one].filter((each) => other.has(each)).length;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}

/** The expanded rows that mention a name, with a blank in its place. */
function mentions(kind: Rename['kind'], { states, transitions }: Table, name: string): ReadonlySet<string> {
  const blank = (of: Rename['kind'], text: unknown): unknown => (of === kind && text === name ? '' : text);
  const steps = transitions.flatMap(({ from, on, to }) =>
    selectStates(states, from).flatMap((state) =>
      listOf(on).map((event) => [blank('state', state), blank('event', event), blank('state', to)]),
    ),
  );
  return new Set(steps.filter((step) => step.includes('')).map((step) => JSON.stringify(step)));
}

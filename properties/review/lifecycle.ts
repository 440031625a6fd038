/** A document alone as a lifecycle: every arrow that it claims in either column happens. */
import type { Table } from '../../model/table/types.ts';
import { type Held, isArrow } from './held.ts';

/** The states in which a document lets its lifecycle begin, and those in which it lets it end. */
export type Bounds = { readonly starts: ReadonlySet<string>; readonly ends: ReadonlySet<string> };

/**
 * Starts are the states before which the document says that there is none, and the initial ones of the table; where there are neither,
 * those that nothing leads to. Ends are the states after which the document says that there is none, and those that the table calls final.
 */
export function boundsOf(held: Held, table: Table | undefined): Bounds {
  const said = (end: 'from' | 'to'): readonly string[] =>
    held.claims.flatMap((claim) => {
      const other = end === 'from' ? claim.to : claim.from;
      return claim[end] === null && claim.condition === undefined && other !== null ? [other] : [];
    });
  const states = [...held.states.keys()];
  const stateOf = (id: string) => table?.states[held.means.get(id) ?? ''];
  const starts = new Set([...said('from'), ...states.filter((id) => stateOf(id)?.initial !== undefined)]);
  const ends = new Set([...said('to'), ...states.filter((id) => stateOf(id)?.final !== undefined)]);
  if (starts.size > 0) return { starts, ends };
  const entered = new Set(held.claims.filter(isArrow).map(({ to }) => to));
  const leaving = new Set(held.claims.filter(isArrow).map(({ from }) => from));
  return { starts: new Set(states.filter((id) => !entered.has(id) && leaving.has(id))), ends };
}

/** The table that the document describes by itself: each of its arrows is a row with an event of its own. Names are the ids of its states. */
export function lifecycleOf(held: Held, { starts, ends }: Bounds): Table | undefined {
  if (starts.size === 0) return undefined;
  const arrows = new Map(held.claims.filter(isArrow).map(({ from, to }) => [JSON.stringify([from, to]), { from, to }]));
  const events = [...arrows.values()].map(({ from, to }, index) => ({ from, on: `step-${index + 1}`, to }));
  return {
    name: 'document',
    states: Object.fromEntries(
      [...held.states].map(([id, { label }]) => [
        id,
        { label, ...(starts.has(id) && { initial: true as const }), ...(ends.has(id) && { final: true as const }) },
      ]),
    ),
    events: Object.fromEntries(
      events.map(({ on, from, to }) => [
        on,
        { label: `${held.states.get(from)?.label} → ${held.states.get(to)?.label}` },
      ]),
    ),
    transitions: events,
  };
}

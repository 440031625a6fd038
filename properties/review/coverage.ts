/** The table against all documents together: states, rows and transitions of which none of them speaks. */
import { listOf } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import { listed } from '../judge/words.ts';
import type { Consequences } from './consequences.ts';
import { type Draft, grouped } from './draft.ts';
import { type Held, isArrow, rowPlace, said } from './held.ts';
import type { Against } from './meanings.ts';
import type { Quote } from './types.ts';

/** SA346, SA342, SA343. What the table has and no document says. Without any arrow in the documents, only states are asked for. */
export function undocumented(
  { table, arrows }: Against,
  all: readonly Held[],
  consequences: Consequences | undefined,
): readonly Draft[] {
  const named = new Set(
    all.flatMap(({ means, claims }) => [
      ...means.values(),
      ...claims.flatMap(({ fromState, toState }) => [fromState ?? [], toState ?? []].flat()),
    ]),
  );
  const claimed = new Set(
    all.flatMap(({ claims }) => claims.filter(isArrow).map(({ fromState, toState }) => `${fromState} ${toState}`)),
  );
  const staysAreTold = all.some(({ claims }) => claims.some((claim) => isArrow(claim) && claim.from === claim.to));
  const denied = (kind: 'previous' | 'next'): ReadonlySet<string | undefined> =>
    new Set(
      all.flatMap(({ claims, means }) =>
        claims.flatMap(({ of, names, column_kind, condition }) =>
          names === null && column_kind === kind && condition === undefined && of !== undefined ? [means.get(of)] : [],
        ),
      ),
    );
  const [endless, beginning] = [denied('next'), denied('previous')];
  const isDenied = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
    from !== to && (endless.has(from) || beginning.has(to));
  const open = arrows.all.filter(
    ({ from, to }) => named.has(from) && named.has(to) && (from !== to || staysAreTold) && !isDenied({ from, to }),
  );
  const isClaimed = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
    claimed.has(`${from} ${to}`);
  const ofRow: (typeof open)[number][][] = table.transitions.map(() => []);
  for (const arrow of open) for (const row of arrow.rows) ofRow[row]?.push(arrow);
  const silent = [...ofRow.keys()].filter((index) => {
    const own = ofRow[index] as typeof open;
    return own.length > 0 && !own.some(isClaimed);
  });
  const name = (state: string): string => said(textIn(table.states[state]?.label, 'en', state));
  const places = new Map<string, Quote>();
  for (const held of all)
    for (const id of held.rows) {
      const state = held.means.get(id);
      if (state !== undefined && !places.has(state))
        places.set(state, { ...rowPlace(held, id), says: 'the row where it would stand' });
    }
  const place = (state: string): Quote =>
    places.get(state) ?? { document: all[0]?.name ?? '', line: 1, column: 1, text: state, says: 'the document' };
  const at = (state: string) => {
    const { document, line, column } = place(state);
    return { document, line, column };
  };
  const states = Object.keys(table.states)
    .filter((state) => !named.has(state))
    .map(
      (state): Draft => ({
        code: 'SA346',
        ...at(state),
        states: [state],
        labels: [],
        events: [],
        message: `no document names ${name(state)}, which the table has as ${state}`,
        quotes: [],
        consequences: [],
        remedies: [`Describe ${name(state)} in the document.`, `Take ${state} out of the table.`],
        claims: [],
      }),
    );
  if (claimed.size === 0) return states;
  const keyed = silent.map((index) => ({
    index,
    events: listOf(table.transitions[index]?.on ?? []),
    states: [...new Set((ofRow[index] as typeof open).flatMap(({ from, to }) => [from, to]))],
  }));
  const rows = grouped(keyed, (row) => JSON.stringify([row.states, row.events])).map(
    ([{ index, events, states: ends }, ...more]): Draft => {
      const own = (ofRow[index] as typeof open)[0] as (typeof open)[number];
      const row = listed([index, ...more.map((each) => each.index)].map((each) => `transitions[${each}]`));
      return {
        code: 'SA342',
        ...at(own.from),
        states: ends,
        labels: [],
        events,
        message: `no claim supports ${row} of the table: ${(ofRow[index] as typeof open).map(({ from, to }) => `${from} to ${to}`).join(', ')} on ${events.join(', ')}`,
        quotes: [place(own.from)],
        consequences: consequences?.notBelieved(own.from, own.to) ?? [],
        remedies: [
          `List ${name(own.to)} as what follows ${name(own.from)} in the document.`,
          `Take the row out of the table.`,
        ],
        claims: [],
      };
    },
  );
  const told = new Set(silent.flatMap((index) => ofRow[index] as typeof open));
  const single = open
    .filter((arrow) => !isClaimed(arrow) && !told.has(arrow))
    .map(
      (arrow): Draft => ({
        code: 'SA343',
        ...at(arrow.from),
        states: [arrow.from, arrow.to],
        labels: [],
        events: [],
        message: `no document says that ${name(arrow.from)} becomes ${name(arrow.to)}, as the table does on ${arrow.events.join(', ')}`,
        quotes: [place(arrow.from)],
        consequences: consequences?.notBelieved(arrow.from, arrow.to) ?? [],
        remedies: [
          `List ${name(arrow.to)} as what follows ${name(arrow.from)} in the document.`,
          'Narrow the row of the table so that it does not lead there.',
        ],
        claims: [],
      }),
    );
  return [...states, ...rows, ...single];
}

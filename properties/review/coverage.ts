/** The table against all documents together: states, rows and transitions of which none of them speaks. */
import { listOf } from '../../model/table/select.ts';
import type { Consequences } from './consequences.ts';
import { type Draft, grouped } from './draft.ts';
import { calledIn, type Held, isArrow, rowPlace } from './held.ts';
import type { Against } from './meanings.ts';
import type { SaidQuote } from './worded.ts';
import { say } from './words/index.ts';
import type { Called } from './words/things.ts';

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
  const name = (state: string): Called => calledIn(table, state);
  const places = new Map<string, SaidQuote>();
  for (const held of all)
    for (const id of held.rows) {
      const state = held.means.get(id);
      if (state !== undefined && !places.has(state)) places.set(state, rowPlace(held, id, say('wouldStand')));
    }
  const place = (state: string): SaidQuote =>
    places.get(state) ?? { document: all[0]?.name ?? '', line: 1, column: 1, text: state, says: say('theDocument') };
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
        message: say('unnamed', name(state), state),
        quotes: [],
        consequences: [],
        remedies: [say('describe', name(state)), say('takeStateOut', state)],
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
      return {
        code: 'SA342',
        ...at(own.from),
        states: ends,
        labels: [],
        events,
        message: say(
          'unsupported',
          [index, ...more.map((each) => each.index)],
          (ofRow[index] as typeof open).map(({ from, to }) => ({ from, to })),
          events,
        ),
        quotes: [place(own.from)],
        consequences: consequences?.notBelieved(own.from, own.to) ?? [],
        remedies: [say('listNext', name(own.to), name(own.from)), say('takeRowOut')],
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
        message: say('undocumented', name(arrow.from), name(arrow.to), arrow.events),
        quotes: [place(arrow.from)],
        consequences: consequences?.notBelieved(arrow.from, arrow.to) ?? [],
        remedies: [say('listNext', name(arrow.to), name(arrow.from)), say('narrowRow')],
        claims: [],
      }),
    );
  return [...states, ...rows, ...single];
}

/** Taking hold of documents: readings of documents at hand, and what a table restates of those that are not. */
import type { DocumentClaim, DocumentState, Reading } from '../../model/import/index.ts';
import { isSentence, slug } from '../../model/import/text.ts';
import { listIn, referenceIn, withoutCondition } from '../../model/import/words.ts';
import { textIn } from '../../model/table/text.ts';
import type { Claim, Source } from '../../model/table/types.ts';
import { type Held, type HeldClaim, indexed } from './held.ts';
import { type Against, isRestated, meaningsOf } from './meanings.ts';

/** The layouts in which lists consist of labels. */
const CELLS: readonly string[] = ['columns', 'flattened'];

/** The states with which the claims of a document are read. */
type Parts = Pick<Held, 'name' | 'language' | 'means'> & {
  readonly states: readonly DocumentState[];
  /** Whether what stands in a list is the label of a state, and not a sentence about it. */
  readonly haveCells: boolean;
  readonly claims: readonly (DocumentClaim & { readonly note?: string; readonly ends?: Ends })[];
};

/** The states of the table that both ends of a claim are, where they are known better than by the states of the document. */
type Ends = { readonly fromState?: string; readonly toState?: string };

/** A document that was read, held against a table or only against itself. */
export function heldReading(
  { name, text, reading }: { readonly name: string; readonly text?: string; readonly reading: Reading },
  source: string | undefined,
  against: Against | undefined,
): Held {
  const { language, findings } = reading;
  const restated = (source === undefined ? undefined : against?.table.sources?.[source]?.claims) ?? [];
  const means = against === undefined ? new Map() : meaningsOf(reading, against, restated);
  const statesOf = (wanted: string): ReadonlySet<string> =>
    new Set(findings.flatMap(({ code, state }) => (code === wanted && state !== undefined ? [state] : [])));
  const rowless = statesOf('SA303');
  const isRow = ({ id }: DocumentState): boolean => !rowless.has(id);
  const { states, claims: merged } = merging(reading, isRow, means);
  const { claims, settled } = settledBy(restated, { ...reading, claims: merged }, means);
  const held = claimsOf({ name, language, means, states, claims, haveCells: CELLS.includes(reading.layout) }, against);
  return indexed({
    name,
    ...(source !== undefined && { source }),
    ...(text !== undefined && { text }),
    language,
    states: new Map(states.map((state) => [state.id, state])),
    claims: held,
    ambiguities: reading.ambiguities.filter(({ line }) => !settled.has(line)),
    rows: new Set(states.filter(isRow).map(({ id }) => id)),
    referring: statesOf('SA304'),
    columns: new Set(claims.map(({ column_kind }) => column_kind)),
    means: new Map(states.flatMap(({ id }) => (means.has(id) ? [[id, means.get(id) as string] as const] : []))),
    ...differences(held, restated),
  });
}

/** States without a row that mean what a row means are that row: it is named by another label, or in another language. */
function merging(
  { states, claims }: Reading,
  isRow: (state: DocumentState) => boolean,
  means: ReadonlyMap<string, string>,
): Pick<Reading, 'states' | 'claims'> {
  const rowOf = new Map(
    states
      .filter(isRow)
      .toReversed()
      .map(({ id }) => [means.get(id), id]),
  );
  const instead = new Map(
    states.flatMap((state) => {
      const meaning = means.get(state.id);
      const row = isRow(state) || meaning === undefined ? undefined : rowOf.get(meaning);
      return row === undefined ? [] : [[state.id, row] as const];
    }),
  );
  const labels = new Map(states.map(({ id, label }) => [id, label]));
  const merged = (id: string | null): string | null => (id === null ? null : (instead.get(id) ?? id));
  const called = ({ column_kind, from, to, called: own }: DocumentClaim): Pick<DocumentClaim, 'called'> => {
    const [one, other] = [own?.from ?? labels.get(from ?? ''), own?.to ?? labels.get(to ?? '')];
    if (column_kind !== 'edge') return {};
    return { called: { ...(one !== undefined && { from: one }), ...(other !== undefined && { to: other }) } };
  };
  return {
    states: states.filter(({ id }) => !instead.has(id)),
    claims: claims.map((claim) => ({
      ...claim,
      ...called(claim),
      from: merged(claim.from),
      to: merged(claim.to),
    })),
  };
}

/** The claims of a reading; on lines where it is in doubt, those that the table restates there, if they fit. */
function settledBy(
  restated: readonly Claim[],
  { claims, ambiguities }: Reading,
  means: ReadonlyMap<string, string>,
): { readonly claims: Parts['claims']; readonly settled: ReadonlySet<number> } {
  const byLine = Map.groupBy(restated, ({ line }) => line);
  const doubted = new Set(ambiguities.map(({ line }) => line));
  const idOf = new Map([...means].toReversed().map(([id, state]) => [state, id]));
  const settled = new Set<number>();
  const byDocumentLine = Map.groupBy(claims, ({ line }) => line);
  for (const line of doubted) {
    const [own = [], told = []] = [byDocumentLine.get(line), byLine.get(line)];
    const fits = told.every(
      ({ of, names, column }) => column !== 'description' && idOf.has(of) && (names === null || idOf.has(names ?? '')),
    );
    if (
      restated.length > 0 &&
      own.length === told.length &&
      fits &&
      own.every((claim, index) => isRestated(claim, told[index] as Claim))
    )
      settled.add(line);
  }
  const read = claims.map((claim) => {
    const told = settled.has(claim.line) ? byLine.get(claim.line) : undefined;
    if (told === undefined) return claim;
    const { column, of, names, note } = told[(byDocumentLine.get(claim.line) ?? []).indexOf(claim)] as Claim;
    const [owner, named] = [idOf.get(of) as string, typeof names === 'string' ? (idOf.get(names) as string) : null];
    return {
      ...claim,
      column_kind: column as 'previous' | 'next',
      from: column === 'previous' ? named : owner,
      to: column === 'previous' ? owner : named,
      confidence: 1,
      ...(note !== undefined && { note: textIn(note, 'en') }),
    };
  });
  return { claims: read, settled };
}

/** Claims with both their ends, the label they are written with, and what they are in the table. */
function claimsOf(
  { name, language, means, states, claims, haveCells }: Parts,
  against: Against | undefined,
): readonly HeldClaim[] {
  const label = new Map(states.map((state) => [state.id, state.label]));
  const idsOf = Map.groupBy(means.keys(), (id) => means.get(id));
  const alternatives = new Map(
    states.map(({ id }) => {
      const called = against === undefined ? [] : against.called(label.get(id) ?? '', language);
      return [
        id,
        called.length < 2 ? [] : called.filter((state) => (idsOf.get(state) ?? []).every((other) => other === id)),
      ];
    }),
  );
  const placed = new Map<string, number>();
  return claims.map(({ note, ends, ...claim }, index): HeldClaim => {
    const { column_kind, from, to, text } = claim;
    const of = column_kind === 'edge' ? undefined : column_kind === 'previous' ? to : from;
    const names = column_kind === 'edge' ? (to ?? null) : column_kind === 'previous' ? from : to;
    const key = `${claim.line} ${claim.column} ${column_kind}`;
    const nth = placed.get(key) ?? 0;
    placed.set(key, nth + 1);
    return {
      ...claim,
      document: name,
      index,
      ...(typeof of === 'string' && { of }),
      names,
      ...(haveCells && column_kind !== 'edge' && names !== null && labelOf(text, nth, language)),
      ...(ends ?? endsOf(from, to)),
      ...(note !== undefined && { note }),
    };
  });

  /** The states at both ends; where a label is that of several states of the table, the one that makes the claim an arrow of it. */
  function endsOf(from: string | null, to: string | null): Ends {
    const one = from === null ? undefined : means.get(from);
    const other = to === null ? undefined : means.get(to);
    const ends = (fromState?: string, toState?: string): Ends => ({
      ...(fromState !== undefined && { fromState }),
      ...(toState !== undefined && { toState }),
    });
    const isArrow = (state: string | undefined, next: string | undefined): boolean =>
      state !== undefined && next !== undefined && against?.arrows.between(state, next) !== undefined;
    if (against === undefined || isArrow(one, other)) return ends(one, other);
    const starts = (from !== null && alternatives.get(from)?.filter((state) => isArrow(state, other))) || [];
    const goals = (to !== null && alternatives.get(to)?.filter((state) => isArrow(one, state))) || [];
    if (starts.length + goals.length !== 1) return ends(one, other);
    return ends(starts[0] ?? one, goals[0] ?? other);
  }
}

/** The label with which the nth claim of an item names its state. */
function labelOf(text: string, nth: number, language: string): { readonly label?: string } {
  if (referenceIn(text) !== undefined || isSentence(text)) return {};
  const { head } = withoutCondition(text);
  const parts = listIn(head, language);
  const label = nth === 0 && parts.length === 1 ? head : parts[nth];
  return label === undefined ? {} : { label };
}

/** What of a restatement is not in the document, and what of the document is not in the restatement, wherever the claims stand. */
function differences(claims: readonly HeldClaim[], restated: readonly Claim[]): Pick<Held, 'missing' | 'unstated'> {
  if (restated.length === 0) return { missing: [], unstated: [] };
  const keyOf = (column: string, of: string | undefined, names: string | null | undefined): string =>
    JSON.stringify([column, of, names]);
  const left = new Map<string, HeldClaim[]>();
  for (const claim of claims) {
    const [of, names] =
      claim.column_kind === 'previous' ? [claim.toState, claim.fromState] : [claim.fromState, claim.toState];
    const key = keyOf(claim.column_kind, of, claim.names === null ? null : names);
    left.set(key, [...(left.get(key) ?? []), claim]);
  }
  const missing = restated.filter(({ column, of, names, line }) => {
    if (column === 'description' || names === undefined) return false;
    const found = left.get(keyOf(column, of, names)) ?? [];
    const at = found.findIndex((each) => each.line === line);
    return found.splice(Math.max(at, 0), 1).length === 0;
  });
  return { missing, unstated: [...left.values()].flat().filter(({ column_kind }) => column_kind !== 'edge') };
}

/** A source that a table restates, as a document: there is no text at hand, and labels are those of the claims. */
export function heldSource(source: string, { claims = [], language = 'en' }: Source, against: Against): Held {
  const { table } = against;
  const told = claims.filter(({ column }) => column !== 'description');
  const ids = new Map<string, { readonly state?: string; readonly label: string; readonly line: number }>();
  const idOf = (state: string | undefined, text: string, line: number): string => {
    const id = state ?? slug(text);
    const label = state === undefined ? text : textIn(table.states[state]?.label, language, state);
    if (!ids.has(id)) ids.set(id, { ...(state !== undefined && { state }), label, line });
    return id;
  };
  const owners = new Set(told.map(({ of }) => of));
  for (const { of, line } of told) idOf(of, of, line);
  const read = told.map(({ line, column, of, names, text, condition, note }) => {
    const named = names === null ? null : idOf(names, text, line);
    return {
      document: source,
      line,
      column: 1,
      text,
      column_kind: column as 'previous' | 'next',
      from: column === 'previous' ? named : of,
      to: column === 'previous' ? of : named,
      confidence: 1,
      ...(condition !== undefined && { condition: textIn(condition, language) }),
      ...(note !== undefined && { note: textIn(note, 'en') }),
    };
  });
  const states = [...ids].map(([id, { state, label, line }]): DocumentState => {
    const description = state === undefined ? '' : textIn(table.states[state]?.description, language);
    return { id, label, line, descriptions: description === '' ? [] : [description] };
  });
  const means = new Map([...ids].flatMap(([id, { state }]) => (state === undefined ? [] : [[id, state] as const])));
  return indexed({
    name: source,
    source,
    language,
    states: new Map(states.map((state) => [state.id, state])),
    claims: claimsOf({ name: source, language, means, states, claims: read.map(withEnds), haveCells: true }, against),
    ambiguities: [],
    rows: owners,
    referring: new Set(),
    columns: new Set(read.map(({ column_kind }) => column_kind)),
    means,
    missing: [],
    unstated: [],
  });

  /** What is restated is said of states of the table, whatever else their labels could mean. */
  function withEnds<C extends { readonly from: string | null; readonly to: string | null }>(
    claim: C,
  ): C & { ends: Ends } {
    const [fromState, toState] = [claim.from, claim.to].map((id) => (id === null ? undefined : means.get(id)));
    return {
      ...claim,
      ends: { ...(fromState !== undefined && { fromState }), ...(toState !== undefined && { toState }) },
    };
  }
}

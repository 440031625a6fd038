/** A document as it is held against a table and against itself: its claims with both of their ends, and what these are in the table. */
import type { Ambiguity, DocumentClaim, DocumentState } from '../../model/import/index.ts';
import { plain } from '../../model/import/text.ts';
import type { Claim, Table } from '../../model/table/types.ts';
import type { SaidQuote } from './worded.ts';
import { type Saying, say } from './words/index.ts';
import type { Called, ClaimSaid } from './words/things.ts';

/** A claim with what the review knows of it. */
export type HeldClaim = DocumentClaim & {
  /** Its place in the order of the document's claims. */
  readonly index: number;
  /** The state in whose row it stands; none where it stands in nobody's, such as an arrow of a diagram. */
  readonly of?: string;
  /** The state it names; `null` where it says that there is none. */
  readonly names: string | null;
  /** The label it names the state by, as written; absent where the claim does not show it. */
  readonly label?: string;
  /** The labels of both ends of an arrow that stands in nobody's row, as written. */
  readonly called?: { readonly from?: string; readonly to?: string };
  /** The states of the table that its ends are; absent where the table has none, or the document says that there is none. */
  readonly fromState?: string;
  readonly toState?: string;
  /** How its reading was decided: by the table's restatement, or by whoever restated it. */
  readonly note?: string;
};

export type Held = HeldParts & {
  /** The states whose label another state has as well. */
  readonly shared: ReadonlySet<string>;
  /** The claims in the row of a state; those that name it; those that have it at either end. All in the order of the document. */
  readonly inRow: (id: string) => readonly HeldClaim[];
  readonly naming: (id: string) => readonly HeldClaim[];
  readonly about: (id: string) => readonly HeldClaim[];
};

/** What a document is held by. */
export type HeldParts = {
  readonly name: string;
  /** The source of the table that the document is. */
  readonly source?: string;
  readonly text?: string;
  readonly language: string;
  readonly states: ReadonlyMap<string, DocumentState>;
  readonly claims: readonly HeldClaim[];
  readonly ambiguities: readonly Ambiguity[];
  /** The states that have a row, a section or a declaration of their own. */
  readonly rows: ReadonlySet<string>;
  /** The columns that the document has at all. */
  readonly columns: ReadonlySet<DocumentClaim['column_kind']>;
  /** The state of the table that each state is, by id. */
  readonly means: ReadonlyMap<string, string>;
  /** The rows that refer to another one, as their reader found them. */
  readonly referring: ReadonlySet<string>;
  /** What the table restates of it and was not found there. */
  readonly missing: readonly Claim[];
  /** What it claims and the table does not restate. Empty where the table restates nothing. */
  readonly unstated: readonly HeldClaim[];
};

/** A document with what is looked up in it. */
export function indexed(parts: HeldParts): Held {
  const groups = Map.groupBy(parts.states.values(), ({ label }) => plain(label)).values();
  const by = (keysOf: (claim: HeldClaim) => readonly (string | null | undefined)[]) => {
    const found = new Map<string, HeldClaim[]>();
    for (const claim of parts.claims)
      for (const key of new Set(keysOf(claim)))
        if (typeof key === 'string') {
          const known = found.get(key);
          if (known === undefined) found.set(key, [claim]);
          else known.push(claim);
        }
    return (id: string): readonly HeldClaim[] => found.get(id) ?? [];
  };
  return {
    ...parts,
    shared: new Set([...groups].flatMap((same) => (same.length > 1 ? same.map(({ id }) => id) : []))),
    inRow: by(({ of }) => [of]),
    naming: by(({ names }) => [names]),
    about: by(({ from, to }) => [from, to]),
  };
}

/** The label of a state of a document. */
export const labelIn = ({ states }: Held, id: string): string => states.get(id)?.label ?? id;

/** A state of a document as it is called; where others have the same label, with what tells it apart. */
export function calledOf(held: Held, id: string): Called {
  const label = labelIn(held, id);
  return held.shared.has(id) ? { label, name: held.means.get(id) ?? id } : { label };
}

/** A state of a table as it is called. */
export const calledIn = ({ states }: Pick<Table, 'states'>, state: string): Called => ({
  label: states[state]?.label ?? state,
});

/** What a finding about some states names: states of the table, or the labels of those that it does not have. */
export function subjectOf(
  held: Held,
  ids: readonly string[],
): { states: readonly string[]; labels: readonly string[] } {
  const states = new Set<string>();
  const labels = new Set<string>();
  for (const id of ids) {
    const state = held.means.get(id);
    if (state === undefined) labels.add(nameIn(held, id));
    else states.add(state);
  }
  return { states: [...states], labels: [...labels] };
}

/** What a finding about an arrow names: both ends in the table, in order, or both labels where the table lacks one. */
export function arrowSubject(
  held: Held,
  { from, to, fromState, toState }: Pick<HeldClaim, 'from' | 'to' | 'fromState' | 'toState'>,
): { states: readonly string[]; labels: readonly string[] } {
  const ends = [
    [from, fromState],
    [to, toState],
  ].filter((end): end is [string, string | undefined] => end[0] !== null);
  const states = ends.flatMap(([, state]) => state ?? []);
  return states.length === ends.length
    ? { states, labels: [] }
    : { states: [], labels: ends.map(([id]) => nameIn(held, id)) };
}

/** The label of a state, or its identifier where the label is not its own. */
const nameIn = (held: Held, id: string): string => (held.shared.has(id) ? id : labelIn(held, id));

/** A label by which a claim names a state, as written: the state in the document, and in the table. */
export type Naming = {
  readonly claim: HeldClaim;
  readonly label: string;
  readonly id: string;
  readonly state: string | undefined;
};

/** The labels that a claim shows: that of the state it names, or those of both ends of an arrow that stands in nobody's row. */
export function namingsIn(claim: HeldClaim): readonly Naming[] {
  const { column_kind, label, names, called, from, to, fromState, toState } = claim;
  if (column_kind !== 'edge')
    return label === undefined || names === null
      ? []
      : [{ claim, label, id: names, state: column_kind === 'previous' ? fromState : toState }];
  const naming = (id: string | null, state: string | undefined, as: string | undefined): readonly Naming[] =>
    id === null || as === undefined ? [] : [{ claim, label: as, id, state }];
  return [...naming(from, fromState, called?.from), ...naming(to, toState, called?.to)];
}

/** Where a claim stands. */
export const placeOf = ({ document, line, column, cell, text }: HeldClaim) => ({
  document,
  line,
  column,
  ...(text.length > 0 && { length: text.length }),
  ...(cell && { cell }),
});

/** A claim, quoted. */
export const quoteOf = (claim: HeldClaim, says: Saying): SaidQuote => ({ ...placeOf(claim), text: claim.text, says });

/** A claim, quoted for what it says itself. */
export const claimQuote = (held: Held, claim: HeldClaim): SaidQuote =>
  quoteOf(claim, say('claim', claimSaid(held, claim)));

/** The row of a state, quoted. */
export const rowPlace = ({ name, states }: Held, id: string, says: Saying = say('itsRow')): SaidQuote => ({
  document: name,
  line: states.get(id)?.line ?? 1,
  column: 1,
  text: states.get(id)?.label ?? id,
  says,
});

/** The place of the row of a state. */
export const rowAt = (held: Held, id: string) => ({
  document: held.name,
  line: held.states.get(id)?.line ?? 1,
  column: 1,
});

/** What a claim says of the state in whose row it stands. */
export function claimSaid(held: Held, { column_kind, of, from, to, names }: HeldClaim): ClaimSaid {
  const end = (id: string | null): Called | null => (id === null ? null : calledOf(held, id));
  return of === undefined || column_kind === 'edge'
    ? { column: 'edge', from: end(from), to: end(to) }
    : { column: column_kind, of: calledOf(held, of), names: end(names) };
}

/** Whether a claim names a state: an arrow. */
export const isArrow = (claim: HeldClaim): claim is HeldClaim & { from: string; to: string; names: string } =>
  claim.from !== null && claim.to !== null;

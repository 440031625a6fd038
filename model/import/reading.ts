/** From what was found in a document to what it says: states, claims, and every place that could as well be read otherwise. */
import { type Chosen, doubts } from './doubts.ts';
import type { Format } from './kinds.ts';
import { mentionsIn } from './mentions.ts';
import type { Lists, Resolved } from './network.ts';
import { type Solution, solve } from './solve.ts';
import { type States, statesOf } from './states.ts';
import type { DocumentClaim, DocumentFinding, Entry, Found, Reading, SourceDocument, Written } from './types.ts';
import { languageOf } from './words.ts';

/** Reads what was found in a document: the most consistent reading of all of it, exactly. */
export function reading({ name, text }: SourceDocument, { layout, entries, unread }: Found, format: Format): Reading {
  const language = languageOf(text);
  const items = new Set(entries.flatMap(({ deals }) => deals.flatMap(({ previous, next }) => [...previous, ...next])));
  const mentions = mentionsIn([...items], entries, language);
  const solution = solve(entries, mentions);
  const states = statesOf(entries, solution.lists);
  const { ambiguities, confidence } = doubts(name, entries, mentions, solution, states);
  const claims = entries.flatMap((entry, row) => claimsOf(name, entry, row, solution, states, mentions, confidence));
  return {
    document: name,
    format,
    layout,
    language,
    states: states.states,
    claims: claims.toSorted((one, other) => one.line - other.line || one.column - other.column),
    ambiguities,
    findings: findingsOf(name, solution, states, unread),
  };
}

type Mentions = ReturnType<typeof mentionsIn>;

/** The claims of one row. Those of a row that refers to another one stand where the reference does. */
function claimsOf(
  document: string,
  { deals }: Entry,
  row: number,
  { lists, refers }: Solution,
  { idOfRow, idOf }: States,
  mentions: Mentions,
  confidence: (chosen: Chosen) => number,
): readonly DocumentClaim[] {
  const own = idOfRow(row);
  const place = ({ line, column, cell, text }: Written) => ({ document, line, column, ...(cell && { cell }), text });
  const claim = (kind: 'previous' | 'next', at: Written, named: string | null, rest: object): DocumentClaim => ({
    ...place(at),
    column_kind: kind,
    from: kind === 'previous' ? named : own,
    to: kind === 'previous' ? own : named,
    confidence: 1,
    ...rest,
  });
  const read = lists[row] as Lists;
  return (['previous', 'next'] as const).flatMap((kind) => {
    const written = deals.flatMap((deal) => deal[kind]);
    const reference = refers.has(row)
      ? written.findLast((item) => mentions.get(item)?.reference !== undefined)
      : undefined;
    const named = read[kind].map(({ mention, ...resolved }: Resolved) =>
      claim(kind, reference ?? mention, idOf(resolved), {
        ...(mention.condition !== undefined && { condition: mention.condition }),
        confidence: confidence({ row: refers.get(row) ?? row, kind, mention, entry: resolved.entry }),
      }),
    );
    const none = read.deal[kind]
      .map((item) => mentions.get(item))
      .filter((mention) => mention?.none === true)
      .map((mention) =>
        claim(kind, reference ?? (mention as Written), null, {
          ...(mention?.condition !== undefined && { condition: mention.condition }),
        }),
      );
    return [...named, ...none];
  });
}

/** What the owner of a document should know of how it was read. */
function findingsOf(
  document: string,
  { refers, choice, lists }: Solution,
  { states, idOfRow, rowless }: States,
  unread: readonly Written[],
): readonly DocumentFinding[] {
  const at = ({ line, column }: Written) => ({ document, line, column });
  const start = { document, line: 1, column: 1 };
  return [
    ...(choice.proved
      ? []
      : [
          {
            code: 'SA301',
            severity: 'warning' as const,
            message: 'the search for the best reading was cut short',
            ...start,
          },
        ]),
    ...unread.map((line) => ({
      code: 'SA302',
      severity: 'note' as const,
      message: `this belongs to no row and was not read: ${line.text.slice(0, 80)}`,
      ...at(line),
    })),
    ...rowless.map(({ label, mention }) => ({
      code: 'SA303',
      severity: 'warning' as const,
      message: `${label} is named, and no row describes it`,
      ...at(mention),
    })),
    ...[...refers].map(([row, to]) => ({
      code: 'SA304',
      severity: 'note' as const,
      message: `${idOfRow(row)} refers to another row in words that name none; taken as ${idOfRow(to)}, which agrees best`,
      document,
      line: states[row]?.line ?? 1,
      column: 1,
    })),
    ...sharedLabels(document, states.slice(0, lists.length)),
  ];
}

function sharedLabels(document: string, states: Reading['states']): readonly DocumentFinding[] {
  return [...Map.groupBy(states, ({ label }) => label).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      code: 'SA305',
      severity: 'warning',
      message: `${same.length} rows share the label ${same[0]?.label}: ${same.map(({ id }) => id).join(', ')}`,
      document,
      line: same[1]?.line ?? 1,
      column: 1,
    }));
}

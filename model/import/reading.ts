/** From what was found in a document to what it says: states, claims, and every place that could as well be read otherwise. */
import { doubts, type Sureness } from './doubts.ts';
import type { Format } from './kinds.ts';
import { labelsOf } from './labels.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { referenceOf, type Statements } from './network.ts';
import type { Lists, Resolved } from './options.ts';
import { type Solution, solve } from './solve.ts';
import { declaredIn, type States, statesOf } from './states.ts';
import { plain } from './text.ts';
import type { DocumentClaim, DocumentFinding, Found, Reading, SourceDocument, Written } from './types.ts';
import { languageOf } from './words.ts';

/** What the claims of a document are made from. */
type Read = {
  readonly document: string;
  readonly statements: Statements;
  readonly solution: Solution;
  readonly states: States;
  readonly sure: Sureness;
  /** The rows and arrows whose search was cut short. */
  readonly cut: Cut;
};

type Cut = { readonly rows: ReadonlySet<number>; readonly arrows: ReadonlySet<number>; readonly labels: boolean };

/** How sure a label is that is not spelled like its state, and what is not proved to be the best reading. */
const LESS_SURE = { spelling: 0.9, cut: 0.5 } as const;

/** Reads what was found in a document: the most consistent reading of all of it, exactly. Where that would take too long, a finding says so. */
export function reading({ name: document, text }: SourceDocument, found: Found, format: Format): Reading {
  const { layout, entries, arrows } = found;
  const language = languageOf(format === 'mermaid' ? drawnIn(found) : text);
  const declared = declaredIn(found);
  const labels = labelsOf(declared.labels.map((label) => label.text));
  const items = new Set([
    ...entries.flatMap(({ deals }) => deals.flatMap(({ previous, next }) => [...previous, ...next])),
    ...arrows.flatMap(({ from, to }) => [...from, ...to]),
  ]);
  const mentions = mentionsIn([...items], labels, language);
  const statements = { entries, arrows, mentions, labels };
  const solution = solve(statements, declared.labels.length);
  const states = statesOf(entries, declared, [...solution.rows, ...solution.arrows]);
  const { ambiguities, sure } = doubts(document, statements, solution, states);
  const read = { document, statements, solution, states, sure, cut: cutIn(solution, labels.isCut()) };
  const claims = [
    ...entries.flatMap((_, row) => claimsOfRow(read, row)),
    ...arrows.flatMap((_, arrow) => claimsOfArrow(read, arrow)),
  ];
  return {
    document,
    format,
    layout,
    language,
    states: states.states,
    claims: claims.toSorted((one, other) => one.line - other.line || one.column - other.column),
    ambiguities,
    findings: findingsOf(read, found, declared.labels),
  };
}

/** What a diagram says in words: the keywords of its notation are of no language. */
const drawnIn = ({ arrows, named }: Found): string =>
  [
    ...named.map(({ text }) => text),
    ...arrows.flatMap(({ from, to, event = '', condition = '' }) => [
      ...[...from, ...to].map(({ text }) => text),
      event,
      condition,
    ]),
  ].join('\n');

function cutIn({ document: { subjects, cut }, consistency }: Solution, labels: boolean): Cut {
  const all = subjects.filter((_, variable) => cut.has(variable) || consistency.isCut(variable));
  return {
    rows: new Set(all.flatMap((each) => (each.kind === 'arrow' ? [] : [each.row]))),
    arrows: new Set(all.flatMap((each) => (each.kind === 'arrow' ? [each.arrow] : []))),
    labels,
  };
}

/** How sure a label's reading is: of 1, what other readings of its item, of the label and of the reference that leads to it leave. */
function confidenceOf({ sure, cut }: Read, mention: Mention, named: Resolved | undefined, isCut: boolean): number {
  const candidates = mention.names.find(({ label }) => label === named?.label)?.candidates ?? [];
  const isSpelled = named === undefined || candidates.length === 0 || candidates.some(({ cost }) => cost === 0);
  const share =
    sure(mention) *
    (named === undefined ? 1 : sure(mention, named.label)) *
    (isSpelled ? 1 : LESS_SURE.spelling) *
    (isCut || (cut.labels && candidates.length === 0 && named !== undefined) ? LESS_SURE.cut : 1);
  return Math.max(0.01, Math.round(100 * share) / 100);
}

const placeOf = ({ line, column, cell }: Omit<Written, 'text'>): Pick<DocumentClaim, 'line' | 'column' | 'cell'> => ({
  line,
  column,
  ...(cell && { cell }),
});

/** The claims of one row. Those of a row that refers to another one stand where the reference does. */
function claimsOfRow(read: Read, row: number): readonly DocumentClaim[] {
  const { document, statements, solution, states, sure, cut } = read;
  const { entries, mentions } = statements;
  const own = states.idOfState(row);
  const target = solution.refers.get(row);
  const reference =
    target === undefined ? undefined : referenceOf(entries[row] as Statements['entries'][number], mentions);
  const lists = solution.rows[row] as Lists;
  return (['previous', 'next'] as const).flatMap((kind) => {
    const at = reference === undefined ? undefined : (lastReference(read, row, kind) ?? reference);
    const claim = (mention: Mention, named: Resolved | undefined): DocumentClaim => {
      const { condition } = mention;
      const name = named === undefined ? null : states.idOf(named);
      const isCut = cut.rows.has(row) || (target !== undefined && cut.rows.has(target));
      const confidence = confidenceOf(read, mention, named, isCut) * (reference === undefined ? 1 : sure(reference));
      return {
        document,
        ...placeOf(at ?? mention),
        text: (at ?? mention).text,
        column_kind: kind,
        from: kind === 'previous' ? name : own,
        to: kind === 'previous' ? own : name,
        ...(condition !== undefined && { condition }),
        confidence: Math.max(0.01, Math.round(100 * confidence) / 100),
      };
    };
    const nones = lists.deal[kind].map((item) => mentions.get(item) as Mention).filter(({ none }) => none);
    return [
      ...lists[kind].map((named) => claim(named.mention, named)),
      ...nones.map((mention) => claim(mention, undefined)),
    ];
  });
}

/** The last item of a row's column that is a reference. */
function lastReference(
  { statements: { entries, mentions } }: Read,
  row: number,
  kind: 'previous' | 'next',
): Written | undefined {
  const written = (entries[row] as Statements['entries'][number]).deals.flatMap((deal) => deal[kind]);
  return written.findLast((item) => mentions.get(item)?.reference !== undefined);
}

/** The claims of one arrow: from each of its beginnings to each of its ends. */
function claimsOfArrow(read: Read, index: number): readonly DocumentClaim[] {
  const { document, statements, solution, states, cut } = read;
  const arrow = statements.arrows[index] as Statements['arrows'][number];
  const lists = solution.arrows[index] as Lists;
  const endsOf = (items: readonly Written[], resolved: readonly Resolved[]) => {
    const mentions = items.map((item) => statements.mentions.get(item) as Mention);
    const nones = mentions.filter(({ none }) => none).map((mention) => ({ mention, named: undefined }));
    const ends = [...resolved.map((named) => ({ mention: named.mention, named })), ...nones];
    return ends.length === 0 && items.length === 0 ? [undefined] : ends;
  };
  const ends = endsOf(arrow.to, lists.next);
  return endsOf(arrow.from, lists.previous).flatMap((from) =>
    ends.map((to): DocumentClaim => {
      const conditions = [arrow.condition, from?.mention.condition, to?.mention.condition].filter(
        (each) => each !== undefined,
      );
      const condition = [...new Set(conditions)].join('; ');
      const confidence = [from, to]
        .map((end) => (end === undefined ? 1 : confidenceOf(read, end.mention, end.named, cut.arrows.has(index))))
        .reduce((one, other) => one * other);
      return {
        document,
        ...placeOf(arrow),
        text: arrow.text,
        column_kind: arrow.kind ?? 'edge',
        from: from?.named === undefined ? null : states.idOf(from.named),
        to: to?.named === undefined ? null : states.idOf(to.named),
        ...calledOf(states, from?.named, to?.named),
        ...(arrow.event !== undefined && { event: arrow.event }),
        ...(condition !== '' && { condition }),
        confidence: Math.max(0.01, Math.round(100 * confidence) / 100),
      };
    }),
  );
}

/** The labels of the ends of an arrow that are spelled otherwise than those of the states that they are read as. */
function calledOf({ states }: States, one?: Resolved, other?: Resolved): Pick<DocumentClaim, 'called'> {
  const [from, to] = [one, other].map((end) => {
    const own = end?.state === undefined ? undefined : states[end.state]?.label;
    return end === undefined || own === undefined || plain(own) === plain(end.label) ? undefined : end.label;
  });
  return from === undefined && to === undefined
    ? {}
    : { called: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } };
}

/** What the owner of a document should know of how it was read. */
function findingsOf(read: Read, { declares, unread }: Found, labels: readonly Written[]): readonly DocumentFinding[] {
  const { document, statements, solution, states, cut } = read;
  const say = (code: string, severity: DocumentFinding['severity'], message: string, at?: Omit<Written, 'text'>) => ({
    code,
    severity,
    message,
    document,
    line: at?.line ?? 1,
    column: at?.column ?? 1,
  });
  const [cutRow] = cut.rows;
  const [cutArrow] = cut.arrows;
  const cutAt = cutRow === undefined ? statements.arrows[cutArrow ?? -1] : statements.entries[cutRow]?.label;
  const references = statements.arrows
    .flatMap(({ from, to }) => [...from, ...to])
    .filter((item) => statements.mentions.get(item)?.reference !== undefined);
  return [
    ...(cut.rows.size + cut.arrows.size === 0
      ? []
      : [
          say(
            'SA301',
            'warning',
            'the search for the best reading was cut short; a more consistent one may exist',
            cutAt,
          ),
        ]),
    ...(cut.labels
      ? [say('SA301', 'warning', 'the document has too many labels to compare each with all that are nearly alike')]
      : []),
    ...[...unread, ...references].map((line) =>
      say('SA302', 'note', `this belongs to no row and was not read: ${line.text.slice(0, 80)}`, line),
    ),
    ...(declares ? states.undeclared : []).map((named) => ({
      ...say('SA303', 'warning', `${named.label} is named, and nothing describes it`, named.mention),
      state: states.idOf(named),
    })),
    ...referred(read, say),
    ...sharedLabels(labels, states, solution.rows.length, say),
  ];
}

type Say = (
  code: string,
  severity: DocumentFinding['severity'],
  message: string,
  at?: Omit<Written, 'text'>,
) => DocumentFinding;

/** References whose words name no row, and references that lead nowhere. */
function referred(
  { statements: { entries, mentions, labels }, solution, states }: Read,
  say: Say,
): readonly DocumentFinding[] {
  return entries.flatMap((entry, row) => {
    const reference = referenceOf(entry, mentions);
    if (reference === undefined) return [];
    const target = solution.refers.get(row);
    const own = states.idOfState(row);
    const at = { line: entry.label.line, column: 1 };
    if (target === undefined)
      return [{ ...say('SA304', 'warning', `${own} refers to another row, and there is none`, at), state: own }];
    const isSpelled = labels
      .meanings(reference.reference as string)
      .some(({ state, cost }) => state === target && cost === 0);
    const message = `${own} refers to another row in words that name none; taken as ${states.idOfState(target)}, which agrees best`;
    return isSpelled ? [] : [{ ...say('SA304', 'note', message, at), state: own }];
  });
}

function sharedLabels(
  labels: readonly Written[],
  { idOfState }: States,
  rows: number,
  say: Say,
): readonly DocumentFinding[] {
  const same = Map.groupBy(labels.slice(0, rows).keys(), (row) => plain((labels[row] as Written).text));
  return [...same.values()]
    .filter(({ length }) => length > 1)
    .map((all) => {
      const second = labels[all[1] as number] as Written;
      return say(
        'SA305',
        'warning',
        `${all.length} rows share the label ${second.text}: ${all.slice(0, 10).map(idOfState).join(', ')}`,
        { line: second.line, column: 1 },
      );
    });
}

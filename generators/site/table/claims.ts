/** What documents say of a table, claim by claim, and what became of it. */
import type { Claim, Ruling } from '../../../model/table/types.ts';
import { supports } from '../../markdown/claims.ts';
import { mdTable } from '../../markdown/escape.ts';
import type { TableContext } from '../context.ts';
import { linkTo, stateLink } from '../links.ts';
import { rulingText, told } from '../parts.ts';
import { placeOf } from '../source.ts';
import { inLanguage, said } from '../text.ts';

/** A claim with the source that makes it. */
export type SourceClaim = { readonly source: string; readonly claim: Claim };

/** All claims of all sources, in their order. */
export const claimsOf = ({ model }: TableContext): readonly SourceClaim[] =>
  Object.entries(model.sources ?? {}).flatMap(([source, { claims = [] }]) =>
    claims.map((claim) => ({ source, claim })),
  );

/** The place of a line of a source on the page of the documents. */
export const lineAnchor = (source: string, line: number): string => `l.${source}.${line}`;

/** A line of a source as a link to where all its claims stand; as a number where the page has no such line. */
export function lineLink(context: TableContext, source: string, line: number): string {
  const claims = context.model.sources?.[source]?.claims ?? [];
  const text = said(context.words.lines(source, [line]));
  if (!claims.some((claim) => claim.line === line)) return text;
  const words = { text: context.words.lines(source, [line]), language: context.language };
  return linkTo(context, words, `${context.model.name}/review`, lineAnchor(source, line));
}

const isAbout = (ruling: Ruling, { source, claim }: SourceClaim): boolean =>
  'claim' in ruling &&
  ruling.claim.source === source &&
  ruling.claim.line === claim.line &&
  ruling.claim.column === claim.column &&
  ruling.claim.of === claim.of &&
  ruling.claim.names === claim.names;

/** What became of a claim: the rows that rest on it, and what was decided of it. */
export function outcomeOf(context: TableContext, { source, claim }: SourceClaim): string {
  const { model: table, words } = context;
  const rows = [...table.transitions.entries()].filter(([, row]) => supports(table, row, source, claim));
  const decided = (table.rulings ?? []).filter((ruling) => isAbout(ruling, { source, claim }));
  return [
    ...(rows.length === 0
      ? []
      : [`${words.isRow} ${rows.map(([index]) => placeOf(context, ['transitions', index])).join(', ')}`]),
    ...decided.map((ruling) => rulingText(context, ruling)),
  ].join('<br>');
}

/** What a claim says, in words of the page: `lists Active as next`. */
export function claimText(context: TableContext, { claim }: SourceClaim): string {
  const { words } = context;
  const of = stateLink(context, claim.of);
  if (claim.names === undefined) return words.describes(of);
  const names = claim.names === null ? words.noState : stateLink(context, claim.names);
  return { previous: words.listsPrevious, next: words.listsNext, description: words.saysOf }[claim.column](of, names);
}

/** Claims as a table. `line` says how the line of a claim is shown. */
export function claimsTable(
  context: TableContext,
  claims: readonly SourceClaim[],
  line: (claim: SourceClaim) => string,
): string {
  const { words } = context;
  return mdTable(
    [words.line, words.says, words.asWritten, words.conditions, words.outcome],
    claims.map((each) => {
      const { source, claim } = each;
      const language = context.model.sources?.[source]?.language ?? context.language;
      const remarks = [claim.condition, claim.note].map((text) => told(context, text)).filter((text) => text !== '');
      return [
        line(each),
        claimText(context, each),
        inLanguage({ text: claim.text, language }, context.language),
        remarks.join(' · '),
        outcomeOf(context, each),
      ];
    }),
  );
}

/** Rulings on what a review found: each finding gets the first ruling that decides it, and rulings that match nothing become findings. */
import { listOf } from '../../model/table/select.ts';
import type { Ruling, Table } from '../../model/table/types.ts';
import { REVIEW_FINDINGS, type ReviewCode } from './codes.ts';
import type { Draft } from './draft.ts';
import type { Held, HeldClaim } from './held.ts';
import type { ReviewFinding } from './types.ts';
import { wordsIn } from './worded.ts';
import { type Sayings, say } from './words/index.ts';
import type { Idle } from './words/things.ts';

type ClaimRuled = Extract<Ruling, { claim: unknown }>['claim'];

/** The codes of findings about arrows: their states and labels are in order, the end that is left first. */
const ARROWS: ReadonlySet<string> = new Set([
  'SA320',
  'SA321',
  'SA329',
  'SA340',
  'SA343',
  'SA344',
  'SA347',
  'SA349',
  'SA361',
  'SA363',
  'SA364',
  'SA383',
  'SA386',
  'SA387',
]);

/** Codes that no ruling decides. */
const UNDECIDABLE: ReadonlySet<string> = new Set<ReviewCode>(['SA348']);

const namesSame = (one: readonly string[], other: readonly string[], inOrder: boolean): boolean =>
  inOrder
    ? one.length === other.length && one.every((name, index) => name === other[index])
    : new Set(one).size === new Set(other).size && one.every((name) => other.includes(name));

/** Whether a ruling names a finding: its code and exactly its states, labels and events, and its source, if it says one. */
function isNamed(ruling: Ruling, finding: Omit<Draft, 'claims'>): boolean {
  if (!('finding' in ruling) || ruling.finding !== finding.code) return false;
  if (ruling.source !== undefined && ruling.source !== finding.source) return false;
  return (['states', 'labels', 'events'] as const).every((part) =>
    namesSame(listOf(ruling[part] ?? []), finding[part], part !== 'events' && ARROWS.has(finding.code)),
  );
}

/** The claims of a document that a ruling is about: those on its line, else those that say the same elsewhere. */
function claimsRuled({ claims }: Held, { line, column, of, names }: ClaimRuled): readonly HeldClaim[] {
  const same = claims.filter(({ column_kind, fromState, toState, ...claim }) => {
    if (column_kind !== column) return false;
    const [owner, named] = column_kind === 'previous' ? [toState, fromState] : [fromState, toState];
    if (owner !== of) return false;
    return names === null ? claim.names === null : claim.names !== null && named === names;
  });
  const there = same.filter((claim) => claim.line === line);
  return there.length > 0 ? there : same;
}

/** A ruling that decides one finding and no other: what to write into a table, with the reason to be filled in. None where no ruling can. */
export function rulingFor({ code, states, labels, events }: ReviewFinding, because: string): Ruling | undefined {
  if (UNDECIDABLE.has(code)) return undefined;
  return {
    finding: code,
    ...(states.length > 0 && { states }),
    ...(labels.length > 0 && { labels }),
    ...(events.length > 0 && { events }),
    because,
  };
}

/** A finding as it is told: in English, and apart from its words. */
const told = ({ claims: _, source: __, ...draft }: Draft, ruling: Ruling | undefined): ReviewFinding => {
  const { message, quotes, consequences, remedies } = draft;
  const sayings: Sayings = {
    message,
    quotes: quotes.map(({ says }) => says),
    consequences: consequences.map(({ sentence }) => sentence),
    remedies,
  };
  return {
    ...draft,
    ...wordsIn('en', { quotes, consequences, sayings }),
    severity: REVIEW_FINDINGS[draft.code].severity,
    sayings,
    ...(ruling && { ruling }),
  };
};

/**
 * Decides what was found by the rulings of the table, and adds a finding for each ruling on a reviewed source whose claim is not there, and for
 * each ruling on one of the judged codes that matches nothing; without a better place it stands in the first document. Where not all sources are reviewed, only rulings that name a reviewed one are judged.
 */
export function decided(
  table: Table | undefined,
  drafts: readonly Draft[],
  all: readonly Held[],
  judged: readonly string[],
  first: string,
): readonly ReviewFinding[] {
  const rulings = table?.rulings ?? [];
  const heldBySource = new Map(
    all.flatMap((held) => (held.source === undefined ? [] : [[held.source, held] as const])),
  );
  const ruledClaims = rulings.map((ruling) => {
    const held = 'claim' in ruling ? heldBySource.get(ruling.claim.source) : undefined;
    return held === undefined || !('claim' in ruling) ? undefined : new Set(claimsRuled(held, ruling.claim));
  });
  const rulingOn = (draft: Draft): Ruling | undefined =>
    UNDECIDABLE.has(draft.code)
      ? undefined
      : rulings.find(
          (ruling, index) => isNamed(ruling, draft) || draft.claims.some((claim) => ruledClaims[index]?.has(claim)),
        );
  const isWhole = Object.keys(table?.sources ?? {}).every((source) => heldBySource.has(source));
  const idle = rulings.flatMap((ruling, index): readonly Draft[] => {
    const problem = nothingMatched(ruling, index);
    return problem === undefined ? [] : [unmatched(ruling, index, problem)];
  });
  return [...drafts.map((draft) => told(draft, rulingOn(draft))), ...idle.map((draft) => told(draft, undefined))];

  function nothingMatched(ruling: Ruling, index: number): Idle | undefined {
    if ('claim' in ruling) {
      const { source, of, names, column } = ruling.claim;
      if (ruledClaims[index] === undefined || ruledClaims[index].size > 0) return undefined;
      return { kind: 'no claim', source, of, names: names ?? null, column };
    }
    if (!('finding' in ruling) || !judged.includes(ruling.finding)) return undefined;
    if (UNDECIDABLE.has(ruling.finding)) return { kind: 'undecidable', code: ruling.finding };
    const isJudged = ruling.source === undefined ? isWhole : heldBySource.has(ruling.source);
    if (!isJudged || drafts.some((draft) => isNamed(ruling, draft))) return undefined;
    const names = (['states', 'labels', 'events'] as const).flatMap((part) => listOf(ruling[part] ?? []));
    return { kind: 'no finding', names: [ruling.finding, ...names] };
  }

  function unmatched(ruling: Ruling, index: number, problem: Idle): Draft {
    const source = 'claim' in ruling ? ruling.claim.source : 'finding' in ruling ? ruling.source : undefined;
    const held = (source === undefined ? undefined : heldBySource.get(source)) ?? all[0];
    return {
      code: 'SA348',
      document: held?.name ?? first,
      line: 'claim' in ruling ? ruling.claim.line : 1,
      column: 1,
      states: [],
      labels: [],
      events: [],
      message: say('idleRuling', index, problem),
      quotes: [],
      consequences: [],
      remedies: [say('takeRulingOut')],
      claims: [],
    };
  }
}

/** What the states of a document are in a table: by label, by what the table restates, and by which choice agrees best with its rows. */
import type { DocumentClaim, DocumentState } from '../../model/import/index.ts';
import { plain } from '../../model/import/text.ts';
import { suggest } from '../../model/table/suggest.ts';
import type { Claim, Table, Text } from '../../model/table/types.ts';
import { type Arrows, arrowsOf } from './arrows.ts';

/** A label without its parentheses, for comparing. */
export const withoutParentheses = (label: string): string => plain(label.replace(/\s*\([^()]*\)/g, ' '));

/** The labels of a thing in all languages, those of one language first. */
export const labelsOf = (label: Text | undefined, language: string): readonly string[] => {
  if (label === undefined) return [];
  if (typeof label === 'string') return [label];
  const own = Object.entries(label).filter(([tag]) => tag.split('-')[0] === language.split('-')[0]);
  return [...own, ...Object.entries(label).filter((each) => !own.includes(each))].map(([, text]) => text);
};

/** Names such as `onHold` and `on-hold`, as words. */
export const asWords = (name: string): string =>
  plain(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]+/g, ' '));

const SHORTEST_NEAR = 4;

/** A table with its arrows, and the states of it that a label could mean: what documents are held against. */
export type Against = {
  readonly table: Table;
  readonly arrows: Arrows;
  readonly called: (label: string, language: string) => readonly string[];
};

/** A table, to hold documents against. */
export function againstTable(table: Table): Against {
  const calling = new Map<string, (label: string) => readonly string[]>();
  return {
    table,
    arrows: arrowsOf(table),
    called: (label, language) => {
      const known = calling.get(language) ?? callingIn(table, language);
      calling.set(language, known);
      return known(label);
    },
  };
}

/** The states that a label could mean. Only the best kind of likeness counts; the document's language before others. */
function callingIn({ states }: Table, language: string): (label: string) => readonly string[] {
  const [own, all, bare] = [new Map(), new Map(), new Map()] as [Index, Index, Index];
  const add = (index: Index, label: string, state: string): void => {
    const known = index.get(label) ?? [];
    if (!known.includes(state)) index.set(label, [...known, state]);
  };
  for (const [state, { label: text }] of Object.entries(states)) {
    const labels = labelsOf(text, language);
    for (const label of labels.slice(0, 1)) add(own, plain(label), state);
    for (const label of [...labels.map(plain), asWords(state), plain(state)]) add(all, label, state);
    for (const label of labels) add(bare, withoutParentheses(label), state);
  }
  const found = new Map<string, readonly string[]>();
  const search = (label: string): readonly string[] => {
    const wanted = plain(label);
    const same = own.get(wanted) ?? all.get(wanted) ?? bare.get(withoutParentheses(label));
    if (same !== undefined || wanted.length < SHORTEST_NEAR) return same ?? [];
    return all.get(suggest(wanted, all.keys()) ?? '') ?? [];
  };
  return (label) => {
    const states = found.get(label) ?? search(label);
    found.set(label, states);
    return states;
  };
}

type Index = Map<string, readonly string[]>;

/** Whether a claim stands where the table restates one, in the same words. */
export const isRestated = (claim: DocumentClaim, restated: Claim): boolean =>
  claim.line === restated.line && plain(claim.text).includes(plain(restated.text));

/** The ends of a claim that the restated one knows: the state of the document, and the state of the table. */
function votesOf(claim: DocumentClaim, restated: readonly Claim[]): readonly (readonly [id: string, state: string])[] {
  const column = restated.filter((each) => each.column === claim.column_kind);
  const [of, names] = claim.column_kind === 'previous' ? [claim.to, claim.from] : [claim.from, claim.to];
  const owners = new Set(column.map((each) => each.of));
  const named = new Set(column.map((each) => each.names));
  const [owner] = owners;
  const [name] = named;
  return [
    ...(of !== null && owner !== undefined && owners.size === 1 ? [[of, owner] as const] : []),
    ...(names !== null && typeof name === 'string' && named.size === 1 ? [[names, name] as const] : []),
  ];
}

/** The state that most votes are for, if there is one. */
function winner(votes: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(votes, (each) => each)]
    .map(([state, all]) => [state, all.length] as const)
    .toSorted(([, one], [, other]) => other - one);
  const [first, second] = counts;
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

const MOST_PERMUTED = 5;

const permutations = (items: readonly string[], length: number): readonly (readonly string[])[] =>
  length === 0
    ? [[]]
    : items.flatMap((item) =>
        permutations(
          items.filter((each) => each !== item),
          length - 1,
        ).map((rest) => [item, ...rest]),
      );

/** The states of the table that the states of a document are, by id. Those that the table does not have are left out. */
export function meaningsOf(
  {
    states,
    claims,
    language,
  }: { states: readonly DocumentState[]; claims: readonly DocumentClaim[]; language: string },
  { arrows, called }: Against,
  restated: readonly Claim[],
): ReadonlyMap<string, string> {
  const means = new Map<string, string>();
  const candidates = new Map(states.map(({ id, label }) => [id, called(label, language)]));
  const byLine = Map.groupBy(restated, ({ line }) => line);
  const votes = claims.flatMap((claim) =>
    votesOf(
      claim,
      (byLine.get(claim.line) ?? []).filter((each) => isRestated(claim, each)),
    ),
  );
  const votesFor = Map.groupBy(votes, ([id]) => id);
  for (const { id } of states) {
    const could = candidates.get(id) ?? [];
    const voted = winner(
      (votesFor.get(id) ?? []).flatMap(([, state]) => (could.length < 2 || could.includes(state) ? [state] : [])),
    );
    const state = could.length === 1 ? could[0] : voted;
    if (state !== undefined) means.set(id, state);
  }
  const open = states.filter(({ id }) => !means.has(id) && (candidates.get(id) ?? []).length > 1);
  for (const [, group] of Map.groupBy(open, ({ id }) => (candidates.get(id) ?? []).join(' '))) {
    const taken = new Set(means.values());
    const could = candidates.get(group[0]?.id as string) ?? [];
    const free = could.filter((state) => !taken.has(state));
    assign(
      group.map(({ id }) => id),
      free.length >= group.length ? free : could,
    );
  }
  return means;

  /** Gives the states of a group those of the table with which most of their claims are arrows of it; the first such choice. */
  function assign(ids: readonly string[], could: readonly string[]): void {
    const choices =
      could.length <= MOST_PERMUTED && could.length >= ids.length
        ? permutations(could, ids.length)
        : [ids.map((_, index) => could[index % could.length] as string)];
    const score = (choice: readonly string[]): number => {
      const meaning = (id: string | null): string | undefined =>
        id === null ? undefined : (choice[ids.indexOf(id)] ?? means.get(id));
      return claims.filter(({ from, to }) => {
        const [one, other] = [meaning(from), meaning(to)];
        return one !== undefined && other !== undefined && arrows.between(one, other) !== undefined;
      }).length;
    };
    const scores = choices.map(score);
    const best = choices[scores.indexOf(Math.max(...scores))] as readonly string[];
    ids.forEach((id, index) => means.set(id, best[index] as string));
  }
}

/**
 * What the items of a row, or the ends of an arrow, could mean: every way to deal the items to lists and to choose a state for each label.
 * Ways that name the same states in the same lists are one option to the rest of the document; it holds them as alike.
 */
import type { Mention } from './mentions.ts';
import { plain } from './text.ts';
import type { Deal, Written } from './types.ts';
import { ROWLESS, TWICE } from './worths.ts';

/** A label with the declared state it was taken to mean, by its index; `undefined`: a state that is only named. */
export type Resolved = { readonly mention: Mention; readonly label: string; readonly state: number | undefined };

/** Lists as they are read in one way. Of an arrow, `previous` are the states it begins at and `next` those it leads to. */
export type Lists = {
  readonly deal: Deal;
  readonly previous: readonly Resolved[];
  readonly next: readonly Resolved[];
  /** What it is worth by itself: the costs of its deal and of its labels, and repetitions. */
  readonly alone: number;
};

/** Ways to read lists that name the same states: the one that is worth most, and others that are worth nearly as much. */
export type Ways = { readonly best: Lists; readonly alike: readonly Lists[] };

export type Mentions = ReadonlyMap<Written, Mention>;

/** A deal that costs so much more than the cheapest is not considered, nor are ways that are worth so much less than others like them. */
const TOO_MUCH = 12;
/** The most ways that are alike. */
const MOST_ALIKE = 64;

/** One way to read a list: its labels with their states, and what names the same states. */
type List = { readonly all: readonly Resolved[]; readonly worth: number };

const keyOf = (all: readonly Resolved[]): string =>
  [...new Set(all.map(({ state, label }) => (state === undefined ? `?${plain(label)}` : String(state))))]
    .sort()
    .join('\n');

const byWorth = (one: { readonly worth: number }, other: { readonly worth: number }): number => other.worth - one.worth;

/** Ways to read a list, grouped by the states they name; `cut` where there were too many. */
type Reads = { readonly groups: readonly (readonly List[])[]; readonly cut: boolean };

/** What a label could be: the states it is spelled like, and one that is only named where it is spelled exactly like none. */
function choicesOf({
  candidates,
}: Mention['names'][number]): readonly { readonly state: number | undefined; readonly worth: number }[] {
  const isSure = candidates.some(({ cost }) => cost === 0);
  return [
    ...candidates.map(({ state, cost }) => ({ state, worth: -cost })),
    ...(isSure ? [] : [{ state: undefined, worth: ROWLESS }]),
  ];
}

/** The reading of a list in which every label can be only one thing; nothing where one can be several. */
function onlyRead(items: readonly Written[], mentions: Mentions): List | undefined {
  const all: Resolved[] = [];
  let sum = 0;
  for (const item of items) {
    const mention = mentions.get(item) as Mention;
    for (const named of mention.names) {
      const [only, ...others] = choicesOf(named);
      if (only === undefined || others.length > 0) return undefined;
      all.push({ mention, label: named.label, state: only.state });
      sum += only.worth;
    }
  }
  return { all, worth: sum };
}

const repeated = (all: readonly Resolved[]): number => all.length - keyOf(all).split('\n').length;

/** Every choice of states for the labels of a list. */
function readsOf(items: readonly Written[], mentions: Mentions, most: number): Reads {
  const withRepeated = ({ all, worth }: List): List => ({
    all,
    worth: all.length === 0 ? worth : worth + repeated(all) * TWICE,
  });
  const only = onlyRead(items, mentions);
  if (only !== undefined) return { groups: [[withRepeated(only)]], cut: false };
  let groups: readonly (readonly List[])[] = [[{ all: [], worth: 0 }]];
  let cut = false;
  for (const item of items) {
    const mention = mentions.get(item) as Mention;
    for (const named of mention.names) {
      const choices = choicesOf(named);
      const longer = groups.flat().flatMap(({ all, worth }) =>
        choices.map((choice) => ({
          all: [...all, { mention, label: named.label, state: choice.state }],
          worth: worth + choice.worth,
        })),
      );
      const grouped = [...Map.groupBy(longer, ({ all }) => keyOf(all)).values()].map((group) =>
        group.toSorted(byWorth),
      );
      cut ||= grouped.length > most || grouped.some((group) => group.length > MOST_ALIKE);
      groups = grouped
        .toSorted(([one], [other]) => byWorth(one as List, other as List))
        .slice(0, most)
        .map((group) => group.slice(0, MOST_ALIKE));
    }
  }
  return { groups: groups.map((group) => group.map(withRepeated)), cut };
}

/** Every way to read deals: at most so many that differ for the rest of the document; `cut` says whether there are more. */
export function waysOf(
  deals: readonly Deal[],
  mentions: Mentions,
  most: number,
): { readonly ways: readonly Ways[]; readonly cut: boolean } {
  const cheapest = deals.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  const ways = new Map<string, Lists[]>();
  let cut = false;
  for (const deal of deals) {
    if (deal.cost >= cheapest + TOO_MUCH) continue;
    const [before, after] = [readsOf(deal.previous, mentions, most), readsOf(deal.next, mentions, most)];
    cut ||= before.cut || after.cut || before.groups.length * after.groups.length > most;
    for (const [i, previous] of before.groups.entries())
      for (const next of after.groups.slice(0, Math.ceil(most / (i + 1)))) {
        const key = `${keyOf(previous[0]?.all ?? [])}\n\n${keyOf(next[0]?.all ?? [])}`;
        const all = ways.get(key) ?? [];
        ways.set(key, all);
        const both = previous.flatMap((one) => next.map((other) => [one, other] as const));
        if (all.length + both.length > 2 * MOST_ALIKE) cut = true;
        for (const [one, other] of both.slice(0, MOST_ALIKE))
          all.push({ deal, previous: one.all, next: other.all, alone: one.worth + other.worth - deal.cost });
      }
  }
  const all = [...ways.values()].map((alike) => {
    const best = alike.reduce((one, other) => (other.alone > one.alone ? other : one));
    return { best, alike: alike.filter((each) => each !== best && each.alone > best.alone - TOO_MUCH) };
  });
  if (all.length <= most) return { ways: all, cut };
  return { ways: all.toSorted((one, other) => other.best.alone - one.best.alone).slice(0, most), cut: true };
}

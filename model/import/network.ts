/**
 * Reading a document as a choice of what is most consistent. A variable is a row (together with the rows that refer to it); an option is one way
 * to deal its items to its lists and one row for each label in them. Worth, in whole numbers:
 *
 * - `AGREE` for every arrow that both of its rows list: the one as next, the other as previous;
 * - `LONE` for every arrow that only one of its two rows lists;
 * - `TWICE` for every state that one list names again: two mentions of a label that two rows share are then one of each;
 * - `SELF` for every list of a row that names the row itself;
 * - `ROWLESS` for every label that is taken as a state without a row; and the costs of deals, inexact labels and references.
 */
import type { Network } from './consistent.ts';
import type { Mention } from './mentions.ts';
import { plain } from './text.ts';
import type { Deal, Entry, Written } from './types.ts';

const AGREE = 6;
const LONE = -2;
const TWICE = -5;
const ROWLESS = -8;
const SELF = -4;
/** What speaks against a reference to a row whose label it does not spell. */
const VAGUE_REFERENCE = -3;
/** A deal that costs so much more than the cheapest is not considered. */
const TOO_COSTLY = 12;
/** The most options of one row; labels beyond that are taken by their spelling alone. */
const MOST_OPTIONS = 1500;

/** A label with the row it was taken to mean; `undefined`: a state without a row. */
export type Resolved = { readonly mention: Mention; readonly label: string; readonly entry: number | undefined };

/** The lists of a row as one option reads them. */
export type Lists = {
  readonly deal: Deal;
  readonly previous: readonly Resolved[];
  readonly next: readonly Resolved[];
  /** For each row of the document whether it is named: as previous (1), as next (2), as both (3). */
  readonly marks: Uint8Array;
};

/** One option of a variable: how the rows of the variable are read, by their indices. */
export type Option = {
  readonly rows: ReadonlyMap<number, Lists>;
  readonly pairs: readonly (readonly [row: number, lists: Lists])[];
  readonly alone: number;
  /** What the row's own reading is worth by itself, and others that list the same states: nothing else in the document can tell them apart. */
  readonly own: number;
  readonly alike: readonly (Lists & { readonly alone: number })[];
};

/** A document's network, with what its options mean. `refers`: the row that each referring row takes its lists from. */
export type DocumentNetwork = {
  readonly network: Network;
  readonly variables: readonly (readonly Option[])[];
  readonly refers: ReadonlyMap<number, number>;
};

type Mentions = ReadonlyMap<Written, Mention>;

/** The rows whose lists are references, with the words of the reference. */
export function referringRows(entries: readonly Entry[], mentions: Mentions): ReadonlyMap<number, string> {
  return new Map(
    entries.flatMap(({ deals }, index) => {
      const all = deals.flatMap(({ previous, next }) => [...previous, ...next]).map((item) => mentions.get(item));
      const found = all.find((each) => each?.reference !== undefined)?.reference;
      return found === undefined ? [] : [[index, found] as const];
    }),
  );
}

/** Every choice of rows for the labels of a list. */
function resolutions(
  items: readonly Written[],
  mentions: Mentions,
): readonly { readonly all: readonly Resolved[]; readonly worth: number }[] {
  let found: { all: readonly Resolved[]; worth: number }[] = [{ all: [], worth: 0 }];
  for (const item of items) {
    const mention = mentions.get(item) as Mention;
    for (const { label, candidates } of mention.names) {
      const ranked = candidates.toSorted((one, other) => one.cost - other.cost);
      const isSure = ranked[0]?.cost === 0 || found.length > MOST_OPTIONS / 8;
      const choices = [
        ...(found.length > MOST_OPTIONS / 8 ? ranked.slice(0, 1) : ranked).map(({ entry, cost }) => ({
          entry,
          worth: -cost,
        })),
        ...(isSure && ranked.length > 0 ? [] : [{ entry: undefined, worth: ROWLESS }]),
      ];
      found = found.flatMap(({ all, worth }) =>
        choices.map((choice) => ({
          all: [...all, { mention, label, entry: choice.entry }],
          worth: worth + choice.worth,
        })),
      );
    }
  }
  return found.map(({ all, worth }) => ({ all, worth: worth + repeated(all) * TWICE }));
}

/** How often a list names a state that it has named before. */
function repeated(all: readonly Resolved[]): number {
  const keys = all.map(({ entry, label }) => entry ?? plain(label));
  return keys.length - new Set(keys).size;
}

/** Which rows the lists of an option name: options that name the same ones are alike to all other rows. */
const signature = ({ marks }: Lists): string => marks.join('');

/** Of options that are alike the one that is worth most, with the others. */
function bestOfAlike(
  options: readonly (Lists & { readonly alone: number })[],
): readonly (Lists & Pick<Option, 'alone' | 'alike'>)[] {
  return [...Map.groupBy(options, signature).values()].map((alike) => {
    const best = alike.reduce((one, other) => (other.alone > one.alone ? other : one));
    return { ...best, alike: alike.filter((each) => each !== best && each.alone > best.alone - TOO_COSTLY) };
  });
}

/** The options of a row on its own. */
function optionsOf(
  { deals }: Entry,
  size: number,
  mentions: Mentions,
): readonly (Lists & { readonly alone: number })[] {
  const cheapest = deals.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  return deals
    .filter(({ cost }) => cost < cheapest + TOO_COSTLY)
    .flatMap((deal) =>
      resolutions(deal.previous, mentions).flatMap((before) =>
        resolutions(deal.next, mentions).map((after) => ({
          deal,
          previous: before.all,
          next: after.all,
          marks: marked(size, before.all, after.all),
          alone: before.worth + after.worth - deal.cost,
        })),
      ),
    );
}

function marked(size: number, previous: readonly Resolved[], next: readonly Resolved[]): Uint8Array {
  const marks = new Uint8Array(size);
  for (const [mark, list] of [
    [1, previous],
    [2, next],
  ] as const)
    for (const { entry } of list) if (entry !== undefined) marks[entry] = (marks[entry] as number) | mark;
  return marks;
}

/** What an arrow is worth, by whether the row it leaves lists it, and the row it leads to. */
const arrow = (listed: boolean, answered: boolean): number =>
  listed && answered ? AGREE : listed || answered ? LONE : 0;

/** The worth of both arrows between two rows, by how the first marks the second, times 4, plus how the second marks the first. */
const BETWEEN = Array.from({ length: 16 }, (_, marks) => {
  const [one, other] = [marks >> 2, marks & 3];
  return arrow((one & 2) > 0, (other & 1) > 0) + arrow((other & 2) > 0, (one & 1) > 0);
});
const ITSELF = [0, SELF, SELF, 2 * SELF];

/** What the arrows between two rows are worth, in both directions. */
const between = (i: number, one: Lists, j: number, other: Lists): number =>
  (i === j
    ? ITSELF[one.marks[i] as number]
    : BETWEEN[(one.marks[j] as number) * 4 + (other.marks[i] as number)]) as number;

/** The network of a document in which each referring row takes the lists of the given row. */
export function networkOf(
  entries: readonly Entry[],
  mentions: Mentions,
  refers: ReadonlyMap<number, number>,
): DocumentNetwork {
  const referring = referringRows(entries, mentions);
  const variables = entries.flatMap((entry, index): readonly (readonly Option[])[] => {
    if (refers.has(index)) return [];
    const copies = [...refers].flatMap(([from, to]) => (to === index ? [from] : []));
    return [
      bestOfAlike(optionsOf(entry, entries.length, mentions)).map(({ alone, alike, ...lists }) => {
        const rows = new Map([[index, lists] as const, ...copies.map((copy) => [copy, lists] as const)]);
        const vague = copies.filter((copy) => plain(referring.get(copy) ?? '') !== plain(entry.label.text)).length;
        const all = [...rows];
        const inside = all.reduce(
          (sum, [i, mine], at) =>
            sum + all.slice(at).reduce((more, [j, theirs]) => more + between(i, mine, j, theirs), 0),
          0,
        );
        return { rows, pairs: all, alike, own: alone, alone: alone + inside + vague * VAGUE_REFERENCE };
      }),
    ];
  });
  const together: Network['together'] = (i, a, j, b) => {
    let sum = 0;
    for (const [one, mine] of variables[i]?.[a]?.pairs ?? [])
      for (const [other, theirs] of variables[j]?.[b]?.pairs ?? []) sum += between(one, mine, other, theirs);
    return sum;
  };
  return {
    network: { alone: variables.map((options) => options.map(({ alone }) => alone)), together },
    variables,
    refers,
  };
}

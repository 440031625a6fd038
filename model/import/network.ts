/**
 * Reading a document as a choice of what is most consistent. A variable is a row, a row that refers to another one, or an arrow that is stated with
 * both its ends; an option is one way to deal its items to its lists and one state for each label in them, or the row referred to and how that is
 * read. What readings are worth stands in `worths.ts`.
 */

import type { Labels } from './labels.ts';
import type { Mention } from './mentions.ts';
import { type Lists, type Mentions, type Ways, waysOf } from './options.ts';
import type { Arrow, Deal, Entry } from './types.ts';
import type { Network, Pair } from './weighted.ts';
import { AGREE, ALSO, LONE, SELF, TWICE, VAGUE } from './worths.ts';

/** What a variable decides. */
export type Subject =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'reference'; readonly row: number; readonly mention: Mention }
  | { readonly kind: 'arrow'; readonly arrow: number };

/** An option of a variable; of a reference also the row it refers to. */
export type Option = Ways & { readonly target?: number; readonly vague?: boolean };

/** A document's network, with what its variables and options mean. */
export type DocumentNetwork = {
  readonly network: Network;
  readonly subjects: readonly Subject[];
  readonly options: readonly (readonly Option[])[];
  /** The variables whose options are not all there, because there are too many. */
  readonly cut: ReadonlySet<number>;
};

/** What is read: rows, arrows, and what their items say. */
export type Statements = {
  readonly entries: readonly Entry[];
  readonly arrows: readonly Arrow[];
  readonly mentions: Mentions;
  readonly labels: Labels;
};

/** Something impossible: much worse than any reading. */
const IMPOSSIBLE = -100_000;
/** The most ways to read one row or arrow of a document with so few of them, and of all of a longer one, of which each may have the least. */
const MOST_WAYS = { short: 100, each: 4000, all: 60_000, least: 4 } as const;
/** The most options of all references of a document: beyond that only rows whose label is spelled are considered. */
const MOST_TARGETS = 20_000;
/** An arrow that more variables could state is compared among so many of them. */
const MOST_STATING = 200;

/** How an arrow is stated: in the row it leads to, in the row it leaves, with both ends. Several ways are added up. */
const [AS_PREVIOUS, AS_NEXT, AS_EDGE] = [1, 2, 4];

/** The deal of an arrow: what it begins at and what it leads to. */
const dealOf = ({ from, to }: Arrow): Deal => ({ description: [], previous: from, next: to, cost: 0 });

/** The mention by which a row refers to another one. */
export function referenceOf({ deals }: Entry, mentions: Mentions): Mention | undefined {
  for (const { previous, next } of deals)
    for (const item of [...previous, ...next])
      if (mentions.get(item)?.reference !== undefined) return mentions.get(item);
  return undefined;
}

/** The options of a reference: each row it could mean, read in each way that row can be read. */
function targetsOf(
  words: string,
  waysOfRow: ReadonlyMap<number, readonly Ways[]>,
  labels: Labels,
  isCrowded: boolean,
): readonly Option[] {
  const spelled = labels.meanings(words).filter(({ state, cost }) => cost === 0 && waysOfRow.has(state));
  const rows = spelled.length > 0 ? spelled.map(({ state }) => state) : isCrowded ? [] : [...waysOfRow.keys()];
  return rows.flatMap((target) =>
    (waysOfRow.get(target) as readonly Ways[]).map((ways) => ({ ...ways, target, vague: spelled.length === 0 })),
  );
}

const NO_LISTS: Lists = {
  deal: { description: [], previous: [], next: [], cost: 0 },
  previous: [],
  next: [],
  alone: 0,
};

/** The arrows that an option states, each with how. An arrow's key is its beginning times the number of states, plus its end. */
type Stated = ReadonlyMap<number, number>;

function statedBy(subject: Subject, { previous, next }: Lists, arrows: readonly Arrow[], size: number): Stated {
  const stated = new Map<number, number>();
  const state = (from: number | undefined, to: number | undefined, how: number): void => {
    if (from === undefined || to === undefined) return;
    const key = from * size + to;
    stated.set(key, (stated.get(key) ?? 0) | how);
  };
  if (subject.kind !== 'arrow') {
    for (const each of previous) state(each.state, subject.row, AS_PREVIOUS);
    for (const each of next) state(subject.row, each.state, AS_NEXT);
  } else {
    const { kind } = arrows[subject.arrow] as Arrow;
    const how = kind === 'previous' ? AS_PREVIOUS : kind === 'next' ? AS_NEXT : AS_EDGE;
    for (const from of previous) for (const to of next) state(from.state, to.state, how);
  }
  return stated;
}

/** What the arrows of a row are worth as long as nothing else states them. */
function aloneOf(stated: Stated, size: number): number {
  let sum = 0;
  for (const [key, how] of stated) {
    const count = (how & AS_PREVIOUS ? 1 : 0) + (how & AS_NEXT ? 1 : 0);
    sum += count * (Math.floor(key / size) === key % size ? SELF : LONE);
  }
  return sum;
}

/** What it adds that two variables state an arrow. */
function together(one: Subject, how: number, other: Subject, otherHow: number, arrows: readonly Arrow[]): number {
  if (how === 0 || otherHow === 0) return 0;
  const both = how | otherHow;
  if (both === (AS_PREVIOUS | AS_NEXT)) return AGREE - 2 * LONE;
  if (one.kind !== 'arrow' || other.kind !== 'arrow' || how !== otherHow) return ALSO;
  return arrows[one.arrow]?.event === arrows[other.arrow]?.event ? TWICE : 0;
}

/** The network of a document: which choices it has, and what they are worth. `size`: the number of declared states. */
export function networkOf({ entries, arrows, mentions, labels }: Statements, size: number): DocumentNetwork {
  const subjects: Subject[] = [];
  const options: (readonly Option[])[] = [];
  const cut = new Set<number>();
  const add = (subject: Subject, all: readonly Option[], isCut: boolean): void => {
    if (isCut) cut.add(subjects.length);
    subjects.push(subject);
    options.push(all);
  };
  const count = entries.length + arrows.length;
  const most = count <= MOST_WAYS.short ? MOST_WAYS.each : Math.max(MOST_WAYS.least, Math.floor(MOST_WAYS.all / count));
  const waysOfRow = new Map<number, readonly Ways[]>();
  const referring: (readonly [row: number, mention: Mention])[] = [];
  entries.forEach((entry, row) => {
    const reference = referenceOf(entry, mentions);
    if (reference !== undefined) {
      referring.push([row, reference]);
      return;
    }
    const { ways, cut: isCut } = waysOf(entry.deals, mentions, most);
    waysOfRow.set(row, ways);
    add({ kind: 'row', row }, ways, isCut);
  });
  const targets = [...waysOfRow.values()].reduce((sum, ways) => sum + ways.length, 0);
  const isCrowded = targets * referring.length > MOST_TARGETS;
  for (const [row, mention] of referring) {
    const all = targetsOf(mention.reference as string, waysOfRow, labels, isCrowded);
    add(
      { kind: 'reference', row, mention },
      all.length === 0 ? [{ best: NO_LISTS, alike: [] }] : all,
      isCrowded && all.length === 0,
    );
  }
  arrows.forEach((arrow, index) => {
    const { ways, cut: isCut } = waysOf([dealOf(arrow)], mentions, most);
    add({ kind: 'arrow', arrow: index }, ways, isCut);
  });

  const stated = options.map((all, variable) =>
    all.map(({ best }) => statedBy(subjects[variable] as Subject, best, arrows, size)),
  );
  const alone = options.map((all, variable) =>
    all.map(({ best, target, vague }, option) => {
      const own = target === undefined ? best.alone : vague ? VAGUE : 0;
      const isRow = subjects[variable]?.kind !== 'arrow';
      return own + (isRow ? aloneOf(stated[variable]?.[option] as Stated, size) : 0);
    }),
  );
  const pairs = pairsOf({ subjects, options, stated, alone, arrows }, cut);
  return { network: { alone, pairs }, subjects, options, cut };
}

/** What pairs are made of. What variables of one option add to others is put into `alone`. */
type Made = {
  readonly subjects: readonly Subject[];
  readonly options: readonly (readonly Option[])[];
  readonly stated: readonly (readonly Stated[])[];
  readonly alone: readonly number[][];
  readonly arrows: readonly Arrow[];
};

function pairsOf(made: Made, cut: Set<number>): readonly Pair[] {
  const { subjects, options, stated, alone, arrows } = made;
  if (options.every(({ length }) => length === 1)) return [];
  const stating = new Map<number, { readonly open: number[]; readonly fixed: number[] }>();
  stated.forEach((all, variable) => {
    for (const key of new Set(all.flatMap((one) => [...one.keys()]))) {
      const there = stating.get(key) ?? { open: [], fixed: [] };
      stating.set(key, there);
      if (all.length === 1) there.fixed.push(variable);
      else if (there.open.length < MOST_STATING) there.open.push(variable);
      else cut.add(variable);
    }
  });
  const shared = new Map<string, number[]>();
  const share = (one: number, other: number, keys: readonly number[]): void => {
    const name = one < other ? `${one} ${other}` : `${other} ${one}`;
    shared.set(name, [...(shared.get(name) ?? []), ...keys]);
  };
  for (const [key, { open, fixed }] of stating)
    for (const [index, one] of open.entries()) {
      for (const other of open.slice(index + 1)) share(one, other, [key]);
      (stated[one] as readonly Stated[]).forEach((mine, option) => {
        const worths = alone[one] as number[];
        for (const other of fixed) {
          const theirs = stated[other]?.[0]?.get(key) ?? 0;
          const more = together(
            subjects[one] as Subject,
            mine.get(key) ?? 0,
            subjects[other] as Subject,
            theirs,
            arrows,
          );
          worths[option] = (worths[option] as number) + more;
        }
      });
    }
  const variableOf = new Map(
    subjects.flatMap((each, variable) => (each.kind === 'row' ? [[each.row, variable] as const] : [])),
  );
  subjects.forEach((subject, variable) => {
    if (subject.kind !== 'reference') return;
    for (const target of new Set(options[variable]?.map((option) => option.target))) {
      const other = target === undefined ? undefined : variableOf.get(target);
      if (other !== undefined && (options[other]?.length ?? 0) > 1 && (options[variable]?.length ?? 0) > 1)
        share(variable, other, []);
    }
  });
  return [...shared].map(([name, keys]) => {
    const [one, other] = name.split(' ').map(Number) as [number, number];
    return pairOf(made, one, other, keys);
  });
}

/** The pair of two variables that may state the same arrows, or of which one may refer to the other. */
function pairOf(
  { subjects, options, stated, arrows }: Made,
  one: number,
  other: number,
  keys: readonly number[],
): Pair {
  const refersTo = (from: number, to: number): boolean => {
    const subject = subjects[to] as Subject;
    return (
      subjects[from]?.kind === 'reference' &&
      subject.kind === 'row' &&
      (options[from] as readonly Option[]).some(({ target }) => target === subject.row)
    );
  };
  const isReference = refersTo(one, other) || refersTo(other, one);
  /** Which option of its row a reference takes; the row's own options are told apart by themselves. */
  const bestOf = (variable: number, option: number): Lists | undefined => {
    if (!isReference) return undefined;
    const { best, target } = (options[variable] as readonly Option[])[option] as Option;
    const partner = subjects[variable === one ? other : one] as Subject;
    if (subjects[variable]?.kind === 'row') return best;
    return partner.kind === 'row' && partner.row === target ? best : undefined;
  };
  const kindsOf = (variable: number): { readonly kinds: readonly number[]; readonly examples: readonly number[] } => {
    const seen = new Map<string, number>();
    const names = new Map<Lists | undefined, number>();
    const examples: number[] = [];
    const kinds = (stated[variable] as readonly Stated[]).map((mine, option) => {
      const best = bestOf(variable, option);
      const number = names.get(best) ?? names.size;
      names.set(best, number);
      const name = `${number} ${keys.map((key) => mine.get(key) ?? 0).join(' ')}`;
      const kind = seen.get(name) ?? examples.length;
      if (kind === examples.length) examples.push(option);
      seen.set(name, kind);
      return kind;
    });
    return { kinds, examples };
  };
  const [mine, theirs] = [kindsOf(one), kindsOf(other)];
  const worth = mine.examples.map((a) =>
    theirs.examples.map((b) => {
      const [taken, given] = [bestOf(one, a), bestOf(other, b)];
      const isOtherWay = isReference && taken !== undefined && given !== undefined && taken !== given;
      return keys.reduce(
        (sum, key) => {
          const [how, otherHow] = [stated[one]?.[a]?.get(key) ?? 0, stated[other]?.[b]?.get(key) ?? 0];
          return sum + together(subjects[one] as Subject, how, subjects[other] as Subject, otherHow, arrows);
        },
        isOtherWay ? IMPOSSIBLE : 0,
      );
    }),
  );
  return { between: [one, other], kinds: [mine.kinds, theirs.kinds], worth };
}

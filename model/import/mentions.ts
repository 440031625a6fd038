/** What an item of a list says: the states it names, under which condition, or that there is none; and which rows its words could mean. */
import { suggest } from '../table/suggest.ts';
import { plain, wordsOf } from './text.ts';
import type { Entry, Written } from './types.ts';
import { isNone, type Language, listIn, referenceIn, withoutCondition } from './words.ts';

/** A row that a label could mean, by its index, and what speaks against that. */
export type Candidate = { readonly entry: number; readonly cost: number };

/** A label in an item, with the rows it could mean; none of them: a state without a row. */
export type Named = { readonly label: string; readonly candidates: readonly Candidate[] };

/** An item of a list, read on its own. */
export type Mention = Written & {
  /** The item says that there is no state. */
  readonly none: boolean;
  readonly names: readonly Named[];
  readonly condition?: string;
  /** The item refers to another row, in these words. */
  readonly reference?: string;
};

/** What speaks against a label that is only nearly that of a row. */
const COST = { exact: 0, parenthesis: 1, learned: 2, near: 2, prefix: 3 } as const;
/** So many words of two conditions must agree before one is believed to translate the other. */
const ALIKE = 4;

const withoutParenthesis = (label: string): string => plain(label.replace(/\s*\([^()]*\)\s*/g, ' '));

/** The rows that a label means by its spelling. Only the best kind of likeness counts. */
function bySpelling(label: string, labels: readonly string[]): readonly Candidate[] {
  const wanted = plain(label);
  const where = (cost: number, test: (other: string) => boolean): readonly Candidate[] =>
    labels.flatMap((other, entry) => (test(other) ? [{ entry, cost }] : []));
  const exact = where(COST.exact, (other) => plain(other) === wanted);
  if (exact.length > 0) return exact;
  const bare = where(COST.parenthesis, (other) => withoutParenthesis(other) === withoutParenthesis(label));
  if (bare.length > 0) return bare;
  const near = suggest(wanted, labels.map(plain));
  if (near !== undefined && wanted.length > 3) return where(COST.near, (other) => plain(other) === near);
  const starts = (one: string, other: string): boolean => one !== '' && other.startsWith(`${one} `);
  return where(COST.prefix, (other) => starts(wanted, plain(other)) || starts(plain(other), wanted));
}

/** The condition of an item, its labels taken out: what a translation of the item has in common with it. */
const skeleton = (condition: string, labels: readonly string[]): readonly string[] =>
  wordsOf(labels.reduce((text, label) => text.replaceAll(plain(label), ' _ '), plain(condition)));

const commonStart = (one: readonly string[], other: readonly string[]): number => {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs < 0 ? Math.min(one.length, other.length) : differs;
};

/** The condition of a mention, its labels taken out. */
const wordsIn = ({ condition = '', names }: Mention): readonly string[] =>
  skeleton(
    condition,
    names.map(({ label }) => label),
  );

/** Whether two items are worded alike: conditions that begin alike about as many labels. */
const wordedAlike = (one: Mention, other: Mention): boolean =>
  one.names.length === other.names.length && commonStart(wordsIn(one), wordsIn(other)) >= ALIKE;

/** Reads items of lists in a document whose rows have these labels. Labels of another language are learned from items that are alike. */
export function mentionsIn(
  items: readonly Written[],
  entries: readonly Entry[],
  language: Language,
): ReadonlyMap<Written, Mention> {
  const labels = entries.map(({ label }) => label.text);
  const known = new Set(labels.map(plain));
  const read = items.map((item): Mention => mention(item, labels, known, language));
  const conditional = read.filter(({ condition, names }) => condition !== undefined && names.length > 0);
  const learned = read.map((one): Mention => {
    if (one.condition === undefined || one.names.every(({ candidates }) => candidates.length > 0)) return one;
    const alike = conditional.filter((other) => wordedAlike(one, other));
    const names = one.names.map((named, place) => {
      if (named.candidates.length > 0) return named;
      const rows = new Set(
        alike.flatMap((other) => (other.names[place] as Named).candidates.map(({ entry }) => entry)),
      );
      return { ...named, candidates: [...rows].map((entry) => ({ entry, cost: COST.learned })) };
    });
    return { ...one, names };
  });
  return new Map(items.map((item, index) => [item, learned[index] as Mention]));
}

function mention(item: Written, labels: readonly string[], known: ReadonlySet<string>, language: Language): Mention {
  const whole = { ...item, none: false };
  const named = (label: string): Named => ({ label, candidates: bySpelling(label, labels) });
  if (known.has(plain(item.text))) return { ...whole, names: [named(item.text)] };
  const reference = referenceIn(item.text);
  if (reference !== undefined) return { ...whole, names: [], reference };
  const { head, condition } = withoutCondition(item.text);
  const rest = condition === undefined ? {} : { condition };
  if (isNone(head)) return { ...whole, none: true, names: [], ...rest };
  const parts = known.has(plain(head)) ? [head] : listIn(head, language);
  return { ...whole, names: parts.map(named), ...rest };
}

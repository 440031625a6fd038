/** What an item of a list says: the states it names, under which condition, or that there is none; and which declared states its words could mean. */
import { type Candidate, type Labels, LEARNED } from './labels.ts';
import { plain, wordsOf } from './text.ts';
import type { Written } from './types.ts';
import { isNone, type Language, listIn, referenceIn, withoutCondition } from './words.ts';

/** A label in an item, with the declared states it could mean; none of them: a state that is only named. */
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

/** So many words of two conditions must agree before one is believed to translate the other. */
const ALIKE = 4;

/** The condition of an item, its labels taken out: what a translation of the item has in common with it. */
const skeleton = (condition: string, labels: readonly string[]): readonly string[] =>
  wordsOf(labels.reduce((text, label) => text.replaceAll(plain(label), ' _ '), plain(condition)));

/** The condition of a mention, its labels taken out. */
const wordsIn = ({ condition = '', names }: Mention): readonly string[] =>
  skeleton(
    condition,
    names.map(({ label }) => label),
  );

/** How an item is worded: the beginning of its condition and the number of its labels. Nothing where the condition is shorter. */
function wording(one: Mention): string | undefined {
  const words = wordsIn(one);
  return words.length < ALIKE ? undefined : `${one.names.length} ${words.slice(0, ALIKE).join(' ')}`;
}

/** Reads items of lists in a document that declares states with these labels. Labels of another language are learned from items that are alike. */
export function mentionsIn(
  items: readonly Written[],
  labels: Labels,
  language: Language,
): ReadonlyMap<Written, Mention> {
  const read = items.map((item): Mention => mention(item, labels, language));
  const isConditional = ({ condition, names }: Mention): boolean => condition !== undefined && names.length > 0;
  const alike = Map.groupBy(read.filter(isConditional), wording);
  const learned = read.map((one): Mention => {
    if (!isConditional(one) || one.names.every(({ candidates }) => candidates.length > 0)) return one;
    const way = wording(one);
    const others = way === undefined ? [] : (alike.get(way) ?? []);
    const names = one.names.map((named, place) => {
      if (named.candidates.length > 0) return named;
      const states = new Set(
        others.flatMap((other) => (other.names[place] as Named).candidates.map(({ state }) => state)),
      );
      return { ...named, candidates: [...states].map((state) => ({ state, cost: LEARNED })) };
    });
    return { ...one, names };
  });
  return new Map(items.map((item, index) => [item, learned[index] as Mention]));
}

function mention(item: Written, labels: Labels, language: Language): Mention {
  const whole = { ...item, none: false };
  const named = (label: string): Named => ({ label, candidates: labels.meanings(label) });
  if (labels.has(item.text)) return { ...whole, names: [named(item.text)] };
  const reference = referenceIn(item.text);
  if (reference !== undefined) return { ...whole, names: [], reference };
  const { head, condition } = withoutCondition(item.text);
  const rest = condition === undefined ? {} : { condition };
  if (isNone(head)) return { ...whole, none: true, names: [], ...rest };
  const parts = labels.has(head) ? [head] : listIn(head, language);
  return { ...whole, names: parts.map(named), ...rest };
}

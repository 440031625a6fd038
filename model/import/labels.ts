/** The labels of the states that a document declares, and which of them a text could mean by its spelling. */
import { suggest } from '../table/suggest.ts';
import { plain } from './text.ts';

/** A declared state that a label could mean, by its index, and what speaks against that. */
export type Candidate = { readonly state: number; readonly cost: number };

/** What speaks against a label that is only nearly that of a declared state. */
const COST = { exact: 0, parenthesis: 1, near: 2, prefix: 3 } as const;
/** What speaks against a label that is not spelled like the state, but stands where its label stands in an item worded alike. */
export const LEARNED = 2;

/** Labels of so few letters are near to too many others. */
const SHORTEST = 4;
/** Of so many states that share a label, only the first are considered. */
const MOST_MEANINGS = 8;
/** Only so many labels are compared with one that is not spelled like any. */
const MOST_NEAR = 2000;
/** The most comparisons of a label with others that are not spelled alike. */
const MOST_COMPARISONS = 400_000;

/** Looks up labels. */
export type Labels = {
  /** Whether a state is spelled exactly so, whatever its case, accents and spaces. */
  readonly has: (text: string) => boolean;
  /** The declared states that a label could mean. Only the best kind of likeness counts. */
  readonly meanings: (label: string) => readonly Candidate[];
  /** Whether there were so many labels that not all were compared with those that are nearly alike. */
  readonly isCut: () => boolean;
};

const withoutParenthesis = (label: string): string => plain(label.replace(/\s*\([^()]*\)\s*/g, ' '));

const firstWord = (text: string): string => text.split(' ', 1)[0] as string;

/** Makes labels ready for looking up: each is a declared state, by its index. */
export function labelsOf(labels: readonly string[]): Labels {
  const all = labels.map(plain);
  const states = [...all.keys()];
  const exact = Map.groupBy(states, (state) => all[state] as string);
  const bare = Map.groupBy(states, (state) => withoutParenthesis(labels[state] as string));
  const begins = Map.groupBy(states, (state) => firstWord(all[state] as string));
  const known = [...exact.keys()];
  const answers = new Map<string, readonly Candidate[]>();
  let compared = 0;
  let isCut = false;
  const at = (found: readonly number[] = [], cost: number): readonly Candidate[] => {
    if (found.length > MOST_MEANINGS) isCut = true;
    return found.slice(0, MOST_MEANINGS).map((state) => ({ state, cost }));
  };

  const near = (wanted: string): string | undefined => {
    if (wanted.length < SHORTEST) return undefined;
    if (known.length > MOST_NEAR || compared + known.length > MOST_COMPARISONS) isCut = true;
    if (compared + known.length > MOST_COMPARISONS) return undefined;
    compared += known.length;
    return suggest(wanted, known);
  };
  const starts = (one: string, other: string): boolean => one !== '' && other.startsWith(`${one} `);
  const lookedUp = (label: string, wanted: string): readonly Candidate[] => {
    if (exact.has(wanted)) return at(exact.get(wanted), COST.exact);
    const inParenthesis = at(bare.get(withoutParenthesis(label)), COST.parenthesis);
    if (inParenthesis.length > 0) return inParenthesis;
    const alike = near(wanted);
    if (alike !== undefined) return at(exact.get(alike), COST.near);
    const prefixed = (begins.get(firstWord(wanted)) ?? []).filter(
      (state) => starts(wanted, all[state] as string) || starts(all[state] as string, wanted),
    );
    return at(prefixed, COST.prefix);
  };
  return {
    has: (text) => exact.has(plain(text)),
    meanings: (label) => {
      const wanted = plain(label);
      const found = answers.get(wanted) ?? lookedUp(label, wanted);
      answers.set(wanted, found);
      return found;
    },
    isCut: () => isCut,
  };
}

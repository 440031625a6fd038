/** In which order the search shows what it found: a page whose headings say what is asked comes before one that only holds the words. */

/** A page that was found, with its sections that hold a word. */
export type Ranked = {
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly title: string }[];
};

/** Shorter words are only the same where every letter is. */
const SHORTEST_STEM = 3;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether two words have a stem in common, as far as it can be told: all of the shorter one but its last letter. */
function isSame(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter < SHORTEST_STEM) return one === other;
  const stem = Math.max(SHORTEST_STEM, shorter - 1);
  return one.slice(0, stem) === other.slice(0, stem);
}

/** How many words of a query stand in the title of a page and the heading of one of its sections together. */
export function headed(query: string, { meta: { title = '' }, sub_results }: Ranked): number {
  const asked = [...new Set(wordsOf(query))];
  const count = (heading: string): number => {
    const there = wordsOf(`${title} ${heading}`);
    return asked.filter((word) => there.some((each) => isSame(word, each))).length;
  };
  return Math.max(...['', ...sub_results.map((each) => each.title)].map(count));
}

/** The pages in the order of how many words of the query their headings hold; where those are as many, as the index has them. */
export const inOrder = <T extends Ranked>(query: string, found: readonly T[]): readonly T[] =>
  found
    .map((page) => ({ page, words: headed(query, page) }))
    .toSorted((one, other) => other.words - one.words)
    .map(({ page }) => page);

/** Words that stand for all states: “any”, “*”, “all states”. */
import { plain } from '../text.ts';
import type { Arrow, Found, Written } from '../types.ts';
import { knownOf } from './labels.ts';

const NOUNS = `(?:states?|status(?:es)?|etats?|statuts?|zustande?|estados?|stat[oi]|toestand(?:en)?|statussen)`;
const ALL = new RegExp(
  `^(?:(?:any|all|every|each|tous|tout|alle|jeder|todos|todo|cualquier|cualquiera|tutti|qualsiasi|ogni|qualquer|elke|iedere|n'importe quel)(?: (?:the|les|los|gli|os|other|autres?|anderen?|otros?|altri|outros?))*(?: ${NOUNS})?)$`,
  'u',
);

const isWild = (text: string): boolean => text.trim() === '*' || ALL.test(plain(text));

/** So many arrows are made of words for all states in one document. */
const MOST = 200_000;

/** A word for all states, and how many it was taken to mean; 0 where they would be too many, and it was left as a state. */
export type Wild = Written & { readonly states: number };

/**
 * What was found, with arrows from “any state”, and lists of previous states that say so, from every state but the one they lead to. A label that something leads
 * to, or that has a row of its own among previous and next states, is a state as any other.
 */
export function withoutWildcards(found: Found): { readonly found: Found; readonly wild: readonly Wild[] } {
  const { arrows, entries, named } = found;
  const ends = arrows.flatMap(({ from, to }) => [...from, ...to]);
  const labels = [...entries.map(({ label }) => label), ...named, ...ends];
  const reached = knownOf([...arrows.flatMap(({ to }) => to), ...entries.map(({ label }) => label)]);
  const isAll = ({ text }: Written): boolean => isWild(text) && !reached.has(plain(text));
  const said = [
    ...arrows.flatMap(({ from }) => from),
    ...entries.flatMap(({ deals }) => deals[0]?.previous ?? []),
  ].filter(isAll);
  if (said.length === 0) return { found, wild: [] };
  const states = new Map(labels.filter((label) => !isAll(label)).map(({ text }) => [plain(text), text]));
  if (said.length * states.size > MOST) return { found, wild: said.map((word) => ({ ...word, states: 0 })) };
  const wild: Wild[] = [];
  const spread = (word: Written, targets: readonly Written[]): readonly Written[] => {
    const own = knownOf(targets);
    const all = [...states].filter(([label]) => !own.has(label)).map(([, text]) => ({ ...word, text }));
    wild.push({ ...word, states: all.length });
    return all;
  };
  const spreadAll = (words: readonly Written[], targets: readonly Written[]): readonly Written[] =>
    words.flatMap((word) => (isAll(word) ? spread(word, targets) : [word]));
  return {
    found: {
      ...found,
      arrows: arrows.map(({ kind, ...arrow }): Arrow => {
        const isSpread = arrow.from.some(isAll);
        const keeps = kind !== undefined && !(isSpread && kind === 'next');
        return { ...arrow, ...(keeps && { kind }), from: spreadAll(arrow.from, arrow.to) };
      }),
      entries: entries.map(({ label, deals }) => ({
        label,
        deals: deals.map((deal) => ({ ...deal, previous: spreadAll(deal.previous, [label]) })),
      })),
      named: named.filter((label) => !isAll(label)),
    },
    wild,
  };
}

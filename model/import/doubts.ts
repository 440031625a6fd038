/** Where a document could as well be read otherwise, how much worse that would be, and what would change. */
import type { Choice } from './consistent.ts';
import type { Mention } from './mentions.ts';
import type { Lists, Option } from './network.ts';
import { listsOf, type Solution } from './solve.ts';
import type { States } from './states.ts';
import type { Ambiguity, Entry, Written } from './types.ts';

/** A reading that is worth so much less is still reported: less than what one arrow that both of its rows list is worth. */
const SLACK = 5;

/** How a label in a list was read. */
export type Chosen = {
  readonly row: number;
  readonly kind: 'previous' | 'next';
  readonly mention: Mention;
  readonly entry: number | undefined;
};

type Kind = 'description' | 'previous' | 'next';

/** Another reading of one place. */
type Instead = { readonly words: string; readonly loses: number; readonly choice: Choice };

const placeOf = ({ line, column, text }: Written): string => `${line} ${column} ${text}`;

/** The arrows of a reading, as readers see them. */
function arrowsOf(lists: readonly Lists[], { idOf, idOfRow }: States): ReadonlySet<string> {
  return new Set(
    lists.flatMap(({ previous, next }, row) => [
      ...previous.map((each) => `${name(each)} → ${idOfRow(row)} (previous)`),
      ...next.map((each) => `${idOfRow(row)} → ${name(each)} (next)`),
    ]),
  );
  function name(each: Lists['next'][number]): string {
    return each.entry === undefined ? idOf(each) : idOfRow(each.entry);
  }
}

const MOST_LISTED = 4;

function consequence(before: ReadonlySet<string>, after: ReadonlySet<string>): string {
  const listed = (all: readonly string[]): string =>
    `${all.slice(0, MOST_LISTED).join(', ')}${all.length > MOST_LISTED ? ` and ${all.length - MOST_LISTED} more` : ''}`;
  const gone = [...before].filter((each) => !after.has(each));
  const added = [...after].filter((each) => !before.has(each));
  if (gone.length === 0 && added.length === 0) return 'the same arrows, from other places of the document';
  return [
    ...(added.length > 0 ? [`adds ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`drops ${listed(gone)}`] : []),
  ].join('; ');
}

/** All that could be read otherwise, and how sure each label's reading is. */
export function doubts(
  document: string,
  entries: readonly Entry[],
  mentions: ReadonlyMap<Written, Mention>,
  solution: Solution,
  states: States,
): { readonly ambiguities: readonly Ambiguity[]; readonly confidence: (chosen: Chosen) => number } {
  const { lists, choice, document: network } = solution;
  const before = arrowsOf(lists, states);
  const sure = new Map<string, number>();
  const ambiguities: Ambiguity[] = [];

  const report = (at: Written, chosen: string, instead: readonly Instead[]): void => {
    if (instead.length === 0) return;
    const weight = instead.reduce((sum, { loses }) => sum + 2 ** (-loses / 2), 1);
    sure.set(placeOf(at), Math.min(sure.get(placeOf(at)) ?? 1, Math.round(100 / weight) / 100));
    ambiguities.push({
      code: 'SA310',
      document,
      line: at.line,
      column: at.column,
      text: at.text,
      chosen,
      instead: instead.map(({ words, loses, choice: other }) => ({
        reading: words,
        loses,
        consequence: consequence(before, arrowsOf(listsOf(network, other, entries.length), states)),
      })),
    });
  };

  network.variables.forEach((options, variable) => {
    const row = [...(options[0] as Option).rows.keys()][0] as number;
    const read = lists[row] as Lists;
    const ask = (test: (lists: Lists) => boolean): { readonly loses: number; readonly choice: Choice } | undefined => {
      const fitting = options.flatMap(({ pairs, alike }, option) =>
        [(pairs[0] as (typeof pairs)[number])[1], ...alike].some(test) ? [option] : [],
      );
      if (fitting.length === 0) return undefined;
      const found = solution.consistency.bestWith({ variable, options: fitting }, choice.worth - SLACK);
      return found && { loses: choice.worth - found.worth, choice: found };
    };
    const instead = (words: string, test: (lists: Lists) => boolean): readonly Instead[] => {
      const found = ask(test);
      return found === undefined ? [] : [{ words, ...found }];
    };
    for (const kind of ['previous', 'next'] as const)
      for (const { mention, label, entry } of read[kind]) {
        const candidates = mention.names.find((each) => each.label === label)?.candidates ?? [];
        const others = candidates.filter((candidate) => candidate.entry !== entry);
        report(
          mention,
          `${label} is ${entry === undefined ? 'a state without a row' : states.idOfRow(entry)}`,
          others.flatMap((candidate) =>
            instead(`${label} is ${states.idOfRow(candidate.entry)}`, (each) =>
              each[kind].some(
                (other) => other.mention === mention && other.label === label && other.entry === candidate.entry,
              ),
            ),
          ),
        );
      }
    const kinds = (entries[row] as Entry).deals.length > 1 ? (['description', 'previous', 'next'] as const) : [];
    for (const item of [...read.deal.previous, ...read.deal.next]) {
      const own: Kind = read.deal.previous.includes(item) ? 'previous' : 'next';
      report(
        mentions.get(item) as Mention,
        `this item is in the ${own} column`,
        kinds.flatMap((kind) =>
          kind === own ? [] : instead(`it is in the ${kind} column`, ({ deal }) => deal[kind].includes(item)),
        ),
      );
    }
  });
  const inOrder = ambiguities.toSorted((one, other) => one.line - other.line || one.column - other.column);
  return { ambiguities: inOrder, confidence: ({ mention }) => sure.get(placeOf(mention)) ?? 1 };
}

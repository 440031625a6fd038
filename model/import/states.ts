/** The states of a document: its rows, the states it declares otherwise, and one for each label that nothing declares, with identifiers that last. */
import type { Lists, Resolved } from './options.ts';
import { plain, slug, wordsOf } from './text.ts';
import type { DocumentState, Entry, Found, Written } from './types.ts';

/** The declared states, rows first; several declarations of one label beside the rows are one state. */
export type Declared = {
  readonly labels: readonly Written[];
  /** Descriptions beside those in the deals of a row, by state. */
  readonly described: ReadonlyMap<number, readonly string[]>;
};

/** The states, and the identifier of what a label was taken to mean. */
export type States = {
  readonly states: readonly DocumentState[];
  readonly idOfState: (state: number) => string;
  readonly idOf: (resolved: Pick<Resolved, 'state' | 'label'>) => string;
  /** The labels that nothing declares, each with where it first stands. */
  readonly undeclared: readonly Resolved[];
};

const SHORTEST_HINT = 4;

/** The states that a document declares. */
export function declaredIn({ entries, named }: Pick<Found, 'entries' | 'named'>): Declared {
  const labels: Written[] = entries.map(({ label }) => label);
  const known = new Map(labels.map(({ text }, state) => [plain(text), state]).toReversed() as [string, number][]);
  const described = new Map<number, string[]>();
  for (const { description = [], ...label } of named) {
    const state = known.get(plain(label.text)) ?? labels.push(label) - 1;
    known.set(plain(label.text), state);
    described.set(state, [...(described.get(state) ?? []), ...description.map(({ text }) => text)]);
  }
  return { labels, described };
}

/** A word of a description that the descriptions of the states with the same label do not have: the first one that is long enough. */
function hintFor(own: readonly string[], others: readonly (readonly string[])[]): string | undefined {
  const taken = new Set(others.flat());
  return own.find((word) => word.length >= SHORTEST_HINT && !taken.has(word));
}

/** Gives every state its identifier. `read`: all lists of the document as they are read, those of the rows first. */
export function statesOf(entries: readonly Entry[], { labels, described }: Declared, read: readonly Lists[]): States {
  const descriptions = labels.map((_, state) => [
    ...(state < entries.length ? (read[state] as Lists).deal.description.map(({ text }) => text) : []),
    ...(described.get(state) ?? []),
  ]);
  const taken = new Map<string, number>();
  const unique = (wanted: string): string => {
    let id = wanted;
    let count = taken.get(wanted) ?? 0;
    while (taken.has(id)) id = `${wanted}-${++count + 1}`;
    taken.set(wanted, count);
    if (id !== wanted) taken.set(id, 0);
    return id;
  };
  const slugs = labels.map(({ text }) => slug(text));
  const sharing = Map.groupBy(labels.keys(), (state) => slugs[state] as string);
  const words = (state: number): readonly string[] => wordsOf((descriptions[state] as readonly string[]).join(' '));
  const ids = slugs.map((own, state) => {
    const same = (sharing.get(own) as readonly number[]).filter((other) => other !== state);
    const hint = same.length === 0 || same.length > MOST_HINTED ? undefined : hintFor(words(state), same.map(words));
    return unique(hint === undefined ? own : `${own}-${hint}`);
  });
  const without = new Map<string, Resolved>();
  for (const { previous, next } of read)
    for (const each of [...previous, ...next])
      if (each.state === undefined && !without.has(plain(each.label))) without.set(plain(each.label), each);
  const idWithout = new Map([...without].map(([key, { label }]) => [key, unique(slug(label))]));
  const idOfState = (state: number): string => ids[state] as string;
  return {
    states: [
      ...labels.map(({ text, line }, state) => ({
        id: idOfState(state),
        label: text,
        line,
        descriptions: descriptions[state] as readonly string[],
      })),
      ...[...without].map(([key, { label, mention }]) => ({
        id: idWithout.get(key) as string,
        label,
        line: mention.line,
        descriptions: [],
      })),
    ],
    idOfState,
    idOf: ({ state, label }) => (state === undefined ? (idWithout.get(plain(label)) ?? slug(label)) : idOfState(state)),
    undeclared: [...without.values()],
  };
}

/** Of so many states with one label, none gets a hint: they are numbered. */
const MOST_HINTED = 20;

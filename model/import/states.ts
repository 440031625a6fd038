/** The states of a document: one for each row, and one for each label that no row explains, with identifiers that last. */
import type { Lists, Resolved } from './network.ts';
import { plain, slug, wordsOf } from './text.ts';
import type { DocumentState, Entry } from './types.ts';

/** The states, and the identifier of what a label was taken to mean. */
export type States = {
  readonly states: readonly DocumentState[];
  readonly idOfRow: (row: number) => string;
  readonly idOf: (resolved: Pick<Resolved, 'entry' | 'label'>) => string;
  /** The labels without a row, each with where it first stands. */
  readonly rowless: readonly Resolved[];
};

const SHORTEST_HINT = 4;

/** A word of a description that the descriptions of the rows with the same label do not have: the first one that is long enough. */
function hintFor(own: readonly string[], others: readonly (readonly string[])[]): string | undefined {
  const taken = new Set(others.flat());
  return own.find((word) => word.length >= SHORTEST_HINT && !taken.has(word));
}

export function statesOf(entries: readonly Entry[], lists: readonly Lists[]): States {
  const descriptions = lists.map(({ deal }) => deal.description.map(({ text }) => text));
  const words = descriptions.map((all) => wordsOf(all.join(' ')));
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
    taken.add(id);
    return id;
  };
  const ids = entries.map(({ label }, row) => {
    const same = entries.flatMap((other, at) =>
      at !== row && slug(other.label.text) === slug(label.text) ? [at] : [],
    );
    const hint =
      same.length === 0
        ? undefined
        : hintFor(
            words[row] ?? [],
            same.map((at) => words[at] ?? []),
          );
    return unique(hint === undefined ? slug(label.text) : `${slug(label.text)}-${hint}`);
  });
  const without = new Map<string, Resolved>();
  for (const { previous, next } of lists)
    for (const each of [...previous, ...next])
      if (each.entry === undefined && !without.has(plain(each.label))) without.set(plain(each.label), each);
  const idWithout = new Map([...without].map(([key, { label }]) => [key, unique(slug(label))]));
  const idOfRow = (row: number): string => ids[row] as string;
  return {
    states: [
      ...entries.map(({ label }, row) => ({
        id: idOfRow(row),
        label: label.text,
        line: label.line,
        descriptions: descriptions[row] ?? [],
      })),
      ...[...without].map(([key, { label, mention }]) => ({
        id: idWithout.get(key) as string,
        label,
        line: mention.line,
        descriptions: [],
      })),
    ],
    idOfRow,
    idOf: ({ entry, label }) => (entry === undefined ? (idWithout.get(plain(label)) as string) : idOfRow(entry)),
    rowless: [...without.values()],
  };
}

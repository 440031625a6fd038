/** The states that several documents have in common: by the table, by label, by likeness of labels, or by the arrows they stand at. */
import { plain } from '../../model/import/text.ts';
import { suggest } from '../../model/table/suggest.ts';
import { aligned } from './editions-align.ts';
import { type Held, isArrow } from './held.ts';
import { asWords, withoutParentheses } from './meanings.ts';

/** A state that one document calls otherwise than another does. */
export type Relabelled = { readonly one: Held; readonly id: string; readonly other: Held; readonly otherId: string };

/** The key of every state of every document: the same for states that are one. States without a key are not compared. */
export type Common = {
  readonly keys: ReadonlyMap<Held, ReadonlyMap<string, string>>;
  readonly relabelled: readonly Relabelled[];
};

const base = (language: string): string => language.split('-')[0] as string;

/** Whether documents are in different languages. */
export const areEditions = (one: Held, other: Held): boolean => base(one.language) !== base(other.language);

/** With a table, states are those of the table; what it does not have is told with the document that names it. */
export const commonByTable = (all: readonly Held[]): Common => ({
  keys: new Map(all.map((held) => [held, held.means])),
  relabelled: [],
});

const nameOf = (held: Held, id: string): string =>
  held.shared.has(id) ? id : withoutParentheses(asWords(held.states.get(id)?.label ?? id));

/** The arrows that a state stands at, by the keys of their other ends; nothing where there are less. */
function around(held: Held, id: string, keys: ReadonlyMap<string, string>, least: number): string {
  const ends = held.about(id).filter(isArrow);
  const known = ends.flatMap(({ from, to }) => {
    const key = keys.get(from === id ? to : from);
    return key === undefined ? [] : [`${from === id ? 'to' : 'from'} ${key}`];
  });
  const found = new Set(known);
  return found.size < least ? '' : [...found].sort().join('\n');
}

/** The states of a second document as those of a first one, by their identifiers there. */
export function matched(one: Held, other: Held): ReadonlyMap<string, string> {
  const labels = new Map([...one.states.keys()].map((id) => [nameOf(one, id), id]));
  const found = new Map<string, string>();
  const take = (id: string, as: string | undefined): void => {
    if (as !== undefined && !found.has(id) && ![...found.values()].includes(as)) found.set(id, as);
  };
  for (const id of other.states.keys()) take(id, labels.get(nameOf(other, id)));
  const free = () => freeOf(one, found);
  for (const id of other.states.keys())
    if (!found.has(id))
      take(
        id,
        labels.get(
          suggest(
            nameOf(other, id),
            free().map((each) => nameOf(one, each)),
          ) ?? '',
        ),
      );
  return byPlace(one, other, found, 2);
}

/** The states of the first document that none of the second is. */
function freeOf(one: Held, found: ReadonlyMap<string, string>): readonly string[] {
  const taken = new Set(found.values());
  return [...one.states.keys()].filter((id) => !taken.has(id));
}

/** Adds the states that stand at the same arrows in both documents, at least so many of them, and no others do. */
function byPlace(
  one: Held,
  other: Held,
  found: ReadonlyMap<string, string>,
  least: number,
): ReadonlyMap<string, string> {
  const own = new Map([...found.values()].map((id) => [id, id]));
  const places = Map.groupBy(freeOf(one, found), (id) => around(one, id, own, least));
  const open = [...other.states.keys()].filter((id) => !found.has(id));
  const added = [...Map.groupBy(open, (id) => around(other, id, found, least))].flatMap(([place, same]) => {
    const [id, as] = [same[0], places.get(place)?.[0]];
    const isOne = place !== '' && same.length === 1 && places.get(place)?.length === 1;
    return isOne && id !== undefined && as !== undefined ? [[id, as] as const] : [];
  });
  return new Map([...found, ...added]);
}

/** The state that a label is a label of in an edition in another language. */
const borrowed = (before: Held, held: Held, label: string): string | undefined =>
  areEditions(before, held)
    ? [...before.states.values()].find((state) => plain(state.label) === plain(label))?.id
    : undefined;

/** Without a table, each document is matched with those before it, and with the first of them that it has most in common with. */
export function commonByLabels(all: readonly Held[]): Common {
  const keys = new Map<Held, ReadonlyMap<string, string>>();
  const relabelled: Relabelled[] = [];
  all.forEach((held, index) => {
    const choices = all.slice(0, index).map((before) => {
      const byLabel = matched(before, held);
      const inOrder = areEditions(before, held)
        ? byPlace(before, held, aligned(before, held), 1)
        : new Map<string, string>();
      return { before, found: inOrder.size >= byLabel.size ? inOrder : byLabel };
    });
    const best = choices.toSorted((one, other) => other.found.size - one.found.size)[0];
    const own = new Map<string, string>();
    for (const [id, { label }] of held.states) {
      const as = best?.found.get(id) ?? (best && !held.rows.has(id) ? borrowed(best.before, held, label) : undefined);
      own.set(id, (as === undefined ? undefined : keys.get(best?.before as Held)?.get(as)) ?? `${index} ${id}`);
      if (best === undefined || as === undefined || areEditions(best.before, held)) continue;
      if (nameOf(best.before, as) !== nameOf(held, id) && plain(as) !== plain(id))
        relabelled.push({ one: best.before, id: as, other: held, otherId: id });
    }
    keys.set(held, own);
  });
  return { keys, relabelled };
}

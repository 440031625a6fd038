/** Where a document could as well be read otherwise, how much worse that would be, and what would change. */
import type { Choice } from './consistent.ts';
import type { Mention } from './mentions.ts';
import type { Option, Statements } from './network.ts';
import type { Lists, Resolved } from './options.ts';
import { type Parts, partsOf, type Solution } from './solve.ts';
import type { States } from './states.ts';
import type { Ambiguity, Written } from './types.ts';

/** A reading that is worth so much less is still reported: less than what one arrow that both of its rows list is worth. */
export const SLACK = 5;

type Kind = 'description' | 'previous' | 'next';

/** Another reading of one place. */
type Instead = { readonly words: string; readonly loses: number; readonly parts: Parts };

/** How sure the reading of an item is as a whole, and that of each of its labels: 1 where nothing else is nearly as consistent. */
export type Sureness = (mention: Mention, label?: string) => number;

const MOST_LISTED = 4;

/** What a reading says, as readers see it. */
function arrowsIn({ previous, next }: Lists, row: number | undefined, { idOf, idOfState }: States): readonly string[] {
  if (row === undefined) return previous.flatMap((from) => next.map((to) => `${idOf(from)} → ${idOf(to)}`));
  return [
    ...previous.map((each) => `${idOf(each)} → ${idOfState(row)} (previous)`),
    ...next.map((each) => `${idOfState(row)} → ${idOf(each)} (next)`),
  ];
}

/** What changes from one reading to another, in words. */
function consequence(before: Parts, after: Parts, states: States): string {
  const said = (one: Parts, other: Parts): ReadonlySet<string> =>
    new Set([
      ...one.rows.flatMap((lists, row) => (lists === other.rows[row] ? [] : arrowsIn(lists, row, states))),
      ...one.arrows.flatMap((lists, arrow) =>
        lists === other.arrows[arrow] ? [] : arrowsIn(lists, undefined, states),
      ),
    ]);
  const listed = (all: readonly string[]): string =>
    `${all.slice(0, MOST_LISTED).join(', ')}${all.length > MOST_LISTED ? ` and ${all.length - MOST_LISTED} more` : ''}`;
  const [old, fresh] = [said(before, after), said(after, before)];
  const gone = [...old].filter((each) => !fresh.has(each));
  const added = [...fresh].filter((each) => !old.has(each));
  if (gone.length === 0 && added.length === 0) return 'the same arrows, from other places of the document';
  return [
    ...(added.length > 0 ? [`adds ${listed(added)}`] : []),
    ...(gone.length > 0 ? [`drops ${listed(gone)}`] : []),
  ].join('; ');
}

/** All that could be read otherwise, and how sure each label's reading is. */
export function doubts(
  document: string,
  { entries, mentions }: Pick<Statements, 'entries' | 'mentions'>,
  solution: Solution,
  states: States,
): { readonly ambiguities: readonly Ambiguity[]; readonly sure: Sureness } {
  const { choice, taken, document: network, consistency } = solution;
  const shares = new Map<Mention, Map<string | undefined, number>>();
  const ambiguities: Ambiguity[] = [];

  const report = (at: Mention, label: string | undefined, chosen: string, instead: readonly Instead[]): void => {
    if (instead.length === 0) return;
    const weight = instead.reduce((sum, { loses }) => sum + 2 ** (-loses / 2), 1);
    const known = shares.get(at) ?? new Map<string | undefined, number>();
    shares.set(at, known.set(label, Math.min(known.get(label) ?? 1, 1 / weight)));
    ambiguities.push({
      code: 'SA310',
      document,
      line: at.line,
      column: at.column,
      text: at.text,
      chosen,
      instead: instead.map(({ words, loses, parts }) => ({
        reading: words,
        loses,
        consequence: consequence(solution, parts, states),
      })),
    });
  };

  /** What the document says when a choice is taken, and a variable is read in some way. Ways stay as they are where nothing has to change. */
  const partsWith = (other: Choice, variable: number, way: Lists): Parts =>
    partsOf(
      network,
      other,
      taken.map((lists, each) => {
        if (each === variable) return way;
        const option = other.options[each] as number;
        return option === choice.options[each]
          ? lists
          : ((network.options[each] as readonly Option[])[option] as Option).best;
      }),
    );

  /** The best reading in which a variable takes an option, and a way, that a test accepts. */
  const ask = (
    variable: number,
    words: string,
    test: (lists: Lists, option: Option) => boolean,
  ): readonly Instead[] => {
    const ways = new Map<number, Lists>();
    const fitting = (network.options[variable] as readonly Option[]).flatMap((option, index) => {
      const all = [option.best, ...option.alike].filter((lists) => test(lists, option));
      if (all.length === 0) return [];
      const way = all.reduce((one, other) => (other.alone > one.alone ? other : one));
      ways.set(index, way);
      return [[index, option.best.alone - way.alone] as const];
    });
    if (fitting.length === 0) return [];
    const found = consistency.bestWith({ variable, options: fitting }, choice.worth - SLACK);
    if (found === undefined) return [];
    const way = ways.get(found.options[variable] as number) as Lists;
    return [{ words, loses: choice.worth - found.worth, parts: partsWith(found, variable, way) }];
  };

  const labelsIn = (variable: number, kind: 'previous' | 'next'): void => {
    const told = new Set<string>();
    for (const { mention, label, state } of (taken[variable] as Lists)[kind]) {
      const same = (each: Resolved): boolean => each.mention === mention && each.label === label;
      if (told.has(`${mention.line} ${mention.column} ${label}`)) continue;
      told.add(`${mention.line} ${mention.column} ${label}`);
      const candidates = mention.names.find((each) => each.label === label)?.candidates ?? [];
      const others = candidates.flatMap((each) => (each.state === state ? [] : [each.state]));
      const isNearly = state !== undefined && candidates.every(({ cost }) => cost > 0);
      const says = (other: number | undefined): string =>
        `${label} is ${other === undefined ? 'a state that is only named' : states.idOfState(other)}`;
      const wanted = [...others, ...(isNearly ? [undefined] : [])];
      report(
        mention,
        label,
        says(state),
        wanted.flatMap((other) =>
          ask(variable, says(other), (lists) => lists[kind].some((each) => same(each) && each.state === other)),
        ),
      );
    }
  };

  const columnsIn = (variable: number): void => {
    const { deal } = taken[variable] as Lists;
    const items: readonly (readonly [Kind, Written])[] = [
      ...deal.description.map((item) => ['description', item] as const),
      ...deal.previous.map((item) => ['previous', item] as const),
      ...deal.next.map((item) => ['next', item] as const),
    ];
    for (const [own, item] of items) {
      const mention = mentions.get(item);
      if (mention === undefined) continue;
      report(
        mention,
        undefined,
        own === 'description' ? 'this item is part of the description' : `this item is in the ${own} column`,
        (['description', 'previous', 'next'] as const).flatMap((kind) =>
          kind === own ? [] : ask(variable, `it is in the ${kind} column`, (lists) => lists.deal[kind].includes(item)),
        ),
      );
    }
  };

  /** What else the row that a reference leads to could say: it is doubtful where the reference stands as well. */
  const inherited = (reference: Mention, target: number, from: number): void => {
    const own = ambiguities
      .slice(from)
      .filter(({ line, column }) => line === reference.line && column === reference.column);
    const there = (doubtsOfRow.get(target) ?? []).flatMap(({ line, instead }) =>
      instead.map((each) => ({ ...each, reading: `line ${line} is read otherwise: ${each.reading}` })),
    );
    if (there.length === 0) return;
    const [said] = own;
    if (said !== undefined) ambiguities.splice(ambiguities.indexOf(said), 1);
    ambiguities.push({
      code: 'SA310',
      document,
      line: reference.line,
      column: reference.column,
      text: reference.text,
      chosen: `this is the row of ${states.idOfState(target)}`,
      instead: [...(said?.instead ?? []), ...there],
    });
  };

  const doubtsOfRow = new Map<number, readonly Ambiguity[]>();
  network.subjects.forEach((subject, variable) => {
    const from = ambiguities.length;
    const options = network.options[variable] as readonly Option[];
    if (subject.kind === 'reference') {
      const own = solution.refers.get(subject.row);
      if (own === undefined) return;
      const others = [...new Set(options.map(({ target }) => target))].filter((target) => target !== own);
      const says = (target: number | undefined): string => `this is the row of ${states.idOfState(target as number)}`;
      report(
        subject.mention,
        undefined,
        says(own),
        others.flatMap((target) => ask(variable, says(target), (_, option) => option.target === target)),
      );
      inherited(subject.mention, own, from);
      return;
    }
    if (options.length === 1 && options[0]?.alike.length === 0) return;
    labelsIn(variable, 'previous');
    labelsIn(variable, 'next');
    if (subject.kind !== 'row') return;
    if ((entries[subject.row]?.deals.length ?? 0) > 1) columnsIn(variable);
    doubtsOfRow.set(subject.row, ambiguities.slice(from));
  });
  const inOrder = ambiguities.toSorted((one, other) => one.line - other.line || one.column - other.column);
  return { ambiguities: inOrder, sure: (mention, label) => shares.get(mention)?.get(label) ?? 1 };
}

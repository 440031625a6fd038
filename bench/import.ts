/**
 * How much of a known lifecycle is read from a document that was damaged: recall and precision of its arrows, at several damages and levels, medians
 * over seeds. Prints a table. The lifecycles have shared labels, references and conditions; the documents are flattened tables.
 */
import fc from 'fast-check';
import { foundInText } from '../model/import/flat.ts';
import { reading } from '../model/import/reading.ts';
import { flattened, type Lifecycle, lifecycles, type PrintedRow, rowsOf } from '../model/import/testing.ts';
import { median } from './lines.ts';

const SEEDS = 20;
const LEVELS = [0, 5, 10, 20, 40];

/** Numbers from 0 to 1 that depend on a seed alone (Marsaglia’s xorshift, 32 bits). */
function chances(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Other words for some labels, as of another language. */
const TRANSLATED: { readonly [label: string]: string } = {
  Open: 'Offen',
  Assigned: 'Zugewiesen',
  Waiting: 'Wartend',
  Resolved: 'Erledigt',
  Closed: 'Geschlossen',
  Rejected: 'Abgelehnt',
  Shipped: 'Versandt',
  Delivered: 'Zugestellt',
  Cancelled: 'Storniert',
  Draft: 'Entwurf',
};

type Chance = () => number;
type Lists = Pick<PrintedRow, 'previous' | 'next'>;

/** Changes each item with some probability; one that becomes nothing is lost. */
const eachItem =
  (change: (item: string, chance: Chance) => string | undefined) =>
  (rows: readonly PrintedRow[], level: number, chance: Chance): readonly PrintedRow[] =>
    rows.map((row): PrintedRow => {
      const damaged = (list: readonly string[]): readonly string[] =>
        list.flatMap((item) => (chance() < level ? (change(item, chance) ?? []) : item));
      const lists: Lists = { previous: damaged(row.previous), next: damaged(row.next) };
      return { ...row, ...lists };
    });

const misspelt = (item: string, chance: Chance): string => {
  const at = 1 + Math.floor(chance() * (item.length - 2));
  return `${item.slice(0, at)}${item[at + 1] ?? ''}${item[at] ?? ''}${item.slice(at + 2)}`;
};

const translated = (item: string): string =>
  Object.entries(TRANSLATED).reduce(
    (text, [label, other]) => (text.startsWith(label) ? text.replace(label, other) : text),
    item,
  );

const DAMAGES: {
  readonly [name: string]: (rows: readonly PrintedRow[], level: number, chance: Chance) => readonly PrintedRow[];
} = {
  'items dropped': eachItem(() => undefined),
  'items misspelt': eachItem(misspelt),
  'items translated': eachItem(translated),
  'items moved to the other list': (rows, level, chance) =>
    rows.map((row) => {
      const stays = (): boolean => chance() >= level;
      const [previous, next] = [
        row.previous.map((item) => [item, stays()] as const),
        row.next.map((item) => [item, stays()] as const),
      ];
      const kept = (list: typeof previous, isKept: boolean): readonly string[] =>
        list.flatMap(([item, stay]) => (stay === isKept ? item : []));
      return {
        ...row,
        previous: [...kept(previous, true), ...kept(next, false)],
        next: [...kept(previous, false), ...kept(next, true)],
      };
    }),
};

/** Takes the bullet away from some items of a printed document. */
const withoutBullets = (text: string, level: number, chance: Chance): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith('• ') && chance() < level ? line.slice(2) : line))
    .join('\n');

/** Recall and precision of the arrows of a lifecycle in what is read of a text; states are told apart by their labels and order. */
function measured(lifecycle: Lifecycle, text: string): readonly [recall: number, precision: number] {
  const found = foundInText(text);
  if (found === undefined) return [0, 0];
  const result = reading({ name: 'damaged', text }, found, 'text');
  const same = Map.groupBy(lifecycle.states.keys(), (state) => lifecycle.states[state]?.label);
  const seen = new Map<string, number>();
  const stateOf = new Map(
    result.states.map(({ id, label }) => {
      const count = seen.get(label) ?? 0;
      seen.set(label, count + 1);
      return [id, same.get(label)?.[count]];
    }),
  );
  const read = new Set(
    result.claims.flatMap(({ from, to }) =>
      from === null || to === null ? [] : [`${stateOf.get(from)} ${stateOf.get(to)}`],
    ),
  );
  const known = new Set(lifecycle.arrows.map(({ from, to }) => `${from} ${to}`));
  const right = [...read].filter((arrow) => known.has(arrow)).length;
  return [known.size === 0 ? 1 : right / known.size, read.size === 0 ? 1 : right / read.size];
}

const middle = (all: readonly number[]): string => median(all).toFixed(2);

const known = fc.sample(lifecycles({ min: 5, max: 10 }), { numRuns: SEEDS, seed: 1 });

/** A line of the table: medians over all lifecycles, each damaged with its own seed. */
function printed(name: string, damaged: (lifecycle: Lifecycle, level: number, chance: Chance) => string): void {
  const cells = LEVELS.map((level) => {
    const all = known.map((lifecycle, seed) => measured(lifecycle, damaged(lifecycle, level / 100, chances(seed + 1))));
    return `${middle(all.map(([recall]) => recall))} / ${middle(all.map(([, precision]) => precision))}`;
  });
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

console.log(`Recall / precision of arrows, medians over ${SEEDS} documents:\n`);
console.log(`| damage | ${LEVELS.map((level) => `${level} %`).join(' | ')} |`);
console.log(`|---|${LEVELS.map(() => '---|').join('')}`);
for (const [name, damage] of Object.entries(DAMAGES))
  printed(name, (lifecycle, level, chance) => flattened(damage(rowsOf(lifecycle), level, chance)));
printed('bullets lost', (lifecycle, level, chance) => withoutBullets(flattened(rowsOf(lifecycle)), level, chance));
printed('all of these, each a fifth of it', (lifecycle, level, chance) => {
  const rows = Object.values(DAMAGES).reduce((now, damage) => damage(now, level / 5, chance), rowsOf(lifecycle));
  return withoutBullets(flattened(rows), level / 5, chance);
});
printed('columns in the other order, items dropped', (lifecycle, level, chance) =>
  flattened(eachItem(() => undefined)(rowsOf(lifecycle), level, chance), true),
);

/**
 * What two tables or systems say differently: states, events, memory and rows added, removed and changed, and names
 * that may be new for old ones.
 */
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Path } from '../../model/table/diagnostic.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';
import { type Rename, renames } from './renames.ts';

/** Names that only the new one has, only the old one has, or that stand for something else. */
export type Names = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
};

/** A row with its path in the value it is in. */
export type RowAt = { readonly row: Row; readonly path: Path };

/** What is different between two tables. */
export type TableDifference = {
  /** The tables themselves; one of them is absent where the whole table was added or removed. */
  readonly old?: Table;
  readonly new?: Table;
  readonly name: string;
  readonly states: Names;
  readonly events: Names;
  readonly memory: Names;
  readonly rows: {
    readonly added: readonly RowAt[];
    readonly removed: readonly RowAt[];
    /** Rows from the same states on the same events that lead elsewhere, or have another guard or other assignments. */
    readonly changed: readonly { readonly old: RowAt; readonly new: RowAt }[];
  };
  readonly renames: readonly Rename[];
};

export type StructureDifference = {
  readonly tables: readonly TableDifference[];
  /** Of systems: their own events, sets of instances, shared memory and channels. */
  readonly system?: { readonly [part in 'events' | 'instances' | 'memory' | 'channels']: Names };
};

type Dictionary = { readonly [name: string]: Part } | undefined;

type Part = { readonly [key: string]: unknown };

/** The keys of the words about a part. Deeper inside, keys are names, which may be called the same. */
const WORDS = new Set(['label', 'description']);

const withoutWords = (part: Part): Part => Object.fromEntries(Object.entries(part).filter(([key]) => !WORDS.has(key)));

/** What behaves of a part: without the words about it and, of a set of instances, about the memory that is added to them. */
function behaving(part: Part): Part {
  const { memory, ...rest } = withoutWords(part);
  if (memory === undefined) return rest;
  const variables = Object.entries(memory as { readonly [variable: string]: Part });
  return { ...rest, memory: Object.fromEntries(variables.map(([name, each]) => [name, withoutWords(each)])) };
}

/** A value with its keys in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
}

const same = (a: Part, b: Part): boolean =>
  JSON.stringify(ordered(behaving(a))) === JSON.stringify(ordered(behaving(b)));

function namesOf(old: Dictionary = {}, now: Dictionary = {}): Names {
  const has = (all: Dictionary, name: string): boolean => Object.hasOwn(all ?? {}, name);
  return {
    added: Object.keys(now).filter((name) => !has(old, name)),
    removed: Object.keys(old).filter((name) => !has(now, name)),
    changed: Object.keys(old).filter((name) => has(now, name) && !same(old[name] as Part, now[name] as Part)),
  };
}

/**
 * Compares what two models say. A table and a system have no table in common unless one of the system’s has the
 * table’s name.
 */
export function structureDifference(old: Model, now: Model): StructureDifference {
  const [before, after] = [tablesOf(old), tablesOf(now)];
  const alone = before.length === 1 && after.length === 1;
  const pairs = before.map(
    (each) => [each, alone ? after[0] : after.find(({ table }) => table.name === each.table.name)] as const,
  );
  const matched = new Set(pairs.map(([, each]) => each));
  const tables = [...pairs, ...after.filter((each) => !matched.has(each)).map((each) => [undefined, each] as const)];
  const [was, is] = [isSystem(old) ? old : undefined, isSystem(now) ? now : undefined];
  return {
    tables: tables.map(([one, other]) => tableDifference(one, other)),
    ...((was || is) && {
      system: {
        events: namesOf(was?.events, is?.events),
        instances: namesOf(was?.instances, is?.instances),
        memory: namesOf(was?.memory, is?.memory),
        channels: namesOf(was?.channels, is?.channels),
      },
    }),
  };
}

type TableAt = { readonly table: Table; readonly path: Path };

const tablesOf = (model: Model): readonly TableAt[] =>
  isSystem(model)
    ? model.tables.map((table, index) => ({ table, path: ['tables', index] }))
    : [{ table: model, path: [] }];

function tableDifference(old: TableAt | undefined, now: TableAt | undefined): TableDifference {
  const [before, after] = [old?.table, now?.table];
  const states = namesOf(before?.states, after?.states);
  const events = namesOf(before?.events, after?.events);
  return {
    name: (after ?? before)?.name as string,
    ...(before && { old: before }),
    ...(after && { new: after }),
    states,
    events,
    memory: namesOf(before?.memory, after?.memory),
    rows: rowDifference(rowsOf(old), rowsOf(now)),
    renames: before && after ? renames(before, after, { states, events }) : [],
  };
}

type Keyed = RowAt & { readonly where: string; readonly whole: string };

/**
 * Rows with what they are known by: where they apply, and all that they say. Sets of states count by the states they
 * select.
 */
function rowsOf(at: TableAt | undefined): readonly Keyed[] {
  if (at === undefined) return [];
  const { table, path } = at;
  return table.transitions.map((row, index) => {
    const where = JSON.stringify([[...selectStates(table.states, row.from)].sort(), [...listOf(row.on)].sort()]);
    const rest = ordered({ to: row.to, when: row.when ?? {}, set: row.set ?? {} });
    return { row, path: [...path, 'transitions', index], where, whole: `${where}${JSON.stringify(rest)}` };
  });
}

function rowDifference(old: readonly Keyed[], now: readonly Keyed[]): TableDifference['rows'] {
  const [removed, added] = without(old, now);
  const changed: { old: RowAt; new: RowAt }[] = [];
  const left = [...added];
  const gone = removed.filter((row) => {
    const index = left.findIndex(({ where }) => where === row.where);
    const [other] = index < 0 ? [] : left.splice(index, 1);
    if (other !== undefined) changed.push({ old: plain(row), new: plain(other) });
    return other === undefined;
  });
  return { added: left.map(plain), removed: gone.map(plain), changed };
}

const plain = ({ row, path }: Keyed): RowAt => ({ row, path });

/** What is left of two lists where equal rows are taken out of both, one for one. */
function without(old: readonly Keyed[], now: readonly Keyed[]): readonly [readonly Keyed[], readonly Keyed[]] {
  const counts = new Map<string, number>();
  for (const { whole } of now) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  const left = (rows: readonly Keyed[]): readonly Keyed[] => {
    const unused = new Map(counts);
    return rows.filter(({ whole }) => {
      const count = unused.get(whole) ?? 0;
      unused.set(whole, count - 1);
      return count <= 0;
    });
  };
  const removed = left(old);
  counts.clear();
  for (const { whole } of old) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  return [removed, left(now)];
}

/** From anything to a system: the gates of tables, each for the whole system, each reporting all its problems in one pass. */
import { nameProblems } from '../table/names.ts';
import { type Reading, type Refused, refused, soundTable, tableIn } from '../table/parse.ts';
import type { Places } from '../table/places.ts';
import { freeze, type Problem, plainCopy } from '../table/plain.ts';
import { MISSHAPEN, type Sections, shapeProblems, soundPart } from '../table/shape.ts';
import type { Table } from '../table/types.ts';
import { systemProblems } from './names.ts';
import { systemSchema } from './schema.ts';
import type { Model, System } from './types.ts';

/** A system, or everything that is wrong with what was given. */
export type ParsedSystem = { readonly ok: true; readonly system: System } | Refused;

/** A table or a system, or everything that is wrong with what was given. */
export type ParsedModel = { readonly ok: true; readonly model: Model } | Refused;

/** What a system's misshapen parts leave. */
const SECTIONS: Sections = {
  declaring: new Set(['tables', 'instances', 'memory', 'channels', 'events', 'properties']),
  left: () => MISSHAPEN,
};

/** The problems of each table, by its index, with paths that begin in it. */
function byTable(problems: readonly Problem[]): ReadonlyMap<number, readonly Problem[]> {
  const found = new Map<number, Problem[]>();
  for (const problem of problems) {
    const [section, index, ...path] = problem.path;
    if (section !== 'tables' || typeof index !== 'number') continue;
    const before = found.get(index) ?? [];
    found.set(index, before);
    before.push({ ...problem, path });
  }
  return found;
}

/** The system that a value is, or all its problems. */
export function systemIn(value: unknown): Reading<System> {
  const plain = plainCopy(value, 'system');
  if ('problems' in plain) return plain;
  const shape = shapeProblems(plain.value, systemSchema, 'a system');
  const outside = shape.filter(({ path: [section, index] }) => section !== 'tables' || index === undefined);
  const sound = soundPart(plain.value, outside, SECTIONS) as (System & { $schema?: string }) | undefined;
  if (sound === undefined) return { problems: shape };
  const misshapen = byTable(shape);
  const tables = sound.tables.map((table, index) => soundTable(table, misshapen.get(index) ?? []));
  const inTables = tables.flatMap((table, index) =>
    table === undefined
      ? []
      : nameProblems(table).map((problem) => ({ ...problem, path: ['tables', index, ...problem.path] })),
  );
  const names = sound.tables.map((table) => (table as { readonly name?: unknown } | null)?.name);
  const { $schema: _, ...rest } = sound;
  const problems = [...shape, ...inTables, ...systemProblems(rest, tables, names)];
  if (problems.length > 0) return { problems };
  return { value: freeze({ ...rest, tables: tables as readonly Table[] }) };
}

/** Whether a value is meant as a system. Tables have neither instances nor tables. */
function isMeantAsSystem(value: unknown): boolean {
  try {
    return (
      typeof value === 'object' && value !== null && ['instances', 'tables'].some((key) => Object.hasOwn(value, key))
    );
  } catch {
    return false; // what cannot be looked at is refused as no data
  }
}

/** The table or system that a value is, or all its problems. */
export const modelIn = (value: unknown): Reading<Model> => (isMeantAsSystem(value) ? systemIn(value) : tableIn(value));

/**
 * Reads any value as a system. All problems, those of its tables too, are reported in one pass. Never throws. The system that is given back is a
 * fresh, frozen copy.
 */
export function parseSystem(value: unknown, options: { readonly places?: Places } = {}): ParsedSystem {
  const read = systemIn(value);
  return 'value' in read ? { ok: true, system: read.value } : refused(read.problems, options.places);
}

/** Reads any value as a system where it has `instances` or `tables`, else as a table. */
export function parseModel(value: unknown, options: { readonly places?: Places } = {}): ParsedModel {
  const read = modelIn(value);
  return 'value' in read ? { ok: true, model: read.value } : refused(read.problems, options.places);
}

/** From anything to a table: three gates, each reporting all its problems in one pass. */
import { type Diagnostic, diagnostic, MOST_DIAGNOSTICS, type Path } from './diagnostic.ts';
import { nameProblems } from './names.ts';
import type { Place, Places } from './places.ts';
import { freeze, type Problem, plainCopy } from './plain.ts';
import { tableSchema } from './schema.ts';
import { MISSHAPEN, type Sections, shapeProblems, soundPart } from './shape.ts';
import type { Table } from './types.ts';

/** Everything that is wrong with what was given. */
export type Refused = { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A table, or everything that is wrong with what was given. */
export type Parsed = { readonly ok: true; readonly table: Table } | Refused;

/** What a value is read as, or all its problems; their places are not known yet. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** Looks up where a part stands: its key (or where it begins, as an item of a list), or what is written for it. */
export type Pointer = (path: Path, part?: 'key' | 'value') => Place | undefined;

const LONGEST_SENTENCE = 400;

const inTextOrder = ({ place: a }: Diagnostic, { place: b }: Diagnostic): number =>
  a === undefined || b === undefined ? 0 : a.line - b.line || a.column - b.column;

/** Diagnostics with their places, in the order of the text; at most a hundred and a count of the others. */
export function refused(problems: readonly Problem[], places?: Pointer): Refused {
  const placed = ({ about, message, ...rest }: Problem): Diagnostic => {
    const cut = message.length > LONGEST_SENTENCE;
    const problem = { ...rest, message: cut ? `${message.slice(0, LONGEST_SENTENCE)} …` : message };
    const place = problem.place ?? places?.(problem.path, about ?? 'value');
    return place === undefined ? problem : { ...problem, place };
  };
  const shown = problems.slice(0, MOST_DIAGNOSTICS).map(placed).sort(inTextOrder);
  const more = problems.length - shown.length;
  const last = problems[MOST_DIAGNOSTICS];
  if (last !== undefined) {
    const { code, place } = placed(last);
    const sentence = more === 1 ? 'and 1 more problem' : `and ${more} more problems`;
    const rest = diagnostic(code, [], sentence, place === undefined ? {} : { place });
    shown.push({ ...rest, remedy: 'Correct these first, then read the table again.' });
  }
  return { ok: false, diagnostics: shown };
}

/** What still counts of a state that could not be read: its group and its tags, and that it might have been initial. */
function whatIsKnown(state: unknown): unknown {
  const { group, tags } = (state ?? {}) as { group?: unknown; tags?: unknown };
  return {
    initial: true,
    ...(typeof group === 'string' && { group }),
    ...(Array.isArray(tags) && { tags: withHoles(tags) }),
  };
}

/** The names of a list, each at its index. */
function withHoles(names: readonly unknown[]): readonly unknown[] {
  const left = [...names];
  names.forEach((name, index) => {
    if (typeof name !== 'string') delete left[index];
  });
  return left;
}

/** What a table's misshapen parts leave. */
const SECTIONS: Sections = {
  declaring: new Set(['states', 'events', 'memory', 'transitions', 'properties', 'sources']),
  left: (section, entry) => (section === 'states' ? whatIsKnown(entry) : MISSHAPEN),
};

/** What is left of a table of these problems of shape; nothing where no name in it could be checked. */
export function soundTable(value: unknown, shape: readonly Problem[]): Table | undefined {
  const sound = soundPart(value, shape, SECTIONS) as (Table & { $schema?: string }) | undefined;
  if (sound === undefined) return undefined;
  const { $schema: _, ...table } = sound;
  return table;
}

/** The table that a value is, or all its problems. */
export function tableIn(value: unknown): Reading<Table> {
  const plain = plainCopy(value);
  if ('problems' in plain) return plain;
  const shape = shapeProblems(plain.value, tableSchema, 'a table');
  const table = soundTable(plain.value, shape);
  if (table === undefined) return { problems: shape };
  const problems = [...shape, ...nameProblems(table)];
  return problems.length > 0 ? { problems } : { value: freeze(table) };
}

/**
 * Reads any value as a table. All problems are reported in one pass (names are looked at
 * in every entry of the right shape). Never throws, whatever the value: cycles, getters, proxies and class instances are refused as no data.
 * The table that is given back is a fresh, frozen copy.
 */
export function parseTable(value: unknown, options: { readonly places?: Places } = {}): Parsed {
  const read = tableIn(value);
  return 'value' in read ? { ok: true, table: read.value } : refused(read.problems, options.places);
}

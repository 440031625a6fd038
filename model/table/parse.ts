/** From anything to a table: three gates, each reporting all its problems in one pass. */
import { type Diagnostic, diagnostic, MOST_DIAGNOSTICS } from './diagnostic.ts';
import { nameProblems } from './names.ts';
import type { Places } from './places.ts';
import { freeze, plainCopy } from './plain.ts';
import { shapeProblems, soundPart } from './shape.ts';
import type { Table } from './types.ts';

/** A table, or everything that is wrong with what was given. */
export type Parsed =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Diagnostics with their places, at most a hundred and a count of the others. */
export function refused(problems: readonly Diagnostic[], places?: Places): Parsed {
  const shown = problems.slice(0, MOST_DIAGNOSTICS).map((problem) => {
    const place = problem.place ?? places?.(problem.path);
    return place === undefined ? problem : { ...problem, place };
  });
  const more = problems.length - shown.length;
  const last = problems[MOST_DIAGNOSTICS];
  if (last !== undefined) {
    const rest = diagnostic(last.code, [], more === 1 ? 'and 1 more problem' : `and ${more} more problems`);
    shown.push({ ...rest, remedy: 'Correct these first, then read the table again.' });
  }
  return { ok: false, diagnostics: shown };
}

/**
 * Reads any value as a table. All problems are reported in one pass (names are looked at
 * in every entry of the right shape). Never throws, whatever the value: cycles, getters, proxies and class instances are refused as no data.
 * The table that is given back is a fresh, frozen copy.
 */
export function parseTable(value: unknown, options: { readonly places?: Places } = {}): Parsed {
  const plain = plainCopy(value);
  if ('problems' in plain) return refused(plain.problems, options.places);
  const shape = shapeProblems(plain.value);
  const { $schema: _, ...table } = soundPart(plain.value, shape) as Table & { $schema?: string };
  const sound = table.states !== undefined && table.events !== undefined && table.transitions !== undefined;
  const problems = sound ? [...shape, ...nameProblems(table)] : shape;
  return problems.length > 0 ? refused(problems, options.places) : { ok: true, table: freeze(table) };
}

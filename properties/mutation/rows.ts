/** Faults in the rows of a table. */
import { listOf } from '../../model/table/select.ts';
import type { Assignment, Guard, Row, Table, Value, Variable } from '../../model/table/types.ts';
import { type Fault, type Mutant, type MutationKind, mutantName } from './mutant.ts';

type Rows = readonly Row[];

const made = (
  table: Table,
  kind: MutationKind,
  [index, ...beside]: readonly [number, ...(string | number)[]],
  transitions: Rows,
  detail: Omit<Extract<Fault, { readonly row: number }>, 'row'> = {},
): Mutant<Table> => {
  const fault: Fault = { row: index, ...detail };
  return {
    kind,
    fault,
    name: mutantName(kind, fault),
    path: ['transitions', index, ...beside],
    changes: [index, ...(detail.with === undefined ? [] : [detail.with])].map((row) => ['transitions', row]),
    model: { ...table, transitions },
  };
};

const replaced = (rows: Rows, index: number, row: Row): Rows => rows.with(index, row);

/** Each row left out. */
export function* droppedRows(table: Table): Generator<Mutant<Table>> {
  for (const index of table.transitions.keys())
    yield made(table, 'drop row', [index], table.transitions.toSpliced(index, 1));
}

/**
 * The most mutants of a table whose rows lead elsewhere. Where there would be more, each row is led to as many states as fit, but at least to a
 * few.
 */
export const MOST_RETARGETED = 2000;
const FEW = 3;

/** The other states that each row could be led to: all, in the order of declaration, counted from where it leads. */
function targetsOf({ states, transitions }: Table): readonly (readonly string[])[] {
  const all = Object.keys(states);
  return transitions.map(({ to }) => {
    const start = typeof to === 'string' ? all.indexOf(to) + 1 : 0;
    return [...all.slice(start), ...all.slice(0, start)].filter((state) => state !== to);
  });
}

/** To how many of so many targets each row is led. */
function mostEach(targets: readonly (readonly string[])[]): number {
  const all = targets.reduce((sum, { length }) => sum + length, 0);
  return all <= MOST_RETARGETED ? all : Math.max(FEW, Math.floor(MOST_RETARGETED / targets.length));
}

/** Each row led to other states. */
export function* retargetedRows(table: Table): Generator<Mutant<Table>> {
  const targets = targetsOf(table);
  const most = mostEach(targets);
  for (const [index, row] of table.transitions.entries())
    for (const to of targets[index]?.slice(0, most) ?? [])
      yield made(table, 'retarget row', [index, 'to'], replaced(table.transitions, index, { ...row, to }), { to });
}

/** How many times no row is led to a state, because there would be too many mutants. */
export function untriedTargets(table: Table): number {
  const targets = targetsOf(table);
  const most = mostEach(targets);
  return targets.reduce((total, { length }) => total + Math.max(0, length - most), 0);
}

/** Each row with the event of the next row that has another one, and the other way round. */
export function* swappedEvents(table: Table): Generator<Mutant<Table>> {
  const rows = table.transitions;
  for (const [index, row] of rows.entries()) {
    const other = rows.findIndex(({ on }, next) => next > index && listOf(on).join() !== listOf(row.on).join());
    if (other < 0) continue;
    const swapped = replaced(replaced(rows, index, { ...row, on: (rows[other] as Row).on }), other, {
      ...(rows[other] as Row),
      on: row.on,
    });
    yield made(table, 'swap events', [index, 'on'], swapped, { with: other });
  }
}

/** Each guard turned into its opposite. */
export function* negatedGuards(table: Table): Generator<Mutant<Table>> {
  for (const [index, row] of table.transitions.entries())
    if (row.when !== undefined)
      yield made(
        table,
        'negate guard',
        [index, 'when'],
        replaced(table.transitions, index, { ...row, when: { not: row.when } }),
      );
}

/** Each guard left out, and where it has several parts, each part of it. */
export function* widenedGuards(table: Table): Generator<Mutant<Table>> {
  for (const [index, { when, ...row }] of table.transitions.entries()) {
    if (when === undefined) continue;
    yield made(table, 'widen guard', [index, 'when'], replaced(table.transitions, index, row));
    const parts = Object.keys(when);
    if (parts.length < 2) continue;
    for (const part of parts) {
      const { [part]: _, ...rest } = when;
      const wider: Row = { ...row, when: rest as Guard };
      yield made(table, 'widen guard', [index, 'when', part], replaced(table.transitions, index, wider), {
        without: part,
      });
    }
  }
}

/** Each assignment left out. */
export function* droppedAssignments(table: Table): Generator<Mutant<Table>> {
  for (const [index, row] of table.transitions.entries())
    for (const variable of Object.keys(row.set ?? {})) {
      const { [variable]: _, ...set } = row.set as NonNullable<Row['set']>;
      yield made(
        table,
        'drop assignment',
        [index, 'set', variable],
        replaced(table.transitions, index, { ...row, set }),
        { of: variable },
      );
    }
}

/** Each assignment with another value. */
export function* changedAssignments(table: Table): Generator<Mutant<Table>> {
  for (const [index, row] of table.transitions.entries())
    for (const [variable, assignment] of Object.entries(row.set ?? {})) {
      const other = otherAssignment(table.memory?.[variable] as Variable, assignment);
      if (other === undefined) continue;
      yield made(
        table,
        'change assignment',
        [index, 'set', variable],
        replaced(table.transitions, index, { ...row, set: { ...row.set, [variable]: other } }),
        { of: variable },
      );
    }
}

/**
 * Another assignment that the variable allows: the opposite of a flag; the next value of a list or range; a sum with
 * the opposite sign, or one more where nothing was added; a state saved instead of forgotten, and forgotten instead of
 * saved. Nothing where there is no other.
 */
export function otherAssignment(variable: Variable, assignment: Assignment): Assignment | undefined {
  if ('states' in variable) return assignment === null ? { save: 'state' } : null;
  if ('flag' in variable) return typeof assignment === 'boolean' ? !assignment : true;
  if (typeof assignment === 'object' && assignment !== null && 'add' in assignment)
    return { add: assignment.add === 0 ? 1 : -assignment.add };
  const values: readonly Value[] = 'values' in variable ? variable.values : rangeOf(variable.range);
  const at = values.indexOf(assignment as Value);
  const next = values[(at + 1) % values.length];
  return next === assignment ? undefined : next;
}

const rangeOf = ([from, to]: readonly [number, number]): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

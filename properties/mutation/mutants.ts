/** All mutants of a table or system, in a fixed order, made as they are asked for. */
import { parseSystem } from '../../model/system/parse.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import type { Path } from '../../model/table/diagnostic.ts';
import type { Table } from '../../model/table/types.ts';
import { changedEvents } from './events.ts';
import { type Fault, type Mutant, mutantName } from './mutant.ts';
import {
  changedAssignments,
  droppedAssignments,
  droppedRows,
  negatedGuards,
  retargetedRows,
  swappedEvents,
  untriedTargets,
  widenedGuards,
} from './rows.ts';
import { changedFinal, changedInitial, mergedStates } from './states.ts';

const OPERATORS = [
  droppedRows,
  retargetedRows,
  swappedEvents,
  negatedGuards,
  widenedGuards,
  droppedAssignments,
  changedAssignments,
  changedInitial,
  changedFinal,
  mergedStates,
] as const;

/** The mutants of a model: of a system those of each of its tables, then those of its events. Names are unique. */
export function* mutantsOf(model: Model): Generator<Mutant> {
  if (!isSystem(model)) return yield* ofTable(model);
  for (const [index, table] of model.tables.entries())
    for (const mutant of ofTable(table)) {
      const within = inSystem(model, index, mutant);
      if (mayStart(within)) yield within;
    }
  yield* changedEvents(model);
}

/** How many faults of a model are left out: rows led to states beyond the first ones. */
export const untriedOf = (model: Model): number =>
  (isSystem(model) ? model.tables : [model]).reduce((total, table) => total + untriedTargets(table), 0);

function* ofTable(table: Table): Generator<Mutant<Table>> {
  for (const operator of OPERATORS) yield* operator(table);
}

/** Sets may name the states that their instances start in: no system where such a state is no longer initial. */
const mayStart = ({ kind, model }: Mutant<System>): boolean =>
  (kind !== 'change initial' && kind !== 'merge states') || parseSystem(model).ok;

function inSystem(system: System, index: number, { kind, fault, path, changes, model }: Mutant<Table>): Mutant<System> {
  const within = (inside: Path): Path => ['tables', index, ...inside];
  const ofTable: Fault = { ...fault, table: model.name };
  return {
    kind,
    fault: ofTable,
    name: mutantName(kind, ofTable),
    path: within(path),
    changes: changes.map(within),
    model: { ...system, tables: system.tables.with(index, model) },
  };
}

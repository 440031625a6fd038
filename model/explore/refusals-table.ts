/** Why an event of a table cannot happen, and the reasons that there are. The answers come from the definition of the language itself. */
import { listOf, selectStates } from '../table/select.ts';
import type { Predicate, Row, Table, Value } from '../table/types.ts';
import type { Blocked, Bound, Machine, TableConfiguration } from './machine.ts';

/** A part of a condition that does not hold, with what it is about and what that is now. */
export type Failed<P = object> = { readonly part: P; readonly now: readonly (readonly [name: string, value: Value])[] };

/** One reason why an event cannot happen. In a system, the instance is named whose table refuses. */
export type Reason =
  /** No row leaves the state on the event; `from` are the states that one leaves, none where no row has it at all. */
  | {
      readonly kind: 'state';
      readonly instance?: string;
      readonly event: string;
      readonly state: string;
      readonly from: readonly string[];
    }
  /** The guard of a row does not hold. */
  | {
      readonly kind: 'guard';
      readonly instance?: string;
      readonly row: number;
      readonly failed: readonly Failed<Predicate>[];
    }
  /** The condition of an event of a system does not hold. */
  | { readonly kind: 'condition'; readonly failed: readonly Failed[] }
  /** No such message can be taken from a channel, or there is no room for one. */
  | { readonly kind: 'message' | 'room'; readonly channel: string }
  /** A row recalls unset memory, or a value does not fit its variable's domain. */
  | { readonly kind: 'blocked'; readonly blocked: Blocked };

/** An event that cannot happen, with one binding of its parameters in a system. Of several reasons each one is enough in a system; in a table each is that of another row. */
export type Refusal = { readonly event: string; readonly binding?: Bound; readonly reasons: readonly Reason[] };

/** Every event of a table that has no enabled step in a configuration, with the reasons. */
export function tableRefusals(table: Table, machine: Machine, at: TableConfiguration): readonly Refusal[] {
  const { steps, blocked } = machine.moves(at);
  const enabled = new Set(steps.map(({ event }) => event));
  return Object.keys(table.events)
    .filter((event) => !enabled.has(event))
    .map((event) => ({ event, reasons: reasonsOfTable(table, machine, at, event, blocked) }));
}

/** Why no row of a table fires on an event, given what is blocked in the configuration. */
export function reasonsOfTable(
  table: Table,
  machine: Machine,
  at: TableConfiguration,
  event: string,
  blocked: readonly Blocked[],
): readonly Reason[] {
  const rows = table.transitions
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => listOf(row.on).includes(event));
  const leaving = rows.filter(({ row }) => selectStates(table.states, row.from).includes(at.state));
  if (leaving.length === 0) {
    const from = new Set(rows.flatMap(({ row }) => selectStates(table.states, row.from)));
    return [
      { kind: 'state', event, state: at.state, from: Object.keys(table.states).filter((state) => from.has(state)) },
    ];
  }
  return leaving.map(({ row, index }): Reason => {
    const found = blocked.find((each) => each.event === event && each.rows[0]?.row === index);
    return found === undefined
      ? { kind: 'guard', row: index, failed: failedIn(table, machine, row, at) }
      : { kind: 'blocked', blocked: found };
  });
}

/** The parts of a row's guard that do not hold, each as small as it can be said without losing what it means. */
function failedIn(
  table: Table,
  machine: Machine,
  { when = {} }: Row,
  at: TableConfiguration,
): readonly Failed<Predicate>[] {
  return partsOf(when as Predicate)
    .filter((part) => !machine.holds(part, at))
    .map((part) => ({
      part,
      now: [...namesIn(part)]
        .filter((name) => Object.hasOwn(table.memory ?? {}, name))
        .map((name) => [name, at.memory[name] ?? null]),
    }));
}

/** The conditions that must all hold for a condition to hold. */
export const partsOf = <P extends { readonly all?: readonly P[] }>(predicate: P): readonly P[] =>
  Object.entries(predicate).flatMap(([word, wanted]): readonly P[] => {
    if (wanted === undefined) return [];
    return word === 'all' ? (wanted as readonly P[]).flatMap(partsOf) : [{ [word]: wanted } as unknown as P];
  });

/** Every key and every variable that a condition mentions. */
function namesIn(condition: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof condition !== 'object' || condition === null) return names;
  for (const [key, value] of Object.entries(condition)) {
    names.add(key === 'memory' && typeof value === 'string' ? value : key);
    namesIn(value, names);
  }
  return names;
}

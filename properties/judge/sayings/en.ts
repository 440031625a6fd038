/** What findings of a check say, in English. It defines what every language has. */
import { plural } from '../../../model/table/text.ts';
import { listed } from '../words.ts';
import type { Choice, Described, Idle, Naming } from './naming.ts';

const among = (there: number, states: readonly string[], { state }: Naming): string =>
  `${there === 1 ? 'the only reachable configuration' : `the ${there} reachable configurations`} of ${listed(states.map(state))}`;

const configurations = (count: number): string => plural(count, 'configuration');

const idle = (ruling: Idle, { property }: Naming): string => {
  if (ruling.kind === 'no property') return `there is no property “${property(ruling.property)}”`;
  if (ruling.kind === 'property holds') return `the property “${property(ruling.property)}” holds`;
  if (ruling.kind === 'undecidable') return `no ruling can decide ${ruling.code}`;
  if (ruling.kind === 'no finding') return `there is no finding ${ruling.names.join(' ')}`;
  return `${ruling.source} claims no such thing of ${ruling.of} in line ${ruling.line} (${ruling.column})`;
};

export const en = {
  unreached: ({ state }: Naming, name: string): string => `no run reaches ${state(name)}`,
  stuck: (naming: Naming, state: string, isSystem: boolean, first: Described, count: number): string =>
    `${naming.state(state)} is not final and can be stuck ${isSystem ? 'with nothing enabled in the whole system' : 'with no enabled row'}: ${naming.configuration(first)}${count === 1 ? '' : `, the first of ${configurations(count)}`}`,
  trapped: ({ state }: Naming, states: readonly string[], count: number, traps: number): string =>
    `once in ${listed(states.map(state))}, no run ever leaves or reaches a final configuration (${configurations(count)}${traps === 1 ? '' : ` in ${traps} separate traps`})`,
  undetermined: (naming: Naming, event: string, state: string, ways: readonly Choice[], count: number): string =>
    `${naming.event(event)} is not determined in ${naming.state(state)}: ${listed(ways.map(({ row, to }) => `${naming.row(row)} leads to ${naming.configuration(to)}`))} (${configurations(count)})`,
  unhandled: ({ event }: Naming, name: string): string => `no row handles ${event(name)}`,
  unread: ({ variable }: Naming, name: string): string => `nothing reads ${variable(name)}`,
  unchanged: ({ variable }: Naming, name: string): string => `no step changes ${variable(name)}`,
  unusedParameters: ({ event }: Naming, name: string, unused: readonly string[]): string =>
    `nothing in ${event(name)} depends on its ${unused.length === 1 ? 'parameter' : 'parameters'} ${listed(unused)}`,
  fromNothing: ({ row }: Naming, name: string): string => `${row(name)} never fires: its from selects no state`,
  guardAlways: (naming: Naming, row: string, there: number, states: readonly string[]): string =>
    `the guard of ${naming.row(row)} holds in ${there === 1 ? '' : 'every one of '}${among(there, states, naming)}`,
  guardNever: (naming: Naming, row: string, there: number, states: readonly string[]): string =>
    `the guard of ${naming.row(row)} ${there === 1 ? 'does not hold in' : 'holds in none of'} ${among(there, states, naming)}`,
  blocked: ({ row }: Naming, name: string, met: number): string =>
    `${row(name)} never fires: it is blocked in ${met === 1 ? 'the only configuration' : `all ${met} configurations`} where it could`,
  untaken: ({ row }: Naming, name: string, met: number, table: string): string =>
    `${row(name)} never fires: no step takes it in the ${configurations(met)} of ${table} where it could`,
  eventGuardAlways: ({ event }: Naming, name: string): string =>
    `the guard of ${event(name)} holds everywhere, whatever its binding`,
  eventGuardNever: ({ event }: Naming, name: string): string =>
    `the guard of ${event(name)} holds nowhere, whatever its binding`,
  unbound: ({ event }: Naming, name: string): string => `${event(name)} never happens: it has no binding`,
  neverHappens: ({ event }: Naming, name: string, bindings: number): string =>
    `${event(name)} never happens${bindings === 1 ? '' : `, with none of its ${bindings} bindings`}`,
  recallsUnset: (naming: Naming, culprit: string, variable: string, count: number): string =>
    `${naming.row(culprit)} recalls ${naming.variable(variable)}, which may be unset (${configurations(count)})`,
  outside: (
    naming: Naming,
    culprit: string,
    variable: string,
    value: string | number | boolean | null,
    range: readonly number[] | undefined,
    count: number,
  ): string =>
    `${naming.row(culprit)} would set ${naming.variable(variable)} to ${value ?? 'unset'}, outside ${range === undefined ? 'its domain' : range.join(' to ')} (${configurations(count)})`,
  idleRuling: (naming: Naming, index: number, ruling: Idle): string =>
    `rulings[${index}] matches nothing: ${idle(ruling, naming)}`,
};

/** The sentences of findings, by their kinds. */
export type Sentences = typeof en;

/** Small faults, as mutation puts them into a model, in the words of a page. */
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import type { Fault, MutationKind } from '../../properties/mutation/mutant.ts';
import { type Context, calledIn } from './context.ts';

const tableOf = (model: Model, fault: Fault): Table | undefined =>
  isSystem(model) ? model.tables.find(({ name }) => name === fault.table) : model;

/** A fault as plain text: its kind, where it is, and what it does there. */
export function faultText(context: Context, kind: MutationKind, fault: Fault): string {
  const { words, model } = context;
  const { faultDetails: details } = words;
  const table = tableOf(model, fault);
  const state = (name: string): string => words.quoted(calledIn(context, table?.states, name).text);
  const variable = (name: string): string => words.quoted(calledIn(context, table?.memory, name).text);
  const event = (name: string): string =>
    words.quoted(calledIn(context, isSystem(model) ? model.events : table?.events, name).text);
  const row = (index: number): string => `transitions[${index}]`;
  const what = (): readonly string[] => {
    if ('into' in fault) return [state(fault.state), details.into(state(fault.into))];
    if ('state' in fault) return [state(fault.state), details.marked(details.marks[fault.mark])];
    const about = fault.of === undefined ? [] : [details.of(variable(fault.of))];
    if ('event' in fault) return [event(fault.event), ...about];
    return [
      row(fault.row),
      ...(fault.to === undefined ? [] : [details.to(state(fault.to))]),
      ...(fault.with === undefined ? [] : [details.with(row(fault.with))]),
      ...(fault.without === undefined ? [] : [details.without(variable(fault.without))]),
      ...about,
    ];
  };
  const inTable = fault.table === undefined ? [] : [details.inTable(words.quoted(fault.table))];
  return `${words.faults[kind]}${words.colon}${[...what(), ...inTable].join(' ')}`;
}

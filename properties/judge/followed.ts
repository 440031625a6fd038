/** Tables and those who follow them. */
import type { InstanceConfiguration, TableConfiguration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Guard, Table } from '../../model/table/types.ts';
import type { Finding } from './verdict.ts';

/**
 * A table of what is checked, with those who follow it: the table itself, or one of the tables of a system with its
 * instances.
 */
export type Followed = {
  readonly table: Table;
  /** The path of the table in the value that is checked. */
  readonly path: Finding['path'];
  /** How one of its names is written: in a system with the table's name before it. */
  readonly name: (local: string) => string;
  /** The instances that follow the table; where it is checked by itself, one without a name. */
  readonly instances: readonly (string | undefined)[];
};

/** The tables of a model, with those who follow them. */
export function followedIn(model: Model): readonly Followed[] {
  if (!isSystem(model)) return [{ table: model, path: [], name: (local) => local, instances: [undefined] }];
  const instances = [...instancesOf(model).values()];
  return model.tables.map((table, index) => ({
    table,
    path: ['tables', index],
    name: (local) => `${table.name}.${local}`,
    instances: instances.filter((each) => each.table === table).map(({ name }) => name),
  }));
}

/** A row as messages name it: by its index, as its path does. */
export const rowName = ({ name }: Followed, index: number): string => name(`transitions[${index}]`);

/**
 * What somebody who follows a table is in somewhere: states with values of the table's memory, each once, by number.
 */
export type Locals = {
  readonly size: number;
  readonly state: (index: number) => string;
  readonly meets: (guard: Guard) => (index: number) => boolean;
};

/** What instances of a table are in, given for each of them; that is little beside the configurations of the whole. */
export function localsAmong(table: Table, instances: readonly (readonly InstanceConfiguration[])[]): Locals {
  const machine = tableMachine(table);
  const found = new Map<string, TableConfiguration>();
  for (const local of instances.flat() as TableConfiguration[]) {
    const key = machine.key(local);
    if (!found.has(key)) found.set(key, local);
  }
  const all = [...found.values()];
  const at = (index: number): TableConfiguration => all[index] as TableConfiguration;
  return {
    size: all.length,
    state: (index) => at(index).state,
    meets: (guard) => (index) => machine.holds(guard, at(index)),
  };
}

/** What the parts of the default findings take and give. */
import type { StateGraph } from '../../model/explore/graph.ts';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Guard, Table } from '../../model/table/types.ts';
import type { FindingCode } from './codes.ts';
import type { Explored } from './decide.ts';
import type { Finding, Subject } from './verdict.ts';

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

/** One table or system and what was explored of it. */
export type Checked = Explored & { readonly model: Model; readonly followed: readonly Followed[] };

/** What a finding says beside its code. `at` is the configuration, by id, that its shortest trace leads to. */
export type Report = Subject & {
  readonly code: FindingCode;
  readonly message: string;
  readonly path: Finding['path'];
  readonly at?: number;
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

/**
 * The configurations of a table that occur: those of the graph where the table is checked by itself, and in a system
 * what its instances are in, which is little beside the configurations of the whole.
 */
export function localsOf(graph: StateGraph, { table, instances }: Followed): Locals {
  if (instances.includes(undefined))
    return {
      size: graph.size,
      state: graph.read({ state: true }) as (id: number) => string,
      meets: (guard) => graph.test(guard),
    };
  const machine = tableMachine(table);
  const found = new Map<string, TableConfiguration>();
  for (const instance of instances)
    for (const { local } of graph.occurrences(instance)) {
      const key = machine.key(local as TableConfiguration);
      if (!found.has(key)) found.set(key, local as TableConfiguration);
    }
  const all = [...found.values()];
  const at = (index: number): TableConfiguration => all[index] as TableConfiguration;
  return {
    size: all.length,
    state: (index) => at(index).state,
    meets: (guard) => (index) => machine.holds(guard, at(index)),
  };
}

/** To whom memory of a system belongs: to instances of a set, or to the system as a whole. */
import { instancesOf, tableOf } from '../model/system/instances.ts';
import type { System } from '../model/system/types.ts';
import type { Table } from '../model/table/types.ts';

const NO_TABLE: Table = { name: '', states: {}, events: {}, transitions: [] };

/** The table that the instances of a set follow, with the memory that the system adds to it. */
export function tableOfSet(system: System, set: string | undefined): Table {
  const declared = set === undefined ? undefined : system.instances[set];
  if (declared === undefined) return NO_TABLE;
  const table = tableOf(system, declared) ?? NO_TABLE;
  return { ...table, memory: { ...table.memory, ...declared.memory } } as Table;
}

/** What a system shares, as if it were a table. */
export const sharedBy = ({ memory }: System): Table => ({ ...NO_TABLE, memory }) as Table;

/** The table of an instance with its memory; of no instance what the system shares. */
export const tableOfOwner = (system: System, instance: string | undefined): Table =>
  instance === undefined ? sharedBy(system) : tableOfSet(system, instancesOf(system).get(instance)?.set);

import type { Table } from './types.ts';

/** Declares a table. */
export const defineTable = (table: Table): Table => table;

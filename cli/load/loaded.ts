/** What loading gives. */
import type { Places } from '../../model/table/places.ts';
import type { Table } from '../../model/table/types.ts';

/** A table with the file it was read from, as its user would type it. */
export type Loaded = { readonly file: string; readonly table: Table; readonly places: Places };

/** What loading gives: the tables, and for each unreadable file what is wrong, ready to print. */
export type Loading = { readonly loaded: readonly Loaded[]; readonly problems: readonly string[] };

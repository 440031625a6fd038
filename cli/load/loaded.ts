/** What loading gives. */
import type { Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';

/** A table or a system with the file it was read from, as its user would type it. */
export type Loaded = { readonly file: string; readonly model: Model; readonly places: Places };

/** What loading gives: the tables and systems, and for each unreadable file what is wrong, ready to print. */
export type Loading = { readonly loaded: readonly Loaded[]; readonly problems: readonly string[] };

/** What the reports for programs have in common: configurations and steps, their shapes and how they are filled. */
import * as z from 'zod';
import type { Action, RowTaken } from '../../model/explore/machine.ts';
import { isSystem } from '../../model/system/types.ts';
import type { Value } from '../../model/table/types.ts';
import { eventsIn } from './events.ts';
import type { Source } from './trace.ts';

export const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const memory = z.record(z.string(), value);
const place = { index: z.int(), file: z.string(), line: z.int() };

/** A step of a table without the configuration it leads to. */
export const tableAction = { event: z.string(), args: memory.optional(), row: z.strictObject(place) };
export const tableConfiguration = z.strictObject({ state: z.string(), memory });

/** A row that an instance takes. */
export const takenRow = z.strictObject({ instance: z.string(), table: z.string(), ...place });

/** A step of a system without the configuration it leads to. */
export const systemAction = {
  event: z.string(),
  args: memory.describe('The values of the event’s parameters').optional(),
  rows: z.array(takenRow).describe('One row for each instance that moves'),
};
export const systemConfiguration = z.strictObject({
  instances: z.record(z.string(), z.strictObject({ state: z.string().optional(), memory })),
  memory: memory.describe('The shared memory'),
  channels: z.record(z.string(), z.array(memory)).describe('The messages under way, the oldest first'),
});

/** Where something stands in a document. */
export const documentPlace = { document: z.string(), line: z.int(), column: z.int() };

/** A cell of a table in a document. */
export const cell = z.strictObject({ row: z.int(), column: z.int() }).optional();

/** A state of a document. */
export const documentState = z.strictObject({
  id: z.string(),
  label: z.string(),
  line: z.int(),
  descriptions: z.array(z.string()),
});

/** What a document says in one place. */
export const documentClaim = {
  ...documentPlace,
  cell,
  text: z.string().describe('The item as it is written'),
  column_kind: z.enum(['previous', 'next', 'edge']),
  from: z.string().nullable().describe('A state; null where the document says that there is none'),
  to: z.string().nullable(),
  event: z.string().optional(),
  condition: z.string().optional(),
  confidence: z.number().describe('1 where nothing else is nearly as consistent'),
};

/** A row with its place: the line is 1 where none is known. */
type RowData = { readonly index: number; readonly file: string; readonly line: number };

/** How actions are given as data: a table's has one row, a system's one for each instance that moves. */
export function actionsAsData(source: Source) {
  const { file, model, places } = source;
  const events = eventsIn(model);
  const row = (taken: RowTaken) => {
    const { table, path } = events.row(taken);
    const found = places(path);
    const data: RowData = { index: taken.row, file: found?.file ?? file, line: found?.line ?? 1 };
    return taken.instance === undefined ? data : { instance: taken.instance, table, ...data };
  };
  return {
    row,
    action: ({ event, binding, rows }: Action) => {
      const taken = rows.map(row);
      return {
        event,
        ...(binding !== undefined && { args: binding as { [parameter: string]: Value } }),
        ...(isSystem(model) ? { rows: taken } : { row: taken[0] }),
      };
    },
  };
}

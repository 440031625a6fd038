/** The difference between two versions for programs, and its shape. */
import * as z from 'zod';
import { encodeTrace, machineOf } from '../../model/explore/index.ts';
import { labelOf } from '../../model/explore/machine.ts';
import type { Names, RowAt, Told } from '../../properties/difference/index.ts';
import type { Source } from '../report/trace.ts';
import { differenceDiagram } from './diagram.ts';
import { type Compared, rowText } from './lines.ts';

const names = z.strictObject({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
});
const row = z.strictObject({ text: z.string(), file: z.string(), line: z.int() });
const step = z.strictObject({ from: z.string(), event: z.string(), to: z.string() });
const result = z.enum(['holds', 'violated', 'undecided']);
const run = z.strictObject({
  of: z.enum(['old', 'new']),
  events: z.array(z.string()),
  token: z.string().describe('For `play`, on the version that has the run'),
  instead: z.string().describe('What the other version does at its end'),
});

/** What is different between two versions of one table or system. */
export const differenceShape = z.strictObject({
  name: z.string(),
  old: z.string().describe('The file of the old version'),
  new: z.string(),
  behaviour: z.enum(['same', 'changed', 'undecided']),
  reason: z.string().optional(),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      states: names,
      events: names,
      memory: names,
      rows: z.strictObject({
        added: z.array(row),
        removed: z.array(row),
        changed: z.array(z.strictObject({ old: row, new: row })),
      }),
      renames: z.array(
        z.strictObject({ kind: z.enum(['state', 'event']), from: z.string(), to: z.string(), alike: z.number() }),
      ),
      diagram: z.string().describe('Mermaid').optional(),
    }),
  ),
  system: z.strictObject({ events: names, instances: names, memory: names, channels: names }).optional(),
  gained: z.array(step),
  lost: z.array(step),
  verdicts: z.array(z.strictObject({ property: z.string(), old: result.optional(), new: result.optional() })),
  onlyOld: run.describe('A shortest sequence of events that only the old version can take').optional(),
  onlyNew: run.optional(),
  told: run.describe('Where both can take the same events: a shortest run that shows other states or ends').optional(),
  gaveUp: z.literal(true).describe('A sequence was looked for and not found in time').optional(),
});

/** A table or system that only one of the two has. */
export const aloneShape = z.strictObject({ name: z.string(), file: z.string(), in: z.enum(['old', 'new']) });

/** The difference as data. */
export function differenceData(compared: Compared, language: string): z.infer<typeof differenceShape> {
  const { old, new: now, difference } = compared;
  const { structure, behaviour, reason, gained, lost, verdicts, onlyOld, onlyNew, told } = difference;
  const given = (told: Told | 'gave up' | undefined) =>
    typeof told === 'object' ? runData(compared, told) : undefined;
  const [before, after, seen] = [given(onlyOld), given(onlyNew), given(told)];
  return {
    name: now.model.name,
    old: old.file,
    new: now.file,
    behaviour,
    ...(reason !== undefined && { reason }),
    tables: structure.tables.map((table) => {
      const { name, states, events, memory, rows, renames } = table;
      const diagram = differenceDiagram(table, language);
      return {
        table: name,
        states: namesData(states),
        events: namesData(events),
        memory: namesData(memory),
        rows: {
          added: rows.added.map((each) => rowData(now, each)),
          removed: rows.removed.map((each) => rowData(old, each)),
          changed: rows.changed.map((each) => ({ old: rowData(old, each.old), new: rowData(now, each.new) })),
        },
        renames: [...renames],
        ...(diagram !== undefined && { diagram }),
      };
    }),
    ...(structure.system && {
      system: {
        events: namesData(structure.system.events),
        instances: namesData(structure.system.instances),
        memory: namesData(structure.system.memory),
        channels: namesData(structure.system.channels),
      },
    }),
    gained: [...gained],
    lost: [...lost],
    verdicts: [...verdicts],
    ...(before && { onlyOld: before }),
    ...(after && { onlyNew: after }),
    ...(seen && { told: seen }),
    ...((onlyOld === 'gave up' || onlyNew === 'gave up') && { gaveUp: true as const }),
  };
}

const namesData = ({ added, removed, changed }: Names) => ({
  added: [...added],
  removed: [...removed],
  changed: [...changed],
});

function rowData({ file, places }: Source, { row, path }: RowAt) {
  const place = places(path);
  return { text: rowText(row), file: place?.file ?? file, line: place?.line ?? 1 };
}

function runData(compared: Compared, { side, trace, instead }: Told) {
  const of = side === 'one' ? ('old' as const) : ('new' as const);
  return {
    of,
    events: trace.steps.map(labelOf),
    token: encodeTrace(machineOf(compared[of].model), trace),
    instead,
  };
}

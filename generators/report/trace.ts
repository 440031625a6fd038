/** A trace in lines: every step with who causes it, what it changes and the rows it uses, and the command that shows it again. */
import type { Trace } from '../../model/explore/graph.ts';
import {
  type Configuration,
  isSystemConfiguration,
  labelOf,
  type Machine,
  type Step,
  type SystemConfiguration,
} from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import type { Model } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import type { Places } from '../../model/table/places.ts';
import { commandLine, shellWord } from '../../model/table/text.ts';
import { isRefused } from '../../properties/random/refusing.ts';
import { arrivalText, lanes, lanesOfStep, laneText } from './changes.ts';
import { at, type Events, eventsIn, pathsOf } from './events.ts';

/** So long a line tells where a trace of a system starts; a longer one is broken up. */
const LONGEST_START = 100;

/** As far as lines stand in that belong to a step. */
const INDENT = ' '.repeat(10);

const NOTHING: SystemConfiguration = { instances: {}, memory: {}, channels: {} };

/** A table or system with the file it was read from. The file is as its reader would type it. */
export type Source = { readonly file: string; readonly model: Model; readonly places: Places };

/** The command of a verb on a table or system; without a file, on the one that the project calls so. */
export const commandOn = (verb: string, { file, model }: Partial<Source> & Pick<Source, 'model'>): string =>
  commandLine(verb, model.name, file);

/** The command that shows a trace again, without what is refused in it. */
export function playCommand(source: Partial<Source> & Pick<Source, 'model'>, { initial, steps }: Trace): string {
  const taken = { initial, steps: steps.filter((step) => !isRefused(step)) };
  return `${commandOn('play', source)} --token ${shellWord(encodeTrace(machineOf(source.model), taken))}`;
}

/** The lanes of a step of a system, each with the place of its row. */
const laneLines = (events: Events, places: Places, before: SystemConfiguration, step: Step): readonly string[] =>
  lanesOfStep(before, step).map(
    ({ row, ...lane }) =>
      `${visible(laneText(lane))}${row === undefined ? '' : `   [${at(places, events.row(row).path)}]`}`,
  );

/** One step: on one line where one thing changes; with a line for each instance, variable or channel where several do. */
export function stepLines(events: Events, places: Places, before: Configuration, step: Step): readonly string[] {
  const { by } = events.words(step.event);
  const head = `${visible(labelOf(step))}${by === undefined ? '' : ` (${by})`}`;
  const used = pathsOf(events, step)
    .map((path) => at(places, path))
    .join(', ');
  if (isRefused(step)) return [`${head} is refused, and nothing changes   [${used}]`];
  const parts = isSystemConfiguration(before) ? laneLines(events, places, before, step) : [];
  if (parts.length < 2) return [`${head} → ${visible(arrivalText(before, step.to))}   [${used}]`];
  return [`${head} →${step.rows.length === 0 ? `   [${used}]` : ''}`, ...parts.map((part) => `  ${part}`)];
}

/** Where a trace starts: in one line, or where that is too long a line for each instance, the shared memory and each channel. */
function startLines(initial: Configuration, machine: Machine): readonly string[] {
  const line = visible(machine.describe(initial));
  if (!isSystemConfiguration(initial) || line.length <= LONGEST_START) return [line];
  return lanes(NOTHING, initial).map((lane) => visible(laneText(lane)));
}

/** The lines of a trace, as people read it. */
export function traceLines(source: Source, trace: Trace): readonly string[] {
  const { model, places } = source;
  const events = eventsIn(model);
  const [start, ...beside] = startLines(trace.initial, machineOf(model));
  const lines = [`   start  ${start}`, ...beside.map((line) => `${INDENT}${line}`)];
  let before = trace.initial;
  for (const [index, step] of trace.steps.entries()) {
    if (index === trace.loop) lines.push('          ↻ from here on, for ever:');
    const [first, ...more] = stepLines(events, places, before, step);
    lines.push(`${String(index + 1).padStart(8)}  ${first}`, ...more.map((line) => `${INDENT}${line}`));
    before = step.to;
  }
  if (trace.loop !== undefined) lines.push(`          ↻ and again from step ${trace.loop + 1}`);
  if (trace.stutters) lines.push('          and nothing more happens');
  return [...lines, `   again  ${playCommand(source, trace)}`];
}

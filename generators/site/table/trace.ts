/** A trace of a table as numbered steps in the words of its pages. */
import type { Trace } from '../../../model/explore/graph.ts';
import type { TableConfiguration } from '../../../model/explore/machine.ts';
import type { TableContext } from '../context.ts';
import { actorLink, eventLink, stateLink } from '../links.ts';
import { heldText } from '../naming.ts';
import { placeOf } from '../source.ts';
import { said } from '../text.ts';

/** The steps of a trace: each event with who causes it, where it leads, what changes, and the row it takes. */
export function stepsList(context: TableContext, { initial, steps, loop, stutters }: Trace): string {
  const { words, model } = context;
  const start = initial as TableConfiguration;
  const lines = [`${words.start}${words.colon}${configurationText(context, start)}`, ''];
  let before = start;
  for (const [index, { event, rows, to }] of steps.entries()) {
    const after = to as TableConfiguration;
    const by = model.events[event]?.by;
    const who = by === undefined ? '' : ` (${actorLink(context, by)})`;
    const changed = changesText(context, before, after);
    const row = rows[0] === undefined ? '' : ` ${placeOf(context, ['transitions', rows[0].row])}`;
    const cycle = index === loop ? `*${words.cycleBegins}*${words.colon}` : '';
    lines.push(
      `${index + 1}. ${cycle}${eventLink(context, event)}${who} → ${stateLink(context, after.state)}${changed === '' ? '' : `; ${changed}`}${row}`,
    );
    before = after;
  }
  if (loop !== undefined) lines.push('', words.againFrom(loop + 1));
  if (stutters) lines.push('', words.nothingMore);
  return lines.join('\n');
}

/** A configuration: its state, and the memory that is set. */
export function configurationText(context: TableContext, { state, memory }: TableConfiguration): string {
  const values = Object.entries(memory)
    .filter(([, value]) => value !== null)
    .map(([variable, value]) => heldText(context, context.model, variable, value));
  return `${stateLink(context, state)}${values.length === 0 ? '' : ` (${said(values.join(', '))})`}`;
}

function changesText(context: TableContext, before: TableConfiguration, after: TableConfiguration): string {
  const changed = Object.entries(after.memory).filter(([variable, value]) => before.memory[variable] !== value);
  return said(changed.map(([variable, value]) => heldText(context, context.model, variable, value)).join(', '));
}

/** A trace of a system as numbered steps, each with what became of every instance that takes part. */
import type { Trace } from '../../../model/explore/graph.ts';
import type { SystemConfiguration } from '../../../model/explore/machine.ts';
import { instancesOf } from '../../../model/system/instances.ts';
import { code } from '../../markdown/escape.ts';
import { lanesOfStep, type StepLane } from '../../report/changes.ts';
import { eventsIn } from '../../report/events.ts';
import { boundText } from '../../synchronisation.ts';
import { calledIn, type SystemContext } from '../context.ts';
import { linkTo } from '../links.ts';
import { configurationText, laneWords } from '../naming.ts';
import { placeOf } from '../source.ts';
import { said } from '../text.ts';
import { stateAnchor, systemCause, systemEventLink, tablePath } from './context.ts';

export function systemSteps(context: SystemContext, { initial, steps, loop, stutters }: Trace): string {
  const { words, model } = context;
  const events = eventsIn(model);
  const instances = instancesOf(model);
  const told = laneWords(context);
  const laneOf = ({ name, state, values, row }: StepLane): string => {
    const table = instances.get(name ?? '')?.table;
    const link =
      table === undefined || state === undefined
        ? []
        : [linkTo(context, calledIn(context, table.states, state), tablePath(context, table.name), stateAnchor(state))];
    const place = row === undefined ? '' : ` ${placeOf(context, events.row(row).path)}`;
    return `     - ${name === undefined ? '' : `${code(name)}${words.colon}`}${[...link, ...values.map(said)].join(', ')}${place}`;
  };
  const lines = [`${words.start}${words.colon}${said(configurationText(context, initial))}`, ''];
  let before = initial as SystemConfiguration;
  for (const [index, step] of steps.entries()) {
    const bound = boundText(model, step);
    const who = systemCause(context, events.words(step.event));
    const cycle = index === loop ? `*${words.cycleBegins}*${words.colon}` : '';
    lines.push(
      `${index + 1}. ${cycle}${systemEventLink(context, step.event)}${bound === '' ? '' : ` (${said(bound)})`}${who === '' ? '' : `, ${who}`}`,
      ...lanesOfStep(before, step, told).map(laneOf),
    );
    before = step.to as SystemConfiguration;
  }
  if (loop !== undefined) lines.push('', words.againFrom(loop + 1));
  if (stutters) lines.push('', words.nothingMore);
  return lines.join('\n');
}

/** Parts that several pages and embedded blocks share. */

import type { Trace } from '../../model/explore/graph.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Described, Event, Row, Ruling } from '../../model/table/types.ts';
import type { Verdict } from '../../properties/judge/verdict.ts';
import type { Input } from '../artefact.ts';
import { at, changes } from '../report/text.ts';
import { durationText, effectText, predicateText, stateSetText, targetText } from '../words.ts';
import { code, md, mdTable } from './escape.ts';

/** A page's way to the folder of its table: empty for pages that lie in it. */
export type Up = '' | '../';

/** The label of a thing in the reader's language. */
export const labelOf = ({ language }: Input, thing: Described | undefined, name: string): string =>
  textIn(thing?.label, language, name);

/** A link to a state's page. */
export const stateLink = (input: Input, state: string, up: Up): string =>
  `[${md(labelOf(input, input.table.states[state], state))}](${up}states/${encodeURIComponent(state)}.md)`;

/** A link to an event's page. */
export const eventLink = (input: Input, event: string, up: Up): string =>
  `[${md(labelOf(input, input.table.events[event], event))}](${up}events/${encodeURIComponent(event)}.md)`;

/** Who or what causes an event. */
export function causeText(input: Input, event: string): string {
  const { by, after } = input.table.events[event] as Event;
  const actor = by === undefined ? '' : md(labelOf(input, input.table.actors?.[by], by));
  const timer = after === undefined ? '' : `after ${durationText(after)}`;
  return [actor, timer].filter((part) => part !== '').join(', ');
}

/** Where a row leads, linked. */
export const targetLink = (input: Input, row: Row, up: Up): string =>
  typeof row.to === 'string' && row.to !== 'stay' ? stateLink(input, row.to, up) : md(targetText(row));

/** A row's place in the table's source. */
export function rowPlace({ places }: Input, index: number): string {
  return code(at(places, ['transitions', index]));
}

const citations = (row: Row): string =>
  Object.entries(row.cites ?? {})
    .map(([source, lines]) => `${md(source)} ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`)
    .join('; ');

/** Why a row is there: its reason, and the lines it cites. */
export const reasonOf = ({ language }: Input, row: Row): string =>
  [md(textIn(row.because, language)), citations(row)].filter((part) => part !== '').join(' · ');

const guardOf = (row: Row): string => (row.when === undefined ? '' : md(predicateText(row.when)));

/** The table's rows as a table. */
export const rowsTable = (input: Input, up: Up): string =>
  mdTable(
    ['From', 'On', 'When', 'To', 'Sets', 'Because', 'Source'],
    input.table.transitions.map((row, index) => [
      md(stateSetText(row.from)),
      listOf(row.on)
        .map((event) => eventLink(input, event, up))
        .join(', '),
      guardOf(row),
      targetLink(input, row, up),
      md(effectText(row)),
      reasonOf(input, row),
      rowPlace(input, index),
    ]),
  );

/** The states as a table. */
export const statesTable = (input: Input, up: Up): string =>
  mdTable(
    ['State', 'Name', 'Group', 'Kind', 'Description'],
    Object.entries(input.table.states).map(([name, state]) => [
      stateLink(input, name, up),
      code(name),
      state.group === undefined ? '' : md(labelOf(input, input.table.groups?.[state.group], state.group)),
      [state.initial === undefined ? '' : 'initial', state.final === undefined ? '' : 'final']
        .filter((kind) => kind !== '')
        .join(', '),
      md(textIn(state.description, input.language)),
    ]),
  );

/** The events as a table. */
export const eventsTable = (input: Input, up: Up): string =>
  mdTable(
    ['Event', 'Name', 'Caused by', 'Description'],
    Object.entries(input.table.events).map(([name, event]) => [
      eventLink(input, name, up),
      code(name),
      causeText(input, name),
      md(textIn(event.description, input.language)),
    ]),
  );

/** Where an event leads from a state: every target with its guard. */
function cell(input: Input, state: string, event: string, up: Up): string {
  return input.table.transitions
    .filter((row) => listOf(row.on).includes(event) && selectStates(input.table.states, row.from).includes(state))
    .map((row) => `${targetLink(input, row, up)}${row.when === undefined ? '' : ` if ${guardOf(row)}`}`)
    .join('<br>');
}

/** The transition matrix: states down, events across. */
export function matrixTable(input: Input, up: Up): string {
  const events = Object.keys(input.table.events);
  return mdTable(
    ['', ...events.map((event) => eventLink(input, event, up))],
    Object.keys(input.table.states).map((state) => [
      `**${stateLink(input, state, up)}**`,
      ...events.map((event) => cell(input, state, event, up)),
    ]),
  );
}

/** A ruling in words. */
export const rulingText = ({ language }: Input, { decision = 'accept', because, by }: Ruling): string =>
  `${{ accept: 'Accepted', reject: 'Rejected', defer: 'Deferred' }[decision]}${by === undefined ? '' : ` by ${md(by)}`}: ${md(textIn(because, language))}`;

/** A verdict in a word or two. */
export const resultText = ({ result, ruling, scope }: Verdict): string => {
  const word = { holds: '✓ holds', violated: '✗ violated', undecided: '? undecided' }[result];
  return `${word}${ruling === undefined ? '' : ', decided'} (${scope})`;
};

/** The properties with their verdicts as a table. */
export const propertiesTable = ({ judgement }: Input): string =>
  mdTable(
    ['Property', 'Verdict'],
    judgement.verdicts.map((verdict) => [md(verdict.property), resultText(verdict)]),
  );

/** The findings as a table, decided ones with their reason. */
export const findingsTable = (input: Input): string =>
  input.judgement.findings.length === 0
    ? 'No findings.'
    : mdTable(
        ['Code', 'Finding', 'Decision'],
        input.judgement.findings.map(({ code: id, message, ruling }) => [
          code(id),
          md(message),
          ruling === undefined ? '**open**' : rulingText(input, ruling),
        ]),
      );

/** A trace as numbered steps: what changed, and the row used. */
export function traceList(input: Input, trace: Trace, up: Up): string {
  const machine = tableMachine(input.table);
  const lines = [`Start: ${md(machine.describe(trace.initial))}`, ''];
  let before = trace.initial;
  for (const [index, { event, row, to }] of trace.steps.entries()) {
    const changed = changes(before, to);
    const loops = index === trace.loop ? '*the cycle begins:* ' : '';
    lines.push(
      `${index + 1}. ${loops}${eventLink(input, event, up)} → ${stateLink(input, to.state, up)}${changed === '' ? '' : `; ${md(changed)}`} (${rowPlace(input, row)})`,
    );
    before = to;
  }
  if (trace.loop !== undefined) lines.push('', `and again from step ${trace.loop + 1}, for ever.`);
  if (trace.stutters) lines.push('', 'and nothing more happens.');
  return lines.join('\n');
}

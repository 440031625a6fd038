/** Parts that several pages and embedded blocks share. */

import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration, Step, TableConfiguration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { calledIn, type Things } from '../../model/table/called.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Event, Row, Ruling, Table } from '../../model/table/types.ts';
import type { Verdict } from '../../properties/judge/verdict.ts';
import type { Input, Shown } from '../artefact.ts';
import { changes } from '../report/changes.ts';
import { at } from '../report/events.ts';
import {
  domainText,
  durationText,
  effectText,
  initialText,
  predicateText,
  stateSetText,
  targetText,
} from '../words.ts';
import { code, md, mdTable } from './escape.ts';

/** A page's way to the folder of its table: empty for pages that lie in it; nothing where states and events have no pages. */
export type Up = '' | '../' | undefined;

/** A link to a page of a state or an event, or its label alone. */
function linked(label: string, up: Up, folder: 'states' | 'events', name: string): string {
  return up === undefined ? md(label) : `[${md(label)}](${up}${folder}/${encodeURIComponent(name)}.md)`;
}

/** What one of some things is called in the reader's language. */
export const labelOf = ({ language }: Pick<Shown, 'language'>, things: Things | undefined, name: string): string =>
  calledIn(things, name, language);

/** A link to a state's page. */
export const stateLink = (input: Shown<Table>, state: string, up: Up): string =>
  linked(labelOf(input, input.model.states, state), up, 'states', state);

/** A link to an event's page. */
export const eventLink = (input: Shown<Table>, event: string, up: Up): string =>
  linked(labelOf(input, input.model.events, event), up, 'events', event);

/** Who or what causes an event. */
export function causeText(input: Shown<Table>, event: string): string {
  const { by, after } = input.model.events[event] as Event;
  const actor = by === undefined ? '' : md(labelOf(input, input.model.actors, by));
  const timer = after === undefined ? '' : `after ${durationText(after)}`;
  return [actor, timer].filter((part) => part !== '').join(', ');
}

/** Where a row leads, linked. */
export const targetLink = (input: Shown<Table>, row: Row, up: Up): string =>
  typeof row.to === 'string' && row.to !== 'stay' ? stateLink(input, row.to, up) : md(targetText(row));

/** A row's place in the table's source. */
export function rowPlace({ places }: Shown, index: number): string {
  return code(at(places, ['transitions', index]));
}

const citations = (row: Row): string =>
  Object.entries(row.cites ?? {})
    .map(([source, lines]) => `${md(source)} ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`)
    .join('; ');

/** Why a row is there: its reason, and the lines it cites. */
export const reasonOf = ({ language }: Shown, row: Row): string =>
  [md(textIn(row.because, language)), citations(row)].filter((part) => part !== '').join(' · ');

const guardOf = (row: Row): string => (row.when === undefined ? '' : md(predicateText(row.when)));

/** The table's rows as a table. */
export const rowsTable = (input: Shown<Table>, up: Up): string =>
  mdTable(
    ['From', 'On', 'When', 'To', 'Sets', 'Because', 'Source'],
    input.model.transitions.map((row, index) => [
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
export const statesTable = (input: Shown<Table>, up: Up): string =>
  mdTable(
    ['State', 'Name', 'Group', 'Kind', 'Description'],
    Object.entries(input.model.states).map(([name, state]) => [
      stateLink(input, name, up),
      code(name),
      state.group === undefined ? '' : md(labelOf(input, input.model.groups, state.group)),
      [state.initial === undefined ? '' : 'initial', state.final === undefined ? '' : 'final']
        .filter((kind) => kind !== '')
        .join(', '),
      md(textIn(state.description, input.language)),
    ]),
  );

/** The events as a table. */
export const eventsTable = (input: Shown<Table>, up: Up): string =>
  mdTable(
    ['Event', 'Name', 'Caused by', 'Description'],
    Object.entries(input.model.events).map(([name, event]) => [
      eventLink(input, name, up),
      code(name),
      causeText(input, name),
      md(textIn(event.description, input.language)),
    ]),
  );

/** The memory as a table. */
export const memoryTable = (input: Shown<Table>): string =>
  mdTable(
    ['Name', 'Variable', 'Domain', 'Initially', 'Written by', 'Description'],
    Object.entries(input.model.memory ?? {}).map(([name, variable]) => {
      const written = [...input.model.transitions.entries()].filter(([, row]) => Object.hasOwn(row.set ?? {}, name));
      return [
        code(name),
        md(labelOf(input, input.model.memory, name)),
        md(domainText(variable)),
        md(initialText(variable)),
        written.map(([index]) => rowPlace(input, index)).join(', '),
        md(textIn(variable.description, input.language)),
      ];
    }),
  );

/** Where an event leads from a state: every target with its guard. */
function cell(input: Shown<Table>, state: string, event: string, up: Up): string {
  return input.model.transitions
    .filter((row) => listOf(row.on).includes(event) && selectStates(input.model.states, row.from).includes(state))
    .map((row) => `${targetLink(input, row, up)}${row.when === undefined ? '' : ` if ${guardOf(row)}`}`)
    .join('<br>');
}

/** The transition matrix: states down, events across. */
export function matrixTable(input: Shown<Table>, up: Up): string {
  const events = Object.keys(input.model.events);
  return mdTable(
    ['', ...events.map((event) => eventLink(input, event, up))],
    Object.keys(input.model.states).map((state) => [
      `**${stateLink(input, state, up)}**`,
      ...events.map((event) => cell(input, state, event, up)),
    ]),
  );
}

/** A ruling in words. */
export const rulingText = ({ language }: Shown, { decision = 'accept', because, by }: Ruling): string =>
  `${{ accept: 'Accepted', reject: 'Rejected', defer: 'Deferred' }[decision]}${by === undefined ? '' : ` by ${md(by)}`}: ${md(textIn(because, language))}`;

/** A verdict in a word or two. */
export const resultText = ({ result, ruling, scope }: Verdict): string => {
  const word = { holds: '✓ holds', violated: '✗ violated', undecided: '? undecided' }[result];
  return `${ruling === undefined ? word : '• decided'} (${scope})`;
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
export function traceList(input: Shown<Table>, trace: Trace, up: Up): string {
  const machine = tableMachine(input.model);
  return stepsList(trace, machine.describe(trace.initial), (before, { event, rows, to }) => {
    const after = to as TableConfiguration;
    const changed = changes(before as TableConfiguration, after);
    const used = rows.map(({ row }) => rowPlace(input, row)).join(', ');
    return `${eventLink(input, event, up)} → ${stateLink(input, after.state, up)}${changed === '' ? '' : `; ${md(changed)}`} (${used})`;
  });
}

/** Steps with their numbers: where they start, what to say of each, and how they go on for ever or end. */
export function stepsList(
  { initial, steps, loop, stutters }: Trace,
  start: string,
  say: (before: Configuration, step: Step) => string,
): string {
  const lines = [`Start: ${md(start)}`, ''];
  let before = initial;
  for (const [index, step] of steps.entries()) {
    lines.push(`${index + 1}. ${index === loop ? '*the cycle begins:* ' : ''}${say(before, step)}`);
    before = step.to;
  }
  if (loop !== undefined) lines.push('', `and again from step ${loop + 1}, for ever.`);
  if (stutters) lines.push('', 'and nothing more happens.');
  return lines.join('\n');
}

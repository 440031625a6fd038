/** Rows of a table in the words of its pages: causes, guards, where they lead, what they change, and why. */
import { type Row, STAY } from '../../../model/table/types.ts';
import { mdTable } from '../../markdown/escape.ts';
import { phrasesOf } from '../../phrases/voice.ts';
import { assignmentText, durationText, predicateText, valueText } from '../../words.ts';
import { calledIn, type TableContext, voiceOf } from '../context.ts';
import { actorLink, eventLink, stateLink } from '../links.ts';
import { told } from '../parts.ts';
import { placeOf } from '../source.ts';
import { said } from '../text.ts';
import type { Way } from '../ways.ts';

const quotedState = (context: TableContext, name: string): string =>
  context.words.quoted(calledIn(context, context.model.states, name).text);

const variableName = (context: TableContext, name: string): string =>
  context.words.quoted(calledIn(context, context.model.memory, name).text);

/** Who causes an event: a link to the page of the actor. */
export function causeOf(context: TableContext, event: string): string {
  const by = context.model.events[event]?.by;
  return by === undefined ? '' : actorLink(context, by);
}

/** After what time a timer comes, in full words; nothing for other events. */
export function timerOf({ model, words, language }: TableContext, event: string): string | undefined {
  const after = model.events[event]?.after;
  return after === undefined ? undefined : durationText(after, { ...phrasesOf(language), units: words.units });
}

/** When an expanded row can be taken, in words: its timer, while in its state, and its guard. */
export function conditionOf(
  context: TableContext,
  { from, event, row }: Pick<Way, 'event' | 'row'> & { readonly from?: string },
): string {
  const { words } = context;
  const timer = timerOf(context, event);
  const parts = [
    ...(timer === undefined
      ? []
      : [from === undefined ? words.after(timer) : words.afterWhile(timer, quotedState(context, from))]),
    ...(row.when === undefined ? [] : [words.if(predicateText(row.when, voiceOf(context, context.model)))]),
  ];
  return said(parts.join(', '));
}

/** Where an expanded row leads: links to the states; where it recalls one, which it can be. */
export function targetOf(context: TableContext, { row, to }: Pick<Way, 'row' | 'to'>): string {
  const { words } = context;
  if (row.to === STAY) return words.stays;
  if (typeof row.to === 'string') return stateLink(context, row.to);
  const links = to.map((state) => stateLink(context, state));
  const variable = said(variableName(context, row.to.recall));
  if (links.length === 1) return words.backTo(links[0] as string);
  return words.backToSaved(links.length === 0 ? '—' : words.or(links), variable);
}

/** The variables in which a row saves the state that it leaves. */
export const saves = (row: Row): readonly string[] =>
  Object.entries(row.set ?? {}).flatMap(([variable, assignment]) =>
    typeof assignment === 'object' && assignment !== null && 'save' in assignment ? [variable] : [],
  );

/** What a row changes in the memory when it is taken in a state. */
export function effectOf(context: TableContext, row: Row, from: string): string {
  const { words, model } = context;
  const voice = voiceOf(context, model);
  const saved = saves(row);
  return Object.entries(row.set ?? {})
    .map(([variable, assignment]) => {
      if (saved.includes(variable)) return words.remembers(quotedState(context, from), variableName(context, variable));
      if (assignment === null) return words.forgets(variableName(context, variable));
      if (typeof assignment !== 'object')
        return words.sets(variableName(context, variable), valueText(assignment, voice, variable));
      return assignmentText(variable, assignment, voice);
    })
    .map(said)
    .join('<br>');
}

/** The lines of documents that a row rests on. */
const citations = ({ words }: TableContext, row: Row): readonly string[] =>
  Object.entries(row.cites ?? {}).map(([source, lines]) => said(words.lines(source, lines)));

/** Why a row is there, the lines it rests on, and where it stands in the table. */
export const reasonOf = (context: TableContext, row: Row, index: number): string =>
  [told(context, row.because), ...citations(context, row), placeOf(context, ['transitions', index])]
    .filter((part) => part !== '')
    .join(' · ');

/** Ways out of one state as a table. */
export function waysOutTable(context: TableContext, ways: readonly Way[]): string {
  const { words } = context;
  return mdTable(
    [words.event, words.causedBy, words.when, words.leadsTo, words.changesMemory, words.why],
    ways.map((way) => [
      eventLink(context, way.event),
      causeOf(context, way.event),
      conditionOf(context, way),
      targetOf(context, way),
      effectOf(context, way.row, way.from),
      reasonOf(context, way.row, way.index),
    ]),
  );
}

/** Ways into one state as a table. */
export function waysInTable(context: TableContext, ways: readonly Way[]): string {
  const { words } = context;
  return mdTable(
    [words.from, words.event, words.causedBy, words.when],
    ways.map((way) => [
      stateLink(context, way.from),
      eventLink(context, way.event),
      causeOf(context, way.event),
      conditionOf(context, way),
    ]),
  );
}

/** Ways as a list: in which state, on what, when, and where they lead. `heading` stands above the states. */
export function waysTable(context: TableContext, ways: readonly Way[], heading: string): string {
  const { words } = context;
  return mdTable(
    [heading, words.event, words.when, words.leadsTo],
    ways.map((way) => [
      stateLink(context, way.from),
      eventLink(context, way.event),
      conditionOf(context, way),
      targetOf(context, way),
    ]),
  );
}

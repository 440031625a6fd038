/** The page of an event of a system: who takes part, when it can happen, and what it changes. */
import type { NamedEvent } from '../../../model/system/events.ts';
import { code, mdTable } from '../../markdown/escape.ts';
import { phrasesOf } from '../../phrases/voice.ts';
import { columnsOf, guardLines, type Vector, vectorsOf } from '../../synchronisation.ts';
import { durationText } from '../../words.ts';
import { parametersText } from '../../words-system.ts';
import { calledIn, type SystemContext } from '../context.ts';
import { linkAt } from '../links.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleOf, told } from '../parts.ts';
import { propertiesAbout } from '../properties.ts';
import { eventsIn } from '../table/mentions.ts';
import { said } from '../text.ts';
import { eventsByName, labelVoice, systemCause, systemEventPath, type TableInSystem, tableLink } from './context.ts';

export function systemEventPage(context: SystemContext, event: NamedEvent, tables: readonly TableInSystem[]): SitePage {
  const { model, words, language } = context;
  const voice = labelVoice(context);
  const called = calledIn(context, eventsByName(model), event.name);
  const cause = systemCause(context, event);
  const vector = vectorsOf(model, voice).find((each) => each.event.name === event.name);
  const guards = guardLines(model, event, voice);
  const parameters = parametersText(event.with ?? {}, event.distinct, voice);
  const facts = [
    ...(cause === '' ? [] : [words.causedByWhom(cause)]),
    ...(event.after === undefined
      ? []
      : [`**${said(words.timerOf(durationText(event.after, { ...phrasesOf(language), units: words.units })))}**`]),
    words.called(code(event.name)),
    ...(parameters === '' ? [] : [said(words.forParameters(parameters))]),
  ];
  return sitePage(
    context,
    systemEventPath(context, event.name),
    called,
    words.systemEventOf(called.text, titleOf(context)),
    [
      told(context, event.description),
      facts.join(' · '),
      ...(guards.length === 0 ? [] : [`## ${words.when}\n\n${guards.map((line) => `- ${said(line)}`).join('\n')}`]),
      ...(vector === undefined
        ? alone(context, event, tables)
        : [`## ${words.synchronisation}\n\n${vectorTable(context, vector)}`]),
      ...propertiesAbout(context, model.properties, (property) => eventsIn(property).has(event.name)),
    ],
  );
}

/** Who moves and what is set, a line for each part of the system. */
function vectorTable(context: SystemContext, vector: Vector): string {
  const { model, words, language } = context;
  const columns = columnsOf(model, [vector], language, labelVoice(context));
  return mdTable(
    [words.who, words.takes, words.assigned],
    columns.map(({ heading, moves, sets }) => [
      said(heading),
      moves(vector).map(said).join('<br>'),
      sets(vector).map(said).join('<br>'),
    ]),
  );
}

/** An event that a table does on its own. */
function alone(context: SystemContext, { moves = {} }: NamedEvent, tables: readonly TableInSystem[]): readonly Block[] {
  const { words, model } = context;
  const [[set = '', taken = ''] = []] = Object.entries(moves);
  const table = tables.find(({ seen }) => seen.table.name === model.instances[set]?.table);
  if (table === undefined) return [];
  const place = table.context.whereabouts?.event(taken);
  const link = place && linkAt(context, calledIn(context, table.seen.table.events, taken), place);
  return [words.onItsOwn(link ?? code(taken), tableLink(context, table.seen.table.name))];
}

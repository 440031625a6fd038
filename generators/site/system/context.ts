/** The pages of a system as places: its events, its actors, and its tables, whose states are told on one page each. */
import { eventsOf, type NamedEvent, setOf } from '../../../model/system/events.ts';
import type { Parameters, System } from '../../../model/system/types.ts';
import { memo } from '../../../model/table/memo.ts';
import { code } from '../../markdown/escape.ts';
import { sharedBy, tableOfSet } from '../../owners.ts';
import { BY_NAME, phrasesOf, type Voice } from '../../phrases/voice.ts';
import { type TableSeen, tablesSeen } from '../../seen.ts';
import type { SystemVoice } from '../../words-system.ts';
import { calledIn, type SystemContext, type TableContext, voiceOf, type Whereabouts, wordsFor } from '../context.ts';
import { linkTo, partsOf } from '../links.ts';
import { plainText } from '../text.ts';

/** A system with the words for it. Its instances, references and variables are called by their names. */
export const systemVoice = ({ language }: SystemContext): Voice => ({ phrases: phrasesOf(language), names: BY_NAME });

/** The voice in which conditions, changes and demands of a system are told: everything by its label but instances, which are called by their references. */
export function labelVoice(context: SystemContext, parameters: Parameters = {}): SystemVoice {
  const { model, words } = context;
  const { phrases, names } = voiceOf(context, sharedBy(model));
  return {
    phrases,
    names: { ...names, event: (name) => words.quoted(calledIn(context, eventsByName(model), name).text) },
    instance: (reference) => voiceOf(context, tableOfSet(model, setOf(model, reference, parameters))),
    set: (name) => calledIn(context, model.instances, name).text,
    within: (more) => labelVoice(context, { ...parameters, ...more }),
  };
}

/** All events of a system by name. */
export const eventsByName = memo((system: System): { readonly [name: string]: NamedEvent } =>
  Object.fromEntries(eventsOf(system).map((event) => [event.name, event])),
);

/** All actors of a system with their words: those that it declares, and those that only its tables do. */
export const actorsByName = memo((system: System) => ({
  ...Object.assign({}, ...system.tables.map(({ actors = {} }) => actors)),
  ...system.actors,
}));

/** The actors who cause something, in the order of the events; `undefined` where an event names nobody. */
export const systemActors = ({ model }: SystemContext): readonly (string | undefined)[] => [
  ...new Set(Object.values(eventsByName(model)).map(({ by }) => by)),
];

const NOBODY = 'no-actor';

const actorParts = memo((system: System) =>
  partsOf(
    Object.fromEntries(
      [...Object.values(eventsByName(system)).flatMap(({ by }) => by ?? []), NOBODY].map((actor) => [actor, true]),
    ),
  ),
);

export const systemEventPath = ({ model }: SystemContext, event: string): string =>
  `${model.name}/events/${partsOf(eventsByName(model)).get(event) ?? event}`;

export const systemActorPath = ({ model }: SystemContext, actor: string | undefined): string =>
  `${model.name}/actors/${actorParts(model).get(actor ?? NOBODY) ?? actor}`;

export const tablePath = ({ model }: SystemContext, table: string): string =>
  `${model.name}/tables/${tableParts(model).get(table) ?? table}`;

const tableParts = memo((system: System) => partsOf(Object.fromEntries(system.tables.map(({ name }) => [name, true]))));

/** The place of a state on the page of its table. */
export const stateAnchor = (state: string): string => `s.${state}`;

/** The place of an event on the page of its table. */
export const eventAnchor = (event: string): string => `e.${event}`;

/** A link to an event of the system; its name as code where nobody declares it: the loss of a message. */
export function systemEventLink(context: SystemContext, event: string): string {
  const events = eventsByName(context.model);
  return Object.hasOwn(events, event)
    ? linkTo(context, calledIn(context, events, event), systemEventPath(context, event))
    : code(event);
}

export const systemActorLink = (context: SystemContext, actor: string): string =>
  linkTo(context, calledIn(context, actorsByName(context.model), actor), systemActorPath(context, actor));

/** A link to the page of a table. */
export function tableLink(context: SystemContext, name: string): string {
  const table = context.model.tables.find((each) => each.name === name);
  const title = wordsFor(context, table?.title);
  const words = title === undefined || title.text === '' ? { text: name, language: context.language } : title;
  return linkTo(context, { ...words, text: plainText(words.text) }, tablePath(context, name));
}

/** Who causes an event of the system; empty where nobody does. */
export const systemCause = (context: SystemContext, { by }: Pick<NamedEvent, 'by'>): string =>
  by === undefined ? '' : systemActorLink(context, by);

/** One table of the system, to be told on its own page. */
export type TableInSystem = { readonly seen: TableSeen; readonly context: TableContext };

/** The tables of a system as contexts whose links lead to the page of the table; events that others move are marked. */
export function tablesOf(context: SystemContext): readonly TableInSystem[] {
  const acting = new Set(systemActors(context));
  return tablesSeen(context.input).map((seen) => {
    const table = seen.table;
    const path = tablePath(context, table.name);
    const whereabouts: Whereabouts = {
      state: (name) => ({ path, anchor: stateAnchor(name) }),
      event: (name) => ({ path, anchor: eventAnchor(name) }),
      actor: (name) => (acting.has(name) ? { path: systemActorPath(context, name) } : undefined),
    };
    const input = { ...context.input, model: table, places: seen.places };
    return { seen, context: { ...context, input, model: table, whereabouts } };
  });
}

/** Which instances move together on which event: the synchronisation of a system, ready for a diagram, a table or lines of text. */
import type { Step } from '../model/explore/machine.ts';
import { eventsOf, type NamedEvent, setOf } from '../model/system/events.ts';
import { tableOf } from '../model/system/instances.ts';
import type { Message, Participants, System, SystemAssignment, SystemAssignments } from '../model/system/types.ts';
import { textIn } from '../model/table/text.ts';
import { PLAIN, type Voice } from './phrases/voice.ts';
import { durationText, valueText } from './words.ts';
import {
  bindingText,
  messagePatternText,
  parametersText,
  type SystemVoice,
  systemAssignmentText,
  systemPredicateText,
} from './words-system.ts';

/** Whoever takes part in an event under one reference. */
export type Part = {
  readonly reference: string;
  readonly set: string;
  /** The event of its table that it takes; nothing where it is only set. */
  readonly takes?: string;
  /** What is set in its memory, in words; where it neither moves nor is set, that it takes part. */
  readonly sets: readonly string[];
  /** The reference stands for every instance that meets a condition. */
  readonly every: boolean;
};

/** A synchronised event with all that takes part in it. */
export type Vector = { readonly event: NamedEvent; readonly parts: readonly Part[] };

/** The declared events of a system, in their order. */
export const vectorsOf = (system: System, voice: SystemVoice = PLAIN): readonly Vector[] =>
  declaredEvents(system).map((event) => ({
    event,
    parts: [
      ...partsOf(system, event, event.with ?? {}, false, voice),
      ...(event.each ?? []).flatMap((group) => partsOf(system, group, { ...event.with, ...group.with }, true, voice)),
    ],
  }));

const isDeclared = (system: System, { name }: NamedEvent): boolean => Object.hasOwn(system.events ?? {}, name);

const declaredEvents = (system: System): readonly NamedEvent[] =>
  eventsOf(system).filter((event) => isDeclared(system, event));

/** The events that tables do on their own. */
export const ownEvents = (system: System): readonly NamedEvent[] =>
  eventsOf(system).filter((event) => !isDeclared(system, event));

function partsOf(
  system: System,
  { moves = {}, set = {} }: Pick<NamedEvent, 'moves' | 'set'>,
  parameters: NonNullable<NamedEvent['with']>,
  every: boolean,
  voice: SystemVoice,
): readonly Part[] {
  const inner = voice.within?.(parameters) ?? voice;
  const references = new Set([...Object.keys(moves), ...Object.keys(set)]);
  return [...references].flatMap((reference): readonly Part[] => {
    const named = setOf(system, reference, parameters);
    if (named === undefined || Object.hasOwn(system.memory ?? {}, reference)) return [];
    const takes = Object.hasOwn(moves, reference) ? moves[reference] : undefined;
    const assigned = Object.hasOwn(set, reference) ? Object.entries(set[reference] as SystemAssignments) : [];
    const sets = assigned.map(([variable, assignment]) =>
      systemAssignmentText(reference, variable, assignment as SystemAssignment, inner),
    );
    const said = takes === undefined && sets.length === 0 ? [voice.phrases.takesPart(reference)] : sets;
    return [{ reference, set: named, ...(takes !== undefined && { takes }), sets: said, every }];
  });
}

/** A column of the synchronisation: what it shows of an event, line by line. */
export type Column = {
  readonly heading: string;
  /** Who moves: each reference with the event of its table that it takes. */
  readonly moves: (vector: Vector) => readonly string[];
  /** What is assigned, sent and received. */
  readonly sets: (vector: Vector) => readonly string[];
};

/** The columns of the synchronisation: the sets that take part in any event, the shared memory, the channels. */
export function columnsOf(
  system: System,
  vectors: readonly Vector[],
  language: string,
  voice: SystemVoice = PLAIN,
): readonly Column[] {
  const sets = Object.entries(system.instances).map(([set, declared]): Column => {
    const partsIn = ({ parts }: Vector): readonly Part[] => parts.filter((part) => part.set === set);
    return {
      heading: textIn(declared.label, language, set),
      moves: (vector) => movesText(system, partsIn(vector), language, voice),
      sets: (vector) => partsIn(vector).flatMap((part) => part.sets),
    };
  });
  const shared: Column = {
    heading: voice.phrases.shared,
    moves: () => [],
    sets: ({ event }) =>
      Object.entries(event.set ?? {})
        .filter(([target]) => Object.hasOwn(system.memory ?? {}, target))
        .map(([variable, assignment]) =>
          systemAssignmentText(undefined, variable, assignment as SystemAssignment, voice),
        ),
  };
  const channels = Object.entries(system.channels ?? {}).map(
    ([channel, declared]): Column => ({
      heading: textIn(declared.label, language, channel),
      moves: () => [],
      sets: ({ event }) => [
        ...messageLines(voice.phrases.receives, event.receive, channel, voice),
        ...messageLines(voice.phrases.sends, event.send, channel, voice),
      ],
    }),
  );
  return [...sets, shared, ...channels].filter(({ moves, sets }) =>
    vectors.some((vector) => moves(vector).length + sets(vector).length > 0),
  );
}

const messageLines = (
  say: (message: string) => string,
  messages: NamedEvent['send'],
  channel: string,
  voice: Voice,
): readonly string[] =>
  messages === undefined || !Object.hasOwn(messages, channel)
    ? []
    : [say(messagePatternText(messages[channel] as Message, voice))];

/** An event of a table in the reader's language. */
export function takenText(system: System, set: string, event: string, language: string): string {
  const declared = system.instances[set];
  const table = declared === undefined ? undefined : tableOf(system, declared);
  return textIn(table?.events[event]?.label, language, event);
}

/**
 * The references that move, each with the events that it takes; of the others that take part each takes one of them. A reference that is called
 * like its set, under whose name it stands, is not named again.
 */
function movesText(system: System, parts: readonly Part[], language: string, { phrases }: Voice): readonly string[] {
  const taken = new Map<string, readonly string[]>();
  for (const { reference, set, takes, every } of parts) {
    if (takes === undefined) continue;
    const who = every ? `${phrases.each(reference)}: ` : reference === set ? '' : `${reference}: `;
    const words = takenText(system, set, takes, language);
    taken.set(who, [...new Set([...(taken.get(who) ?? []), words])]);
  }
  return [...taken].map(([who, words]) => `${who}${words.join(` ${phrases.or} `)}`);
}

/** An event of the system in the reader's language. */
export const eventText = ({ label, name }: NamedEvent, language: string): string => textIn(label, language, name);

/** The values of an event’s parameters in a step; with their names where the event is not declared by anyone: the loss of a message. */
export function boundText(system: System, { event, binding = {} }: Pick<Step, 'event' | 'binding'>): string {
  const isNamed = eventsOf(system).some(({ name }) => name === event);
  return isNamed
    ? Object.values(binding)
        .map((value) => valueText(value))
        .join(', ')
    : bindingText(binding);
}

/** Who or what causes an event of the system. */
export function causeText(
  system: System,
  { by, after }: Pick<NamedEvent, 'by' | 'after'>,
  language: string,
  { phrases }: Voice = PLAIN,
): string {
  const actor = by === undefined ? '' : textIn(system.actors?.[by]?.label, language, by);
  const timer = after === undefined ? '' : phrases.after(durationText(after, phrases));
  return [actor, timer].filter((part) => part !== '').join(', ');
}

/** When an event can happen, a condition on each line: its guard, and which others it takes along. */
export function guardLines(
  system: System,
  { when, each = [], with: parameters = {} }: NamedEvent,
  voice: SystemVoice = PLAIN,
): readonly string[] {
  const inner = voice.within?.(parameters) ?? voice;
  return [
    ...(when === undefined ? [] : [systemPredicateText(system, when, inner)]),
    ...each.map((group) => groupText(system, group, inner)),
  ];
}

const groupText = (system: System, { with: parameters, distinct, is }: Participants, voice: SystemVoice): string =>
  voice.phrases.everyTakesPart(
    parametersText(parameters, distinct, voice),
    is === undefined ? undefined : systemPredicateText(system, is, voice.within?.(parameters) ?? voice),
  );

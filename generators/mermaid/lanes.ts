/** A trace of a system as a sequence diagram with a lane for each instance. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Step, SystemConfiguration } from '../../model/explore/machine.ts';
import { eventsOf } from '../../model/system/events.ts';
import { type Instance, instancesOf } from '../../model/system/instances.ts';
import type { System } from '../../model/system/types.ts';
import type { Diagram, DrawnEdge, Shown } from '../artefact.ts';
import { shorten } from '../characters.ts';
import { tableOfOwner } from '../owners.ts';
import { PLAIN, phrasesOf } from '../phrases/voice.ts';
import { type Lane, lanes, laneText } from '../report/changes.ts';
import { boundText, causeText, eventText } from '../synchronisation.ts';
import { escapeLabel, wrap } from './escape.ts';
import { heldText, nameIn } from './names.ts';
import { wordsOf } from './words.ts';

/** The width of a line in a lane, in characters. */
const LANE_WIDTH = 24;

/** The width of a line in a message: it pushes lanes apart, so that it is narrow where there are many. */
const messageWidth = (lanes: number): number => (lanes > 6 ? 24 : 32);

/** The width of a line in a note across lanes: Mermaid keeps half of a note’s width free before its last lane. */
const ACROSS_WIDTH = 40;

/** The longest text that is broken into lines, and the longest title, in characters. */
const LONGEST_LINE = 240;
const LONGEST_TITLE = 1000;

/** Before anything is: everything is new against it. */
const NOTHING: SystemConfiguration = { instances: {}, memory: {}, channels: {} };

/**
 * The trace, step by step. A step is a message from the first instance that moves to each of the others, and says who causes it; an
 * arrow of dots leads to an instance of which only memory is set. Below it stands what is new in each lane, and across all lanes what
 * is new in the shared memory and in channels. Instances that take no part have no lane: where they are is said at the start.
 */
export function laneDiagram(shown: Shown<System>, name: string, title: string, trace: Trace): Diagram {
  const changesIn = changesOf(shown);
  const ids = new Map(lanesOf(shown.model, trace).map((instance, index) => [instance, `i${index}`]));
  const words = laneWords(shown);
  const note = (over: string, text: string, width: number): string => `  Note over ${over}: ${label(text, width)}`;
  const across = (...texts: readonly string[]): readonly string[] =>
    texts.length === 0 ? [] : [note(ids.size === 1 ? 'i0' : `i0,i${ids.size - 1}`, texts.join('\n'), ACROSS_WIDTH)];
  const idOf = (lane: Lane): string | undefined => ids.get(lane.name ?? '');

  const messages: DrawnEdge[] = [];
  const lines = [
    'sequenceDiagram',
    `  accTitle: ${escapeLabel(shorten(title, LONGEST_TITLE)).replaceAll('<br/>', ' ')}`,
  ];
  for (const [instance, id] of ids)
    lines.push(`  participant ${id} as ${label(instance.replaceAll('.', '.\n'), LANE_WIDTH)}`);
  let before = trace.initial as SystemConfiguration;
  lines.push(...across(...startTexts(shown, changesIn(NOTHING, said(before)), words)));
  for (const [index, step] of trace.steps.entries()) {
    if (index === trace.loop) lines.push(`  loop ${escapeLabel(wordsOf(shown.language).forEver)}`);
    const to = step.to as SystemConfiguration;
    const changed = changesIn(before, to);
    const inLanes = changed.filter((lane) => idOf(lane) !== undefined);
    const arrows = arrowsOf(step, inLanes, ids);
    messages.push(...arrows.map(() => ({ rows: [], events: [step.event] })));
    const [first, again] = [`${index + 1}. ${stepText(shown, step, messageWidth(ids.size))}`, eventLabel(shown, step)];
    const elsewhere = changed.filter((lane) => idOf(lane) === undefined).map(laneText);
    lines.push(
      ...arrows.map((arrow, nth) => `  ${arrow}: ${label(nth === 0 ? first : again, messageWidth(ids.size))}`),
      ...inLanes.map((lane) => note(idOf(lane) as string, words(lane).join('\n'), LANE_WIDTH)),
      ...across(...(arrows.length === 0 ? [first] : []), ...elsewhere),
    );
    before = to;
  }
  if (trace.loop !== undefined) lines.push('  end');
  if (trace.stutters) lines.push(...across(wordsOf(shown.language).nothingMore));
  return { name, title, kind: 'sequence', source: `${lines.join('\n')}\n`, legend: { nodes: {}, edges: messages } };
}

/** What is new in each lane from one configuration to another, in the language of the diagram. */
const changesOf =
  ({ model, language }: Shown<System>) =>
  (before: SystemConfiguration, after: SystemConfiguration): readonly Lane[] =>
    lanes(before, after, {
      held: (instance, variable, value) => heldText(tableOfOwner(model, instance), variable, value, language),
      empty: wordsOf(language).emptyChannel,
    });

/** What is new in a lane, with the label of the state. */
function laneWords({ model, language }: Shown<System>): (lane: Lane) => readonly string[] {
  const tables = new Map([...instancesOf(model)].map(([instance, { table }]) => [instance, table]));
  return ({ name = '', state, values }) =>
    state === undefined ? values : [nameIn(tables.get(name)?.states, state, language), ...values];
}

/** Where everything starts: all that start alike in one line, and whole sets of them by the name of the set. */
function startTexts(
  { model: system, language }: Shown<System>,
  start: readonly Lane[],
  words: (lane: Lane) => readonly string[],
): readonly string[] {
  const instances = [...instancesOf(system).values()];
  const { each } = wordsOf(language);
  const who = (names: readonly string[]): string => {
    const isAll = (set: string): boolean => {
      const members = instances.filter((instance) => instance.set === set);
      return members.length > 1 && members.every(({ name }) => names.includes(name));
    };
    const said = names.map((name) => {
      const set = instances.find((instance) => instance.name === name)?.set;
      return set !== undefined && isAll(set) ? each(nameIn(system.instances, set, language)) : name;
    });
    return [...new Set(said)].join(', ');
  };
  const alike = new Map<string, readonly string[]>();
  for (const lane of start) {
    const text = words(lane).join(', ');
    alike.set(text, [...(alike.get(text) ?? []), ...(lane.name === undefined ? [] : [lane.name])]);
  }
  return [...alike].map(([text, names]) => (names.length === 0 ? text : `${who(names)}: ${text}`));
}

/** A configuration without the values that say that there is nothing. */
function said(configuration: SystemConfiguration): SystemConfiguration {
  const some = (memory: SystemConfiguration['memory']): SystemConfiguration['memory'] =>
    Object.fromEntries(Object.entries(memory).filter(([, value]) => value !== null && value !== false));
  const instances = Object.entries(configuration.instances).map(([name, local]) => [
    name,
    { ...local, memory: some(local.memory) },
  ]);
  return { ...configuration, instances: Object.fromEntries(instances), memory: some(configuration.memory) };
}

const label = (text: string, width: number): string =>
  escapeLabel(
    text
      .split('\n')
      .map((line) => wrap(shorten(line, LONGEST_LINE), width))
      .join('\n'),
  );

/**
 * The instances that take part in a trace, or all where none does: in the order of the system, but those that are made for others beside
 * the first of these, since they move together.
 */
function lanesOf(system: System, { initial, steps }: Trace): readonly string[] {
  const all = besideTheirs([...instancesOf(system).values()]);
  const taking = new Set(steps.flatMap(({ rows }) => rows.map(({ instance }) => instance)));
  let before = initial as SystemConfiguration;
  for (const { to } of steps) {
    for (const lane of lanes(before, to as SystemConfiguration)) taking.add(lane.name);
    before = to as SystemConfiguration;
  }
  const some = all.filter((instance) => taking.has(instance));
  return some.length === 0 ? all : some;
}

function besideTheirs(instances: readonly Instance[]): readonly string[] {
  const from = (of: string | undefined): readonly string[] =>
    instances.filter(({ per }) => per?.[0] === of).flatMap(({ name }) => [name, ...from(name)]);
  return from(undefined);
}

/** The arrows of a step: from the first lane that moves to each of the others, dotted where one only is set; to itself where it is alone. */
function arrowsOf({ rows }: Step, changed: readonly Lane[], ids: ReadonlyMap<string, string>): readonly string[] {
  const moving = new Set(rows.map(({ instance = '' }) => instance));
  const [first, ...others] = new Set([...moving, ...changed.map((lane) => lane.name ?? '')]);
  if (first === undefined) return [];
  const from = ids.get(first);
  if (others.length === 0) return [`${from}->>${from}`];
  return others.map((other) => `${from}${moving.has(other) ? '->>' : '-->>'}${ids.get(other)}`);
}

/** The event of a step, without its parameters. */
function eventLabel({ model, language }: Shown<System>, { event }: Step): string {
  const declared = eventsOf(model).find(({ name }) => name === event);
  return declared === undefined ? event : eventText(declared, language);
}

/** A step in words: who causes which event, with the values of its parameters, on a line of their own where one is too short. */
function stepText(shown: Shown<System>, step: Step, width: number): string {
  const { model, language } = shown;
  const event = eventsOf(model).find(({ name }) => name === step.event) ?? {};
  const cause = causeText(model, event, language, { ...PLAIN, phrases: phrasesOf(language) });
  const isOwn = !Object.hasOwn(model.events ?? {}, step.event) && step.rows.length === 1;
  const values = isOwn ? '' : boundText(model, step);
  const words = `${cause === '' ? '' : `${cause}: `}${eventLabel(shown, step)}`;
  if (values === '') return words;
  const bound = `(${values})`;
  return `${words}${words.length + bound.length > width ? '\n' : ' '}${bound}`;
}

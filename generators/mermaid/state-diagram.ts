/** State diagrams: the overview, one neighbourhood per state, one per actor. */
import type { State, Table } from '../../model/table/types.ts';
import type { Diagram, DrawnEdge, Legend, Shown } from '../artefact.ts';
import { predicateText } from '../words.ts';
import { type Bundle, byGroup, byState } from './bundles.ts';
import { type Edge, edgesOf, standsFor, type Target } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';
import { foldings, isLarge, partly } from './folded.ts';
import { groupsOf } from './groups.ts';
import { nameIn, titleIn, voiceOf } from './names.ts';
import { returnsTo } from './returns.ts';
import { wordsOf } from './words.ts';

/** The width of a line in a state and on an arrow, in characters: narrower than where Mermaid would break it. */
const STATE_WIDTH = 16;
const ARROW_WIDTH = 18;

/** Of more states than these on an arrow the first ones are named. */
const MOST_NAMED = 8;

/**
 * What shows nothing and tells those who read a label back where its texts begin: on a line of its own between the parts, and at the beginning of every text but the
 * first of a part. Without it, the second line of a text that is broken would look like another text.
 */
const MARK = '\u200b';

type Direction = 'TB' | 'LR';

/** What a state diagram shows. Names are those of the table; ids are given out in the order of the table. */
type View = {
  readonly name: string;
  readonly title: string;
  readonly direction: Direction;
  readonly states: readonly string[];
  readonly arrows: readonly Bundle[];
  readonly groups: boolean;
  readonly highlighted?: string;
};

/**
 * All of the table: groups as composites; what several states of a group have in common is one arrow from the group. Of a table with more
 * states than can be drawn, groups and stages stand in their place.
 */
export function overview(input: Shown<Table>): Diagram {
  const { model: table, language } = input;
  const view = { name: 'overview', title: titleIn(table.title, language, table.name) };
  const states = Object.keys(table.states);
  const [folded, ...others] = foldings(input, view);
  if (folded !== undefined && isLarge(states)) return { ...folded, ...(others.length > 0 && { foldings: others }) };
  const drawn = draw(input, {
    ...view,
    direction: 'TB',
    states,
    arrows: byGroup(table, edgesOf(table), language),
    groups: true,
  });
  return folded === undefined ? drawn : { ...drawn, foldings: [folded, ...others] };
}

/**
 * A state, what leads to it, where it leads, and how it is come back to where it was left and remembered. Of more states than can be drawn, all
 * others are folded.
 */
export function neighbourhood(input: Shown<Table>, state: string): Diagram {
  const { model: table, language } = input;
  const edges = [
    ...edgesOf(table).filter(({ from, to }) => from === state || ('state' in to && to.state === state)),
    ...returnsTo(table, state),
  ];
  const view = { name: `state-${state}`, title: nameIn(table.states, state, language) };
  const states = touched(table, edges, [state]);
  if (isLarge(states)) return partly(input, { ...view, states, edges, single: state });
  return draw(input, {
    ...view,
    direction: 'LR',
    states,
    arrows: byState(table, edges, language),
    groups: false,
    highlighted: state,
  });
}

/** What one actor can cause; without an actor, what time alone causes. Of more states than can be drawn, all are folded. */
export function actorDiagram(input: Shown<Table>, actor: string | undefined): Diagram {
  const { model: table, language } = input;
  const edges = edgesOf(table).filter(({ event }) => table.events[event]?.by === actor);
  const title = actor === undefined ? wordsOf(language).withoutActor : nameIn(table.actors, actor, language);
  const view = { name: actor === undefined ? 'no-actor' : `actor-${actor}`, title };
  const states = touched(table, edges, []);
  if (isLarge(states)) return partly(input, { ...view, states, edges });
  return draw(input, { ...view, direction: 'TB', states, arrows: byState(table, edges, language), groups: false });
}

const touched = (table: Table, edges: readonly Edge[], more: readonly string[]): readonly string[] => {
  const names = new Set([...more, ...edges.flatMap(({ from, to }) => ('state' in to ? [from, to.state] : [from]))]);
  return Object.keys(table.states).filter((name) => names.has(name));
};

const CLASSES = [
  'classDef current stroke-width:3px,font-weight:bold',
  'classDef recalled stroke-dasharray:4 3,font-style:italic',
];

/** The ids of what a view shows, by what they stand for. */
type Ids = {
  readonly states: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly recalls: ReadonlyMap<string, string>;
};

function idsOf(table: Table, { arrows }: View): Ids {
  const recalls = new Map<string, string>();
  for (const { to } of arrows)
    if ('recall' in to && !recalls.has(to.recall)) recalls.set(to.recall, `r${recalls.size}`);
  return {
    states: new Map(Object.keys(table.states).map((state, index) => [state, `s${index}`])),
    groups: new Map(groupsOf(table).map((group, index) => [group, `g${index}`])),
    recalls,
  };
}

/** The source of a state diagram. */
function draw({ model: table, language }: Shown<Table>, view: View): Diagram {
  const { name, title, direction, states, arrows, groups, highlighted } = view;
  const ids = idsOf(table, view);
  const words = wordsOf(language);
  const end = (to: Target): string => ('state' in to ? ids.states.get(to.state) : ids.recalls.get(to.recall)) as string;
  const declare = (state: string, indent: string): string =>
    `${indent}state "${escapeLabel(wrap(nameIn(table.states, state, language), STATE_WIDTH))}" as ${ids.states.get(state)}`;
  const description = words.describe(states.length, arrows.length);
  const lines = [
    'stateDiagram-v2',
    `  direction ${direction}`,
    `  accTitle: ${escapeLabel(title).replaceAll('<br/>', ' ')}`,
    `  accDescr: ${description}`,
  ];
  if (groups)
    for (const group of groupsOf(table)) {
      const label = escapeLabel(nameIn(table.groups, group, language));
      lines.push(`  state "${label}" as ${ids.groups.get(group)} {`);
      lines.push(
        ...states.filter((state) => table.states[state]?.group === group).map((state) => declare(state, '    ')),
      );
      lines.push('  }');
    }
  for (const state of states) if (!groups || table.states[state]?.group === undefined) lines.push(declare(state, '  '));
  for (const [variable, id] of ids.recalls) {
    const label = nameIn(table.memory, variable, language);
    lines.push(`  state "${escapeLabel(wrap(words.backTo(label), STATE_WIDTH))}" as ${id}`);
  }
  const initial = states.filter((state) => table.states[state]?.initial !== undefined);
  for (const state of initial) lines.push(`  [*] --> ${ids.states.get(state)}`);
  for (const { start, to, parts } of arrows) {
    const from = 'state' in start ? ids.states.get(start.state) : ids.groups.get(start.group);
    const size = 'state' in start ? 1 : states.filter((state) => table.states[state]?.group === start.group).length;
    const said = parts.map((part) =>
      part.from.length === size ? part.texts : [...part.texts, words.from(namesIn(table, part.from, language))],
    );
    const label = said
      .map((texts) => texts.map((text) => wrap(text, ARROW_WIDTH)).join(`\n${MARK}`))
      .join(`\n${MARK}\n`);
    lines.push(`  ${from} --> ${end(to)} : ${escapeLabel(label)}`);
  }
  const final = states.filter((state) => table.states[state]?.final !== undefined);
  for (const state of final) lines.push(finalMark(table, state, ids.states.get(state) as string, language));
  lines.push(...CLASSES.map((line) => `  ${line}`));
  if (highlighted !== undefined) lines.push(`  class ${ids.states.get(highlighted)} current`);
  for (const id of ids.recalls.values()) lines.push(`  class ${id} recalled`);
  const marks = { initial, final };
  const legend = legendOf(view, ids, marks);
  return { name, title, description, kind: 'state', source: `${lines.join('\n')}\n`, legend };
}

/** States by their labels, each in one line; of many of them the first ones. */
const namesIn = (table: Table, states: readonly string[], language: string): string =>
  [
    ...states.slice(0, MOST_NAMED).map((state) => nameIn(table.states, state, language).replaceAll(' ', '\u00a0')),
    ...(states.length > MOST_NAMED ? [`… (${states.length})`] : []),
  ].join(', ');

function finalMark(table: Table, state: string, id: string, language: string): string {
  const { final } = table.states[state] as State;
  const when = final === true || final === undefined ? undefined : final.when;
  return `  ${id} --> [*]${when === undefined ? '' : ` : ${escapeLabel(`[${predicateText(when, voiceOf(table, language))}]`)}`}`;
}

/** What the ids and arrows of a view stand for, in the order in which they are drawn. */
function legendOf(
  { states, arrows, groups }: View,
  ids: Ids,
  marks: { readonly initial: readonly string[]; readonly final: readonly string[] },
): Legend {
  const id = (state: string): string => ids.states.get(state) as string;
  const mark = (place: Pick<DrawnEdge, 'from' | 'to'>): DrawnEdge => ({ ...place, rows: [], events: [] });
  const nodes: Legend['nodes'] = Object.fromEntries([
    ...states.map((state) => [id(state), { state }]),
    ...(groups ? [...ids.groups].map(([group, each]) => [each, { group }]) : []),
    ...[...ids.recalls].map(([recall, each]) => [each, { recall }]),
  ]);
  const edges = [
    ...marks.initial.map((state) => mark({ to: id(state) })),
    ...arrows.map(({ start, to, edges: of }): DrawnEdge => {
      const from = 'state' in start ? id(start.state) : (ids.groups.get(start.group) as string);
      const target = ('state' in to ? id(to.state) : ids.recalls.get(to.recall)) as string;
      return { from, to: target, ...standsFor(of) };
    }),
    ...marks.final.map((state) => mark({ from: id(state) })),
  ];
  return { nodes, edges };
}

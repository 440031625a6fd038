/** State diagrams: the overview, one neighbourhood per state, one per actor. */
import { plural, textIn } from '../../model/table/text.ts';
import type { State, Table } from '../../model/table/types.ts';
import type { Diagram, Shown } from '../artefact.ts';
import { predicateText } from '../words.ts';
import { type Bundle, byGroup, byState } from './bundles.ts';
import { type Edge, edgesOf, type Target } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';

/** The width of a line in a state and on an arrow, in characters: narrower than where Mermaid would break it. */
const STATE_WIDTH = 16;
const ARROW_WIDTH = 18;

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

/** All of the table: groups as composites; what several states of a group have in common is one arrow from the group. */
export function overview(input: Shown<Table>): Diagram {
  const { model: table, language } = input;
  return draw(input, {
    name: 'overview',
    title: textIn(table.title, language, table.name),
    direction: 'TB',
    states: Object.keys(table.states),
    arrows: byGroup(table, edgesOf(table), language),
    groups: true,
  });
}

/** A state, what leads to it, and where it leads. */
export function neighbourhood(input: Shown<Table>, state: string): Diagram {
  const { model: table, language } = input;
  const edges = edgesOf(table).filter(({ from, to }) => from === state || ('state' in to && to.state === state));
  return draw(input, {
    name: `state-${state}`,
    title: textIn(table.states[state]?.label, language, state),
    direction: 'LR',
    states: touched(table, edges, [state]),
    arrows: byState(table, edges, language),
    groups: false,
    highlighted: state,
  });
}

/** What one actor can cause; without an actor, what time alone causes. */
export function actorDiagram(input: Shown<Table>, actor: string | undefined): Diagram {
  const { model: table, language } = input;
  const edges = edgesOf(table).filter(({ event }) => table.events[event]?.by === actor);
  const title = actor === undefined ? 'Events without an actor' : textIn(table.actors?.[actor]?.label, language, actor);
  return draw(input, {
    name: actor === undefined ? 'no-actor' : `actor-${actor}`,
    title,
    direction: 'TB',
    states: touched(table, edges, []),
    arrows: byState(table, edges, language),
    groups: false,
  });
}

const touched = (table: Table, edges: readonly Edge[], more: readonly string[]): readonly string[] => {
  const names = new Set([...more, ...edges.flatMap(({ from, to }) => ('state' in to ? [from, to.state] : [from]))]);
  return Object.keys(table.states).filter((name) => names.has(name));
};

const CLASSES = [
  'classDef current stroke-width:3px,font-weight:bold',
  'classDef recalled stroke-dasharray:4 3,font-style:italic',
];

/** The source of a state diagram. */
function draw({ model: table, language }: Shown<Table>, view: View): Diagram {
  const { name, title, direction, states, arrows, groups, highlighted } = view;
  const ids = new Map(Object.keys(table.states).map((state, index) => [state, `s${index}`]));
  const groupIds = new Map(groupsOf(table).map((group, index) => [group, `g${index}`]));
  const recalls = new Map<string, string>();
  for (const { to } of arrows)
    if ('recall' in to && !recalls.has(to.recall)) recalls.set(to.recall, `r${recalls.size}`);
  const end = (to: Target): string => ('state' in to ? ids.get(to.state) : recalls.get(to.recall)) as string;

  const declare = (state: string, indent: string): string =>
    `${indent}state "${escapeLabel(wrap(textIn(table.states[state]?.label, language, state), STATE_WIDTH))}" as ${ids.get(state)}`;
  const lines = [
    'stateDiagram-v2',
    `  direction ${direction}`,
    `  accTitle: ${escapeLabel(title).replaceAll('<br/>', ' ')}`,
  ];
  lines.push(
    `  accDescr: ${plural(states.length, 'state')} and ${plural(arrows.length, 'arrow')}, also listed as a table`,
  );
  if (groups)
    for (const group of groupsOf(table)) {
      const label = escapeLabel(textIn(table.groups?.[group]?.label, language, group));
      lines.push(`  state "${label}" as ${groupIds.get(group)} {`);
      lines.push(
        ...states.filter((state) => table.states[state]?.group === group).map((state) => declare(state, '    ')),
      );
      lines.push('  }');
    }
  for (const state of states) if (!groups || table.states[state]?.group === undefined) lines.push(declare(state, '  '));
  for (const [variable, id] of recalls) {
    const label = textIn(table.memory?.[variable]?.label, language, variable);
    lines.push(`  state "${escapeLabel(wrap(`back to: ${label}`, STATE_WIDTH))}" as ${id}`);
  }
  for (const state of states) if (table.states[state]?.initial !== undefined) lines.push(`  [*] --> ${ids.get(state)}`);
  for (const { start, to, parts } of arrows) {
    const from = 'state' in start ? ids.get(start.state) : groupIds.get(start.group);
    const size = 'state' in start ? 1 : states.filter((state) => table.states[state]?.group === start.group).length;
    const said = parts.map((part) => {
      const some = part.from.map((state) =>
        textIn(table.states[state]?.label, language, state).replaceAll(' ', '\u00a0'),
      );
      return part.from.length === size ? part.texts : [...part.texts, `from ${some.join(', ')}`];
    });
    const label = said
      .map((texts) => texts.map((text) => wrap(text, ARROW_WIDTH)).join(`\n${MARK}`))
      .join(`\n${MARK}\n`);
    lines.push(`  ${from} --> ${end(to)} : ${escapeLabel(label)}`);
  }
  for (const state of states) lines.push(...finalMark(table.states[state] as State, ids.get(state) as string));
  lines.push(...CLASSES.map((line) => `  ${line}`));
  if (highlighted !== undefined) lines.push(`  class ${ids.get(highlighted)} current`);
  for (const id of recalls.values()) lines.push(`  class ${id} recalled`);
  return { name, title, kind: 'state', source: `${lines.join('\n')}\n` };
}

function finalMark({ final }: State, id: string): readonly string[] {
  if (final === undefined) return [];
  return [`  ${id} --> [*]${final === true ? '' : ` : ${escapeLabel(`[${predicateText(final.when)}]`)}`}`];
}

/** The groups in the order of the states that first name them. */
export const groupsOf = (table: Table): readonly string[] => [
  ...new Set(Object.values(table.states).flatMap(({ group }) => group ?? [])),
];

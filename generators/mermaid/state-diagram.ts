/** State diagrams: the overview, one neighbourhood per state, one per actor. */
import { textIn } from '../../model/table/text.ts';
import type { State, Table } from '../../model/table/types.ts';
import type { Diagram, Input } from '../artefact.ts';
import { predicateText } from '../words.ts';
import { type Edge, edgesOf, type Merged, merged, type Target, targetKey } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';

const LABEL_WIDTH = 28;
const STATE_WIDTH = 18;

type Direction = 'TB' | 'LR';

/** What a state diagram shows. Names are those of the table; ids are given out in the order of the table. */
type Shown = {
  readonly name: string;
  readonly title: string;
  readonly direction: Direction;
  readonly states: readonly string[];
  readonly edges: readonly Merged[];
  /** Edges that leave a whole group. */
  readonly groupEdges?: readonly Merged[];
  readonly groups: boolean;
  readonly highlighted?: string;
};

/** All of the table: groups as composites, an edge of every member drawn once from its group. */
export function overview(input: Input): Diagram {
  const { table, language } = input;
  const { single, grouped } = lifted(table, edgesOf(table));
  return draw(input, {
    name: 'overview',
    title: textIn(table.title, language, table.name),
    direction: 'TB',
    states: Object.keys(table.states),
    edges: merged(table, single, language),
    groupEdges: merged(table, grouped, language),
    groups: true,
  });
}

/** A state, what leads to it, and where it leads. */
export function neighbourhood(input: Input, state: string): Diagram {
  const { table, language } = input;
  const edges = edgesOf(table).filter(({ from, to }) => from === state || ('state' in to && to.state === state));
  return draw(input, {
    name: `state-${state}`,
    title: textIn(table.states[state]?.label, language, state),
    direction: 'LR',
    states: touched(table, edges, [state]),
    edges: merged(table, edges, language),
    groups: false,
    highlighted: state,
  });
}

/** What one actor can cause; without an actor, what time alone causes. */
export function actorDiagram(input: Input, actor: string | undefined): Diagram {
  const { table, language } = input;
  const edges = edgesOf(table).filter(({ event }) => table.events[event]?.by === actor);
  const title = actor === undefined ? 'Events without an actor' : textIn(table.actors?.[actor]?.label, language, actor);
  return draw(input, {
    name: actor === undefined ? 'no-actor' : `actor-${actor}`,
    title,
    direction: 'LR',
    states: touched(table, edges, []),
    edges: merged(table, edges, language),
    groups: false,
  });
}

const touched = (table: Table, edges: readonly Edge[], more: readonly string[]): readonly string[] => {
  const names = new Set([...more, ...edges.flatMap(({ from, to }) => ('state' in to ? [from, to.state] : [from]))]);
  return Object.keys(table.states).filter((name) => names.has(name));
};

/** Edges that every state of a group of two or more has become edges of the group, unless they lead into it. */
function lifted(table: Table, edges: readonly Edge[]): { single: readonly Edge[]; grouped: readonly Edge[] } {
  const members = new Map<string, string[]>();
  for (const [name, { group }] of Object.entries(table.states))
    if (group !== undefined) members.set(group, [...(members.get(group) ?? []), name]);
  const groupOf = (state: string): string | undefined => table.states[state]?.group;
  const keyOf = ({ to, event, row }: Edge): string => `${targetKey(to)}\n${event}\n${JSON.stringify(row.when ?? null)}`;
  const counts = new Map<string, Set<string>>();
  for (const edge of edges) {
    const key = `${groupOf(edge.from)}\n${keyOf(edge)}`;
    counts.set(key, (counts.get(key) ?? new Set()).add(edge.from));
  }
  const isShared = (edge: Edge): boolean => {
    const group = groupOf(edge.from);
    const size = group === undefined ? 0 : (members.get(group)?.length ?? 0);
    const inside = 'state' in edge.to && groupOf(edge.to.state) === group;
    return size > 1 && !inside && counts.get(`${group}\n${keyOf(edge)}`)?.size === size;
  };
  const grouped = edges.filter(isShared).map((edge) => ({ ...edge, from: groupOf(edge.from) as string }));
  return { single: edges.filter((edge) => !isShared(edge)), grouped };
}

const CLASSES = [
  'classDef current stroke-width:3px,font-weight:bold',
  'classDef recalled stroke-dasharray:4 3,font-style:italic',
];

/** The source of a state diagram. */
function draw({ table, language }: Input, shown: Shown): Diagram {
  const { name, title, direction, states, edges, groupEdges = [], groups, highlighted } = shown;
  const ids = new Map(Object.keys(table.states).map((state, index) => [state, `s${index}`]));
  const groupIds = new Map(groupsOf(table).map((group, index) => [group, `g${index}`]));
  const recalls = new Map<string, string>();
  for (const { to } of [...edges, ...groupEdges])
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
    `  accDescr: ${states.length} states and ${edges.length + groupEdges.length} edges, also listed as a table`,
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
  for (const { from, to, texts } of [...edges, ...groupEdges]) {
    const start = edges.some((edge) => edge.from === from && edge.to === to) ? ids.get(from) : groupIds.get(from);
    lines.push(`  ${start} --> ${end(to)} : ${escapeLabel(texts.map((text) => wrap(text, LABEL_WIDTH)).join('\n'))}`);
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

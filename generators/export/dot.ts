/** A table as a graph in DOT, for Graphviz and everything that reads its language. */
import { textIn } from '../../model/table/text.ts';
import type { Table } from '../../model/table/types.ts';
import { byState } from '../mermaid/bundles.ts';
import { edgesOf } from '../mermaid/edges.ts';
import { groupsOf } from '../mermaid/state-diagram.ts';
import { predicateText } from '../words.ts';

/** The graph: groups as clusters, final states with a double line, arrows with the same ends as one. */
export function dot(table: Table, language: string): string {
  const ids = new Map(Object.keys(table.states).map((state, index) => [state, `s${index}`]));
  const recalls = new Map(Object.keys(table.memory ?? {}).map((variable, index) => [variable, `r${index}`]));
  const node = (state: string): string => {
    const { label, final } = table.states[state] ?? {};
    const ends = final !== undefined && final !== true ? `\n[${predicateText(final.when)}]` : '';
    const shape = final === undefined ? '' : ' peripheries=2';
    return `${ids.get(state)} [label=${quoted(`${textIn(label, language, state)}${ends}`)}${shape}];`;
  };
  const members = (group: string | undefined): readonly string[] =>
    Object.keys(table.states)
      .filter((state) => table.states[state]?.group === group)
      .map(node);
  const clusters = groupsOf(table).flatMap((group, index) => [
    `  subgraph cluster_${index} {`,
    `    label=${quoted(textIn(table.groups?.[group]?.label, language, group))};`,
    ...members(group).map((line) => `    ${line}`),
    '  }',
  ]);
  const initial = Object.keys(table.states).filter((state) => table.states[state]?.initial !== undefined);
  const recalled = new Set<string>();
  const arrows = byState(table, edgesOf(table), language).map(({ start, to, parts }) => {
    if ('recall' in to) recalled.add(to.recall);
    const from = 'state' in start ? ids.get(start.state) : '';
    const target = 'state' in to ? ids.get(to.state) : recalls.get(to.recall);
    return `  ${from} -> ${target} [label=${quoted(parts.flatMap(({ texts }) => texts).join('\n'))}];`;
  });
  const memories = [...recalled].map((variable) => {
    const label = textIn(table.memory?.[variable]?.label, language, variable);
    return `  ${recalls.get(variable)} [label=${quoted(`back to: ${label}`)} style="rounded,dashed"];`;
  });
  return [
    `digraph ${quoted(table.name)} {`,
    `  label=${quoted(textIn(table.title, language, table.name))};`,
    '  node [shape=box style=rounded];',
    ...(initial.length > 0 ? ['  start [shape=point label=""];'] : []),
    ...clusters,
    ...members(undefined).map((line) => `  ${line}`),
    ...memories,
    ...initial.map((state) => `  start -> ${ids.get(state)};`),
    ...arrows,
    '}',
    '',
  ].join('\n');
}

/** A text as a quoted DOT string; line breaks stay line breaks. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|[\n\r]/g, '\\n')}"`;

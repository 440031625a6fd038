/** A table as a graph in DOT, for Graphviz and everything that reads its language. */
import { calledIn } from '../../model/table/called.ts';
import { textIn } from '../../model/table/text.ts';
import type { Table } from '../../model/table/types.ts';
import { byState } from '../mermaid/bundles.ts';
import { edgesOf } from '../mermaid/edges.ts';
import { groupsOf } from '../mermaid/groups.ts';
import { predicateText } from '../words.ts';

/**
 * What a table is drawn as: groups as clusters, final states with a double line, arrows with the same ends as one. The
 * prefix keeps its identifiers apart from those of other tables in the same graph.
 */
export function tableParts(table: Table, language: string, prefix = ''): readonly string[] {
  const ids = new Map(Object.keys(table.states).map((state, index) => [state, `${prefix}s${index}`]));
  const recalls = new Map(Object.keys(table.memory ?? {}).map((variable, index) => [variable, `${prefix}r${index}`]));
  const start = `${prefix}start`;
  const node = (state: string): string => {
    const { final } = table.states[state] ?? {};
    const ends = final !== undefined && final !== true ? `\n[${predicateText(final.when)}]` : '';
    const shape = final === undefined ? '' : ' peripheries=2';
    return `${ids.get(state)} [label=${quoted(`${calledIn(table.states, state, language)}${ends}`)}${shape}];`;
  };
  const members = (group: string | undefined): readonly string[] =>
    Object.keys(table.states)
      .filter((state) => table.states[state]?.group === group)
      .map(node);
  const clusters = groupsOf(table).flatMap((group, index) => [
    `  subgraph cluster_${prefix}${index} {`,
    `    label=${quoted(calledIn(table.groups, group, language))};`,
    ...members(group).map((line) => `    ${line}`),
    '  }',
  ]);
  const initial = Object.keys(table.states).filter((state) => table.states[state]?.initial !== undefined);
  const recalled = new Set<string>();
  const arrows = byState(table, edgesOf(table), language).map(({ start: source, to, parts }) => {
    if ('recall' in to) recalled.add(to.recall);
    const from = 'state' in source ? ids.get(source.state) : '';
    const target = 'state' in to ? ids.get(to.state) : recalls.get(to.recall);
    return `  ${from} -> ${target} [label=${quoted(parts.flatMap(({ texts }) => texts).join('\n'))}];`;
  });
  const memories = [...recalled].map((variable) => {
    const called = calledIn(table.memory, variable, language);
    return `  ${recalls.get(variable)} [label=${quoted(`back to: ${called}`)} style="rounded,dashed"];`;
  });
  return [
    ...(initial.length > 0 ? [`  ${start} [shape=point label=""];`] : []),
    ...clusters,
    ...members(undefined).map((line) => `  ${line}`),
    ...memories,
    ...initial.map((state) => `  ${start} -> ${ids.get(state)};`),
    ...arrows,
  ];
}

/** The graph of a table. */
export const dotOfTable = (table: Table, language: string): string =>
  graph(table, language, tableParts(table, language));

/** A graph with the name and the title of a model. */
export const graph = (
  { name, title }: Pick<Table, 'name' | 'title'>,
  language: string,
  parts: readonly string[],
): string =>
  [
    `digraph ${quoted(name)} {`,
    `  label=${quoted(textIn(title, language, name))};`,
    '  node [shape=box style=rounded];',
    ...parts,
    '}',
    '',
  ].join('\n');

/** A text as a quoted DOT string; line breaks stay line breaks. */
export const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|[\n\r]/g, '\\n')}"`;

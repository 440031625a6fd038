/** Edges drawn as one: all between the same two states, and those of several states of a group to the same target. */
import type { Table } from '../../model/table/types.ts';
import { type Edge, edgeText, type Target, targetKey } from './edges.ts';

/** Where a bundle is drawn from: a state, or a whole group. */
export type Start = { readonly state: string } | { readonly group: string };

/** Texts that hold from the same states, in the order of the table. */
export type Part = { readonly texts: readonly string[]; readonly from: readonly string[] };

/** One arrow of a diagram, with everything it stands for. */
export type Bundle = {
  readonly start: Start;
  readonly to: Target;
  readonly parts: readonly Part[];
  readonly edges: readonly Edge[];
};

/** Bundles of edges between the same two states, in the order of their first row; texts that repeat are said once. */
export const byState = (table: Table, edges: readonly Edge[], language: string): readonly Bundle[] =>
  bundled(table, edges, language, ({ from }) => ({ state: from }));

/**
 * Bundles in which the edges that several states of a group have to the same target outside it start at the group. Which of
 * its states they hold for is said by their parts.
 */
export function byGroup(table: Table, edges: readonly Edge[], language: string): readonly Bundle[] {
  const groupOf = (state: string): string | undefined => table.states[state]?.group;
  const leaving = (edge: Edge): string | undefined => {
    const group = groupOf(edge.from);
    return 'state' in edge.to && groupOf(edge.to.state) === group ? undefined : group;
  };
  const key = (edge: Edge): string => `${leaving(edge)}\n${targetKey(edge.to)}`;
  const sources = new Map<string, Set<string>>();
  for (const edge of edges) sources.set(key(edge), (sources.get(key(edge)) ?? new Set()).add(edge.from));
  return bundled(table, edges, language, (edge) => {
    const group = leaving(edge);
    const several = (sources.get(key(edge))?.size ?? 0) > 1;
    return group !== undefined && several ? { group } : { state: edge.from };
  });
}

function bundled(
  table: Table,
  edges: readonly Edge[],
  language: string,
  startOf: (edge: Edge) => Start,
): readonly Bundle[] {
  const order = Object.keys(table.states);
  const bundles = new Map<string, { start: Start; to: Target; sources: Map<string, Set<string>>; edges: Edge[] }>();
  for (const edge of edges) {
    const start = startOf(edge);
    const key = `${JSON.stringify(start)}\n${targetKey(edge.to)}`;
    const bundle = bundles.get(key) ?? { start, to: edge.to, sources: new Map(), edges: [] as Edge[] };
    bundles.set(key, bundle);
    bundle.edges.push(edge);
    const text = edgeText(table, edge, language);
    bundle.sources.set(text, (bundle.sources.get(text) ?? new Set()).add(edge.from));
  }
  return [...bundles.values()].map(({ start, to, sources, edges: bundledEdges }) => {
    const parts = new Map<string, { texts: string[]; from: readonly string[] }>();
    for (const [text, states] of sources) {
      const from = order.filter((state) => states.has(state));
      const key = from.join('\n');
      const part = parts.get(key) ?? { texts: [], from };
      part.texts.push(text);
      parts.set(key, part);
    }
    return { start, to, parts: [...parts.values()], edges: bundledEdges };
  });
}

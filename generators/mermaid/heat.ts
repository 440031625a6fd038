/** A table as a diagram that shows how often everything was taken: numbers for everybody, colours for those who see them. */
import type { Table } from '../../model/table/types.ts';
import { expandedKey } from '../../properties/random/coverage.ts';
import { edgesOf, edgeText, nameIn, titleIn } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';

/** How often each state was visited and each expanded row fired. */
export type Heat = { readonly states: ReadonlyMap<string, number>; readonly expanded: ReadonlyMap<string, number> };

const WIDTH = 18;

/** From never to most often; dark text has a contrast of at least 7 on each of them. */
const COLOURS = ['#ffffff', '#fff3cd', '#ffe08a', '#ffc14d', '#ff9f1c'];

/** The step of a scale: 0 for what never was, then by the square root of the share, so that what is rare can be told apart. */
const stepOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.min(COLOURS.length - 1, 1 + Math.floor((COLOURS.length - 1) * Math.sqrt(count / most)));

/** The source of the diagram. What was never visited or fired says so, and is dashed. */
export function heatDiagram(table: Table, heat: Heat, language: string): string {
  const ids = new Map(Object.keys(table.states).map((state, index) => [state, `s${index}`]));
  const edges = edgesOf(table);
  const recalls = new Set(edges.flatMap(({ to }) => ('recall' in to ? [to.recall] : [])));
  const recalled = new Map([...recalls].map((variable, index) => [variable, `r${index}`]));
  const most = Math.max(1, ...heat.states.values());
  const times = (count: number): string => (count === 0 ? 'never' : `×${count}`);
  const visits = (state: string): number => heat.states.get(state) ?? 0;
  const label = (state: string): string => nameIn(table.states, state, language);
  return [
    'stateDiagram-v2',
    '  direction LR',
    `  accTitle: ${escapeLabel(titleIn(table.title, language, table.name)).replaceAll('<br/>', ' ')}`,
    '  accDescr: how often each state was visited and each row fired',
    ...[...ids].map(
      ([state, id]) => `  state "${escapeLabel(wrap(`${label(state)}\n${times(visits(state))}`, WIDTH))}" as ${id}`,
    ),
    ...[...ids].flatMap(([state, id]) => (table.states[state]?.initial === undefined ? [] : [`  [*] --> ${id}`])),
    ...[...recalled].map(([variable, id]) => `  state "${escapeLabel(wrap(`back to: ${variable}`, WIDTH))}" as ${id}`),
    ...edges.map((edge) => {
      const count = heat.expanded.get(expandedKey(table.transitions.indexOf(edge.row), edge.from, edge.event)) ?? 0;
      const to = 'state' in edge.to ? ids.get(edge.to.state) : recalled.get(edge.to.recall);
      return `  ${ids.get(edge.from)} --> ${to} : ${escapeLabel(wrap(`${edgeText(table, edge, language)}\n${times(count)}`, WIDTH))}`;
    }),
    ...COLOURS.map(
      (colour, step) =>
        `  classDef heat${step} fill:${colour},color:#1a1a1a${step === 0 ? ',stroke-dasharray:4 3' : ''}`,
    ),
    ...[...ids].map(([state, id]) => `  class ${id} heat${stepOf(visits(state), most)}`),
    '',
  ].join('\n');
}

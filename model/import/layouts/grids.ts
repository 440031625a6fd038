/** Which layout each table of a document has, and what the tables of one layout say together. */
import type { Content, Grid } from '../content.ts';
import type { Layout } from '../kinds.ts';
import type { Found, Role } from '../types.ts';
import { type Axes, axesOf } from './axes.ts';
import { entriesOf, hasColumns, labelsOfRows } from './columns.ts';
import { footnotesOf } from './footnotes.ts';
import { fromToIn, isFromTo } from './from-to.ts';
import { continued, demanded, type Headed, headed } from './headed.ts';
import { knownOf } from './labels.ts';
import { type AllLabels, allLabels, isMatrix, matrixIn } from './matrix.ts';
import { hasStates, statesIn } from './states.ts';
import { hasTransitions, transitionsIn } from './transitions.ts';

/** A table, and every way to read it. */
export type Table = {
  readonly grid: Grid;
  readonly lists: Headed;
  readonly axes: Axes | undefined;
  readonly layout?: Layout;
};

const gridsOf = ({ blocks }: Content): readonly Grid[] => blocks.filter((block) => block.kind === 'grid');

/** The tables of a document, each with the layout it is recognised to have, or has by demand where it can. */
export function tablesOf(
  content: Content,
  layout: Layout | undefined,
  columns: readonly Role[] | undefined,
): readonly Table[] {
  const tables: Table[] = [];
  const grids = gridsOf(content);
  const axes = grids.map(axesOf);
  const all = allLabels(axes.filter((each) => each !== undefined));
  for (const [index, grid] of grids.entries()) {
    const own = axes[index];
    const above = tables.at(-1);
    const lists = columns === undefined ? headed(grid) : demanded(grid, columns);
    const told =
      layout === undefined
        ? recognised(lists, columns === undefined ? own : undefined, all)
        : fitting(layout, lists, own);
    const isList = above?.layout === 'columns' || above?.layout === 'transitions';
    const onward = told === undefined && isList ? continued(grid, above.lists) : undefined;
    const table = onward === undefined ? { lists, layout: told } : { lists: onward, layout: above?.layout };
    tables.push({ grid, axes: own, lists: table.lists, ...(table.layout && { layout: table.layout }) });
  }
  return tables;
}

function recognised(lists: Headed, axes: Axes | undefined, all: AllLabels): Layout | undefined {
  if (axes !== undefined && isFromTo(axes)) return 'from-to';
  if (axes !== undefined && isMatrix({ axes, all, sides: ['columns'] })) return 'matrix';
  if (hasTransitions(lists)) return 'transitions';
  if (hasColumns(lists)) return 'columns';
  if (axes !== undefined && axes.columns.length > 1 && isMatrix({ axes, all, sides: ['rows', 'columns'] }))
    return 'matrix';
  return hasStates(lists) ? 'states' : undefined;
}

/** The demanded layout, where a table can have it; a list of states beside it is read along. */
function fitting(layout: Layout, lists: Headed, axes: Axes | undefined): Layout | undefined {
  const fits: { readonly [each in Layout]?: boolean } = {
    columns: hasColumns(lists),
    transitions: lists.roles.includes('previous') && lists.roles.includes('next') ? true : hasTransitions(lists),
    matrix: axes !== undefined,
    'from-to': axes !== undefined,
    states: lists.roles.includes('state'),
  };
  return fits[layout] === true ? layout : hasStates(lists) ? 'states' : undefined;
}

/** What the tables of one layout say together. */
export function foundInTables(content: Content, tables: readonly Table[], layout: Layout): Found {
  const own = tables.filter((table) => table.layout === layout);
  const lists = own.map((table) => table.lists);
  const axes = own.flatMap((table) => table.axes ?? []);
  const nothing = { layout, declares: true, entries: [], arrows: [], named: [], unread: [] };
  switch (layout) {
    case 'columns':
      return { ...nothing, entries: entriesOf(lists) };
    case 'transitions': {
      const states = tables.filter((table) => table.layout === 'states').flatMap((table) => labelsOfRows(table.lists));
      return { ...nothing, declares: false, ...transitionsIn(lists, knownOf(states)) };
    }
    case 'matrix':
      return { ...nothing, ...matrixIn(axes, footnotesOf(content)) };
    case 'from-to':
      return { ...nothing, ...fromToIn(axes, footnotesOf(content)) };
    default:
      return { ...nothing, named: lists.flatMap(statesIn) };
  }
}

/** The transition matrix: where each event leads from each state, as pages of tables and as a file of values. */
import { csvText } from '../../csv.ts';
import { mdTable } from '../../markdown/escape.ts';
import { predicateText, targetText } from '../../words.ts';
import { calledIn, type TableContext } from '../context.ts';
import { lifecycleOf } from '../lifecycle.ts';
import { eventLink, hrefTo, pageLink, stateLink } from '../links.ts';
import type { Block, SitePage } from '../page.ts';
import { sitePage, titleOf } from '../parts.ts';
import { said } from '../text.ts';
import type { Way } from '../ways.ts';
import { conditionOf, targetOf, waysTable } from './rows.ts';

/** A page shows so many cells at most, and so many columns; what is more is split, or listed instead. */
const MOST_CELLS = 1500;
const MOST_COLUMNS = 60;
const MOST_LINES = 250;

/** Where the pages of the matrix are: the first one at its own address, the others below it. */
const pathOf = ({ model }: TableContext, page: number): string =>
  page === 0 ? `${model.name}/matrix` : `${model.name}/matrix/${page + 1}`;

/** The file of the matrix as values. */
const fileOf = ({ model }: TableContext): string => `${model.name}/matrix.csv`;

/** The matrix on as many pages as it needs. */
export function matrixPages(context: TableContext): readonly SitePage[] {
  const { words, model } = context;
  const { ways } = lifecycleOf(context);
  const states = Object.keys(model.states);
  const events = Object.keys(model.events);
  const isWide = events.length > MOST_COLUMNS;
  const bodies = isWide ? listed(context, ways) : crossed(context, states, events, ways);
  const file = `[CSV](${hrefTo(fileOf(context)).slice(0, -1)})`;
  return bodies.map((body, page) => {
    const others = bodies.flatMap((_, other) =>
      bodies.length === 1
        ? []
        : [other === page ? `**${other + 1}**` : pageLink(context, `${other + 1}`, pathOf(context, other))],
    );
    const title = page === 0 ? words.matrix : `${words.matrix} (${page + 1})`;
    return sitePage(context, pathOf(context, page), title, words.matrixOf(titleOf(context)), [
      `${isWide ? words.matrixListed : words.matrixCrossed} ${file}`,
      others.length === 0 ? undefined : others.join(' · '),
      ...body,
    ]);
  });
}

/** The element around the table, in which headings stay in sight, and programs filter and copy. */
const framed = (kind: 'crossed' | 'listed', table: string): Block =>
  `<atlas-matrix data-kind="${kind}">\n\n${table}\n\n</atlas-matrix>`;

/** States down, events across: so many states on a page as it has room for. */
function crossed(
  context: TableContext,
  states: readonly string[],
  events: readonly string[],
  ways: readonly Way[],
): readonly (readonly Block[])[] {
  const { words } = context;
  const each = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, events.length)));
  const cells = new Map<string, Way[]>();
  for (const way of ways) {
    const key = JSON.stringify([way.from, way.event]);
    cells.set(key, [...(cells.get(key) ?? []), way]);
  }
  const cell = (state: string, event: string): string =>
    (cells.get(JSON.stringify([state, event])) ?? [])
      .map((way) => {
        const guard = conditionOf(context, { event: '', row: way.row });
        return `${shortTarget(context, way)}${guard === '' ? '' : ` ${guard}`}`;
      })
      .join('<br>');
  return pieces(states, each).map((some) => [
    framed(
      'crossed',
      mdTable(
        [words.state, ...events.map((event) => eventLink(context, event))],
        some.map((state) => [stateLink(context, state), ...events.map((event) => cell(state, event))]),
      ),
    ),
  ]);
}

/** Where a way leads, in a cell: what is recalled is named by the variable that holds it. */
const shortTarget = (context: TableContext, way: Way): string =>
  typeof way.row.to === 'object' && way.to.length > 1
    ? context.words.backTo(said(calledIn(context, context.model.memory, way.row.to.recall).text))
    : targetOf(context, way);

/** All ways as a list, where there are too many events for columns. */
const listed = (context: TableContext, ways: readonly Way[]): readonly (readonly Block[])[] => {
  const { words } = context;
  return pieces(ways, MOST_LINES).map((some) => [framed('listed', waysTable(context, some, words.state))]);
};

function pieces<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** The matrix as comma-separated values: by the names of the table, so that it is the same in every language. */
export function matrixFile(context: TableContext): { readonly [path: string]: string } {
  const { model } = context;
  const { ways } = lifecycleOf(context);
  const events = Object.keys(model.events);
  const text = new Map<string, string>();
  for (const { from, event, row } of ways) {
    const key = JSON.stringify([from, event]);
    const said = `${targetText(row)}${row.when === undefined ? '' : ` if ${predicateText(row.when)}`}`;
    text.set(key, text.has(key) ? `${text.get(key)} | ${said}` : said);
  }
  const lines = Object.keys(model.states).map((state) => [
    state,
    ...events.map((event) => text.get(JSON.stringify([state, event])) ?? ''),
  ]);
  return { [fileOf(context)]: csvText([['state', ...events], ...lines]) };
}

/** From the content of a document to what is found in it: the layout is recognised, or demanded. */

import { plural } from '../../table/text.ts';
import type { Block, Content } from '../content.ts';
import { foundInText } from '../flat.ts';
import { LAYOUTS, type Layout } from '../kinds.ts';
import { plain } from '../text.ts';
import type { Found, Role, Spot, Unreadable } from '../types.ts';
import { definitionsIn } from './definitions.ts';
import { diagramsIn, diagramsOf } from './diagram.ts';
import { isFlowchart } from './flowchart.ts';
import { foundInTables, type Table, tablesOf } from './grids.ts';
import { knownOf } from './labels.ts';
import { statesOfLists } from './states.ts';
import { type Wild, withoutWildcards } from './wildcards.ts';

/** A part of a document that another layout would read, or none. */
export type Left = Spot & { readonly what: string; readonly layout?: Layout };

/** What was found, which words were taken to mean all states, and what was left unread. */
export type Laid = { readonly found: Found; readonly wild: readonly Wild[]; readonly left: readonly Left[] };

/** How a document is to be read, where that is not to be recognised. */
export type Demand = { readonly layout?: Layout; readonly columns?: readonly Role[] };

const nothing = { entries: [], arrows: [], named: [], unread: [] };

/** How much a way to read says: its arrows, and the items of its lists. */
const weight = ({ arrows, entries }: Found): number =>
  arrows.length +
  entries.reduce(
    (sum, { deals }) => sum + Math.max(...deals.map((deal) => deal.previous.length + deal.next.length)),
    0,
  );

const rank = ({ layout }: Found): number => LAYOUTS.indexOf(layout);

/** Finds what a document says. Of several layouts in it, the one that says most is read, together with tables and lists that only describe its states. */
export function foundIn(content: Content, text: string, { layout, columns }: Demand): Laid | Unreadable {
  const tables = tablesOf(content, layout, columns);
  const diagrams = diagramsOf(content);
  const kinds = [...new Set(tables.flatMap((table) => table.layout ?? []))].filter((kind) => kind !== 'states');
  const mayBe = (kind: Layout): boolean => layout === undefined || layout === kind;
  const structured: Found[] = kinds.map((kind) => foundInTables(content, tables, kind));
  const drawn = mayBe('diagram') ? diagrams : [];
  const inDiagrams = (codes: typeof diagrams): readonly Found[] =>
    codes.length === 0 ? [] : [{ layout: 'diagram', declares: true, ...nothing, ...diagramsIn(codes) }];
  structured.push(...inDiagrams(drawn.filter((code) => !isFlowchart(code.text))));
  const told = structured
    .filter((found) => weight(found) > 0)
    .toSorted((one, other) => weight(other) - weight(one) || rank(one) - rank(other));
  const flow = inDiagrams(drawn.filter((code) => isFlowchart(code.text))).find((found) => weight(found) > 0);
  const words = { mayBe, columns };
  const best = told[0] ?? flow ?? inWords(content, text, words) ?? statesAlone(content, tables, structured, mayBe);
  if (best === undefined) return unreadable(content, text, tables, layout);
  const { found, wild } = withoutWildcards(withStates(content, tables, best));
  return { found, wild, left: leftBeside(found, tables, diagrams) };
}

type Words = { readonly mayBe: (kind: Layout) => boolean; readonly columns: readonly Role[] | undefined };

/** What a document says without tables and diagrams: flattened, or in definitions. */
function inWords(content: Content, text: string, { mayBe, columns }: Words): Found | undefined {
  const isFlat = mayBe('flattened') && (content.format === 'text' || !mayBe('columns'));
  const flat = isFlat ? foundInText(text, columns) : undefined;
  if (flat !== undefined && flat.entries.length > 0) return flat;
  const defined = mayBe('definitions') ? definitionsIn(content) : undefined;
  return defined && { layout: 'definitions', ...nothing, ...defined };
}

/** The states of a document in which nothing says how one becomes another. */
function statesAlone(
  content: Content,
  tables: readonly Table[],
  structured: readonly Found[],
  mayBe: Words['mayBe'],
): Found | undefined {
  const [silent] = structured.filter(({ named, entries }) => named.length + entries.length > 0);
  if (silent !== undefined) return silent;
  if (!mayBe('states')) return undefined;
  const found = foundInTables(content, tables, 'states');
  const named = found.named.length > 0 ? found.named : statesOfLists(content);
  return named.length === 0 ? undefined : { ...found, named };
}

/** Adds the tables of states that describe what was found: those of which at least half of the labels are known. */
function withStates(content: Content, tables: readonly Table[], found: Found): Found {
  if (found.layout === 'states') return found;
  const known = knownOf([
    ...found.entries.map(({ label }) => label),
    ...found.named,
    ...found.arrows.flatMap(({ from, to }) => [...from, ...to]),
  ]);
  const named = tables.flatMap((table) => {
    const states = table.layout === 'states' ? foundInTables(content, [table], 'states').named : [];
    return 2 * states.filter(({ text }) => known.has(plain(text))).length >= states.length ? states : [];
  });
  return named.length === 0 ? found : { ...found, declares: true, named: [...found.named, ...named] };
}

/** What a reader would expect to be read, and was not: tables and diagrams of another layout, columns of events where rows are states. */
function leftBeside(
  { layout, named }: Found,
  tables: readonly Table[],
  diagrams: ReturnType<typeof diagramsOf>,
): readonly Left[] {
  const spots = new Set(named.map(spotOf));
  const left = tables
    .filter((table) => table.layout !== layout && !(table.layout === 'states' && isRead(table, spots)))
    .slice(0, SHOWN.left)
    .map(
      ({ grid, layout: own }): Left => ({
        line: grid.line,
        column: grid.column,
        what: 'a table',
        ...(own && { layout: own }),
      }),
    );
  const drawn = layout === 'diagram' ? [] : diagrams.filter(({ text }) => !isFlowchart(text));
  const columns = tables.filter((table) => table.layout === layout).flatMap((table) => columnsLeft(table, layout));
  return [
    ...left,
    ...drawn.map(({ line, column }): Left => ({ line, column, what: 'a diagram', layout: 'diagram' })),
    ...columns,
  ];
}

/** The roles of columns that each layout of lists reads. */
const READ: { readonly [layout in Layout]?: readonly Role[] } = {
  columns: ['state', 'description', 'previous', 'next'],
  transitions: ['state', 'previous', 'next', 'event', 'condition'],
  states: ['state', 'description'],
};

/** The columns of a table that say something and are not read. What is demanded to be `other` is left without a word. */
function columnsLeft({ lists: { roles, headings, rows, isDemanded }, grid }: Table, layout: Layout): readonly Left[] {
  const read = READ[layout];
  if (read === undefined) return [];
  const isLeft = (role: Role, index: number): boolean =>
    role === 'description' && layout === 'transitions'
      ? !roles.includes('state')
      : role === 'other'
        ? isDemanded !== true && (headings[index] ?? '') !== ''
        : !read.includes(role);
  return roles
    .flatMap((role, index): readonly Left[] =>
      isLeft(role, index) && rows.some((row) => row[index]?.text)
        ? [{ line: grid.line, column: grid.column, what: `the column ${headings[index] || index + 1}` }]
        : [],
    )
    .slice(0, SHOWN.left);
}

const spotOf = ({ line, column }: Spot): string => `${line}:${column}`;

const isRead = ({ lists }: Table, spots: ReadonlySet<string>): boolean =>
  lists.rows.some((row) => row.some((cell) => spots.has(spotOf(cell))));

const SHOWN = { left: 20, tables: 5, headings: 8, letters: 40 };

/** Why nothing was found: what was seen, and how to tell what it means. */
function unreadable(content: Content, text: string, tables: readonly Table[], layout: Layout | undefined): Unreadable {
  const first = tables[0]?.grid ?? { line: 1, column: 1 };
  const headings = tables.slice(0, SHOWN.tables).map(({ grid }) => {
    const [row = []] = grid.rows;
    const texts = row.slice(0, SHOWN.headings).map(({ text }) => text.slice(0, SHOWN.letters));
    return `line ${grid.line}: ${texts.join(' | ')}`;
  });
  const wanted = layout === undefined ? 'a lifecycle' : `the layout ${layout}`;
  const problem =
    tables.length > 0
      ? `none of its tables has ${wanted}; their headings are: ${headings.join('; ')}`
      : `${seenIn(content, text)}, and nothing else in it has ${wanted}`;
  const remedy =
    tables.length > 0
      ? 'Say what the columns are, in their order: --columns state,previous,next,description (or event, condition, other); or the layout: --layout matrix.'
      : 'Give it a table with headings such as “Status | Previous status | Next status”, in one of seven languages, or a diagram; or say how it is laid out: --layout definitions.';
  return { problem, remedy, line: first.line, column: first.column };
}

/** What was seen of a document without tables. */
function seenIn({ format, blocks }: Content, text: string): string {
  const number = (kind: Block['kind'], one: string, several?: string): string =>
    plural(blocks.filter((block) => block.kind === kind).length, one, several);
  if (format === 'text')
    return foundInText(text) === undefined
      ? 'there is no line of headings of a table of states'
      : 'no row of a state follows the line of headings';
  const seen = [
    number('heading', 'heading'),
    number('list', 'list'),
    number('code', 'piece of code', 'pieces of code'),
  ];
  return `there is no table; ${seen.join(', ')} were seen`;
}

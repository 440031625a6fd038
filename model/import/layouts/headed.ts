/** A grid with its headings told from its body, and the roles of its columns. */
import type { Cell, Grid } from '../content.ts';
import { isName, roleOf } from '../headings.ts';
import { plain } from '../text.ts';
import type { Role, Written } from '../types.ts';

/** A grid whose columns have roles. */
export type Headed = {
  readonly grid: Grid;
  readonly roles: readonly Role[];
  /** The text of each heading; empty where there are none. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the roles were demanded. */
  readonly isDemanded?: true;
};

/** So many rows at the beginning of a grid may be titles before the headings. */
const TITLES = 3;

const rolesOf = (headings: readonly string[]): readonly Role[] => {
  const roles = headings.map((heading): Role => roleOf(heading) ?? 'other');
  const isNamed = (role: Role): boolean => roles.includes(role);
  const names = headings.findIndex(isName);
  if (names >= 0 && isNamed('previous') && isNamed('next') && !isNamed('event') && !arePlural(headings, roles))
    return roles.map((role, index) => (index === names ? 'event' : role));
  const first = roles.indexOf('state');
  return roles.map((role, index) => (role === 'state' && index !== first ? nameless(headings, roles, index) : role));
};

/** Whether the columns of neighbours say “states” in words, as tables with a row per state do. */
const arePlural = (headings: readonly string[], roles: readonly Role[]): boolean =>
  headings.every((heading, index) =>
    roles[index] === 'previous' || roles[index] === 'next' ? plain(heading).includes(' ') : true,
  );

/** A second column of states: `Name` beside `Status` is something else. */
const nameless = (headings: readonly string[], roles: readonly Role[], index: number): Role =>
  isName(headings[index] ?? '') || !roles.includes('event') ? 'other' : 'next';

const textsOf = (row: readonly Cell[] | undefined): readonly string[] => (row ?? []).map(({ text }) => text);
const isRepeated = (row: readonly Cell[]): boolean => new Set(row).size < row.length;

/** Whether a row may be a title over the headings: it has one text, or a cell that spans several columns. */
const isTitle = (row: readonly Cell[]): boolean =>
  isRepeated(row) || new Set(textsOf(row).filter((text) => text !== '')).size < 2;

/** The headings of a grid and the roles they give its columns: those of the row at its beginning that has most, titles over it aside. */
export function headed(grid: Grid): Headed {
  const titles = grid.rows.slice(0, TITLES).findIndex((row) => !isTitle(row));
  const ways = grid.rows.slice(0, titles < 0 ? TITLES : titles + 1).flatMap((row, at) => {
    const below = grid.rows[at + 1];
    const own = { texts: textsOf(row), after: at + 1 };
    if (below === undefined || !isRepeated(row)) return [own];
    const both = row.map((cell, index) =>
      cell === below[index] ? cell.text : `${cell.text} ${below[index]?.text ?? ''}`.trim(),
    );
    return [own, { texts: both, after: at + 2 }, { texts: textsOf(below), after: at + 2 }];
  });
  const scored = ways.map(({ texts, after }) => {
    const roles = rolesOf(texts);
    return { texts, after, roles, score: new Set(roles.filter((role) => role !== 'other')).size };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return { grid, roles: best.roles, headings: best.texts, rows: bodyFrom(grid, best.after) };
}

/** Rows from one on that are no repetition of the headings and not empty. */
const bodyFrom = (grid: Grid, after: number): Headed['rows'] => {
  const headings = grid.rows[after - 1];
  const own = headings === undefined ? '' : textsOf(headings).join('\n');
  return grid.rows.slice(after).filter((row) => row.some(({ text }) => text !== '') && textsOf(row).join('\n') !== own);
};

/**
 * A grid whose columns have the roles that are demanded, in order; what follows is `other`. Its first row is headings unless a label in it stands in another row,
 * too.
 */
export function demanded(grid: Grid, columns: readonly Role[]): Headed {
  const { headings } = headed(grid);
  const roles = Array.from({ length: grid.rows[0]?.length ?? 0 }, (_, index): Role => columns[index] ?? 'other');
  const whole: Headed = { grid, roles, headings: [], rows: bodyFrom(grid, 0), isDemanded: true };
  const [first = [], ...others] = grid.rows;
  const isData = !first.every(({ heading }) => heading) && isKnown(labelsIn(whole, [first]), labelsIn(whole, others));
  return isData ? whole : { ...whole, headings, rows: bodyFrom(grid, 1) };
}

/** A grid without headings that goes on with the rows of another one: it is as wide, and its first row names a state of it. */
export function continued(grid: Grid, above: Headed): Headed | undefined {
  const [first = []] = grid.rows;
  const whole = { ...above, grid, rows: bodyFrom(grid, 0) };
  const isOne = first.length === above.roles.length && !first.every(({ heading }) => heading);
  return isOne && isKnown(labelsIn(whole, [first]), labelsIn(above, above.rows)) ? whole : undefined;
}

const ENDS: readonly Role[] = ['state', 'previous', 'next'];

/** What rows say in the columns of states, as it is compared. */
const labelsIn = (of: Headed, rows: Headed['rows']): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => ENDS.flatMap((role) => itemsAs(of, row, role).map(({ text }) => plain(text)))));

const isKnown = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].some((label) => label !== '' && all.has(label));

/** The cells of a row whose columns have a role, each once. */
export const cellsAs = ({ roles }: Headed, row: readonly Cell[], role: Role): readonly Cell[] => [
  ...new Set(row.filter((_, index) => roles[index] === role)),
];

/** What the cells of a row say in the columns of a role. */
export const itemsAs = (of: Headed, row: readonly Cell[], role: Role): readonly Written[] =>
  cellsAs(of, row, role).flatMap(({ items }) => items);

/** A cell as something written. */
export const writtenOf = ({ line, column, cell, text }: Cell): Written => ({
  line,
  column,
  ...(cell && { cell }),
  text,
});

/** A matrix of events × states, whichever way round: a cell says `action/next`, `next`, or that nothing is possible. */
import { part, plain } from '../text.ts';
import type { Arrow, Found, Written } from '../types.ts';
import { withoutCondition } from '../words.ts';
import type { Axes, Inner } from './axes.ts';
import { explained } from './footnotes.ts';
import { ARROW, isNo, type Known, knownOf } from './labels.ts';

/** Of the cells that say anything, so many must name a state: where the corner says what the axes are, and where it does not. */
const SURE = { half: 0.5, most: 0.8 } as const;

/** Which axis lists the states. */
type Side = 'rows' | 'columns';

/** A target in a cell: the label itself, and the condition written beside it. */
type Target = { readonly to: Written; readonly condition?: string };

/** The mark of a footnote after one of several values. */
const MARK = /(?:\s?\[\d{1,3}\]|[⁰¹²³⁴-⁹]+|[*†‡]{1,3})$/u;

/** A cell that is longer is not searched for a condition. */
const LONGEST = 300;

const QUOTED = /^\s*\[([^[\]]+)\]\s*(?=\S)/;

/** The next state that a cell names: all of it, or what follows its last slash or arrow. A known label with a slash in it stays whole. */
function targetIn(item: Written, known: Known): Target {
  const guard = QUOTED.exec(item.text);
  const unguarded = guard === null ? item : part(item, guard[0].length, item.text.length);
  const { head, condition: after } = known.has(plain(unguarded.text))
    ? { head: unguarded.text }
    : conditionIn(unguarded.text);
  const condition = [guard?.[1]?.trim(), after].filter((each) => each !== undefined).join('; ');
  const whole = part(unguarded, 0, head.length);
  const starts = [0, ...[...head.matchAll(/\//g)].map(({ index }) => index + 1), ...arrowsIn(head)].toSorted(
    (a, b) => a - b,
  );
  const tails = starts.map((start) => part(whole, start, head.length)).filter(({ text }) => text !== '');
  const to = tails.find(({ text }) => known.has(plain(text))) ?? tails.at(-1) ?? whole;
  return { to, ...(condition !== '' && { condition }) };
}

const arrowsIn = (text: string): readonly number[] =>
  [...text.matchAll(new RegExp(ARROW, 'gu'))].map(({ 0: mark, index }) => index + mark.length);

function conditionIn(text: string): { readonly head: string; readonly condition?: string } {
  if (text.length > LONGEST) return { head: text };
  const bracket = /^(.*\S)\s*\[([^[\]]+)\]$/.exec(text);
  if (bracket !== null) return { head: bracket[1] as string, condition: bracket[2] as string };
  return withoutCondition(text);
}

/** How many cells name a state that is known, of those that name anything. */
function fitOf(cells: readonly Inner[], known: Known): { readonly told: number; readonly fitting: number } {
  const told = cells.flatMap(({ cell }) => cell.items).filter(({ text }) => !isNo(text));
  const fitting = told.filter((item) => known.has(plain(targetIn(item, known).to.text)));
  return { told: told.length, fitting: fitting.length };
}

/** The labels of each axis, of all grids of a document: a matrix that is split over pages names states that another grid lists. */
export type AllLabels = Readonly<Record<Side, Known>>;

export const allLabels = (grids: readonly Axes[]): AllLabels => ({
  rows: knownOf(grids.flatMap(({ rows }) => rows)),
  columns: knownOf(grids.flatMap(({ columns }) => columns)),
});

/** What is asked about a grid: which of these axes of it lists the states. */
type Asked = { readonly axes: Axes; readonly all: AllLabels; readonly sides: readonly Side[] };

/** The axis of states of a grid; nothing where its cells do not name states. */
function statesOn({ axes, all, sides }: Asked): Side | undefined {
  const { corner } = axes;
  const isRows = corner.columns === 'event' || corner.rows === 'state';
  const isColumns = corner.rows === 'event' || corner.columns === 'state';
  const fits = sides
    .map((side) => ({ side, ...fitOf(axes.cells, all[side]) }))
    .filter(({ fitting, told }) => fitting > 0 && fitting >= told * (isRows || isColumns ? SURE.half : SURE.most));
  const expected: Side | undefined = isRows ? 'rows' : isColumns ? 'columns' : undefined;
  const most = Math.max(...fits.map(({ fitting }) => fitting));
  const best = fits.filter(({ fitting }) => fitting === most);
  return (best.find(({ side }) => side === expected) ?? best.at(-1))?.side;
}

/** Whether a grid is a matrix of events × states. */
export const isMatrix = (asked: Asked): boolean => statesOn(asked) !== undefined;

/** The arrows of the matrices of a document; one that is split over pages is several grids. */
export function matrixIn(grids: readonly Axes[], notes: ReadonlyMap<string, string>): Pick<Found, 'arrows' | 'named'> {
  const all = allLabels(grids);
  const sides = grids.map((axes) => statesOn({ axes, all, sides: ['rows', 'columns'] }) ?? cornerSide(axes));
  const named = grids.flatMap((axes, index) => axes[sides[index] ?? 'columns']);
  const known = knownOf(named);
  const arrows = grids.flatMap(({ cells }, index) =>
    cells.flatMap(({ cell, row, column }) => {
      const [state, event] = sides[index] === 'rows' ? [row, column] : [column, row];
      const note = explained(cell.marks, notes);
      return cell.items
        .filter(({ text }) => !isNo(text))
        .map((item): Arrow => {
          const [mark] = MARK.exec(item.text) ?? [];
          const own = mark === undefined ? undefined : explained([mark], notes);
          const { to, condition } = targetIn(
            own === undefined ? item : part(item, 0, item.text.length - (mark ?? '').length),
            known,
          );
          const both = [condition, own ?? note].filter((each) => each !== undefined).join('; ');
          return { ...item, from: [state], to: [to], event: event.text, ...(both !== '' && { condition: both }) };
        });
    }),
  );
  return { arrows, named };
}

const cornerSide = ({ corner }: Axes): Side =>
  corner.rows === 'state' || corner.columns === 'event' ? 'rows' : 'columns';

/** A row per transition: start, end and how to get there; or prior states, event, state and description. */
import type { Cell } from '../content.ts';
import { plain } from '../text.ts';
import type { Arrow, Found, Role, Written } from '../types.ts';
import { isNone, withoutCondition } from '../words.ts';
import { cellsAs, type Headed, itemsAs, writtenOf } from './headed.ts';
import { type Known, knownOf, split } from './labels.ts';

/** Whether the columns are those of this layout: both ends; or one of them, the state itself, and an event or a condition. */
export function hasTransitions({ roles }: Headed): boolean {
  const has = (role: Role): boolean => roles.includes(role);
  if (!has('state')) return has('previous') && has('next');
  return has('previous') !== has('next') && (has('event') || has('condition'));
}

/** The columns of the two ends. */
const endsOf = ({ roles }: Headed): { readonly from: Role; readonly to: Role } => ({
  from: roles.includes('previous') ? 'previous' : 'state',
  to: roles.includes('next') ? 'next' : 'state',
});

/** The arrows of grids that belong together, and the states their rows describe. */
export function transitionsIn(grids: readonly Headed[], also: Known): Pick<Found, 'arrows' | 'named'> {
  const ends = grids.flatMap((of) => {
    const { from, to } = endsOf(of);
    return of.rows.flatMap((row) => [...itemsAs(of, row, from), ...itemsAs(of, row, to)]);
  });
  const known = new Set([...also, ...knownOf(ends.filter(({ text }) => !/[,;/]/.test(text)))]);
  return { arrows: grids.flatMap((of) => arrowsIn(of, known)), named: grids.flatMap(describedIn) };
}

/** The arrows of one grid: one for each value of the end and each event, from all values of the start. */
function arrowsIn(of: Headed, known: Known): readonly Arrow[] {
  const { from, to } = endsOf(of);
  let above: readonly Cell[] = [];
  return of.rows.flatMap((row) => {
    const own = cellsAs(of, row, 'state').filter(({ text }) => text !== '');
    if (own.length > 0) above = own;
    const states = above.flatMap(({ items }) => items);
    const valuesOf = (role: Role): readonly Written[] =>
      (role === 'state' ? states : itemsAs(of, row, role)).flatMap((item) => split(item, known));
    const starts = valuesOf(from);
    const targets = valuesOf(to).map((target) => ({ to: [target], ...target }));
    const [start] = starts;
    if (start === undefined && targets.length === 0) return [];
    if (from === 'state' || to === 'state') {
      const other = from === 'state' ? targets.length : starts.length;
      if (other === 0 && own.length === 0) return [];
      if (other === 0 && itemsAs(of, row, 'event').length === 0) return [];
    }
    const told = itemsAs(of, row, 'condition').filter(({ text }) => !isNone(text));
    const shared = told.map(({ text }) => text).join('; ');
    const ends = targets.length > 0 ? targets : start === undefined ? [] : [{ ...start, to: [] }];
    return ends.flatMap((target) =>
      eventsIn(itemsAs(of, row, 'event')).map(({ event, condition }): Arrow => {
        const both = [shared, condition ?? ''].filter((each) => each !== '').join('; ');
        return {
          ...target,
          from: starts,
          ...(event !== undefined && { event }),
          ...(both !== '' && { condition: both }),
        };
      }),
    );
  });
}

type Happening = { readonly event?: string; readonly condition?: string };

/** The events of a cell, each with its condition: `pay [in stock]`, `pay (if in stock)`. Single words between commas are an event each. */
function eventsIn(items: readonly Written[]): readonly Happening[] {
  const told = items.filter(({ text }) => !isNone(text)).map(({ text }) => text);
  const all = told.flatMap((text) => (/^[\w.:-]+(?:\s*,\s*[\w.:-]+)+$/u.test(text) ? text.split(/\s*,\s*/) : [text]));
  return all.length === 0 ? [{}] : all.map(happening);
}

/** A text that is longer is not searched for a condition. */
const LONGEST = 300;

/** An event and the conditions in brackets and in a parenthesis after it. */
export function happening(text: string): Happening {
  if (text.length > LONGEST) return { event: text };
  const guarded = /^([^[\]]*)\[([^[\]]*)\]$/.exec(text.trim());
  const guard = guarded?.[2]?.trim();
  const own = guarded === null ? text : (guarded[1] ?? '').trim();
  const { head, condition } = own.trim().endsWith(')') ? withoutCondition(own) : { head: own };
  const isApart = condition !== undefined && own.trim().endsWith(`(${condition})`);
  const event = isApart ? head : own;
  const both = [isApart ? condition : undefined, guard].filter(Boolean).join('; ');
  return { ...((event !== '' || guard === undefined) && { event }), ...(both !== '' && { condition: both }) };
}

/** The states of a column of states, each with its description. */
function describedIn(of: Headed): Found['named'] {
  const seen = new Set<string>();
  return of.rows.flatMap((row) =>
    cellsAs(of, row, 'state').flatMap((cell) => {
      const description = itemsAs(of, row, 'description');
      const key = `${plain(cell.text)}\n${description.map(({ text }) => text).join('\n')}`;
      if (cell.text === '' || cell.items.length > 1 || seen.has(key)) return [];
      seen.add(key);
      return [{ ...writtenOf(cell), ...(description.length > 0 && { description }) }];
    }),
  );
}

/** Generated lifecycles and the documents that describe them. For tests only. */
import fc from 'fast-check';
import type { Table } from '../../model/table/types.ts';

const LABELS = ['Draft', 'Ordered', 'Billed', 'Packed', 'Travelling', 'Handed over', 'Refused', 'Archived'];

/** A lifecycle without memory: its arrows by the numbers of their states. Every state is reachable from the first, and no arrow is a loop. */
export type Lifecycle = { readonly size: number; readonly arrows: readonly (readonly [from: number, to: number])[] };

export const arbitraryLifecycle: fc.Arbitrary<Lifecycle> = fc.integer({ min: 2, max: LABELS.length }).chain((size) =>
  fc
    .record({
      parents: fc.tuple(...Array.from({ length: size - 1 }, (_, index) => fc.nat(index))),
      more: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 8 }),
    })
    .map(({ parents, more }) => {
      const arrows = [...parents.map((parent, index) => [parent, index + 1] as const), ...more].filter(
        ([from, to]) => from !== to,
      );
      return { size, arrows: [...new Map(arrows.map((arrow) => [arrow.join(), arrow])).values()] };
    }),
);

export const labelOf = (state: number): string => LABELS[state] as string;
export const nameOf = (state: number): string => labelOf(state).toLowerCase().replace(' ', '-');

/** The table of a lifecycle: one row for each arrow. States that nothing leaves are final. */
export const tableFor = ({ size, arrows }: Lifecycle): Table => {
  const states = Array.from({ length: size }, (_, state) => state);
  return {
    name: 'parcel',
    states: Object.fromEntries(
      states.map((state) => [
        nameOf(state),
        {
          label: labelOf(state),
          ...(state === 0 && { initial: true as const }),
          ...(arrows.every(([from]) => from !== state) && { final: true as const }),
        },
      ]),
    ),
    events: Object.fromEntries(arrows.map((_, index) => [`event-${index}`, {}])),
    transitions: arrows.map(([from, to], index) => ({ from: nameOf(from), on: `event-${index}`, to: nameOf(to) })),
  };
};

/** What a row of a document lists. */
export type Listed = { readonly state: number; readonly previous: readonly number[]; readonly next: readonly number[] };

export const rowsFor = ({ size, arrows }: Lifecycle): readonly Listed[] =>
  Array.from({ length: size }, (_, state) => ({
    state,
    previous: arrows.flatMap(([from, to]) => (to === state ? [from] : [])),
    next: arrows.flatMap(([from, to]) => (from === state ? [to] : [])),
  }));

/** A document in Markdown. An empty list is “none” where the lifecycle has none there, and an empty cell where it has. */
export function documentFor(lifecycle: Lifecycle, rows: readonly Listed[] = rowsFor(lifecycle)): string {
  const cell = (list: readonly number[], isNone: boolean): string =>
    list.length > 0 ? list.map(labelOf).join('<br>') : isNone ? 'none' : '';
  const lines = rows.map(
    ({ state, previous, next }) =>
      `| ${labelOf(state)} | The parcel is there. | ${cell(
        previous,
        lifecycle.arrows.every(([, to]) => to !== state),
      )} | ${cell(
        next,
        lifecycle.arrows.every(([from]) => from !== state),
      )} |`,
  );
  return ['| Status | Description | Previous status | Next status |', '|---|---|---|---|', ...lines].join('\n');
}

/** Rows of a document with some items taken out and others put in. */
export const arbitraryDamage = (lifecycle: Lifecycle): fc.Arbitrary<readonly Listed[]> =>
  fc
    .array(
      fc.record({
        row: fc.nat(lifecycle.size - 1),
        column: fc.constantFrom('previous' as const, 'next' as const),
        item: fc.nat(lifecycle.size - 1),
      }),
      { maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce<readonly Listed[]>(
        (rows, { row, column, item }) =>
          rows.map((listed, index) => {
            if (index !== row) return listed;
            const list = listed[column];
            const changed = list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
            return { ...listed, [column]: changed };
          }),
        rowsFor(lifecycle),
      ),
    );

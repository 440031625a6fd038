/** Lifecycles whose every arrow is known, and how a document would print them. Only for tests and measurements. */
import fc from 'fast-check';

/** A state of a known lifecycle; states by their index. `copies`: the state whose lists its row refers to instead of giving its own. */
export type KnownState = {
  readonly label: string;
  readonly description: string;
  readonly copies?: number;
};

/** An arrow of a known lifecycle, with the condition that both of its rows give, if any. */
export type KnownArrow = { readonly from: number; readonly to: number; readonly condition?: string };

export type Lifecycle = { readonly states: readonly KnownState[]; readonly arrows: readonly KnownArrow[] };

/** A claim that a printed lifecycle makes, and where: states by the lines of their rows. */
export type TrueClaim = {
  readonly line: number;
  readonly kind: 'previous' | 'next';
  readonly from: number | null;
  readonly to: number | null;
};

const LABELS = [
  ...['Open', 'Assigned', 'In review', 'Waiting', 'Waiting for customer', 'Escalated', 'Resolved', 'Closed'],
  ...['Closed by agent', 'Reopened', 'Rejected', 'On hold', 'Scheduled', 'Shipped', 'Delivered', 'Returned'],
  ...['Refunded', 'Cancelled', 'Draft', 'Published', 'Archived', 'Expired', 'Blocked', 'Suspended', 'Terminated'],
];

const DESCRIPTIONS = [
  ...['Somebody is working on it now.', 'Nobody has looked at it yet.', 'The parcel left the building.'],
  ...['A manager was asked to decide.', 'Money was sent back to the buyer.', 'Everything has been settled.'],
  ...['Our partner has been informed.', 'Work continues after the weekend.', 'It was put aside for later.'],
];

const CONDITIONS = ['if the payment failed', 'after two weeks', 'when nobody answered', 'unless it was urgent'];

/** Lifecycles with labels that two states share, a row that refers to another one, conditions, and states without previous or next ones. */
export const lifecycles = (
  sizes: { readonly min: number; readonly max: number } = { min: 2, max: 8 },
): fc.Arbitrary<Lifecycle> =>
  fc
    .record({
      labels: fc.shuffledSubarray(LABELS, { minLength: sizes.min, maxLength: Math.min(sizes.max, LABELS.length) }),
      shares: fc.option(fc.nat(), { freq: 2 }),
      copies: fc.option(fc.nat(), { freq: 2 }),
      described: fc.shuffledSubarray(DESCRIPTIONS, { minLength: DESCRIPTIONS.length }),
      chances: fc.infiniteStream(fc.nat(99)),
      density: fc.integer({ min: 10, max: 45 }),
    })
    .map(({ labels: distinct, shares, copies, described, chances, density }) => {
      const chance = (): number => chances.next().value as number;
      const labels = [...distinct];
      if (shares !== null && labels.length > 2)
        labels[labels.length - 1] = labels[shares % (labels.length - 1)] as string;
      const size = labels.length;
      const arrows = new Map<string, KnownArrow>();
      const add = (from: number, to: number): void => {
        const pick = chance();
        const condition = pick < 20 ? CONDITIONS[pick % CONDITIONS.length] : undefined;
        arrows.set(`${from} ${to}`, { from, to, ...(condition !== undefined && { condition }) });
      };
      for (let to = 1; to < size; to++) add(chance() % to, to);
      for (let from = 0; from < size; from++)
        for (let to = 0; to < size; to++)
          if (from !== to && !arrows.has(`${from} ${to}`) && chance() < density / Math.max(2, size / 3)) add(from, to);
      const copy = copies === null || size < 4 ? undefined : 1 + (copies % (size - 2));
      const copier = size - 1;
      if (copy !== undefined) {
        for (const [key, { from, to }] of arrows) if (from === copier || to === copier) arrows.delete(key);
        arrows.delete(`${copy} ${copy}`);
        for (const arrow of [...arrows.values()]) {
          if (arrow.to === copy) arrows.set(`${arrow.from} ${copier}`, { ...arrow, to: copier });
          if (arrow.from === copy) arrows.set(`${copier} ${arrow.to}`, { ...arrow, from: copier });
        }
      }
      const states = labels.map((label, state) => ({
        label,
        description: described[state % described.length] as string,
        ...(state === copier && copy !== undefined && labels[copy] !== labels[copier] && { copies: copy }),
      }));
      return { states, arrows: [...arrows.values()] };
    });

/** A row as it is printed: the line of its label, then what its columns list. */
export type PrintedRow = {
  readonly label: string;
  readonly description: string;
  readonly see?: string;
  readonly previous: readonly string[];
  readonly next: readonly string[];
};

/** The rows of a lifecycle, for printing. */
export function rowsOf({ states, arrows }: Lifecycle): readonly PrintedRow[] {
  const item = (state: number, condition: string | undefined): string =>
    `${states[state]?.label}${condition === undefined ? '' : ` ${condition}`}`;
  return states.map(({ label, description, copies }, row) => ({
    label,
    description,
    ...(copies !== undefined && { see: states[copies]?.label as string }),
    previous: arrows.filter(({ to }) => to === row).map(({ from, condition }) => item(from, condition)),
    next: arrows.filter(({ from }) => from === row).map(({ to, condition }) => item(to, condition)),
  }));
}

const HEADING = {
  false: 'Status Description Previous status Next status',
  true: 'Status Description Next status Previous status',
};

/** The lines of one row of a flattened table; `swapped`: the states after it are listed first. */
export const linesOfRow = (
  { label, description, see, previous, next }: PrintedRow,
  swapped = false,
): readonly string[] =>
  see === undefined
    ? [
        `${label} ${description}`,
        ...(swapped ? [next, previous] : [previous, next]).flatMap((list) =>
          list.length === 0 ? ['none'] : list.map((each) => `• ${each}`),
        ),
      ]
    : [`${label} ${description} See ${see}.`];

/** A table flattened to text. */
export const flattened = (rows: readonly PrintedRow[], swapped = false): string =>
  `${[HEADING[`${swapped}`], ...rows.flatMap((row) => linesOfRow(row, swapped))].join('\n')}\n`;

/** What a printed lifecycle claims, row by row, with the line of each claim. A row that refers to another one claims what that row lists, on its own line. */
export function claimsOf(lifecycle: Lifecycle): readonly TrueClaim[] {
  const rows = rowsOf(lifecycle);
  let line = 1;
  return rows.flatMap((printed, row): readonly TrueClaim[] => {
    line += 1;
    const own = line;
    line += linesOfRow(printed).length - 1;
    const { copies } = lifecycle.states[row] as KnownState;
    const of = (kind: 'previous' | 'next', first: number): readonly TrueClaim[] => {
      const others =
        kind === 'previous'
          ? lifecycle.arrows.filter(({ to }) => to === (copies ?? row)).map(({ from }) => from)
          : lifecycle.arrows.filter(({ from }) => from === (copies ?? row)).map(({ to }) => to);
      const listed: readonly (number | null)[] = others.length === 0 ? [null] : others;
      return listed.map((other, index) => ({
        line: copies === undefined ? first + index : own,
        kind,
        from: kind === 'previous' ? other : row,
        to: kind === 'previous' ? row : other,
      }));
    };
    return [...of('previous', own + 1), ...of('next', own + 1 + Math.max(1, printed.previous.length))];
  });
}

/** Lifecycles at random, written out in every layout and format; and what is found in a document, for comparing. For tests only. */
import fc from 'fast-check';
import { contentOf } from '../formats/index.ts';
import type { Format, Layout } from '../kinds.ts';
import type { Found } from '../types.ts';
import { type Demand, foundIn, type Laid } from './index.ts';

/** An arrow by its labels. */
export type Edge = { readonly from: string; readonly to: string; readonly event: string };
export type Lifecycle = { readonly states: readonly string[]; readonly edges: readonly Edge[] };

/** What is found in a text; a text in which nothing is found fails the test. */
export function laid(text: string, format: Format, demand: Demand = {}): Laid {
  const content = contentOf({ name: 'document', text }, format);
  if ('problem' in content) throw new Error(content.problem);
  const found = foundIn(content, text, demand);
  if ('problem' in found) throw new Error(`${found.problem}\n${text}`);
  return found;
}

const ends = (labels: readonly { readonly text: string }[]): readonly string[] =>
  labels.length === 0 ? ['none'] : labels.map(({ text }) => text);

/** Every arrow of what was found as `A → B | event | condition`, in the order of the document; items of lists as they are dealt first. */
export const arrowsOf = ({ arrows, entries }: Found): readonly string[] => [
  ...entries.flatMap(({ label, deals: [deal] }) => [
    ...(deal?.previous ?? []).map(({ text }) => `${text} → ${label.text}`),
    ...(deal?.next ?? []).map(({ text }) => `${label.text} → ${text}`),
  ]),
  ...arrows.flatMap(({ from, to, event, condition }) =>
    ends(from).flatMap((start) =>
      ends(to).map((end) => [`${start} → ${end}`, event, condition].filter((each) => each !== undefined).join(' | ')),
    ),
  ),
];

const LABELS = [
  'On hold',
  'In work',
  'Paid',
  'Zurückgestellt',
  'Archivé',
  'Sent back',
  'Wartet',
  'Nuevo pedido',
  'By hand',
  'Über Nacht',
];
const EVENTS = ['take', 'give back', 'approve', 'time out', 'rouvrir', 'übergeben', 'pagar', 'sluiten'];

/** Lifecycles of two states or more, with arrows that differ, and at least two events that are used. */
export const lifecycles = (): fc.Arbitrary<Lifecycle> =>
  fc
    .tuple(
      fc.shuffledSubarray(LABELS, { minLength: 2, maxLength: 6 }),
      fc.shuffledSubarray(EVENTS, { minLength: 2, maxLength: 4 }),
    )
    .chain(([states, events]) => {
      const edge = fc.record({
        from: fc.constantFrom(...states),
        to: fc.constantFrom(...states),
        event: fc.constantFrom(...events),
      });
      const isSame = (one: Edge, other: Edge): boolean => nameOf(one) === nameOf(other);
      return fc
        .uniqueArray(edge, { minLength: 2, maxLength: 10, comparator: isSame })
        .map((edges) => ({ states, edges }));
    })
    .filter(({ edges }) => new Set(edges.map(({ event }) => event)).size > 1);

export const nameOf = ({ from, to, event }: Edge): string => `${from} → ${to} | ${event}`;

type Rows = readonly (readonly string[])[];

/** The rows of a lifecycle in the layouts that are tables. Several values of a cell stand between semicolons. */
export const ROWS = {
  columns: ({ states, edges }) => [
    ['Status', 'Description', 'Previous status', 'Next status'],
    ...states.map((state) => [
      state,
      '',
      [...new Set(edges.filter(({ to }) => to === state).map(({ from }) => from))].join('; ') || 'none',
      [...new Set(edges.filter(({ from }) => from === state).map(({ to }) => to))].join('; ') || 'none',
    ]),
  ],
  transitions: ({ edges }) => [
    ['Start', 'End', 'How to get there'],
    ...edges.map(({ from, to, event }) => [from, to, event]),
  ],
  matrix: ({ states, edges }) => matrixRows(states, edges, 'Event'),
  'from-to': ({ states, edges }) => [
    ['From \\ To', ...states],
    ...states.map((from) => [
      from,
      ...states.map((to) =>
        edges
          .filter((edge) => edge.from === from && edge.to === to)
          .map(({ event }) => event)
          .join('; '),
      ),
    ]),
  ],
  states: ({ states }) => [
    ['Status', 'Meaning'],
    ...states.map((state, index) => [state, `It comes before ${states[index - 1] ?? 'all'}.`]),
  ],
} satisfies { readonly [layout in Layout]?: (lifecycle: Lifecycle) => Rows };

function matrixRows(states: readonly string[], edges: readonly Edge[], corner: string): Rows {
  const events = [...new Set(edges.map(({ event }) => event))];
  const cell = (state: string, event: string): string =>
    edges
      .filter((edge) => edge.from === state && edge.event === event)
      .map(({ to }) => `log it/${to}`)
      .join('; ') || '-';
  return [[corner, ...states], ...events.map((event) => [event, ...states.map((state) => cell(state, event))])];
}

/** Rows as columns, and columns as rows. */
export const turned = (rows: Rows): Rows =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as string));

/** Rows in the formats that have tables. */
export const PRINTED = {
  markdown: ([head = [], ...body]) =>
    [head, head.map(() => '---'), ...body]
      .map((row) => `| ${row.map((cell) => cell.replaceAll('\\', '\\\\')).join(' | ')} |`)
      .join('\n'),
  html: (rows) =>
    `<table>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll('; ', '<br>')}</td>`).join('')}</tr>`).join('\n')}\n</table>`,
  csv: (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
  data: (rows) => JSON.stringify(rows),
} satisfies { readonly [format in Format]?: (rows: Rows) => string };

/** A lifecycle in words, under headings. */
export const inWords = ({ states, edges }: Lifecycle): string =>
  states
    .map((state) => {
      const own = edges.filter(({ from }) => from === state);
      return `## ${state}\n\nSomething.\n\n${own.map(({ to, event }) => `- can transition to ${to} through ${event}`).join('\n')}\n`;
    })
    .join('\n');

/** A lifecycle as a diagram whose states have aliases. */
export const drawn = ({ states, edges }: Lifecycle): string =>
  [
    'stateDiagram-v2',
    ...states.map((state, index) => `  state "${state}" as s${index}`),
    ...edges.map(({ from, to, event }) => `  s${states.indexOf(from)} --> s${states.indexOf(to)} : ${event}`),
  ].join('\n');

/** State diagrams with groups of states folded into one box each: a first look at a table, and all there is of a very large one. */
import type { Table } from '../../model/table/types.ts';
import type { Diagram, Drawn, DrawnEdge, Folding, Shown } from '../artefact.ts';
import { type Edge, edgesOf, edgeText, standsFor } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';
import { type Fold, foldsOf, groupsOf } from './groups.ts';
import { nameIn } from './names.ts';
import { wordsOf } from './words.ts';

/** The width of a line, in characters. */
const WIDTH = 22;

/** Of more different texts than these on an arrow, the rows are counted. */
const MOST_TEXTS = 2;

/** More states than these are not drawn one by one: the layout takes minutes, and nobody finds anything in it. */
const LARGE = 48;

export const isLarge = (states: readonly string[]): boolean => states.length > LARGE;

/** What a folded diagram is about. */
type Subject = { readonly name: string; readonly title: string };

/** A part of a table: some states and edges, one of which may stand apart from its group. */
type Part = Subject & {
  readonly states: readonly string[];
  readonly edges: readonly Edge[];
  readonly single?: string;
};

/** All groups folded, then all but one; nothing where there are no groups and not too many states. Parts that are too large stay folded. */
export function foldings(input: Shown<Table>, subject: Subject): readonly Folding[] {
  const { model: table, language } = input;
  const states = Object.keys(table.states);
  if (groupsOf(table).length === 0 && !isLarge(states)) return [];
  const part = { ...subject, states, edges: edgesOf(table) };
  const folds = foldsOf(table, states, language);
  const opened = folds.filter((fold) => fold.states.length > 1 && !isLarge(fold.states));
  return [
    draw(input, part, folds),
    ...opened.map((fold, index) => ({
      ...draw(input, { ...part, name: `${subject.name}-unfolded-${index + 1}` }, folds, fold),
      title: `${subject.title}: ${fold.title}`,
      open: fold.key,
    })),
  ];
}

/** A part of a table with every group folded; the single state stands apart. */
export const partly = (input: Shown<Table>, part: Part): Diagram =>
  draw(input, part, foldsOf(input.model, part.states, input.language));

function draw(
  { model: table, language }: Shown<Table>,
  { name, title, states, edges, single }: Part,
  folds: readonly Fold[],
  open?: Fold,
): Diagram {
  const words = wordsOf(language);
  const ids = new Map<string, string>();
  const nodes: { [id: string]: Drawn } = {};
  const lines: string[] = [];
  const declare = (id: string, label: string, indent = '  '): void =>
    void lines.push(`${indent}state "${escapeLabel(wrapped(label))}" as ${id}`);
  const declareState = (state: string, indent?: string): void => {
    const id = `s${Object.keys(nodes).length}`;
    ids.set(state, id);
    nodes[id] = { state };
    declare(id, nameIn(table.states, state, language), indent);
  };
  const inside = (fold: Fold): number =>
    standsFor(
      edges.filter(({ from, to }) => fold.states.includes(from) && 'state' in to && fold.states.includes(to.state)),
    ).rows.length;
  for (const [index, fold] of folds.entries()) {
    const members = fold.states.filter((state) => state !== single);
    if (members.length === 0) continue;
    const id = `g${index}`;
    if (fold === open) {
      nodes[id] = fold.group === undefined ? { folded: fold.key, states: members } : { group: fold.group };
      lines.push(`  state "${escapeLabel(fold.title)}" as ${id} {`);
      for (const state of members) declareState(state, '    ');
      lines.push('  }');
      continue;
    }
    for (const state of members) ids.set(state, id);
    nodes[id] = { folded: fold.key, states: members, ...(fold.group !== undefined && { group: fold.group }) };
    const rows = single === undefined ? inside(fold) : 0;
    declare(id, [fold.title, words.states(members.length), ...(rows > 0 ? [words.rowsInside(rows)] : [])].join('\n'));
  }
  for (const state of states) if (!ids.has(state)) declareState(state);
  const recalls = new Set(edges.flatMap(({ to }) => ('recall' in to ? [to.recall] : [])));
  for (const recall of recalls) {
    const id = `r${Object.keys(nodes).length}`;
    ids.set(`recall ${recall}`, id);
    nodes[id] = { recall };
    declare(id, words.backTo(nameIn(table.memory, recall, language)));
  }
  const idOf = (state: string): string => ids.get(state) as string;
  const marked = (mark: 'initial' | 'final'): readonly string[] => [
    ...new Set(states.filter((state) => table.states[state]?.[mark] !== undefined).map(idOf)),
  ];
  const drawn: DrawnEdge[] = [];
  const arrow = (line: string, edge: Partial<DrawnEdge>): void => {
    lines.push(`  ${line}`);
    drawn.push({ rows: [], events: [], ...edge });
  };
  for (const id of marked('initial')) arrow(`[*] --> ${id}`, { to: id });
  for (const bundle of bundled(edges, ids)) {
    const { from, to } = bundle;
    const stand = standsFor(bundle.edges);
    const texts = [...new Set(bundle.edges.map((edge) => edgeText(table, edge, language)))];
    const label =
      texts.length > MOST_TEXTS ? words.rows(stand.rows.length) : texts.map((text) => wrap(text, WIDTH)).join('\n');
    arrow(`${from} --> ${to} : ${escapeLabel(label)}`, { from, to, ...stand });
  }
  for (const id of marked('final')) arrow(`${id} --> [*]`, { from: id });
  lines.push(...CLASSES);
  for (const [id, node] of Object.entries(nodes)) {
    if ('folded' in node && node.folded !== open?.key) lines.push(`  class ${id} folded`);
    if ('recall' in node) lines.push(`  class ${id} recalled`);
    if ('state' in node && node.state === single) lines.push(`  class ${id} current`);
  }
  const description = words.describe(states.length, drawn.length);
  const head = [
    'stateDiagram-v2',
    '  direction TB',
    `  accTitle: ${escapeLabel(title).replaceAll('<br/>', ' ')}`,
    `  accDescr: ${description}`,
  ];
  const source = `${[...head, ...lines].join('\n')}\n`;
  return { name, title, description, kind: 'state', source, legend: { nodes, edges: drawn } };
}

const CLASSES = [
  '  classDef current stroke-width:3px,font-weight:bold',
  '  classDef recalled stroke-dasharray:4 3,font-style:italic',
  '  classDef folded stroke-width:2px',
];

type FoldedBundle = { readonly from: string; readonly to: string; readonly edges: readonly Edge[] };

/** Edges between the same two boxes as one; what happens inside a folded box is not drawn. */
function bundled(edges: readonly Edge[], ids: ReadonlyMap<string, string>): readonly FoldedBundle[] {
  const bundles = new Map<string, { from: string; to: string; edges: Edge[] }>();
  for (const edge of edges) {
    const from = ids.get(edge.from) as string;
    const to = ids.get('state' in edge.to ? edge.to.state : `recall ${edge.to.recall}`) as string;
    if (from === to && from.startsWith('g')) continue;
    const key = `${from} ${to}`;
    const bundle = bundles.get(key) ?? { from, to, edges: [] };
    bundles.set(key, bundle);
    bundle.edges.push(edge);
  }
  return [...bundles.values()];
}

/** A label of several lines, each of them broken where it is long. */
const wrapped = (label: string): string =>
  label
    .split('\n')
    .map((line) => wrap(line, WIDTH))
    .join('\n');

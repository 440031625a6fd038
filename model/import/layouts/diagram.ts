/** A Mermaid state diagram: its states with their labels, and its arrows between the states that are no composites and no nodes of choice. */
import type { Block, Content } from '../content.ts';
import { plain } from '../text.ts';
import type { Arrow, Found, Written } from '../types.ts';
import { isFlowchart, statementsOfFlowchart } from './flowchart.ts';
import { type Known, knownOf } from './labels.ts';
import { textsIn } from './mermaid-labels.ts';
import { type Name, type Statement, shown, statementsOf, TERMINAL } from './mermaid-lines.ts';
import { happening } from './transitions.ts';

type Code = Extract<Block, { readonly kind: 'code' }>;

/** The diagrams of a document. */
export const diagramsOf = ({ blocks }: Content): readonly Code[] =>
  blocks.filter((block) => block.kind === 'code').filter(({ language }) => language === 'mermaid');

/** What the diagrams of a document say together. */
export function diagramsIn(codes: readonly Code[]): Pick<Found, 'arrows' | 'named' | 'unread'> {
  const read = codes.map((code) => {
    const { statements, unread } = (isFlowchart(code.text) ? statementsOfFlowchart : statementsOf)(code.text, code);
    return { ...meant(statements), unread };
  });
  return {
    arrows: read.flatMap(({ arrows }) => arrows),
    named: read.flatMap(({ named }) => named),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** A node of a diagram, in the composite it first stands in. */
type Node = {
  readonly first: Name;
  parent: string | undefined;
  label?: string;
  isNode: boolean;
  isComposite: boolean;
  hasRegions: boolean;
  readonly notes: Written[];
};

type Edge = {
  readonly at: Written;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** The states of the composite it leaves that it is for, where not for all. */
  readonly only?: Known;
};

/** Where an arrow ends up when nodes of choice are passed through and composites are entered. `null`: the end of the diagram. */
type End = { readonly state: string | null; readonly labels: readonly string[] };

/** So many steps through nodes of choice and into composites, states that composites stand for, and levels of them are resolved; a node beyond counts as a state. */
const MOST = { paths: 20_000, leaves: 200_000, levels: 64 } as const;

function meant(statements: readonly Statement[]): Pick<Found, 'arrows' | 'named'> {
  const { nodes, edges } = graphOf(statements);
  const outgoing = Map.groupBy(edges, ({ from }) => from);
  const children = Map.groupBy(
    [...nodes].filter(([, { parent }]) => parent !== undefined),
    ([, { parent }]) => parent as string,
  );
  const isWhole = (id: string): boolean => {
    const node = nodes.get(id);
    return node?.isComposite === true && !node.hasRegions && (children.get(id)?.length ?? 0) > 0;
  };
  const inside = (id: string): readonly string[] =>
    isWhole(id)
      ? (children.get(id) ?? []).flatMap(([child, { isNode }]) => (isNode || isTerminal(child) ? [] : inside(child)))
      : [id];
  const leavesOf = new Map<string, readonly string[]>();
  let count = 0;
  const leaves = (id: string): readonly string[] => {
    const all = leavesOf.get(id) ?? inside(id);
    leavesOf.set(id, all);
    count += all.length;
    return count > MOST.leaves ? [id] : all;
  };
  let paths = 0;
  const endsOf = (id: string, labels: readonly string[], seen: ReadonlySet<string>): readonly End[] => {
    if (seen.has(id)) return [];
    if (++paths > MOST.paths || seen.size > MOST.levels) return [{ state: id, labels }];
    const inner = new Set([...seen, id]);
    if (isTerminal(id)) {
      const scope = scopeOf(id);
      if (scope === '') return [{ state: null, labels }];
      const after = (outgoing.get(scope) ?? []).filter(({ label }) => label === '');
      return after.flatMap((edge) => endsOf(edge.to, labels, inner));
    }
    if (nodes.get(id)?.isNode)
      return (outgoing.get(id) ?? []).flatMap((edge) => endsOf(edge.to, [...labels, edge.label], inner));
    if (!isWhole(id)) return [{ state: id, labels }];
    const starts = outgoing.get(terminalIn(id)) ?? [];
    const entered = starts.flatMap((edge) => endsOf(edge.to, [...labels, edge.label], inner));
    return entered.length > 0 ? entered : [{ state: id, labels }];
  };
  const labelOf = (id: string): string => nodes.get(id)?.label ?? id;
  const written = (id: string, at: Written): Written => ({ line: at.line, column: at.column, text: labelOf(id) });
  const isStart = (id: string): boolean => nodes.get(id)?.isNode === true || (isTerminal(id) && scopeOf(id) !== '');
  const targets = new Set(edges.map(({ to }) => to));
  const hasEnd = (id: string): boolean => targets.has(terminalIn(id));
  const arrows = edges
    .filter(({ from, to, label }) => !isStart(from) && !(isWhole(from) && label === '' && hasEnd(from) && to !== from))
    .flatMap(({ at, from, to, label, only }): readonly Arrow[] => {
      const all = isTerminal(from) ? [] : leaves(from).map((id) => written(id, at));
      const some = only === undefined ? all : all.filter(({ text }) => only.has(plain(text)));
      return endsOf(to, [label], new Set()).map(({ state, labels }) => ({
        ...at,
        from: some.length > 0 ? some : all,
        to: state === null ? [] : [written(state, at)],
        ...told(labels),
      }));
    });
  const used = new Set(arrows.flatMap(({ from, to }) => [...from, ...to].map(({ text }) => text)));
  const named = [...nodes]
    .filter(([id, { isNode }]) => !isNode && !isTerminal(id) && (!isWhole(id) || used.has(labelOf(id))))
    .map(([id, { first, notes }]) => ({
      ...first,
      text: labelOf(id),
      ...(notes.length > 0 && { description: notes }),
    }));
  return { arrows, named: named.map(({ label: _, ...own }) => own) };
}

const terminalIn = (scope: string): string => `${TERMINAL} ${scope}`;
const isTerminal = (id: string): boolean => id.startsWith(`${TERMINAL} `);
const scopeOf = (id: string): string => id.slice(TERMINAL.length + 1);

/** The nodes and arrows of a diagram, each composite with what stands in it. */
function graphOf(statements: readonly Statement[]): {
  readonly nodes: Map<string, Node>;
  readonly edges: readonly Edge[];
} {
  const nodes = new Map<string, Node>();
  const drawn: Edge[] = [];
  const open: string[] = [];
  const idOf = (name: Name): string => (name.text === TERMINAL ? terminalIn(open.at(-1) ?? '') : name.text);
  const nodeOf = (name: Name, isAtHome = false): Node => {
    const id = idOf(name);
    const parent = open.at(-1);
    const node = nodes.get(id) ?? {
      ...{ first: name, parent: parent === id ? undefined : parent },
      ...{ isNode: false, isComposite: false, hasRegions: false, notes: [] },
    };
    if (name.label !== undefined) node.label = name.label;
    if (isAtHome && parent !== id) node.parent ??= parent;
    nodes.set(id, node);
    return node;
  };
  for (const statement of statements) {
    if (statement.kind === 'close') open.pop();
    else if (statement.kind === 'region') {
      const node = nodes.get(open.at(-1) ?? '');
      if (node !== undefined) node.hasRegions = true;
    } else if (statement.kind === 'note') {
      const { kind: _, name, ...note } = statement;
      nodeOf({ ...note, text: name }).notes.push({ ...note, text: shown(note.text) });
    } else if (statement.kind === 'state') {
      const node = nodeOf(statement.name, true);
      if (/^(?:choice|fork|join)$/i.test(statement.stereotype ?? '')) node.isNode = true;
      if (!statement.opens) continue;
      node.isComposite = open.length < MOST.levels;
      open.push(statement.name.text);
    } else {
      const { kind: _, from, to, label, ...at } = statement;
      nodeOf(from, true);
      nodeOf(to);
      drawn.push({ at, from: idOf(from), to: idOf(to), label });
    }
  }
  const known = knownOf([...nodes].map(([id, { label }]) => ({ text: label ?? id })));
  const edges = drawn.flatMap(({ label, ...edge }) =>
    textsIn(label, known).map(({ text, only }): Edge => ({ ...edge, label: text, ...(only && { only }) })),
  );
  return { nodes, edges };
}

/** The event and the condition of labels along a path: `event [guard] / action`. The first event counts, every guard does. */
function told(labels: readonly string[]): Pick<Arrow, 'event' | 'condition'> {
  const all = labels.filter((label) => label !== '').map((label) => happening(withoutAction(label)));
  const event = all.find((each) => each.event !== undefined && each.event !== '')?.event;
  const conditions = all.flatMap((each) => each.condition ?? []);
  const later = all
    .filter((each) => each.event !== undefined && each.event !== event)
    .map((each) => each.event as string);
  const condition = [...new Set([...later, ...conditions])].join('; ');
  return { ...(event !== undefined && { event }), ...(condition !== '' && { condition }) };
}

const withoutAction = (label: string): string => label.replace(/(?:^|\s+)\/.*$/, '').trim();

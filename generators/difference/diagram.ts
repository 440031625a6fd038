/**
 * Both versions of a table in one Mermaid flowchart: what was added is thick and green, what was removed dashed and
 * red, a state that is marked otherwise is amber, all with their sign.
 */
import { textIn } from '../../model/table/text.ts';
import type { Table } from '../../model/table/types.ts';
import type { TableDifference } from '../../properties/difference/index.ts';
import { type Edge, edgesOf, edgeText, type Target } from '../mermaid/edges.ts';
import { escapeLabel, wrap } from '../mermaid/escape.ts';
import { effectText } from '../words.ts';

type Change = 'added' | 'removed' | 'kept';

/** A state can be in both versions and still not be the same: it has another label or mark. */
type StateChange = Change | 'changed';

const SIGNS: { readonly [change in StateChange]: string } = { added: '+ ', removed: '− ', changed: '~ ', kept: '' };
const ARROWS: { readonly [change in Change]: string } = { added: '==>', removed: '-.->', kept: '-->' };
const COLOURS = { added: '#1a7f37', removed: '#b42318' } as const;

const CLASSES = [
  'classDef added fill:#dafbe1,stroke:#1a7f37,stroke-width:3px,color:#0b3d1a',
  'classDef removed fill:#ffebe9,stroke:#b42318,stroke-dasharray:5 4,color:#5c120b',
  'classDef changed fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#4d2d00',
  'classDef start fill:#59636e,stroke:#59636e,color:#59636e',
];

const WIDTH = 24;

/** The source of the diagram of one table; nothing where the table itself is the same. */
export function differenceDiagram(difference: TableDifference, language: string): string | undefined {
  const { old, new: now, states, events, rows } = difference;
  const { added, removed, changed } = rows;
  const parts = [...Object.values(states), ...Object.values(events), added, removed, changed];
  if (parts.every(({ length }) => length === 0)) return undefined;
  const names = [...new Set([...Object.keys(old?.states ?? {}), ...Object.keys(now?.states ?? {})])];
  const ids = new Map(names.map((name, index) => [name, `s${index}`]));
  const altered = new Set(states.changed);
  const recalls = new Map<string, string>();
  const arrows = arrowsOf(old, now, language);
  const lines = ['flowchart LR'];
  for (const name of names) {
    const change: StateChange = altered.has(name)
      ? 'changed'
      : changeOf(old?.states[name] !== undefined, now?.states[name] !== undefined);
    const state = now?.states[name] ?? old?.states[name];
    const label = escapeLabel(wrap(`${SIGNS[change]}${textIn(state?.label, language, name)}`, WIDTH));
    const [open, close] = state?.final === undefined ? ['(', ')'] : ['([', '])'];
    lines.push(`  ${ids.get(name)}${open}"${label}"${close}${change === 'kept' ? '' : `:::${change}`}`);
  }
  const end = (to: Target): string => {
    if ('state' in to) return ids.get(to.state) as string;
    const known = recalls.get(to.recall);
    if (known !== undefined) return known;
    const id = `r${recalls.size}`;
    recalls.set(to.recall, id);
    lines.push(`  ${id}("${escapeLabel(`back to: ${to.recall}`)}")`);
    return id;
  };
  const styles: string[] = [];
  let count = 0;
  const arrow = (change: Change, from: string, to: string, label: string): void => {
    lines.push(`  ${from} ${ARROWS[change]}${label === '' ? '' : `|"${label}"|`} ${to}`);
    if (change !== 'kept') styles.push(`  linkStyle ${count} stroke:${COLOURS[change]},color:${COLOURS[change]}`);
    count++;
  };
  lines.push('  start(("●")):::start');
  for (const name of names) {
    const starts = (table: Table | undefined): boolean => table?.states[name]?.initial !== undefined;
    if (starts(old) || starts(now)) {
      const change = changeOf(starts(old), starts(now));
      arrow(change, 'start', ids.get(name) as string, change === 'kept' ? '' : escapeLabel(`${SIGNS[change]}start`));
    }
  }
  for (const { from, to, change, texts } of arrows) {
    const label = texts.map((text) => wrap(`${SIGNS[change]}${text}`, WIDTH)).join('\n');
    arrow(change, ids.get(from) as string, end(to), escapeLabel(label));
  }
  return `${[...lines, ...styles, ...CLASSES.map((line) => `  ${line}`)].join('\n')}\n`;
}

const changeOf = (was: boolean, is: boolean): Change => (was && is ? 'kept' : is ? 'added' : 'removed');

type Arrow = { readonly from: string; readonly to: Target; readonly change: Change; readonly texts: string[] };

/** The arrows of both tables, those that join the same states and became the same put together. */
function arrowsOf(old: Table | undefined, now: Table | undefined, language: string): readonly Arrow[] {
  const [before, after] = [said(old, language), said(now, language)];
  const arrows = new Map<string, Arrow>();
  for (const [key, { edge, text }] of new Map([...before, ...after])) {
    const change = changeOf(before.has(key), after.has(key));
    const { from, to } = edge;
    const bundle = JSON.stringify([from, to, change]);
    const known = arrows.get(bundle);
    if (known === undefined) arrows.set(bundle, { from, to, change, texts: [text] });
    else if (!known.texts.includes(text)) known.texts.push(text);
  }
  return [...arrows.values()];
}

/** What every expanded row of a table says, by all that it says. */
function said(
  table: Table | undefined,
  language: string,
): ReadonlyMap<string, { readonly edge: Edge; readonly text: string }> {
  if (table === undefined) return new Map();
  return new Map(
    edgesOf(table).map((edge) => {
      const effect = effectText(edge.row);
      const text = `${edgeText(table, edge, language)}${effect === '' ? '' : ` / ${effect}`}`;
      return [
        JSON.stringify([edge.from, edge.to, edge.event, edge.row.when ?? {}, edge.row.set ?? {}]),
        { edge, text },
      ];
    }),
  );
}

/** Flowcharts that are used as state diagrams: `A[Label] -->|event| B`. */
import { part } from '../text.ts';
import type { Spot, Written } from '../types.ts';
import { LONGEST_LINE, type Name, type Statement, shown } from './mermaid-lines.ts';

const NODE =
  /^\s*([\p{L}\p{N}_][\p{L}\p{N}_.]*)(?:\s*(?:@\{[^}]*\}|\(\[(.+?)\]\)|\(\((.+?)\)\)|\[\[(.+?)\]\]|\[\((.+?)\)\]|\{\{(.+?)\}\}|\[(.+?)\]|\((.+?)\)|\{(.+?)\}|>(.+?)\]))?(?::::[\w-]+)?/u;
const LINK =
  /^\s*(?:(?:-->|---|-\.-+>|==+>|--+>|--+[ox])\s*(?:\|([^|]*)\|)?|--\s+([^->]+?)\s*--+>|-\.\s+(.+?)\s*\.-+>|==\s+(.+?)\s*==+>)/u;
const OTHER =
  /^\s*(?:flowchart|graph|subgraph|end\b|direction|classDef|class\b|style|linkStyle|click|accTitle|accDescr|%%)/i;

/** Whether a diagram is a flowchart. */
export const isFlowchart = (text: string): boolean =>
  /^\s*(?:---[\s\S]*?---\s*)?(?:%%.*\s+)*(?:flowchart|graph)\s/.test(text);

/** The statements of a flowchart. `unread`: lines that are none. */
export function statementsOfFlowchart(
  text: string,
  { line, column }: Spot,
): { readonly statements: readonly Statement[]; readonly unread: readonly Written[] } {
  const statements: Statement[] = [];
  const unread: Written[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const whole = part(
      { line: line + index, column: index === 0 ? column : 1, text: raw },
      0,
      raw.replace(/;\s*$/, '').length,
    );
    if (whole.text === '' || OTHER.test(raw)) continue;
    const found = whole.text.length > LONGEST_LINE ? undefined : chainIn(whole);
    if (found === undefined) unread.push(whole);
    else statements.push(...found);
  }
  return { statements, unread };
}

/** The nodes and links of a line: `A --> B & C -->|x| D`. */
function chainIn(line: Written): readonly Statement[] | undefined {
  const statements: Statement[] = [];
  let at = 0;
  let before: readonly Name[] = [];
  let label: string | undefined;
  while (at < line.text.length) {
    const group: Name[] = [];
    for (;;) {
      const node = NODE.exec(line.text.slice(at));
      if (node === null) return undefined;
      const [, id = '', ...shapes] = node;
      const begin = line.text.indexOf(id, at);
      const text = shapes.find((shape) => shape !== undefined)?.replace(/^"|"$/g, '');
      group.push({ ...part(line, begin, begin + id.length), ...(text !== undefined && { label: shown(text) }) });
      at += node[0].length;
      const more = /^\s*&/.exec(line.text.slice(at));
      if (more === null) break;
      at += more[0].length;
    }
    for (const name of group) statements.push({ kind: 'state', ...line, name, opens: false });
    if (label !== undefined)
      for (const from of before) for (const to of group) statements.push({ kind: 'arrow', ...line, from, to, label });
    const rest = line.text.slice(at);
    if (rest.trim() === '') return statements;
    const link = LINK.exec(rest);
    if (link === null) return undefined;
    label = (link.slice(1).find((each) => each !== undefined) ?? '').replace(/^"|"$/g, '');
    before = group;
    at += link[0].length;
  }
  return undefined;
}

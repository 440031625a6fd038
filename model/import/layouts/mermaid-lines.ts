/**
 * The statements of a Mermaid state diagram or flowchart, one after the other; what a statement means for the diagram as a whole is not decided here. Follows
 * the syntax that Mermaid documents for `stateDiagram-v2` and `flowchart`.
 */
import { part } from '../text.ts';
import type { Spot, Written } from '../types.ts';

/** A line that is longer is no statement. */
export const LONGEST_LINE = 4_000;

/** The name of a node that begins or ends a diagram. */
export const TERMINAL = '[*]';

export type Statement =
  /** Its label is as the diagram writes it. */
  | (Written & { readonly kind: 'arrow'; readonly from: Name; readonly to: Name; readonly label: string })
  | (Written & { readonly kind: 'state'; readonly name: Name; readonly stereotype?: string; readonly opens: boolean })
  | (Spot & { readonly kind: 'close' })
  | (Spot & { readonly kind: 'region' })
  | (Written & { readonly kind: 'note'; readonly name: string });

/** A node: its identifier, where it is written, and its label where one is given there. */
export type Name = Written & { readonly label?: string };

const ID = String.raw`(?:\[\*\]|[^\s:"<>{}[\]();%-](?:[^\s:"<>{}[\]();%-]|-(?![->.]))*)`;
const CLASS = String.raw`(?::::[\w-]+)?`;
const TRANSITION = new RegExp(`^(${ID})${CLASS}\\s*--+>\\s*(${ID})${CLASS}\\s*(?::\\s*(.*))?$`, 'u');
const ALIASED = new RegExp(`^state\\s+"([^"]*)"\\s+as\\s+(${ID})${CLASS}\\s*(\\{)?$`, 'iu');
const DECLARED = new RegExp(`^state\\s+(${ID})${CLASS}\\s*(?:<<(\\w+)>>|\\[\\[(\\w+)\\]\\])?\\s*(\\{)?$`, 'iu');
const DESCRIBED = new RegExp(`^(${ID})${CLASS}\\s*:\\s*(.+)$`, 'u');
const ALONE = new RegExp(`^(${ID})${CLASS}$`, 'u');
const NOTE = new RegExp(`^note\\s+(?:left|right)\\s+of\\s+(${ID})\\s*(?::\\s*(.*))?$`, 'iu');
const OTHER =
  /^(?:stateDiagram|direction|classDef|class|style|linkStyle|click|accTitle|accDescr|title|hide|scale|skinparam|flowchart|graph)\b/i;

/** A text of a diagram as its reader sees it: entity codes and breaks resolved. */
export const shown = (text: string): string =>
  text
    .replace(/#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/#(quot|amp|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/<br\s*\/?>|\\n/gi, ' ')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const ENTITIES: { readonly [name: string]: string } = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ' };

/** The lines of a diagram that say something: without front matter, directives, comments and accessible descriptions. */
function linesOf(text: string, { line, column }: Spot): readonly Written[] {
  const lines: Written[] = [];
  let inside: RegExp | undefined;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const own = raw.trim();
    if (inside !== undefined) {
      if (inside.test(own)) inside = undefined;
      continue;
    }
    if (own === '---' && lines.length === 0) inside = /^---$/;
    else if (/^%%\{/.test(own) && !/\}%%$/.test(own)) inside = /\}%%$/;
    else if (/^accDescr\s*\{/.test(own) && !own.endsWith('}')) inside = /\}$/;
    else if (own !== '' && !own.startsWith('%%')) {
      const whole = { line: line + index, column: index === 0 ? column : 1, text: raw };
      for (const piece of pieces(whole)) lines.push(piece);
    }
  }
  return lines;
}

/** A line taken apart at its semicolons, those of entity codes aside, with a brace that closes split off and comments taken away. */
function pieces(line: Written): readonly Written[] {
  const text = line.text.replace(/\s%%.*$/, '');
  const ends = [...text.matchAll(/;(?<!#\w{1,7};)/g)].map(({ index }) => index);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, index) => part(line, start, ends[index] ?? text.length)).filter((each) => each.text !== '');
}

/** The statements of a state diagram. `unread`: lines that are none. */
export function statementsOf(
  text: string,
  spot: Spot,
): { readonly statements: readonly Statement[]; readonly unread: readonly Written[] } {
  const statements: Statement[] = [];
  const unread: Written[] = [];
  let note: { readonly name: string; readonly lines: Written[] } | undefined;
  for (const line of linesOf(text, spot)) {
    if (note !== undefined) {
      if (/^end\s*note$/i.test(line.text)) {
        const [first] = note.lines;
        if (first !== undefined)
          statements.push({
            kind: 'note',
            name: note.name,
            ...first,
            text: note.lines.map((each) => each.text).join(' '),
          });
        note = undefined;
      } else note.lines.push(line);
      continue;
    }
    if (line.text.length > LONGEST_LINE) {
      unread.push(line);
      continue;
    }
    const noted = NOTE.exec(line.text);
    if (noted !== null && noted[2] === undefined) note = { name: noted[1] as string, lines: [] };
    else if (noted !== null)
      statements.push({ kind: 'note', name: noted[1] as string, ...line, text: noted[2] as string });
    else {
      const statement = statementIn(line);
      if (statement !== undefined) statements.push(statement);
      else if (!OTHER.test(line.text) && !/^\}?$/.test(line.text)) unread.push(line);
    }
  }
  return { statements, unread };
}

function statementIn(line: Written): Statement | undefined {
  const { text } = line;
  const nameAt = (id: string, from = 0): Name => {
    const at = Math.max(0, text.indexOf(id, from));
    return part(line, at, at + id.length);
  };
  if (text === '}') return { kind: 'close', line: line.line, column: line.column };
  if (text === '--') return { kind: 'region', line: line.line, column: line.column };
  const arrow = TRANSITION.exec(text);
  if (arrow !== null) {
    const [, from = '', to = '', label = ''] = arrow;
    return { kind: 'arrow', ...line, from: nameAt(from), to: nameAt(to, text.indexOf('>') + 1), label };
  }
  const aliased = ALIASED.exec(text);
  if (aliased !== null) {
    const [, label = '', id = '', brace] = aliased;
    return {
      kind: 'state',
      ...line,
      name: { ...nameAt(id, text.lastIndexOf('"') + 1), label: shown(label) },
      opens: brace !== undefined,
    };
  }
  const declared = DECLARED.exec(text);
  if (declared !== null) {
    const [, id = '', first, second, brace] = declared;
    const stereotype = first ?? second;
    return {
      kind: 'state',
      ...line,
      name: nameAt(id, 5),
      ...(stereotype && { stereotype }),
      opens: brace !== undefined,
    };
  }
  if (OTHER.test(text)) return undefined;
  const described = DESCRIBED.exec(text);
  if (described !== null)
    return {
      kind: 'state',
      ...line,
      name: { ...nameAt(described[1] as string), label: shown(described[2] as string) },
      opens: false,
    };
  const alone = ALONE.exec(text);
  return alone === null ? undefined : { kind: 'state', ...line, name: nameAt(alone[1] as string), opens: false };
}

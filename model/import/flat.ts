/**
 * A table that was flattened to text: one line of headings, then for each row its label and description on a line, and the items of its lists
 * below, one list running into the next. Where a row begins is told from its label; how its items are dealt to the columns is left open.
 */
import { rolesIn } from './headings.ts';
import { isSentence, type Line, linesOf, part, plain } from './text.ts';
import type { Deal, Entry, Found, Role, Written } from './types.ts';
import { isNone, referenceIn, withoutCondition } from './words.ts';

/** What speaks against a list that is empty though nothing says that there is none. */
const EMPTY = 4;
/** What speaks against a sentence in a list, and against a short item in a description. */
const ODD = 6;

/** What speaks against a list that begins on the line of the label and goes on in bullets: a cell has one form. */
const MIXED = 3;

/** A row before it is dealt: its label, what is certainly description, and its items in order. */
type Block = { readonly label: Written; readonly description: Written[]; readonly items: Written[] };

/** The line of headings, and the columns it names. */
function headingOf(
  lines: readonly Line[],
): { readonly at: number; readonly after: number; readonly roles: readonly Role[] } | undefined {
  for (const [at, line] of lines.entries()) {
    if (line.bullet) continue;
    let text = '';
    for (let after = at; after < Math.min(at + 6, lines.length) && lines[after]?.bullet === false; after++) {
      text = `${text} ${lines[after]?.text}`.trim();
      const roles = rolesIn(text);
      const longer = after + 1 < lines.length ? rolesIn(`${text} ${lines[after + 1]?.text}`) : undefined;
      if (roles !== undefined && longer === undefined) return { at, after: after + 1, roles };
    }
  }
  return undefined;
}

/** The labels that lists mention, as they are compared. */
function mentioned(lines: readonly Line[]): ReadonlySet<string> {
  const all = lines.filter(({ bullet, text }) => bullet && !isSentence(text));
  return new Set(all.flatMap(({ text }) => [plain(text), plain(withoutCondition(text).head)]));
}

const OPENS = /^[\p{Lu}\p{Lt}("«]/u;
const ENDS = /[.!?](\s|$)/;

/**
 * The label that a line begins with, by its length: the longest prefix that lists mention, with a parenthesis that follows it; else, where a row
 * may begin without being mentioned, what stands before the first sentence.
 */
function labelIn(text: string, known: ReadonlySet<string>, mayBeUnknown: boolean): number | undefined {
  const ends = [...[...text.matchAll(/\s+/g)].map(({ index }) => index), text.length];
  for (const end of ends.toReversed()) {
    if (!known.has(plain(text.slice(0, end)))) continue;
    const parenthesis = /^\s*\([^()]*\)/.exec(text.slice(end));
    const whole = end + (parenthesis?.[0].length ?? 0);
    const rest = text.slice(whole).trim();
    if (rest === '' || OPENS.test(rest)) return whole;
  }
  if (!mayBeUnknown || !OPENS.test(text)) return undefined;
  for (const end of ends.slice(0, 6)) {
    const rest = text.slice(end).trim();
    if (OPENS.test(rest) && ENDS.test(rest)) return end;
  }
  return undefined;
}

/**
 * What stands in the cells at the end of a line, after the sentences of its description: what follows the last sentence, apart from a label that
 * ends it; or a reference that ends the line, once or for each of two columns.
 */
function cellsAtEnd(
  line: Written,
  known: ReadonlySet<string>,
): { readonly description: Written; readonly cells: readonly Written[] } {
  const starts = [0, ...[...line.text.matchAll(/[.!?]\s+/g)].map(({ 0: mark, index }) => index + mark.length)];
  const pieces = starts.map((from, index) => part(line, from, starts[index + 1] ?? line.text.length));
  const cells: Written[] = [];
  let at = pieces.length;
  while (at > 0 && referenceIn((pieces[at - 1] as Written).text) !== undefined) cells.unshift(pieces[--at] as Written);
  const last = pieces[at - 1];
  if (last !== undefined && cells.length === 0 && !ENDS.test(last.text)) {
    const split = suffixIn(last.text, known);
    if (split === 0) return { description: part(line, 0, starts[at - 1] as number), cells: [last] };
    if (split !== undefined) {
      const isPhrase = at > 1 || pieces.length === 1;
      const before = part(last, 0, split);
      const label = part(last, split, last.text.length);
      if (isPhrase && at > 1) return { description: part(line, 0, starts[at - 1] as number), cells: [before, label] };
      return { description: before, cells: [label] };
    }
  }
  return { description: part(line, 0, starts[at] ?? line.text.length), cells };
}

/** Where the longest label (or “none”) that ends a text begins. */
function suffixIn(text: string, known: ReadonlySet<string>): number | undefined {
  const begins = [0, ...[...text.matchAll(/\s+/g)].map(({ 0: space, index }) => index + space.length)];
  return begins.find((from) => {
    const rest = text.slice(from);
    return isNone(rest) || (known.has(plain(rest)) && /^\p{Lu}/u.test(rest));
  });
}

/** The rows of the lines after the headings. */
function blocksOf(lines: readonly Line[]): readonly Block[] {
  const inLists = mentioned(lines);
  const starts = lines.flatMap(({ text, bullet }) => {
    const length = bullet ? undefined : labelIn(text, inLists, true);
    return length === undefined ? [] : [plain(text.slice(0, length)), plain(text.slice(0, length).replace(/\(.*/, ''))];
  });
  const known = new Set([...inLists, ...starts]);
  const blocks: Block[] = [];
  for (const line of lines) {
    const { bullet: isBullet, ...written } = line;
    const block = blocks.at(-1);
    const hasItems = block === undefined || block.items.length > 0;
    const length = isBullet ? undefined : labelIn(written.text, inLists, hasItems);
    if (length !== undefined && !isNone(written.text)) {
      const rest = part(written, length, written.text.length);
      const { description, cells } = cellsAtEnd(rest, known);
      blocks.push({
        label: part(written, 0, length),
        description: description.text === '' ? [] : [description],
        items: [...cells],
      });
    } else if (block === undefined) continue;
    else if (isBullet || hasItems) block.items.push(written);
    else if (isNone(written.text)) block.items.push(written);
    else block.description.push(written);
  }
  return blocks;
}

/** Every way to deal the items of a row: description first, then the lists in the order of their columns. */
function dealsOf({ label, description, items }: Block, roles: readonly Role[]): readonly Deal[] {
  const lists = roles.filter((role) => role === 'previous' || role === 'next');
  const deals: Deal[] = [];
  for (let from = 0; from <= items.length; from++) {
    if (items.slice(0, from).some(({ text }) => isNone(text))) break;
    for (let at = from; at <= items.length; at++) {
      if (lists.length === 1 && at < items.length) continue;
      const first = items.slice(from, at);
      const second = items.slice(at);
      const of = (role: 'previous' | 'next'): readonly Written[] =>
        lists[0] === role ? first : lists[1] === role ? second : [];
      const described = items.slice(0, from);
      const cost =
        described.filter(({ text }) => !isSentence(text)).length * ODD +
        [...first, ...second].filter(({ text }) => isSentence(text) && referenceIn(text) === undefined).length * ODD +
        [first, ...(lists.length === 2 ? [second] : [])].reduce((sum, list) => sum + listCost(list, label.line), 0);
      deals.push({
        description: [...description, ...described],
        previous: of('previous'),
        next: of('next'),
        cost,
      });
    }
  }
  return deals;
}

function listCost(list: readonly Written[], labelLine: number): number {
  if (list.length === 0) return EMPTY;
  const nones = list.filter(({ text }) => isNone(text)).length;
  const inline = list.filter(({ line }) => line === labelLine).length;
  const isMixed = inline > 0 && inline < list.length;
  return (nones > 0 && list.length > nones ? ODD : 0) + (isMixed ? MIXED : 0);
}

/** How many lines at the end stand after the table: no bullets, no rows, and nothing that a list mentions. */
function closing(lines: readonly Line[]): number {
  const known = mentioned(lines);
  const belongs = ({ bullet, text }: Line): boolean =>
    bullet || isNone(text) || known.has(plain(text)) || labelIn(text, known, true) !== undefined;
  return lines.length - 1 - lines.findLastIndex(belongs);
}

/** What a flattened table says; nothing where there is no line of headings, and `columns` do not say in its place what its columns are. */
export function foundInText(text: string, columns?: readonly Role[]): Found | undefined {
  const lines = linesOf(text);
  const own = headingOf(lines);
  const heading = columns === undefined ? own : { after: own?.after ?? 0, roles: columns };
  if (heading === undefined) return undefined;
  const body = lines.slice(heading.after);
  const end = body.length - closing(body);
  const blocks = blocksOf(body.slice(0, end));
  const entries = blocks.map(
    (block): Entry => ({
      label: block.label,
      deals: dealsOf(block, heading.roles),
    }),
  );
  return { layout: 'flattened', declares: true, entries, arrows: [], named: [], unread: body.slice(end) };
}

/** Copies of a table that somebody made by hand in a document: lists and tables of its states or transitions, and diagrams. */
import { type Reading, readDocument } from '../../model/import/index.ts';
import type { Draft } from './draft.ts';
import type { Against } from './meanings.ts';
import type { Names } from './prose-names.ts';
import { say } from './words/index.ts';
import type { What } from './words/things.ts';

/** A list, a table or a diagram in a document, by its first and last line. */
type Part = { readonly what: What; readonly first: number; readonly last: number };

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const ROW = /^\s*\|/;
const DIAGRAM = /^[\s>]*(`{3,}|~{3,})/;

const kindOf = (line: string): Part['what'] | undefined =>
  DIAGRAM.test(line) ? 'diagram' : ROW.test(line) ? 'table' : ITEM.test(line) ? 'list' : undefined;

/** The index of the last line of a part that begins at a line. */
function endOf(lines: readonly string[], start: number, what: Part['what']): number {
  const rest = lines.slice(start + 1);
  const mark = DIAGRAM.exec(lines[start] as string)?.[1];
  const goesOn = (line: string | undefined): boolean =>
    line !== undefined && (what === 'table' ? ROW.test(line) : ITEM.test(line) || /^\s+\S/.test(line));
  const length =
    mark === undefined
      ? rest.findIndex(
          (line, index) => !goesOn(line) && (line.trim() !== '' || what === 'table' || !goesOn(rest[index + 1])),
        )
      : rest.findIndex((line) => DIAGRAM.exec(line)?.[1]?.startsWith(mark)) + 1;
  return length < 0 || (mark !== undefined && length === 0) ? lines.length - 1 : start + length;
}

/** The lists, tables and diagrams among lines. */
function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at++) {
    const what = kindOf(lines[at] as string);
    if (what === undefined) continue;
    const first = at + 1;
    at = endOf(lines, at, what);
    parts.push({ what, first, last: at + 1 });
  }
  return parts;
}

/** What a copy says: its reading, and the states of the table that its states are. */
type Copy = Part & { readonly reading: Reading; readonly means: ReadonlyMap<string, string> };

export type Copying = {
  readonly name: string;
  /** The lines of the document by hand, with its diagrams. */
  readonly lines: readonly string[];
  readonly names: Names;
  readonly against: Against;
  /** Lines that the review reads as the document's own table. */
  readonly read: ReadonlySet<number>;
};

/** A part is a copy of all states if it lacks, and adds, no more than this part of them, and has at least so many. */
const WHOLE = { apart: 0.25, least: 3 } as const;
/** A part tells arrows of the table if so many of its states are the table's, and at least two. */
const SHARED = { part: 0.5, least: 2 } as const;

/** What copies in a document say otherwise than the table. */
export function copiesIn(copying: Copying): readonly Draft[] {
  const { name, lines, names, read } = copying;
  return partsOf(lines).flatMap((part) => {
    const own = (index: number): boolean => index + 1 >= part.first && index + 1 <= part.last;
    if (lines.some((_, index) => own(index) && read.has(index + 1))) return [];
    const text = lines.map((line, index) => (own(index) ? line : '')).join('\n');
    const reading = readDocument({ name, text }, { format: 'markdown' });
    if ('problem' in reading) return [];
    const means = new Map(
      reading.states.flatMap(({ id, label }) => names.statesCalled(label).map((state) => [id, state] as const)),
    );
    return differing(copying, { ...part, reading, means });
  });
}

function differing(copying: Copying, copy: Copy): readonly Draft[] {
  const { table, arrows } = copying.against;
  const { reading, means } = copy;
  const all = Object.keys(table.states);
  const here = new Set(means.values());
  const missing = all.filter((state) => !here.has(state));
  const added = reading.states.filter(({ id }) => !means.has(id));
  const most = Math.max(1, Math.floor(all.length * WHOLE.apart));
  const isWhole = here.size >= WHOLE.least && missing.length <= most && added.length <= most;
  const drawn = reading.claims.flatMap((claim) => {
    const [from, to] = [means.get(claim.from ?? ''), means.get(claim.to ?? '')];
    return from === undefined || to === undefined || from === to ? [] : [{ claim, from, to }];
  });
  const tellsArrows = drawn.length > 0 && here.size >= SHARED.least && here.size >= SHARED.part * reading.states.length;
  const states = isWhole
    ? [...missing.map((state) => lacks(copying, copy, state)), ...added.map((state) => adds(copying, copy, state))]
    : [];
  if (!tellsArrows) return states;
  const pairs = new Set(drawn.map(({ from, to }) => JSON.stringify([from, to])));
  const expected = arrows.all.filter(({ from, to }) => from !== to && here.has(from) && here.has(to));
  const undrawn = expected.filter(({ from, to }) => !pairs.has(JSON.stringify([from, to])));
  const extra = [...Map.groupBy(drawn, ({ from, to }) => JSON.stringify([from, to])).values()].flatMap(([first]) =>
    first === undefined || arrows.between(first.from, first.to) !== undefined ? [] : [first],
  );
  return [
    ...states,
    ...extra.map(({ claim, from, to }) => draws(copying, copy, from, to, claim)),
    ...(isWhole && 2 * undrawn.length <= expected.length
      ? undrawn.map(({ from, to }) => draws(copying, copy, from, to))
      : []),
  ];
}

const NOTHING = { states: [], labels: [], events: [], consequences: [], claims: [] };

/** SA384. A copy of all states lacks one. */
function lacks({ name, names }: Copying, { what, first }: Copy, state: string): Draft {
  const place = { document: name, line: first, column: 1 };
  return {
    ...{ ...NOTHING, code: 'SA384', ...place, states: [state] },
    message: say('copyLacks', what, names.called(state)),
    quotes: [{ ...place, text: '', says: say('leavesOut', what) }],
    remedies: [say('addToCopy', names.called(state), what), say('generate')],
  };
}

/** SA385. A copy of all states has one that the table does not have. */
function adds({ name }: Copying, { what }: Copy, { label, line }: Reading['states'][number]): Draft {
  const place = { document: name, line, column: 1 };
  return {
    ...{ ...NOTHING, code: 'SA385', ...place, labels: [label] },
    message: say('copyAdds', what, label),
    quotes: [{ ...place, text: label, says: say('stateOf', what) }],
    remedies: [say('takeOutOfCopy', label, what), say('addThatState')],
  };
}

/** SA386 and SA387. An arrow of a copy that the table does not have; without a claim, one of the table that the copy leaves out. */
function draws(
  { name, names, against }: Copying,
  { what, first }: Copy,
  from: string,
  to: string,
  claim?: Reading['claims'][number],
): Draft {
  const place = { document: name, line: claim?.line ?? first, column: claim?.column ?? 1 };
  const ends = [names.called(from), names.called(to)] as const;
  const events = against.arrows.between(from, to)?.events ?? [];
  return {
    ...{ ...NOTHING, code: claim === undefined ? 'SA387' : 'SA386', ...place, states: [from, to] },
    message: claim === undefined ? say('copyLacksArrow', what, ...ends, events) : say('copyAddsArrow', what, ...ends),
    quotes: [{ ...place, text: claim?.text ?? '', says: say(claim === undefined ? 'withoutIt' : 'withIt', what) }],
    remedies:
      claim === undefined
        ? [say('addArrowToCopy', ...ends, what), say('generate')]
        : [say('takeTransitionOut', what, place.line), say('addRowBetween', ...ends)],
  };
}

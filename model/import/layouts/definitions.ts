/** A section or an item per state, which says in words what the state can become: “can transition to X through Y”. */
import type { Content, ListItem } from '../content.ts';
import { roleOf } from '../headings.ts';
import { isSentence, part, plain } from '../text.ts';
import type { Arrow, Found, Written } from '../types.ts';
import { isNone } from '../words.ts';
import { ARROW, type Known, knownOf, listed } from './labels.ts';
import { endsIn, opens, type Said, saidIn } from './phrases.ts';

/** What stands under the label of a state: sentences, and lists that a word such as “Next” introduces. */
type Section = { readonly label: Written; readonly body: readonly ListItem[] };

const written = ({ term: _, items: __, ...own }: ListItem): Written => own;

/** A way to take a document as sections. `declares`: every section is about a state, and every state has one. */
type Way = { readonly sections: readonly Section[]; readonly all: boolean; readonly declares: boolean };

/** Every way to take a document as sections about states: its lists of terms, what follows its headings, its lines with arrows. */
function waysOf({ blocks }: Content): readonly Way[] {
  const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
  const ofTerms = lists.flatMap((items) => items.flatMap(sectionOfItem));
  const levels = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))];
  return [
    ...levels.map((level) => ({ sections: underHeadings(blocks, level), all: false, declares: true })),
    { sections: ofTerms, all: true, declares: true },
    { sections: ofLines(blocks), all: true, declares: false },
    { sections: ofLabels(blocks), all: false, declares: true },
  ];
}

/** An item about a state: its term with what explains it; or a short text with a list inside. */
function sectionOfItem(item: ListItem): readonly Section[] {
  const { term } = item;
  if (term !== undefined) {
    const own = item.text === '' ? [] : [{ ...written(item), items: [] }];
    return [{ label: term, body: [...own, ...item.items] }];
  }
  const [arrow] = new RegExp(ARROW, 'u').exec(item.text) ?? [];
  if (arrow !== undefined) return ofArrow(item);
  return isSentence(item.text) || item.text === '' ? [] : [{ label: written(item), body: item.items }];
}

/** A line `A → B (event)` is a section about A. */
function ofArrow(line: Written & { readonly items?: readonly ListItem[] }): readonly Section[] {
  const mark = new RegExp(ARROW, 'u').exec(line.text);
  if (mark === null || mark.index === 0 || isSentence(line.text.slice(0, mark.index))) return [];
  const rest = part(line, mark.index, line.text.length);
  return listed(part(line, 0, mark.index)).map((label) => ({
    label,
    body: [{ ...rest, items: [] }, ...(line.items ?? [])],
  }));
}

const ofLines = (blocks: Content['blocks']): readonly Section[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? ofArrow(block)
      : block.kind === 'list'
        ? block.items.flatMap((item) => ofArrow(item))
        : [],
  );

/** Lines `A: can become B` are a section about A each. */
const ofLabels = (blocks: Content['blocks']): readonly Section[] =>
  blocks.flatMap((block): readonly Section[] => {
    const colon = block.kind === 'paragraph' ? /^([^:：]{1,60})[:：]\s+(?=\S)/u.exec(block.text) : null;
    if (block.kind !== 'paragraph' || colon === null) return [];
    const own = { line: block.line, column: block.column, text: block.text };
    const label = part(own, 0, (colon[1] as string).length);
    return [{ label, body: [{ ...part(own, colon[0].length, own.text.length), items: [] }] }];
  });

/** Sections under the headings of one level. A paragraph that introduces a list is its term. */
function underHeadings(blocks: Content['blocks'], level: number): readonly Section[] {
  const sections: { label: Written; body: ListItem[] }[] = [];
  let isInside = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const { level: own, kind: _, ...label } = block;
      if (own <= level) isInside = own === level;
      if (own === level) sections.push({ label, body: [] });
      else if (isInside) sections.at(-1)?.body.push({ ...label, items: [] });
      continue;
    }
    const body = isInside ? sections.at(-1)?.body : undefined;
    if (body === undefined) continue;
    if (block.kind === 'paragraph') body.push({ line: block.line, column: block.column, text: block.text, items: [] });
    if (block.kind !== 'list') continue;
    const last = body.at(-1);
    if (last !== undefined && last.items.length === 0 && sideOf(last.text) !== undefined)
      body.splice(-1, 1, { ...last, items: block.items });
    else body.push(...block.items);
  }
  return sections;
}

/** Which list a heading or a term opens: `Next states`, `From`, “can transition to:”. */
const sideOf = (text: string): 'previous' | 'next' | undefined => {
  const role = roleOf(text);
  return role === 'previous' || role === 'next' ? role : opens(text);
};

type Told = { readonly arrows: readonly Arrow[]; readonly description: readonly Written[] };

function toldIn({ label, body }: Section, known: Known): Told {
  const arrows: Arrow[] = [];
  const description: Written[] = [];
  const arrow = (
    side: 'previous' | 'next',
    at: Written,
    ends: readonly Written[],
    rest: Pick<Arrow, 'event' | 'condition'>,
  ) => {
    const sides = side === 'next' ? { from: [label], to: ends } : { from: ends, to: [label] };
    arrows.push({ ...at, ...sides, kind: side, ...rest });
  };
  const tell = (at: Written, said: readonly Said[]): void => {
    for (const each of said) arrow(each.side, at, each.ends, restOf(each));
  };
  const listOf = (side: 'previous' | 'next', item: Written): void => {
    if (isNone(item.text)) return arrow(side, item, [item], {});
    const said = saidIn(item, known);
    if (said.length > 0) return tell(item, said);
    const ended = endsIn(item, known, true);
    if (ended === undefined) arrow(side, item, [item], {});
    else arrow(side, item, ended.ends, restOf(ended));
  };
  const read = (item: ListItem): void => {
    const own = written(item);
    const side = item.term === undefined ? sideOf(own.text) : sideOf(item.term.text);
    const isIntroduction = side !== undefined && (item.term !== undefined || item.items.length > 0);
    if (isIntroduction) {
      if (item.term !== undefined && own.text !== '') listOf(side, own);
      for (const inner of item.items) listOf(side, written(inner));
      return;
    }
    for (const sentence of sentencesOf(own)) {
      const colon = /^([^:：]{1,60})[:：]\s*(?=\S)/u.exec(sentence.text);
      const opened = colon === null ? undefined : sideOf(colon[1] ?? '');
      const said = saidIn(sentence, known);
      if (opened !== undefined && said.length === 0)
        listOf(opened, part(sentence, colon?.[0].length ?? 0, sentence.text.replace(/[.;]$/, '').length));
      else if (said.length > 0) tell(sentence, said);
      else description.push(sentence);
    }
    for (const inner of item.items) read(inner);
  };
  for (const item of body) read(item);
  return { arrows, description };
}

const restOf = ({ event, condition }: Pick<Arrow, 'event' | 'condition'>): Pick<Arrow, 'event' | 'condition'> => ({
  ...(event !== undefined && { event }),
  ...(condition !== undefined && { condition }),
});

/** The sentences and clauses of a text, each with its place. */
function sentencesOf(text: Written): readonly Written[] {
  const starts = [
    0,
    ...[...text.text.matchAll(/(?:[.!?]\s+(?=[\p{Lu}→])|;\s+)/gu)].map(({ 0: mark, index }) => index + mark.length),
  ];
  return starts
    .map((start, index) => part(text, start, starts[index + 1] ?? text.text.length))
    .filter((sentence) => sentence.text !== '');
}

/** The states and arrows of a document in this layout: of all ways to take it as sections, the one that tells most arrows between them. */
export function definitionsIn(content: Content): Pick<Found, 'arrows' | 'named' | 'declares'> | undefined {
  const read = waysOf(content).map(({ sections, all, declares }) => {
    const known = knownOf(sections.map(({ label }) => label));
    const told = sections.map((section) => ({ section, ...toldIn(section, known) }));
    const arrows = told.flatMap((each) => each.arrows);
    const ends = arrows.map(({ from, to }) => [...from, ...to]);
    const inside = ends.filter((labels) => labels.every(({ text }) => known.has(plain(text)))).length;
    const named = told.map(({ section, description }) => ({
      ...section.label,
      ...(description.length > 0 && { description }),
    }));
    const taking = knownOf(ends.flat());
    return { arrows, named: named.filter(({ text }) => all || taking.has(plain(text))), declares, inside };
  });
  const best = read.reduce((one, other) => (other.inside > one.inside ? other : one));
  if (best.inside === 0) return undefined;
  return { arrows: best.arrows, named: best.named, declares: best.declares };
}

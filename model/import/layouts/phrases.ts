/** The phrases in which prose says what a state can become and through what, in English, French, German, Spanish, Italian, Portuguese and Dutch. */
import { part, plain } from '../text.ts';
import type { Written } from '../types.ts';
import { withoutCondition } from '../words.ts';
import { ARROW, type Known, listed } from './labels.ts';
import { happening } from './transitions.ts';

const words = (text: string): string =>
  text
    .split(',')
    .map((each) => each.trim().replace(/\s+/g, '\\s+'))
    .toSorted((one, other) => other.length - one.length)
    .join('|');

/** What comes before the state that follows. */
const TO =
  words(`can transition to, can transition into, may transition to, transitions to, transitions into, transition to, can move to, moves to,
  move to, can go to, goes to, go to, can become, may become, becomes, can change to, changes to, changes into, leads to, followed by, can be followed by,
  peut passer à l'état, peut passer à, peut passer en, passe à l'état, passe à, passe en, peut devenir, devient, mène à, peut aller à, suivi de, suivi par,
  kann übergehen in, geht über in, wechselt zu, wechselt in, wechselt nach, kann wechseln zu, kann wechseln in, führt zu, wird zu, kann werden zu,
  puede pasar a, pasa a, puede cambiar a, cambia a, se convierte en, lleva a, seguido de, seguido por,
  può passare a, può passare in, passa a, passa in, può diventare, diventa, porta a, seguito da,
  pode passar para, pode passar a, passa para, pode mudar para, muda para, torna-se, leva a, seguido por,
  kan overgaan naar, kan overgaan in, gaat over naar, gaat over in, kan veranderen in, verandert in, leidt tot, gaat naar, kan gaan naar, wordt`);

/** What comes before the state that came before. */
const FROM =
  words(`can be reached from, is reached from, reached from, reachable from, comes from, entered from, preceded by, from,
  accessible depuis, accessible à partir de, vient de, atteint depuis, précédé de, depuis, à partir de,
  erreichbar aus, erreichbar von, kommt aus, kommt von, folgt auf, aus, von,
  se alcanza desde, viene de, procede de, precedido de, desde, raggiungibile da, proviene da, viene da, preceduto da, da,
  vem de, alcançado a partir de, a partir de, precedido por, bereikbaar vanuit, bereikbaar van, komt van, komt uit, volgt op, vanuit, uit, van`);

/** What comes before the event. */
const THROUGH =
  words(`through, via, by, on, upon, using, with, by means of, par, grâce à, au moyen de, avec, sur, durch, über, mit, per, bei, mediante, a través de,
  por, con, al, tramite, attraverso, através de, por meio de, com, door, met, bij`);

/** German puts the verb last: „kann durch Y in X übergehen“, „kann in X übergehen“. */
const LAST =
  /^(?:.*?\s)?(?:kann|können)\s+(?:(?:durch|über|mit|per|via)\s+(?<event>.+?)\s+)?(?:in|zu|nach)\s+(?<to>.+?)(?:\s+(?:durch|über|mit|per|via)\s+(?<later>.+?))?\s+(?:übergehen|wechseln|werden)$/iu;

const LEAD = (phrase: string): RegExp => new RegExp(`^(?:.{0,60}?\\s)??(?:${phrase})\\s*:?\\s+(?=\\S)`, 'iu');
const START = (phrase: string): RegExp => new RegExp(`^(?:${phrase})\\s*:?\\s+(?=\\S)`, 'iu');
/** Phrases that say by themselves that a state follows: where they begin a sentence, a name with a capital letter need not be known. */
const SURELY = new RegExp(
  `^(?:${words(`can transition to, can transition into, may transition to, transitions to, transitions into, peut passer à l'état, peut passer à, kann übergehen in,
  geht über in, puede pasar a, può passare a, pode passar para, pode passar a, kan overgaan naar, kan overgaan in, gaat over naar`)})\\s*:?\\s+(?=["“«„]?\\p{Lu})`,
  'u',
);
const LEADS_TO = LEAD(TO);
const LEADS_FROM = START(FROM);
const BEFORE_EVENT = new RegExp(`[,:]?\\s+(?:${THROUGH})\\s+(?=\\S)|\\s*[:–—]\\s+|\\s*\\((?=[^()]*\\)$)`, 'giu');
const OPENS = new RegExp(`^(?:${TO})\\s*:?$|^(?:${FROM})\\s*:?$`, 'iu');
const OPENS_FROM = new RegExp(`^(?:${FROM})\\s*:?$`, 'iu');

/** Where a sentence can begin anew with another state: “…, to B through Y”, “… or from B”. The preposition can be left out. */
const ANEW =
  /(?:\s*[,;]\s*(?:(?:and|or|et|ou|und|oder|en|of|y|o|e)\s+)?|\s+(?:and|or|et|ou|und|oder|en|of|y|o|e)\s+)((?:to|into|à|vers|en|in|zu|nach|a|al|para|naar|from|depuis|de|aus|von|desde|da|van|vanuit|uit)\s+)?(?=\S)/giu;

/** A sentence that is longer is not searched for phrases. */
const LONGEST = 400;

/** What a statement about a state says. */
export type Said = {
  readonly side: 'previous' | 'next';
  readonly ends: readonly Written[];
  readonly event?: string;
  readonly condition?: string;
};

/** Which list an introduction such as “can transition to:” opens. */
export const opens = (text: string): 'previous' | 'next' | undefined =>
  OPENS.test(text.trim()) ? (OPENS_FROM.test(text.trim()) ? 'previous' : 'next') : undefined;

/** What a sentence says of the state it stands under; nothing where it names no known state in a phrase of these. */
export function saidIn(sentence: Written, known: Known): readonly Said[] {
  if (sentence.text.length > LONGEST) return [];
  const trimmed = part(sentence, 0, sentence.text.replace(/[.;\s]+$/, '').length);
  const arrow = new RegExp(`^${ARROW.source}`, 'u').exec(trimmed.text);
  const reversed = /^\s*(?:[←⇐⟵]|<[-=]{1,2})\s*/u.exec(trimmed.text);
  const lead = arrow ?? LEADS_TO.exec(trimmed.text);
  const back = reversed ?? (lead === null ? LEADS_FROM.exec(trimmed.text) : null);
  const begin = lead ?? back;
  if (begin === null) return verbLast(trimmed, known);
  const side = lead === null ? 'previous' : 'next';
  const rest = part(trimmed, begin[0].length, trimmed.text.length);
  const isArrow =
    (arrow ?? reversed) !== null || SURELY.test(trimmed.text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()));
  const [first, ...others] = apart(rest, known);
  const ended = first && endsIn(first, known, isArrow);
  const after = others.flatMap((each) => endsIn(each, known, false) ?? []);
  return ended === undefined ? [] : [ended, ...after].map((each) => ({ side, ...each }));
}

/**
 * What follows a phrase, taken apart where it begins anew with a known state: behind a preposition; and without one, behind a state that has its event. What has
 * an event for several states stays whole.
 */
function apart(rest: Written, known: Known): readonly Written[] {
  const pieces: Written[] = [];
  let from = 0;
  for (const { 0: mark, 1: preposition, index } of rest.text.matchAll(ANEW)) {
    const before = endsIn(part(rest, from, index), known, false);
    if (before === undefined) continue;
    const isTold = before.event !== undefined || before.condition !== undefined;
    const behind = index + mark.length;
    const starts = [
      ...(preposition === undefined ? [] : [behind]),
      ...(isTold ? [behind - (preposition ?? '').length] : []),
    ];
    const start = starts.find((each) => beginsKnown(part(rest, each, rest.text.length), known));
    if (start === undefined) continue;
    pieces.push(part(rest, from, index));
    from = start;
  }
  return [...pieces, part(rest, from, rest.text.length)];
}

/** Whether a text begins with a known state, and then ends or says how. */
const beginsKnown = (written: Written, known: Known): boolean => {
  const [next] = written.text.matchAll(ANEW);
  return endsIn(part(written, 0, next?.index ?? written.text.length), known, false) !== undefined;
};

function verbLast(sentence: Written, known: Known): readonly Said[] {
  const found = LAST.exec(sentence.text);
  const { to, event, later } = found?.groups ?? {};
  if (to === undefined) return [];
  const at = sentence.text.lastIndexOf(` ${to}`) + 1;
  const ends = namesIn(part(sentence, at, at + to.length), known);
  const how = event ?? later;
  return ends === undefined ? [] : [{ side: 'next', ends, ...(how !== undefined && happening(how)) }];
}

const ARTICLE =
  /^(?:the|state|status|le|la|les|l['’]|état|statut|den|der|die|das|dem|zustand|status|el|los|estado|lo|il|gli|stato|o|os|as?|de|het|toestand)\s+/iu;

/** A list of states whose names are all known; articles before them and quotes around them are not part of the names. */
function namesIn(written: Written, known: Known): readonly Written[] | undefined {
  if (known.has(plain(written.text))) return [written];
  const names = listed(written).map((each) => nameIn(each, known));
  return names.length > 0 && names.every((each) => each !== undefined) ? names : undefined;
}

function nameIn(written: Written, known: Known): Written | undefined {
  let rest = written;
  for (let tries = 0; tries < 3; tries++) {
    if (known.has(plain(rest.text))) return unquoted(rest);
    const article = ARTICLE.exec(rest.text);
    if (article === null) return undefined;
    rest = part(rest, article[0].length, rest.text.length);
  }
  return undefined;
}

function unquoted(written: Written): Written {
  const [open = ''] = /^["'“”„«»‘’`*]*\s*/u.exec(written.text) ?? [];
  return part(written, open.length, written.text.replace(/[\s"'“”„«»‘’`*]+$/u, '').length);
}

/** The states after a phrase, and the event and the condition after them. Behind an arrow the states need not be known. */
export function endsIn(rest: Written, known: Known, isArrow: boolean): Omit<Said, 'side'> | undefined {
  if (rest.text.length > LONGEST) return undefined;
  const { head, condition: late } = withoutCondition(rest.text);
  for (const text of late === undefined ? [rest.text] : [rest.text, head]) {
    const condition = text === rest.text ? undefined : late;
    const own = part(rest, 0, text.length);
    const whole = namesIn(own, known);
    if (whole !== undefined) return { ends: whole, ...(condition !== undefined && { condition }) };
    for (const { 0: mark, index } of [...text.matchAll(BEFORE_EVENT)].toReversed()) {
      const ends = namesIn(part(own, 0, index), known);
      if (ends === undefined) continue;
      return { ends, ...told(text.slice(index + mark.length), mark, condition) };
    }
  }
  if (!isArrow) return undefined;
  const [mark] = [...head.matchAll(BEFORE_EVENT)];
  const end = part(rest, 0, mark?.index ?? head.length);
  if (end.text === '' || end.text.split(/\s+/).length > 5) return undefined;
  return {
    ends: [end],
    ...told(mark === undefined ? '' : head.slice(mark.index + mark[0].length), mark?.[0] ?? '', late),
  };
}

/** The event after a mark, with its own condition; what stands in parentheses may be a condition alone. */
function told(text: string, mark: string, condition: string | undefined): Omit<Said, 'side' | 'ends'> {
  const bare = mark.trim().endsWith('(') ? text.replace(/\)$/, '') : text;
  const isCondition = withoutCondition(`x ${bare}`).head === 'x';
  const through = new RegExp(`^(?:${THROUGH})\\s+`, 'iu').exec(bare);
  const own = isCondition ? { condition: bare } : happening(bare.slice(through?.[0].length ?? 0).trim());
  const both = [own.condition, condition].filter((each) => each !== undefined);
  const joined = [...new Set(both)].join('; ');
  const event = 'event' in own ? own.event : undefined;
  return { ...(event !== undefined && event !== '' && { event }), ...(joined !== '' && { condition: joined }) };
}

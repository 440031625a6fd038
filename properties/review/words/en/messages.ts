/** What findings of a review say, in English. */
import { listed } from '../../../judge/words.ts';
import type { Called, ClaimSaid, Column, Difference, Doubted, Idle, Stance, Thing, What } from '../things.ts';
import {
  allCalled,
  allSaid,
  arrow,
  becomes,
  called,
  claimed,
  DIFFERENCES,
  documents,
  languageName,
  OTHER,
  said,
  stands,
  THINGS,
  WHATS,
} from './parts.ts';

type TableArrow = { readonly from: string; readonly to: string };
type Named = { readonly state: string; readonly events: readonly string[] };
type Told = { readonly document: string; readonly events: readonly string[] };

const doubted = (doubt: Doubted): string => {
  const about = called(doubt.about);
  if (doubt.kind === 'denied')
    return `${about} is described by ${said(doubt.words)}, and ${called(doubt.before)}, which is listed before it, says that this has happened`;
  if (doubt.kind === 'actor')
    return `the description of ${about} says that something was not done by ${said(doubt.actor)}, by whose act a run comes to ${called(doubt.before)}`;
  const lists = {
    before: ', yet the lists lead from there',
    after: ', and no list leads from there',
    never: ', yet it is listed',
  }[doubt.kind];
  return `the description of ${about} says ${said(doubt.words)}${lists}`;
};

const idle = (ruling: Idle): string => {
  if (ruling.kind === 'undecidable') return `no ruling can decide ${ruling.code}`;
  if (ruling.kind === 'no finding') return `there is no finding ${ruling.names.join(' ')}`;
  return `${ruling.source} claims no such thing: ${ruling.of} does not list ${ruling.names ?? 'none'} as ${ruling.column}`;
};

const itsRow = (row: string | undefined): string => (row === undefined ? '' : `: the row is called ${said(row)}`);

export const messages = {
  oneSided: (one: Called, two: Called, column: Column, stance: Stance | undefined): string =>
    `${called(one)} lists ${called(two)} as ${column}, but ${called(two)} does not list ${called(one)} as ${OTHER[column]}${stands(stance)}`,
  noneBeside: (row: Called, column: Column, labels: readonly string[]): string =>
    `${called(row)} has none as ${column}, and lists ${allSaid(labels)} beside it`,
  neverDescribed: (labels: readonly string[]): string =>
    `${allSaid(labels)} ${labels.length > 1 ? 'are' : 'is'} named, and no row describes ${labels.length > 1 ? 'them' : 'it'}`,
  neverNamed: (state: Called): string => `${called(state)} has a row, and no other row names it`,
  sharedByStates: (label: string, states: readonly string[], mentions: number): string =>
    `${said(label)} is the label of ${listed(states)}; ${mentions} mentions of it had to be told apart`,
  sharedByRows: (label: string, rows: number, mentions: number): string =>
    `${said(label)} is the label of ${rows} rows; ${mentions} mentions of it had to be told apart`,
  severalLabels: (own: string, variants: readonly (readonly [label: string, how: Difference])[]): string =>
    `${said(own)} is also called ${listed(variants.map(([label, how]) => `${said(label)} (${DIFFERENCES[how]})`))}`,
  unlikeTable: (label: string, own: string, how: Difference): string =>
    `the table calls ${said(label)} ${said(own)} (${DIFFERENCES[how]})`,
  perhapsOne: (one: string, other: string): string =>
    `${said(one)} and ${said(other)} may be one state in different words`,
  foreign: (word: string, language: string, document: string, row: string | undefined): string =>
    `${said(word)} is ${languageName(language)} in a document in ${languageName(document)}${itsRow(row)}`,
  refersNowhere: (row: Called): string => `${called(row)} refers to another row, and there is none that it could mean`,
  refersInWords: (row: Called, text: string, like: Called | undefined): string =>
    `${called(row)} refers to another row in words that name none: ${said(text)}${like === undefined ? '' : `; read as the row of ${called(like)}, which has the same lists`}`,
  described: (from: Called, to: Called, doubt: Doubted, stance: Stance | undefined): string =>
    `can ${called(from)} become ${called(to)}? ${doubted(doubt)}${stands(stance)}`,
  stuckByWord: (state: Called): string =>
    `nothing follows ${called(state)} by this document, and it does not say that it ends there`,
  stuckSometimes: (state: Called): string =>
    `${called(state)} can be stuck: under a condition nothing follows it, and the rest of its list has conditions too`,
  unreachable: (states: readonly Called[], starts: readonly Called[]): string =>
    `no list leads to ${allCalled(states)} from where the document begins (${allCalled(starts)})`,
  doubtful: (text: string, row: Called | undefined, chosen: readonly string[]): string =>
    `${said(text)}${row === undefined ? '' : ` in the row of ${called(row)}`} can be read in several ways; it was read so: ${chosen.join('; ')}`,
  withoutRow: (claim: ClaimSaid, from: string, to: string): string =>
    `${claimed(claim)}, and no row of the table leads from ${from} to ${to}`,
  noneButRows: (state: Called, column: Column, there: readonly Named[]): string =>
    `${called(state)} has none as ${column}, and in the table it ${column === 'next' ? 'becomes' : 'comes from'} ${listed(there.map((each) => `${each.state} (${each.events.join(', ')})`))}`,
  unsupported: (rows: readonly number[], arrows: readonly TableArrow[], events: readonly string[]): string =>
    `no claim supports ${listed(rows.map((row) => `transitions[${row}]`))} of the table: ${arrows.map(({ from, to }) => `${from} to ${to}`).join(', ')} on ${events.join(', ')}`,
  undocumented: (from: Called, to: Called, events: readonly string[]): string =>
    `no document says that ${becomes(from, to)}, as the table does on ${events.join(', ')}`,
  untold: (claim: ClaimSaid, condition: string): string =>
    `${claimed(claim)} under a condition (${said(condition)}), and the row of the table has no guard and no event that says so`,
  unknownState: (label: string): string => `the table has no state ${said(label)}`,
  unnamed: (label: Called, state: string): string =>
    `no document names ${called(label)}, which the table has as ${state}`,
  restated: (line: number, text: string, of: string, names: string | null, column: string): string =>
    `the table restates line ${line} as ${said(text)}: ${of} ${names === null ? 'has none' : `lists ${names}`} as ${column}; the document does not say so there or elsewhere`,
  unstated: (claim: ClaimSaid, text: string): string =>
    `${claimed(claim)}, which the table does not restate (${said(text)})`,
  idleRuling: (index: number, ruling: Idle): string =>
    `rulings[${index}] of the table matches nothing: ${idle(ruling)}`,
  otherEvent: (from: Called, to: Called, event: string, taken: readonly string[]): string =>
    `${becomes(from, to)} on ${said(event)}, and in the table on ${listed(taken)}`,
  unknownEvent: (event: string, near: string | undefined): string =>
    `the table has no event ${said(event)}${near === undefined ? '' : `; did the document mean ${said(near)}?`}`,
  stateApart: (document: string, state: Called, without: readonly string[]): string =>
    `${document} has ${called(state)}, and ${documents(without)} does not`,
  arrowApart: (document: string, from: Called, to: Called, without: readonly string[]): string =>
    `${document} says that ${becomes(from, to)}, and ${documents(without)} does not`,
  relabelled: (label: string, document: string, other: string, otherDocument: string): string =>
    `${said(label)} of ${document} seems to be ${said(other)} of ${otherDocument}`,
  eventsApart: (from: Called, to: Called, here: Told, there: Told): string =>
    `${becomes(from, to)} on ${here.events.map(said).join(', ')} in ${here.document}, and on ${there.events.map(said).join(', ')} in ${there.document}`,
  conditionApart: (from: Called, to: Called, document: string, other: string, condition: string): string =>
    `${becomes(from, to)} in ${document} without the condition that ${other} gives: ${said(condition)}`,
  collapsed: (label: string, rows: number, document: string, other: string, labels: readonly string[]): string =>
    `${said(label)} is the label of ${rows} rows of ${document}, which ${other} calls ${allSaid(labels)}`,
  untranslated: (label: string, language: string, row: string | undefined): string =>
    `${said(label)} was left in ${languageName(language)}${itsRow(row)}`,
  notOfTable: (text: string, thing: Thing | undefined, meant: string | undefined): string =>
    `${said(text)} is no ${THINGS[thing ?? 'either']} of the table${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  proseArrow: (from: Called, to: Called): string =>
    `the text draws an arrow ${arrow(from, to)}, and the table has no row for it`,
  copyLacks: (what: What, state: Called): string =>
    `the ${WHATS[what]} of states leaves out ${called(state)}, which the table has`,
  copyAdds: (what: What, label: string): string =>
    `the ${WHATS[what]} of states has ${said(label)}, which the table does not have`,
  copyLacksArrow: (what: What, from: Called, to: Called, events: readonly string[]): string =>
    `the ${WHATS[what]} leaves out the transition ${arrow(from, to)}, which the table has on ${events.join(', ')}`,
  copyAddsArrow: (what: What, from: Called, to: Called): string =>
    `the ${WHATS[what]} has a transition ${arrow(from, to)}, and the table has no row for it`,
};

/** What the sides of a finding say, and what follows from it, in English. */
import { listed } from '../../../judge/words.ts';
import type { Called, ClaimSaid, Column, Taken, What } from '../things.ts';
import { allCalled, allSaid, arrow, called, claimed, said, WHATS } from './parts.ts';

const taken = ({ state, why }: Taken): string => {
  const what = `taken as ${state}`;
  if (why === undefined) return what;
  if (why.kind === 'note') return `${what}: ${why.note}`;
  if (why.kind === 'other mention') return `${what}: the other mention of the cell is the other one`;
  const row = called(why.row);
  if (why.kind === 'not listed back')
    return `${what}: no row lists ${row} back, so this is the reading that agrees best with the rest`;
  const also = why.others.length === 0 ? '' : `; so does that of ${listed(why.others)}`;
  return `${what}: its row lists ${row} as ${why.column}${also}`;
};

export const sides = {
  claim: claimed,
  claimOn: (claim: ClaimSaid, event: string): string => `${claimed(claim)}, on ${said(event)}`,
  emptyCell: (column: Column): string => `its ${column} column is empty`,
  /** `null` is “none”; more labels are counted, not named. */
  cell: (column: Column, labels: readonly (string | null)[], more: number): string =>
    `its ${column} column says ${listed([...labels.map((label) => (label === null ? 'none' : said(label))), ...(more > 0 ? [`${more} more`] : [])])}`,
  itsRow: (): string => 'its row',
  itsDescription: (): string => 'its description',
  rowOf: (state: string): string => `the row of ${state}`,
  wouldStand: (): string => 'the row where it would stand',
  theDocument: (): string => 'the document',
  asRestated: (): string => 'as the table restates it',
  firstMention: (): string => 'its first mention',
  noSuchState: (): string => 'has no such state',
  taken,
  inColumn: (column: Column, row: Called): string => `in the ${column} column of ${called(row)}`,
  mentioned: (): string => 'the text mentions it',
  drawn: (from: Called, to: Called): string => `an arrow ${arrow(from, to)}`,
  leavesOut: (what: What): string => `the ${WHATS[what]} that leaves it out`,
  stateOf: (what: What): string => `a state of the ${WHATS[what]}`,
  withIt: (what: What): string => `the ${WHATS[what]} with it`,
  withoutIt: (what: What): string => `the ${WHATS[what]} without it`,
  /** In the words of the document's reader, which are English. */
  asRead: (text: string): string => text,

  lost: (states: readonly Called[]): string => `${allCalled(states)} can then never be reached`,
  gained: (state: Called): string => `${called(state)} can then be reached, which nothing else leads to`,
  stuck: (state: Called): string => `${called(state)} can then be stuck`,
  freed: (states: readonly Called[]): string => `${allCalled(states)} can then no longer be stuck`,
  endless: (labels: readonly string[]): string =>
    `nothing is said to follow ${allSaid(labels)}: by this document alone it is stuck there`,
  stuckThere: (state: Called): string => `a run that comes to ${called(state)} can be stuck there`,
  neverReached: (states: readonly Called[]): string => `${allCalled(states)} can never be reached`,
  neverReachedWith: (states: readonly Called[]): string =>
    `${allCalled(states)} can never be reached, and what is reached only from there neither`,
  /** Both in the words of the document's reader. */
  otherwise: (reading: string, consequence: string): string => `if ${reading}: ${consequence}`,
};

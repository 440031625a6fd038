/** The ways to decide a finding of a review, in English. */
import { listed } from '../../../judge/words.ts';
import type { Called, Column, Thing, What } from '../things.ts';
import { allCalled, allSaid, arrow, becomes, called, documents, languageName, OTHER, said, WHATS } from './parts.ts';

export const remedies = {
  listAlso: (one: Called, two: Called, column: Column, line: number | undefined): string =>
    `List ${called(one)} as ${OTHER[column]} in the row of ${called(two)} (line ${line}).`,
  takeOutOf: (two: Called, column: Column, one: Called, line: number): string =>
    `Take ${called(two)} out of the ${column} column of ${called(one)} (line ${line}).`,
  takeNoneOut: (column: Column, row: Called): string =>
    `Take the “none” out of the ${column} column of ${called(row)}, or say under which condition there is none.`,
  takeListedOut: (): string => 'Take the listed states out of that cell.',
  ownRow: (labels: readonly string[]): string => `Give ${allSaid(labels)} a row of its own.`,
  otherLabel: (): string => 'If it is another state under a different label, use the label of that state.',
  nameIt: (state: Called): string => `Name ${called(state)} in the rows of its neighbours.`,
  removeRow: (): string => 'Remove its row.',
  ownLabels: (): string => 'Give each of the states a label of its own, and use it in every cell.',
  sayWhich: (): string => 'Where that is not possible, say in each cell which of them is meant.',
  callItEverywhere: (label: string): string => `Call it ${said(label)} everywhere.`,
  rowEach: (): string => 'If they are different states, give each a row.',
  callInDocument: (label: string): string => `Call it ${said(label)} in the document.`,
  callInTable: (label: string): string => `Call it ${said(label)} in the table.`,
  oneLabel: (): string => 'If they are one state, call it by one label and give it a row.',
  elseRowEach: (): string => 'If not, give each a row.',
  sayEverywhereIn: (language: string): string => `Say it in ${languageName(language)} in every cell.`,
  write: (label: string): string => `Write ${said(label)} instead.`,
  nameRow: (): string => 'Name the row that is meant by its label.',
  writeLists: (): string => 'Write the lists out here.',
  sameLists: (like: Called): string => `Write that the lists are those of ${called(like)}.`,
  repeatLists: (): string => 'Repeat the lists of the other row here.',
  sayHow: (from: Called, to: Called): string => `Say in the lists how ${called(from)} leads to ${called(to)}.`,
  takeArrowOut: (lines: readonly number[]): string => `Take the arrow out of the lists (line ${lines.join(', ')}).`,
  correctDescription: (state: Called): string => `Correct the description of ${called(state)}.`,
  sayNext: (state: Called): string => `Say what follows ${called(state)}.`,
  sayEnd: (state: Called): string =>
    `Say that ${called(state)} is an end: write “none” in its next column, without a condition.`,
  sayPrevious: (states: readonly Called[]): string => `Say what comes before ${allCalled(states)}.`,
  sayStart: (): string => 'Say that it begins there: write “none” in its previous column.',
  wordPlainly: (): string => 'Word the place so that it can mean one thing only.',
  restateMeant: (): string => 'Restate the claim in `sources` of the table as it is meant, with a note.',
  addRow: (from: string, to: string): string => `Add a row from ${from} to ${to} to the table.`,
  takeOutOfDocument: (lines: readonly number[]): string => `Take it out of the document (line ${lines.join(', ')}).`,
  listThere: (column: Column, line: number): string =>
    `List what ${column === 'next' ? 'follows' : 'comes before'} in the document (line ${line}).`,
  takeRowsOut: (column: Column, state: string | undefined): string =>
    `Take the rows ${column === 'next' ? 'from' : 'to'} ${state} out of the table.`,
  listNext: (to: Called, from: Called): string => `List ${called(to)} as what follows ${called(from)} in the document.`,
  takeRowOut: (): string => 'Take the row out of the table.',
  narrowRow: (): string => 'Narrow the row of the table so that it does not lead there.',
  guardRow: (): string => 'Give the row a guard on memory that keeps what the condition asks.',
  takeConditionOut: (): string => 'Take the condition out of the document.',
  addState: (label: string): string => `Add the state to the table, with the label ${said(label)}.`,
  labelState: (): string => 'If the table has it by another name, give that state this label, or correct the document.',
  describe: (label: Called): string => `Describe ${called(label)} in the document.`,
  takeStateOut: (state: string): string => `Take ${state} out of the table.`,
  correctRestated: (): string => 'Correct the restated claim in `sources` of the table.',
  readAgain: (): string => 'Look whether the document was read wrongly there.',
  addClaim: (): string => 'Add the claim to `sources` of the table.',
  takeRulingOut: (): string => 'Take the ruling out of the table, or correct what it names.',
  correctEvent: (line: number): string => `Correct the event in the document (line ${line}).`,
  addRowOn: (events: readonly string[]): string => `Add a row on ${listed(events)} to the table.`,
  callEvent: (events: readonly string[]): string =>
    `Call it as the table does (${listed(events)}), or give the event of the table this label.`,
  addEvent: (): string => 'Add the event and its row to the table.',
  describeIn: (state: Called, without: readonly string[]): string =>
    `Describe ${called(state)} in ${documents(without)}.`,
  takeOutOfFile: (document: string, line: number | undefined): string =>
    `Take it out of ${document}${line === undefined ? '' : ` (line ${line})`}.`,
  sayIn: (without: readonly string[], from: Called, to: Called): string =>
    `Say in ${documents(without)} that ${becomes(from, to)}.`,
  oneLabelInBoth: (): string => 'Call the state by one label in both documents.',
  describeInBoth: (): string => 'If they are different states, describe both in both.',
  sameEvent: (): string => 'Say the same event in both documents.',
  giveCondition: (document: string): string => `Give the condition in ${document} too.`,
  ownLabelsIn: (language: string): string => `Give each of them a label of its own in ${languageName(language)}.`,
  sayInLanguage: (language: string, row: string | undefined): string =>
    `Say it in ${languageName(language)}${row === undefined ? '' : `: ${said(row)}`}.`,
  nameKnown: (thing: Thing | undefined): string =>
    `Name ${thing === 'event' ? 'an event' : 'a state'} that the table has.`,
  writeName: (name: string): string => `Write ${name} instead.`,
  addIfExists: (text: string): string => `Add ${said(text)} to the table if it exists.`,
  takeArrowOutOfLine: (line: number): string => `Take the arrow out of line ${line}.`,
  addRowBetween: (from: Called, to: Called): string => `Add a row ${arrow(from, to)} to the table.`,
  addToCopy: (state: Called, what: What): string => `Add ${called(state)} to the ${WHATS[what]}.`,
  addArrowToCopy: (from: Called, to: Called, what: What): string =>
    `Add the transition ${arrow(from, to)} to the ${WHATS[what]}.`,
  generate: (): string => 'Put a block in its place that stateatlas generate keeps up to date.',
  takeOutOfCopy: (label: string, what: What): string => `Take ${said(label)} out of the ${WHATS[what]}.`,
  addThatState: (): string => 'Add the state to the table.',
  takeTransitionOut: (what: What, line: number): string =>
    `Take the transition out of the ${WHATS[what]} (line ${line}).`,
};

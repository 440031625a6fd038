/** A table or one of its states in a section of somebody else’s page: no links, since none of our pages is there. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Row, State, Table } from '../../model/table/types.ts';
import type { TableInput } from '../artefact.ts';
import { statesIn } from '../site/table/mentions.ts';
import { effectText, predicateText } from '../words.ts';
import { code, md, mdTable } from './escape.ts';
import { causeText, labelOf, propertiesTable, rowsTable, targetLink } from './parts.ts';

/** What a state is and does: its description, its ways in and out as a table, and the properties that speak of it with their verdicts. */
export function stateSection(input: TableInput, name: string): string {
  const { model: table, language, judgement } = input;
  const state = table.states[name] as State;
  const rows = table.transitions.flatMap((row) =>
    selectStates(table.states, row.from)
      .filter((from) => from === name || row.to === name)
      .flatMap((from) => listOf(row.on).map((event) => line(input, row, from, event))),
  );
  const speaking = judgement.verdicts.filter(({ property }) => {
    const declared = table.properties?.[property];
    return declared !== undefined && statesIn(table, declared).has(name);
  });
  return paragraphs(
    `${md(labelOf(input, table.states, name))}: state ${code(name)} of ${titleOf(input)}${marksOf(state)}.`,
    md(textIn(state.description, language)),
    rows.length === 0 ? 'No row leads to it or away from it.' : mdTable(HEADINGS, rows),
    speaking.length === 0 ? '' : propertiesTable({ ...input, judgement: { ...judgement, verdicts: speaking } }),
  );
}

/** What a table is and does: its description, its rows, and its properties with their verdicts. */
export function tableSection(input: TableInput): string {
  const { model: table, language, judgement } = input;
  return paragraphs(
    `${titleOf(input)}.`,
    md(textIn(table.description, language)),
    rowsTable(input, undefined),
    judgement.verdicts.length === 0 ? '' : propertiesTable(input),
  );
}

const HEADINGS = ['From', 'On', 'Caused by', 'When', 'To', 'Sets'];

const line = (input: TableInput, row: Row, from: string, event: string): readonly string[] => [
  md(labelOf(input, input.model.states, from)),
  md(labelOf(input, input.model.events, event)),
  causeText(input, event),
  row.when === undefined ? '' : md(predicateText(row.when)),
  row.to === 'stay' ? md(labelOf(input, input.model.states, from)) : targetLink(input, row, undefined),
  md(effectText(row)),
];

const titleOf = ({ model, language }: { readonly model: Table; readonly language: string }): string =>
  md(textIn(model.title, language, model.name));

function marksOf({ initial, final }: State): string {
  const marks = [
    ...(initial === undefined ? [] : ['initial']),
    ...(final === undefined ? [] : [final === true ? 'final' : `final while ${md(predicateText(final.when))}`]),
  ];
  return marks.length === 0 ? '' : ` (${marks.join(', ')})`;
}

const paragraphs = (...all: readonly string[]): string => all.filter((each) => each !== '').join('\n\n');

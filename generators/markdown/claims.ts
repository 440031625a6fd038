/** The page on what the sources claim, and what became of every claim. */
import { selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Claim, Row, Table } from '../../model/table/types.ts';
import type { Artefact, TableInput } from '../artefact.ts';
import { md, mdTable } from './escape.ts';
import { rowPlace, rulingText, stateLink } from './parts.ts';

/** Whether a row, citing the claim's line, leads between the two states that the claim names. */
export function supports(table: Table, row: Row, source: string, { line, column, of, names }: Claim): boolean {
  const cited = Object.entries(row.cites ?? {}).find(([name]) => name === source)?.[1] ?? [];
  if (!cited.includes(line)) return false;
  if (typeof names !== 'string') return true;
  const [from, to] = column === 'previous' ? [names, of] : [of, names];
  const variable = typeof row.to === 'string' ? undefined : table.memory?.[row.to.recall];
  const targets =
    variable !== undefined && 'states' in variable
      ? selectStates(table.states, variable.states)
      : [row.to === 'stay' ? from : row.to];
  return selectStates(table.states, row.from).includes(from) && targets.includes(to);
}

function outcome(input: TableInput, source: string, claim: Claim): string {
  const { model: table } = input;
  const rows = [...table.transitions.entries()].filter(([, row]) => supports(table, row, source, claim));
  const decided = (table.rulings ?? []).filter((ruling) => {
    if (!('claim' in ruling)) return false;
    const { claim: about } = ruling;
    return (
      about.source === source &&
      about.line === claim.line &&
      about.column === claim.column &&
      about.of === claim.of &&
      about.names === claim.names
    );
  });
  return [
    ...(rows.length === 0 ? [] : [`Row ${rows.map(([index]) => rowPlace(input, index)).join(', ')}`]),
    ...decided.map((ruling) => rulingText(input, ruling)),
  ].join('<br>');
}

/** Every claim of every source, in the order of the document. */
export function claimsPage(input: TableInput): Artefact {
  const { model: table, language } = input;
  const sections = Object.entries(table.sources ?? {}).flatMap(([name, source]) => [
    `## ${md(textIn(source.title, language, name))}`,
    mdTable(
      ['Line', 'Row of', 'Column', 'As written', 'Names', 'Condition', 'What became of it'],
      (source.claims ?? []).map((claim) => [
        String(claim.line),
        stateLink(input, claim.of, ''),
        claim.column,
        md(claim.text),
        claim.names === undefined ? '' : claim.names === null ? 'none' : stateLink(input, claim.names, ''),
        md([textIn(claim.condition, language), textIn(claim.note, language)].filter((part) => part !== '').join(' · ')),
        outcome(input, name, claim),
      ]),
    ),
  ]);
  return {
    path: 'claims.md',
    content: `${['# Claims of the sources', '[← overview](README.md)', ...sections].join('\n\n')}\n`,
  };
}

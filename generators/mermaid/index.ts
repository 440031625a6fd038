/** Mermaid diagrams of a table or a system and of the traces of its judgement. */
import type { Trace } from '../../model/explore/graph.ts';
import { type Diagram, type Input, isSystemInput, type SystemInput, type TableInput } from '../artefact.ts';
import { tablesSeen } from '../seen.ts';
import { laneDiagram } from './lanes.ts';
import { sequence } from './sequence-diagram.ts';
import { actorDiagram, neighbourhood, overview } from './state-diagram.ts';
import { synchronisation } from './synchronisation.ts';

/** Every diagram of a table or a system, in a stable order, with names that are safe and distinct as file names everywhere. */
export const diagrams = (input: Input): readonly Diagram[] =>
  distinct(isSystemInput(input) ? ofSystem(input) : ofTable(input as TableInput));

function ofTable(input: TableInput): readonly Diagram[] {
  const { model: table } = input;
  const actors = [...new Set(Object.values(table.events).map(({ by }) => by))];
  return [
    overview(input),
    ...Object.keys(table.states).map((state) => neighbourhood(input, state)),
    ...actors.map((actor) => actorDiagram(input, actor)),
    ...tracesOf(input).map(({ name, title, trace }) => sequence(input, name, title, trace)),
  ];
}

/** The synchronisation, one state diagram for each table, and the traces with a lane for each instance. */
const ofSystem = (input: SystemInput): readonly Diagram[] => [
  ...synchronisation(input),
  ...tablesSeen(input).map((seen) => ({ ...overview(seen), name: tableDiagram(seen.model.name) })),
  ...tracesOf(input).map(({ name, title, trace }) => laneDiagram(input, name, title, trace)),
];

/** The name of the diagram of one of a system's tables. */
export const tableDiagram = (table: string): string => `table-${table}`;

/** A trace worth a diagram, with the name of its diagram. */
export type NamedTrace = { readonly name: string; readonly title: string; readonly trace: Trace };

/** The counterexamples and witnesses of properties, then the traces of findings, with distinct names. */
export function tracesOf({ judgement }: Input): readonly NamedTrace[] {
  const properties = judgement.verdicts.flatMap(({ property, trace }) =>
    trace === undefined ? [] : [{ name: `trace-${slug(property)}`, title: property, trace }],
  );
  const findings = judgement.findings.flatMap(({ code, message, trace, states = [], events = [] }) =>
    trace === undefined
      ? []
      : [{ name: `trace-${code}-${slug([...states, ...events].join('-'))}`, title: `${code}: ${message}`, trace }],
  );
  return distinct([...properties, ...findings]);
}

const LONGEST = 60;

/** A text as part of a file name: lower-case letters, digits and dashes. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST);

/** Numbers names that differ from an earlier one in nothing but case or Unicode form. */
function distinct<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  return all.map((each) => {
    let { name } = each;
    for (let count = 2; taken.has(keyOf(name)); count++) name = `${each.name}-${count}`;
    taken.add(keyOf(name));
    return { ...each, name };
  });
}

const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase();

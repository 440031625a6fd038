/** The pages of one system. */
import type { Trace } from '../../model/explore/graph.ts';
import { textIn } from '../../model/table/text.ts';
import type { Artefact, Diagram, SystemInput } from '../artefact.ts';
import { tableDiagram } from '../mermaid/index.ts';
import { explorationLine, summaryLine } from '../report/text.ts';
import { type TableSeen, TOGETHER, TOGETHER_MEANS, tablesSeen } from '../seen.ts';
import { code, md } from './escape.ts';
import { BACK, BACK_UP, findingsPage, page, propertiesPage, type Show, showing } from './page.ts';
import { findingsTable, memoryTable, propertiesTable, rowsTable, statesTable } from './parts.ts';
import {
  channelsTable,
  instancesTable,
  ownEventsTable,
  synchronisationTable,
  systemMemoryTable,
  systemTraceList,
  tableEventsTable,
  tableLink,
  togetherTable,
} from './system-parts.ts';

/** All Markdown pages of a system. Every diagram has its text equivalent on the same page. */
export function systemPages(input: SystemInput, diagrams: readonly Diagram[]): readonly Artefact[] {
  const show = showing(input, diagrams);
  const steps = (trace: Trace): string => systemTraceList(input, trace);
  return [
    index(input, show),
    ...tablesSeen(input).map((seen) => tablePage(input, seen, show)),
    page(
      'events.md',
      '# Events',
      BACK,
      'Each line is one event: what stands in it happens at once, or not at all.',
      show('synchronisation'),
      '## Together',
      synchronisationTable(input),
      '## On their own',
      ownEventsTable(input),
    ),
    ...(hasMemory(input) ? [memoryPage(input)] : []),
    propertiesPage(input, show, steps),
    findingsPage(input, show, steps),
  ];
}

const hasMemory = ({ model: { memory, channels, instances } }: SystemInput): boolean =>
  [memory, channels, ...Object.values(instances).map((set) => set.memory)].some((part) => part !== undefined);

function index(input: SystemInput, show: Show): Artefact {
  const { model: system, judgement, language } = input;
  const links = [
    '[Events](events.md)',
    ...(hasMemory(input) ? ['[Memory](memory.md)'] : []),
    '[Properties](properties.md)',
    '[Findings](findings.md)',
    ...system.tables.map(({ name }) => tableLink(input, name, '')),
  ];
  return page(
    'README.md',
    `# ${md(textIn(system.title, language, system.name))}`,
    md(textIn(system.description, language)),
    links.join(' · '),
    `**Checked:** ${explorationLine(judgement.exploration)}. ${summaryLine(judgement)}.`,
    ...(judgement.notes ?? []).map((note) => `*${md(note)}*`),
    '## Instances',
    instancesTable(input),
    '## Properties',
    propertiesTable(input),
    '## Findings',
    findingsTable(input),
    '## What happens together',
    show('synchronisation'),
    togetherTable(input),
  );
}

/** A table as the system uses it: who follows it, its states, the events of the system that move it, its memory and rows. */
function tablePage(input: SystemInput, seen: TableSeen, show: Show): Artefact {
  const { table, moved } = seen;
  const sets = Object.entries(input.model.instances).filter(([, { table: followed }]) => followed === table.name);
  return page(
    `tables/${table.name}.md`,
    `# ${md(textIn(table.title, input.language, table.name))}`,
    BACK_UP,
    md(textIn(table.description, input.language)),
    `Followed by ${sets.length === 0 ? 'no instance' : sets.map(([set]) => code(set)).join(', ')}.`,
    show(tableDiagram(table.name), '../'),
    moved.size === 0 ? undefined : `${TOGETHER} ${TOGETHER_MEANS}.`,
    '## States',
    statesTable(seen, undefined),
    '## Events',
    tableEventsTable(input, table),
    ...(table.memory === undefined ? [] : ['## Memory', memoryTable(seen)]),
    '## Rows',
    rowsTable(seen, undefined),
  );
}

function memoryPage(input: SystemInput): Artefact {
  const { memory, instances, channels } = input.model;
  const hasVariables = [memory, ...Object.values(instances).map((set) => set.memory)].some(
    (part) => part !== undefined,
  );
  return page(
    'memory.md',
    '# Memory',
    BACK,
    'What belongs to no table: only events of the system write it.',
    hasVariables ? systemMemoryTable(input) : undefined,
    ...(channels === undefined ? [] : ['## Channels', channelsTable(input)]),
  );
}

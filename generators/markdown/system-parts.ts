/** Parts of the pages of a system, which embedded blocks show as well. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Step, SystemConfiguration } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { loseEvent } from '../../model/system/events.ts';
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import type { InstanceSet, System, SystemVariable } from '../../model/system/types.ts';
import { calledIn } from '../../model/table/called.ts';
import { listOf } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Table } from '../../model/table/types.ts';
import type { Shown } from '../artefact.ts';
import { lanesOfStep, type StepLane } from '../report/changes.ts';
import { at, eventsIn } from '../report/events.ts';
import {
  boundText,
  causeText,
  columnsOf,
  eventText,
  guardLines,
  ownEvents,
  takenText,
  vectorsOf,
} from '../synchronisation.ts';
import { initialText } from '../words.ts';
import { fieldDomainText, parametersText, systemDomainText } from '../words-system.ts';
import { code, md, mdTable } from './escape.ts';
import { labelOf, stepsList } from './parts.ts';

/** More instances than these are counted, not named. */
const MOST_NAMES = 6;

const NOTHING_TOGETHER = 'The system has no events of its own: its instances move alone.';

const broken = (lines: readonly string[]): string => lines.map(md).join('<br>');

/** A link to the page of one of the tables. */
export const tableLink = ({ model, language }: Shown<System>, name: string, up: '' | '../'): string => {
  const table = model.tables.find((each) => each.name === name);
  return `[${md(textIn(table?.title, language, name))}](${up}tables/${encodeURIComponent(name)}.md)`;
};

/** The sets of instances as a table: how many there are, and what they are called. */
export function instancesTable(shown: Shown<System>): string {
  const { model: system, language } = shown;
  const all = [...instancesOf(system).values()];
  return mdTable(
    ['Instances', 'Name', 'Table', 'How many', 'Called', 'Starts', 'Description'],
    Object.entries(system.instances).map(([set, declared]) => {
      const names = all.filter((instance) => instance.set === set).map(({ name }) => name);
      const called = names.length > MOST_NAMES ? [names[0] as string, '…', names.at(-1) as string] : names;
      return [
        md(labelOf(shown, system.instances, set)),
        code(set),
        declared.table === undefined ? '' : tableLink(shown, declared.table, ''),
        `${names.length}${declared.per === undefined ? '' : `, one per ${declared.per.map(code).join(' × ')}`}`,
        called.map((name) => (name === '…' ? name : code(name))).join(', '),
        md(startText(system, declared, language)),
        md(textIn(declared.description, language)),
      ];
    }),
  );
}

/** The states in which the instances of a set start. */
function startText(system: System, declared: InstanceSet, language: string): string {
  const { states = {} } = tableOf(system, declared) ?? {};
  const initial = Object.keys(states).filter((state) => states[state]?.initial !== undefined);
  const names = declared.initial === undefined ? initial : listOf(declared.initial);
  return names.map((state) => calledIn(states, state, language)).join(' or ');
}

/** Which sets move together on which event, as a table: what the diagram shows. */
export function togetherTable({ model: system, language }: Shown<System>): string {
  const vectors = vectorsOf(system);
  if (vectors.length === 0) return NOTHING_TOGETHER;
  const columns = columnsOf(system, vectors, language);
  return mdTable(
    ['Event', 'Caused by', ...columns.map(({ heading }) => md(heading))],
    vectors.map((vector) => [
      `[${md(eventText(vector.event, language))}](events.md)`,
      md(causeText(system, vector.event, language)),
      ...columns.map(({ moves, sets }) => {
        const moving = moves(vector);
        return broken(moving.length > 0 ? moving : sets(vector));
      }),
    ]),
  );
}

/** What happens together in every detail, as a table: each event with who causes it, when it can happen, who moves and what is set. */
export function synchronisationTable({ model: system, language }: Shown<System>): string {
  const vectors = vectorsOf(system);
  if (vectors.length === 0) return NOTHING_TOGETHER;
  const columns = columnsOf(system, vectors, language);
  return mdTable(
    ['Event', 'Name', 'Caused by', 'For', 'When', ...columns.map(({ heading }) => md(heading)), 'Description'],
    vectors.map((vector) => {
      const { event } = vector;
      return [
        md(eventText(event, language)),
        code(event.name),
        md(causeText(system, event, language)),
        md(parametersText(event.with ?? {}, event.distinct)),
        broken(guardLines(system, event)),
        ...columns.map(({ moves, sets }) => broken([...moves(vector), ...sets(vector)])),
        md(textIn(event.description, language)),
      ];
    }),
  );
}

/** What instances do on their own, and the messages that lossy channels lose, as a table. */
export function ownEventsTable(shown: Shown<System>): string {
  const { model: system, language } = shown;
  const own = ownEvents(system).map((event) => {
    const [[set = '', taken = ''] = []] = Object.entries(event.moves ?? {});
    const table = system.instances[set]?.table;
    return [
      md(takenText(system, set, taken, language)),
      code(event.name),
      md(causeText(system, event, language)),
      table === undefined ? '' : tableLink(shown, table, ''),
      md(textIn(event.description, language)),
    ];
  });
  const lost = Object.entries(system.channels ?? {})
    .filter(([, { lossy }]) => lossy === true)
    .map(([channel]) => ['a message is lost', code(loseEvent(channel)), '', '', '']);
  const rows = [...own, ...lost];
  return rows.length === 0 ? 'None.' : mdTable(['Event', 'Name', 'Caused by', 'Table', 'Description'], rows);
}

/** The memory that belongs to no table: shared, and added to instances. */
export function systemMemoryTable(shown: Shown<System>): string {
  const { model: system, language } = shown;
  const row = (owner: string, memory: System['memory'], name: string, variable: SystemVariable): readonly string[] => [
    owner,
    code(name),
    md(labelOf(shown, memory, name)),
    md(systemDomainText(variable)),
    md(initialText(variable)),
    md(textIn(variable.description, language)),
  ];
  const variablesOf = (owner: string, memory: System['memory']): readonly (readonly string[])[] =>
    Object.entries(memory ?? {}).map(([name, variable]) => row(owner, memory, name, variable));
  return mdTable(
    ['Of', 'Name', 'Variable', 'Domain', 'Initially', 'Description'],
    [
      ...variablesOf('all', system.memory),
      ...Object.entries(system.instances).flatMap(([set, { memory }]) => variablesOf(`each ${code(set)}`, memory)),
    ],
  );
}

/** The channels as a table: what a message is, and how many there is room for. */
export const channelsTable = (shown: Shown<System>): string =>
  mdTable(
    ['Channel', 'Name', 'A message', 'Room for', 'Kind', 'Description'],
    Object.entries(shown.model.channels ?? {}).map(([name, channel]) => [
      md(labelOf(shown, shown.model.channels, name)),
      code(name),
      Object.entries(channel.message)
        .map(([field, domain]) => `${code(field)}: ${md(fieldDomainText(domain))}`)
        .join('<br>'),
      String(channel.capacity),
      [channel.ordered === false ? 'in any order' : 'first in, first out', channel.lossy === true ? 'lossy' : '']
        .filter((kind) => kind !== '')
        .join(', '),
      md(textIn(channel.description, shown.language)),
    ]),
  );

/** By which events of the system the events of a table happen, as a table; those that nothing moves happen on their own. */
export function tableEventsTable(shown: Shown<System>, table: Table): string {
  const { model: system, language } = shown;
  const sets = Object.keys(system.instances).filter((set) => system.instances[set]?.table === table.name);
  const moving = (name: string): readonly string[] =>
    vectorsOf(system)
      .filter(({ parts }) => parts.some(({ set, takes }) => sets.includes(set) && takes === name))
      .map(({ event }) => `[${md(eventText(event, language))}](../events.md)`);
  const alone = new Set(ownEvents(system).map(({ name }) => name));
  return mdTable(
    ['Event', 'Name', 'Caused by', 'Happens', 'Description'],
    Object.entries(table.events).map(([name, event]) => [
      md(labelOf(shown, table.events, name)),
      code(name),
      md(causeText({ ...system, actors: table.actors ?? {} }, event, language)),
      [
        ...new Set([
          ...sets.filter((set) => alone.has(`${set}.${name}`)).map((set) => `on its own, as ${code(`${set}.${name}`)}`),
          ...moving(name),
        ]),
      ].join('<br>'),
      md(textIn(event.description, language)),
    ]),
  );
}

/** A trace as numbered steps, each with what became of every instance that takes part, and the row it took. */
export function systemTraceList(shown: Shown<System>, trace: Trace): string {
  const { model: system, language, places } = shown;
  const events = eventsIn(system);
  const instances = instancesOf(system);
  const laneOf = ({ name, state, values, row }: StepLane): string => {
    const table = instances.get(name ?? '')?.table;
    const link =
      table === undefined || state === undefined
        ? []
        : [`[${md(calledIn(table.states, state, language))}](tables/${encodeURIComponent(table.name)}.md)`];
    const words = [...link, ...values.map(md)].join(', ');
    return `     - ${name === undefined ? '' : `${code(name)}: `}${words}${row === undefined ? '' : ` (${code(at(places, events.row(row).path))})`}`;
  };
  const say = (before: SystemConfiguration, step: Step): string => {
    const { label, ...cause } = events.words(step.event);
    const who = causeText(system, cause, language);
    const bound = boundText(system, step);
    return [
      `[${md(textIn(label, language, step.event))}](events.md)${bound === '' ? '' : ` (${md(bound)})`}${who === '' ? '' : `, ${md(who)}`}`,
      ...lanesOfStep(before, step).map(laneOf),
    ].join('\n');
  };
  return stepsList(trace, machineOf(system).describe(trace.initial), (before, step) =>
    say(before as SystemConfiguration, step),
  );
}

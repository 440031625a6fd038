/**
 * A system in DOT: a cluster for each of its tables, and who moves together on what. Each event of the system is an
 * ellipse that says who causes it and when; it is joined with the sets of instances that take part, the shared memory and the
 * channels, and each line says what becomes of them.
 */
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import type { System, SystemAssignment } from '../../model/system/types.ts';
import { textIn } from '../../model/table/text.ts';
import { causeText, eventText, guardLines, type Part, takenText, vectorsOf } from '../synchronisation.ts';
import { messagePatternText, parametersText, systemAssignmentText } from '../words-system.ts';
import { graph, quoted, tableParts } from './dot-table.ts';

/** The graph of a system. */
export function dotOfSystem(system: System, language: string): string {
  const clusters = system.tables.flatMap((table, index) => [
    `  subgraph cluster_t${index} {`,
    `    label=${quoted(textIn(table.title, language, table.name))};`,
    ...tableParts(table, language, `t${index}_`).map((line) => `  ${line}`),
    '  }',
  ]);
  const instances = [...instancesOf(system).values()];
  const ids = new Map(Object.keys(system.instances).map((set, index) => [set, `i${index}`]));
  const sets = Object.entries(system.instances).map(([set, declared]) => {
    const number = instances.filter((each) => each.set === set).length;
    const table = tableOf(system, declared);
    const follows = table === undefined ? '' : `\n${textIn(table.title, language, table.name)}`;
    return `  ${ids.get(set)} [label=${quoted(`${number} × ${textIn(declared.label, language, set)}${follows}`)}];`;
  });

  const memory = system.memory === undefined ? [] : ['  m [label="shared memory" shape=note style=solid];'];
  const places = new Map(Object.keys(system.channels ?? {}).map((channel, index) => [channel, `c${index}`]));
  const channels = Object.entries(system.channels ?? {}).map(([channel, declared]) => {
    const { label, capacity, ordered = true, lossy = false } = declared;
    const kind = `${capacity} at most, ${ordered ? 'in order' : 'in any order'}${lossy ? ', lossy' : ''}`;
    return `  ${places.get(channel)} [label=${quoted(`${textIn(label, language, channel)}\n${kind}`)} shape=cds style=solid];`;
  });

  const partLine = (id: string, { reference, set, takes, sets: said, every }: Part): string => {
    const who = every ? `each ${reference}: ` : reference === set ? '' : `${reference}: `;
    const moved = takes === undefined ? [] : [`${who}${takenText(system, set, takes, language)}`];
    return arrow(id, ids.get(set), [...moved, ...said].join('\n'));
  };
  const events = vectorsOf(system).flatMap(({ event, parts }, index) => {
    const id = `e${index}`;
    const { set = {}, send = {}, receive = {} } = event;
    const cause = causeText(system, event, language);
    const parameters = parametersText(event.with ?? {}, event.distinct);
    const of = parameters === '' ? '' : ` (${parameters})`;
    const named = `${cause === '' ? '' : `${cause}: `}${eventText(event, language)}${of}`;
    const label = [named, ...guardLines(system, event).map((guard) => `[${guard}]`)].join('\n');
    const shared = Object.entries(set)
      .filter(([target]) => Object.hasOwn(system.memory ?? {}, target))
      .map(([target, assignment]) => systemAssignmentText(undefined, target, assignment as SystemAssignment));
    return [
      `  ${id} [label=${quoted(label)} shape=ellipse style=solid];`,
      ...parts.map((part) => partLine(id, part)),
      ...(shared.length === 0 ? [] : [arrow(id, 'm', shared.join('\n'))]),
      ...Object.entries(receive).map(([channel, message]) =>
        arrow(places.get(channel), id, messagePatternText(message)),
      ),
      ...Object.entries(send).map(([channel, message]) => arrow(id, places.get(channel), messagePatternText(message))),
    ];
  });
  return graph(system, language, [...clusters, ...sets, ...memory, ...channels, ...events]);
}

const arrow = (from: string | undefined, to: string | undefined, label: string): string =>
  `  ${from} -> ${to} [label=${quoted(label)}];`;

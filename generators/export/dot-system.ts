/**
 * A system in DOT: a cluster for each of its tables, and who moves together on what. Each event of the system is an
 * ellipse, joined with the sets of instances that it moves; the line says which event of their table they take.
 */
import { setOf } from '../../model/system/events.ts';
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import type { Parameters, Participants, System } from '../../model/system/types.ts';
import { textIn } from '../../model/table/text.ts';
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

  /** The lines to the sets of those who move. */
  function lines(
    id: string,
    { moves = {} }: Pick<Participants, 'moves'>,
    parameters: Parameters,
    word = '',
  ): readonly string[] {
    return Object.entries(moves).map(([reference, taken]) => {
      const set = setOf(system, reference, parameters) as string;
      const event = tableOf(system, system.instances[set] ?? {})?.events[taken];
      return `  ${id} -> ${ids.get(set)} [label=${quoted(`${word}${textIn(event?.label, language, taken)}`)}];`;
    });
  }
  const events = Object.entries(system.events ?? {}).flatMap(([name, event], index) => {
    const id = `e${index}`;
    const { with: parameters = {}, each = [] } = event;
    return [
      `  ${id} [label=${quoted(textIn(event.label, language, name))} shape=ellipse style=solid];`,
      ...lines(id, event, parameters),
      ...each.flatMap((group) => lines(id, group, { ...parameters, ...group.with }, 'each ')),
    ];
  });
  return graph(system, language, [...clusters, ...sets, ...events]);
}

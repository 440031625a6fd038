/** A trace as a sequence diagram between the actors and the table. */
import type { Trace } from '../../model/explore/graph.ts';
import type { TableConfiguration } from '../../model/explore/machine.ts';
import type { Table } from '../../model/table/types.ts';
import type { Diagram, Shown } from '../artefact.ts';
import { shorten } from '../characters.ts';
import { eventText } from './edges.ts';
import { escapeLabel, wrap } from './escape.ts';
import { heldText, nameIn, titleIn } from './names.ts';
import { wordsOf } from './words.ts';

/** The width of a line in a note or a message, and in a heading, in characters. */
const WIDTH = 40;
const HEAD_WIDTH = 48;

/** The longest title, in characters. */
const LONGEST_TITLE = 1000;

/** The trace, step by step: who causes which event, and the configuration it leads to. */
export function sequence({ model: table, language }: Shown<Table>, name: string, title: string, trace: Trace): Diagram {
  const words = wordsOf(language);
  const actorOf = (event: string): string | undefined => table.events[event]?.by;
  const actors = [...new Set(trace.steps.flatMap(({ event }) => actorOf(event) ?? []))];
  const ids = new Map(actors.map((actor, index) => [actor, `a${index}`]));
  /** Where the table is: a line for the state, and one for each variable that is new. */
  const where = ({ state, memory }: TableConfiguration, before?: TableConfiguration): readonly string[] => {
    const label = nameIn(table.states, state, language);
    const changed = Object.entries(memory).filter(([variable, value]) => before?.memory[variable] !== value);
    return [label, ...changed.map(([variable, value]) => heldText(table, variable, value, language))];
  };
  const initial = trace.initial as TableConfiguration;
  const note = (...texts: readonly string[]): string =>
    `  Note over t: ${escapeLabel(texts.map((text) => wrap(text, WIDTH)).join('\n'))}`;
  const lines = [
    'sequenceDiagram',
    `  accTitle: ${escapeLabel(shorten(title, LONGEST_TITLE)).replaceAll('<br/>', ' ')}`,
  ];
  for (const [actor, id] of ids)
    lines.push(`  actor ${id} as ${escapeLabel(wrap(nameIn(table.actors, actor, language), HEAD_WIDTH))}`);
  lines.push(
    `  participant t as ${escapeLabel(wrap(titleIn(table.title, language, table.name), HEAD_WIDTH))}`,
    note(...where(initial)),
  );
  let before = initial;
  for (const [index, step] of trace.steps.entries()) {
    const { event } = step;
    const to = step.to as TableConfiguration;
    if (index === trace.loop) lines.push(`  loop ${escapeLabel(words.forEver)}`);
    const actor = actorOf(event);
    const from = actor === undefined ? 't' : (ids.get(actor) as string);
    lines.push(
      `  ${from}->>t: ${escapeLabel(wrap(eventText(table, event, language), WIDTH))}`,
      note(...where(to, before)),
    );
    before = to;
  }
  if (trace.loop !== undefined) lines.push('  end');
  if (trace.stutters) lines.push(note(words.nothingMore));
  const messages = trace.steps.map(({ event }) => ({ rows: [], events: [event] }));
  return {
    name,
    title,
    kind: 'sequence',
    source: `${lines.join('\n')}\n`,
    legend: { nodes: {}, edges: messages },
  };
}

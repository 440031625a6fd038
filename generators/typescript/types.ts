/** The table as TypeScript types, documented for editors and for TypeDoc. */
import { listOf, selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import { type Described, STAY, type Table, type Variable } from '../../model/table/types.ts';
import type { Artefact, Shown } from '../artefact.ts';
import { domainText, durationText } from '../words.ts';
import { constants, doc, moduleDoc, quoted, union, wordsOf } from './text.ts';

/** `types.ts`: unions and documented constants, and the possible next states at compile time. No imports. */
export function tableTypes({ model: table, language }: Shown<Table>): Artefact {
  const words = (thing: Described): readonly string[] => wordsOf(thing, language);
  const states = Object.entries(table.states);
  const events = Object.entries(table.events);
  const title = textIn(table.title, language, table.name);
  const parts = [
    moduleDoc(title, textIn(table.description, language, `The table ${table.name}.`), 'table'),
    constants(
      'states',
      `The states of ${title}.`,
      states.map(([name, state]) => [name, words(state)]),
    ),
    `/** A state of the table. */\nexport type State = ${union(states.map(([name]) => name))};\n`,
    `/** A declared start. */\nexport type InitialState = ${union(states.filter(([, { initial }]) => initial !== undefined).map(([name]) => name))};\n`,
    `/** A declared end, always or under a guard. */\nexport type FinalState = ${union(states.filter(([, { final }]) => final !== undefined).map(([name]) => name))};\n`,
    constants(
      'events',
      `The events of ${title}.`,
      events.map(([name, event]) => [
        name,
        [
          ...words(event),
          event.by === undefined ? '' : `Caused by ${textIn(table.actors?.[event.by]?.label, language, event.by)}.`,
          event.after === undefined ? '' : `A timer: ${durationText(event.after)}.`,
        ],
      ]),
    ),
    `/** An event of the table. */\nexport type Event = ${union(events.map(([name]) => name))};\n`,
    `/** An actor who causes events. */\nexport type Actor = ${union([...new Set(events.flatMap(([, { by }]) => by ?? []))])};\n`,
    memory(table.memory ?? {}, language, (set) => selectStates(table.states, set)),
    transitions(table),
    `/** The events that some row handles in a state. */\nexport type EventsIn<S extends State> = keyof Transitions[S];\n`,
    `/** The states that an event may lead to from a state; \`never\` where no row handles it. */\nexport type Transition<S extends State, E extends Event> = E extends keyof Transitions[S] ? Transitions[S][E] : never;\n`,
    `/** A function that takes every step of the table, as a type for implementations. */\nexport type TransitionFunction = <S extends State, E extends Event>(state: S, event: E) => Transition<S, E>;\n`,
  ];
  return { path: 'types.ts', content: parts.join('\n') };
}

function memory(
  variables: { readonly [name: string]: Variable },
  language: string,
  select: (set: never) => readonly string[],
): string {
  const lines = Object.entries(variables).map(([name, variable]) => {
    const type =
      'range' in variable
        ? 'number'
        : 'values' in variable
          ? union(variable.values)
          : 'flag' in variable
            ? 'boolean'
            : `${union(select(variable.states as never))} | null`;
    const about = [
      textIn(variable.label, language),
      textIn(variable.description, language),
      `Domain: ${domainText(variable)}.`,
    ];
    return `${doc('  ', ...about)}  readonly ${quoted(name)}: ${type};\n`;
  });
  return `/** The memory of the table. */\nexport interface Memory {\n${lines.join('')}}\n`;
}

function transitions(table: Table): string {
  const lines = Object.keys(table.states).map((state) => {
    const targets = new Map<string, Set<string>>();
    for (const row of table.transitions) {
      if (!selectStates(table.states, row.from).includes(state)) continue;
      const variable = typeof row.to === 'string' ? undefined : table.memory?.[row.to.recall];
      const to =
        variable !== undefined && 'states' in variable
          ? selectStates(table.states, variable.states)
          : [row.to === STAY ? state : (row.to as string)];
      for (const event of listOf(row.on)) targets.set(event, new Set([...(targets.get(event) ?? []), ...to]));
    }
    const entries = [...targets].map(([event, to]) => `    readonly ${quoted(event)}: ${union([...to])};\n`);
    return `  readonly ${quoted(state)}: {\n${entries.join('')}  };\n`;
  });
  return `/** The possible next states, by state and event. */\nexport interface Transitions {\n${lines.join('')}}\n`;
}

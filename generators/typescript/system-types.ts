/** A system as TypeScript types, documented for editors and for TypeDoc. */
import { eventsOf, loseEvent, type NamedEvent, setOf } from '../../model/system/events.ts';
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import type { MessageField, Parameter, System, SystemVariable } from '../../model/system/types.ts';
import { selectStates } from '../../model/table/select.ts';
import { textIn } from '../../model/table/text.ts';
import type { Table, Variable } from '../../model/table/types.ts';
import type { Artefact, Shown } from '../artefact.ts';
import { causeText } from '../synchronisation.ts';
import { domainText } from '../words.ts';
import { fieldDomainText, systemDomainText } from '../words-system.ts';
import { constants, doc, moduleDoc, quoted, union, wordsOf } from './text.ts';

/** `types.ts`: instances, states and memory by set, events with their parameters, and the configuration. No imports. */
export function systemTypes(shown: Shown<System>): Artefact {
  const { model: system, language } = shown;
  const title = textIn(system.title, language, system.name);
  const sets = Object.entries(system.instances);
  const names = [...instancesOf(system).values()];
  const bySet = (about: string, name: string, of: (set: string) => string): string =>
    `/** ${about} */\nexport interface ${name} {\n${sets
      .map(([set, declared]) => `${doc('  ', ...wordsOf(declared, language))}  readonly ${quoted(set)}: ${of(set)};\n`)
      .join('')}}\n`;
  const tableIn = (set: string): Table | undefined => tableOf(system, system.instances[set] ?? {});
  const parts = [
    moduleDoc(title, textIn(system.description, language, `The system ${system.name}.`), 'system'),
    bySet('The names of the instances of each set.', 'Instances', (set) =>
      union(names.filter((instance) => instance.set === set).map(({ name }) => name)),
    ),
    '/** A set of instances. */\nexport type InstanceSet = keyof Instances;\n',
    '/** An instance of a set; of any set unless one is given. */\nexport type Instance<S extends InstanceSet = InstanceSet> = Instances[S];\n',
    bySet('The states of the instances of each set; `never` where they have none.', 'States', (set) =>
      union(Object.keys(tableIn(set)?.states ?? {})),
    ),
    bySet(
      'The memory of an instance of each set: that of its table, and what the system adds.',
      'InstanceMemory',
      (set) =>
        block('    ', [
          ...Object.entries(tableIn(set)?.memory ?? {}).map(([name, variable]) =>
            tableVariable(tableIn(set) as Table, name, variable, language),
          ),
          ...Object.entries(system.instances[set]?.memory ?? {}).map(([name, variable]) =>
            systemVariable(name, variable, language),
          ),
        ]),
    ),
    `/** The shared memory. */\nexport type SharedMemory = ${block(
      '  ',
      Object.entries(system.memory ?? {}).map(([name, variable]) => systemVariable(name, variable, language)),
    )};\n`,
    `/** The messages under way in each channel. */\nexport type Channels = ${block('  ', channels(system, language))};\n`,
    ...events(system, language),
    '/** What one instance of a set is in; it has no state where its set has none. */\nexport type InstanceConfiguration<S extends InstanceSet> = ([States[S]] extends [never] ? unknown : { readonly state: States[S] }) & {\n  readonly memory: InstanceMemory[S];\n};\n',
    '/** The configuration of the system: of all its instances, the shared memory, and the messages under way. */\nexport type Configuration = {\n  readonly instances: { readonly [S in InstanceSet as Instances[S]]: InstanceConfiguration<S> };\n  readonly memory: SharedMemory;\n  readonly channels: Channels;\n};\n',
  ];
  return { path: 'types.ts', content: parts.join('\n') };
}

/** An object without members: `{}` would be anything. */
const NOTHING = 'Record<string, never>';

/** A member of an object type, with what is said about it. */
type Member = { readonly name: string; readonly type: string; readonly about: readonly string[] };

const block = (indent: string, members: readonly Member[]): string =>
  members.length === 0
    ? NOTHING
    : `{\n${members
        .map(({ name, type, about }) => `${doc(indent, ...about)}${indent}readonly ${quoted(name)}: ${type};\n`)
        .join('')}${indent.slice(2)}}`;

/** The type of a domain; instances are those of a set. */
function typeOf(domain: MessageField): string {
  if ('instance' in domain) return `Instances[${quoted(domain.instance)}]`;
  if ('values' in domain) return union(domain.values);
  return 'range' in domain ? 'number' : 'boolean';
}

const systemVariable = (name: string, variable: SystemVariable, language: string): Member => ({
  name,
  type: 'instance' in variable ? `${typeOf(variable)} | null` : typeOf(variable),
  about: [...wordsOf(variable, language), `Domain: ${systemDomainText(variable)}.`],
});

const tableVariable = (table: Table, name: string, variable: Variable, language: string): Member => ({
  name,
  type: 'states' in variable ? `${union(selectStates(table.states, variable.states))} | null` : typeOf(variable),
  about: [...wordsOf(variable, language), `Domain: ${domainText(variable)}.`],
});

const channels = (system: System, language: string): readonly Member[] =>
  Object.entries(system.channels ?? {}).map(([name, channel]) => ({
    name,
    type: `readonly { ${fields(channel.message)} }[]`,
    about: [
      ...wordsOf(channel, language),
      `At most ${channel.capacity}. ${Object.entries(channel.message)
        .map(([field, domain]) => `${field}: ${fieldDomainText(domain)}`)
        .join('; ')}.`,
    ],
  }));

const fields = (message: { readonly [field: string]: MessageField }): string =>
  Object.entries(message)
    .map(([field, domain]) => `readonly ${quoted(field)}: ${typeOf(domain)}`)
    .join('; ');

/** The events as constants, and their parameters. */
function events(system: System, language: string): readonly string[] {
  const all = eventsOf(system).map((event) => ({
    name: event.name,
    about: [...wordsOf(event, language), causeLine(system, event, language)],
    parameters: parameters(system, event),
  }));
  const losing = Object.entries(system.channels ?? {})
    .filter(([, { lossy }]) => lossy === true)
    .map(([channel, { ordered, message }]) => ({
      name: loseEvent(channel),
      about: ['A message is lost.'],
      parameters: ordered === false ? `{ ${fields(message)} }` : '{ readonly "position": number }',
    }));
  const members = [...all, ...losing];
  const title = textIn(system.title, language, system.name);
  return [
    constants(
      'events',
      `The events of ${title}.`,
      members.map(({ name, about }) => [name, about]),
    ),
    `/** The parameters of each event. */\nexport interface EventParameters {\n${members
      .map(({ name, about, parameters }) => `${doc('  ', ...about)}  readonly ${quoted(name)}: ${parameters};\n`)
      .join('')}}\n`,
    '/** An event of the system. */\nexport type Event = keyof EventParameters;\n',
    '/** An event with one binding of its parameters. */\nexport type Occurrence = {\n  [E in Event]: { readonly event: E; readonly binding: EventParameters[E] };\n}[Event];\n',
    `/** An actor who causes events. */\nexport type Actor = ${union([...new Set(eventsOf(system).flatMap(({ by }) => by ?? []))])};\n`,
  ];
}

const causeLine = (system: System, event: NamedEvent, language: string): string => {
  const cause = causeText(system, event, language);
  return cause === '' ? '' : `Caused by: ${cause}.`;
};

function parameters(system: System, event: NamedEvent): string {
  const all = event.with ?? {};
  if (Object.keys(all).length === 0) return NOTHING;
  const typed = (name: string, parameter: Parameter): string => {
    const set = setOf(system, name, all);
    if (set !== undefined) return `Instances[${quoted(set)}]`;
    return typeof parameter === 'object' && 'values' in parameter
      ? union(parameter.values as readonly string[])
      : 'number';
  };
  return `{ ${Object.entries(all)
    .map(([name, parameter]) => `readonly ${quoted(name)}: ${typed(name, parameter)}`)
    .join('; ')} }`;
}

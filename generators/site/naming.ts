/** How the things of a table or system are called where findings are told in detail. */
import { type Configuration, isSystemConfiguration, type SystemConfiguration } from '../../model/explore/machine.ts';
import { isSystem, type Model, type System } from '../../model/system/types.ts';
import type { Described, Table, Value } from '../../model/table/types.ts';
import type { Naming } from '../../properties/judge/sayings/naming.ts';
import { tableOfOwner } from '../owners.ts';
import type { LaneWords } from '../report/changes.ts';
import { valueText } from '../words.ts';
import { type Context, calledIn, voiceOf } from './context.ts';
import { propertyName } from './parts.ts';

type Memory = { readonly [variable: string]: Value };

/** A variable and its value, in the words of the page. */
export function heldText(context: Context, table: Table, variable: string, value: Value): string {
  const voice = voiceOf(context, table);
  const name = calledIn(context, table.memory, variable).text;
  if (typeof value === 'boolean') return voice.phrases.flag(name, value);
  return `${name}${context.words.colon}${valueText(value, voice, variable)}`;
}

/** A state, quoted, and the memory that is set. */
function localText(context: Context, table: Table, state: string | undefined, memory: Memory): string {
  const values = Object.entries(memory)
    .filter(([, value]) => value !== null)
    .map(([variable, value]) => heldText(context, table, variable, value));
  return [
    ...(state === undefined ? [] : [context.words.quoted(calledIn(context, table.states, state).text)]),
    ...(values.length === 0 ? [] : [`(${values.join(', ')})`]),
  ].join(' ');
}

/** What all instances are in, and what they share. */
function systemText(context: Context, system: System, { instances, memory, channels }: SystemConfiguration): string {
  const locals = Object.entries(instances).map(([name, local]) => {
    const text = localText(context, tableOfOwner(system, name), local.state, local.memory);
    return text === '' ? [] : [`${name}${context.words.colon}${text}`];
  });
  const shared = localText(context, tableOfOwner(system, undefined), undefined, memory);
  const waiting = Object.entries(channels).flatMap(([channel, messages]) =>
    messages.length === 0
      ? []
      : [`${channel}${context.words.colon}${messages.map((each) => Object.values(each).join(' ')).join(', ')}`],
  );
  return [...locals.flat(), ...(shared === '' ? [] : [shared]), ...waiting].join(', ');
}

/** A configuration of the model as plain text. */
export const configurationText = (context: Context, configuration: Configuration): string =>
  isSystemConfiguration(configuration)
    ? systemText(context, context.model as System, configuration)
    : localText(context, context.model as Table, configuration.state, configuration.memory);

/** How the steps of a system tell what they change. */
export const laneWords = (context: Context<System>): LaneWords => ({
  held: (instance, variable, value) => heldText(context, tableOfOwner(context.model, instance), variable, value),
  empty: context.words.emptyChannel,
  unchanged: context.words.asBefore,
});

type Things = { readonly [name: string]: Described } | undefined;

/** The things of a model by their labels; those of a table in a system with its name behind them. */
export function namingOf(context: Context<Model>): Naming {
  const { model, words } = context;
  const quoted = (things: Things, name: string): string => words.quoted(calledIn(context, things, name).text);
  const called =
    (of: (table: Table) => Things, own: (system: System) => Things = () => undefined) =>
    (name: string): string => {
      if (!isSystem(model)) return quoted(of(model), name);
      const table = model.tables.find((each) => name.startsWith(`${each.name}.`));
      return table === undefined
        ? quoted(own(model), name)
        : `${quoted(of(table), name.slice(table.name.length + 1))} (${table.name})`;
    };
  return {
    state: called(({ states }) => states),
    event: called(
      ({ events }) => events,
      ({ events }) => events,
    ),
    variable: called(
      ({ memory }) => memory,
      ({ memory }) => memory,
    ),
    property: (name) => propertyName(context, name).text,
    row: (name) => (isSystem(model) && Object.hasOwn(model.events ?? {}, name) ? quoted(model.events, name) : name),
    configuration: ({ configuration }) => configurationText(context, configuration),
  };
}

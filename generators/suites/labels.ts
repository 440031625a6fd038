/** Steps and configurations of a suite as readers see them, with the labels of the table. */
import { type Configuration, isSystemConfiguration, type TableConfiguration } from '../../model/explore/machine.ts';
import { eventsOf } from '../../model/system/events.ts';
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { calledIn } from '../../model/table/called.ts';
import { textIn } from '../../model/table/text.ts';
import type { Table, Text, Value } from '../../model/table/types.ts';
import type { Observation } from '../../properties/suites/index.ts';
import { valueText } from '../words.ts';

/** How a model's things are called in a language. */
export type Labels = {
  readonly title: string;
  readonly event: (name: string, binding?: { readonly [parameter: string]: Value }) => string;
  /** Who causes an event; nothing where nobody is named. */
  readonly actor: (event: string) => string | undefined;
  /** A configuration, as far as it is observed. */
  readonly configuration: (of: Configuration) => string;
};

/** The languages in which a model has labels, as its tags say them. */
export function languagesIn(model: Model): readonly string[] {
  const tables: readonly Table[] = isSystem(model) ? model.tables : [model];
  const things = tables.flatMap(({ states, events, actors = {} }) => [states, events, actors].flatMap(Object.values));
  const texts: readonly (Text | undefined)[] = [model.title, ...things.map(({ label }: { label?: Text }) => label)];
  return [...new Set(texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : [])))];
}

export function labelsOf(model: Model, language: string, observation: Observation): Labels {
  const title = textIn(model.title, language, model.name);
  const withMemory = (label: string, memory: TableConfiguration['memory']): string => {
    const values = Object.entries(memory).map(([name, value]) => `${name} ${valueText(value)}`);
    return observation !== 'configuration' || values.length === 0 ? label : `${label} (${values.join(', ')})`;
  };
  const state = (table: Table | undefined, name: string): string => calledIn(table?.states, name, language);
  const events: { readonly [name: string]: { readonly label?: Text; readonly by?: string | readonly string[] } } =
    isSystem(model) ? Object.fromEntries(eventsOf(model).map((event) => [event.name, event] as const)) : model.events;
  const instances = isSystem(model) ? instancesOf(model) : undefined;
  return {
    title,
    event: (name, binding = {}) => {
      const values = Object.values(binding).map((value) => valueText(value));
      const label = calledIn(events, name, language);
      return values.length === 0 ? label : `${label} (${values.join(', ')})`;
    },
    actor: (event) => {
      const by = [events[event]?.by ?? []].flat();
      const actors = isSystem(model) ? {} : (model.actors ?? {});
      return by.length === 0 ? undefined : by.map((name) => calledIn(actors, name, language)).join(', ');
    },
    configuration: (of) =>
      isSystemConfiguration(of)
        ? Object.entries(of.instances)
            .map(([name, { state: at, memory }]) => {
              const set = instances?.get(name)?.set ?? '';
              const table = isSystem(model) ? tableOf(model, model.instances[set] ?? {}) : undefined;
              return withMemory(at === undefined ? name : `${name}: ${state(table, at)}`, memory);
            })
            .join(', ')
        : withMemory(state(model as Table, of.state), of.memory),
  };
}

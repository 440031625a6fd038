/** Steps and configurations of a suite as readers see them, with the labels of the table. */
import { type Configuration, isSystemConfiguration, type TableConfiguration } from '../../model/explore/machine.ts';
import { eventsOf } from '../../model/system/events.ts';
import { instancesOf, tableOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
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

export function labelsOf(model: Model, language: string, observation: Observation): Labels {
  const title = textIn(model.title, language, model.name);
  const withMemory = (label: string, memory: TableConfiguration['memory']): string => {
    const values = Object.entries(memory).map(([name, value]) => `${name} ${valueText(value)}`);
    return observation !== 'configuration' || values.length === 0 ? label : `${label} (${values.join(', ')})`;
  };
  const state = (table: Table | undefined, name: string): string => textIn(table?.states[name]?.label, language, name);
  const events = new Map<string, { readonly label?: Text; readonly by?: string | readonly string[] }>(
    isSystem(model) ? eventsOf(model).map((event) => [event.name, event] as const) : Object.entries(model.events),
  );
  const instances = isSystem(model) ? instancesOf(model) : undefined;
  return {
    title,
    event: (name, binding = {}) => {
      const values = Object.values(binding).map((value) => valueText(value));
      const label = textIn(events.get(name)?.label, language, name);
      return values.length === 0 ? label : `${label} (${values.join(', ')})`;
    },
    actor: (event) => {
      const by = [events.get(event)?.by ?? []].flat();
      const actors = isSystem(model) ? {} : (model.actors ?? {});
      return by.length === 0 ? undefined : by.map((name) => textIn(actors[name]?.label, language, name)).join(', ');
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

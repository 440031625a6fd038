/** What the things of a model are called in the simulator: by their labels in the page’s language, told apart where two have one label. */
import { phrasesOf, type Voice } from '../../../generators/phrases/voice.ts';
import { plainText, sameLanguage, worded } from '../../../generators/site/text.ts';
import { isUntranslated, plainLanguage } from '../../../generators/site/translation.ts';
import { valueText } from '../../../generators/words.ts';
import { eventsOf } from '../../../model/system/events.ts';
import { type Instance, instancesOf } from '../../../model/system/instances.ts';
import { isSystem, type Model } from '../../../model/system/types.ts';
import { calledIn as calledAmong, type Things, valueIn } from '../../../model/table/called.ts';
import { textIn } from '../../../model/table/text.ts';
import type { Event, Table, Value } from '../../../model/table/types.ts';

/** More characters of a label are not shown. */
const LONGEST = 80;

/** An event with what the simulator tells about it. */
export type CalledEvent = { readonly by?: string; readonly after?: string; readonly label: string };

/** The names of everything in a model, for readers. */
export type Called = {
  readonly event: (name: string) => CalledEvent;
  readonly actor: (name: string) => string;
  /** A state of an instance; of a table’s own without one. */
  readonly state: (name: string, instance?: string) => string;
  /** A variable of an instance; without one the table’s own, or a shared one. */
  readonly variable: (name: string, instance?: string) => string;
  /** A value of such a variable: a saved state, or a value that has one, by its label, and a flag as the language words it. */
  readonly value: (value: Value, variable: string, instance?: string) => string;
  /** How conditions are put into words; of an instance’s table where one is named. */
  readonly voice: (instance?: string) => Voice;
  /** The table of an instance; the model itself where it is a table. */
  readonly table: (instance?: string) => Table | undefined;
  readonly title: (table: Table) => string;
  /** The language of a label that has no translation. */
  readonly foreign: (label: string) => string | undefined;
  /** The language of the model’s words where none of them is translated: it is said once for all of them. */
  readonly untranslated: string | undefined;
};

/** The language that names are put into, that of labels without one, and the labels that are met in another one. */
type Speech = { readonly language: string; readonly plain: string; readonly foreign: Map<string, string> };

const shown = (label: string): string => plainText(label, LONGEST);

/** Labels of things by name; two that would be called alike have their names beside. */
function labelsOf(things: Things, { language, plain, foreign }: Speech): (name: string) => string {
  const labels = new Map(
    Object.entries(things).map(([name, { label }]) => {
      const said = worded(label, language, plain);
      const text = calledAmong(things, name, language, shown);
      if (said !== undefined && said.text !== '' && !sameLanguage(said.language, language))
        foreign.set(text, said.language);
      return [name, text];
    }),
  );
  return (name) => labels.get(name) ?? name;
}

/** What the things of a model are called in a language. */
export function calledIn(model: Model, language: string): Called {
  const plain = plainLanguage(model);
  const speech: Speech = { language, plain, foreign: new Map() };
  const tables = new Map((isSystem(model) ? model.tables : [model]).map((table) => [table, namesOf(table, speech)]));
  const instances: ReadonlyMap<string, Instance> = isSystem(model) ? instancesOf(model) : new Map();
  const table: Called['table'] = (instance) =>
    isSystem(model) ? (instance === undefined ? undefined : instances.get(instance)?.table) : model;
  const names = (instance?: string) => {
    const of = table(instance);
    return of === undefined ? undefined : tables.get(of);
  };
  const events: { readonly [name: string]: Event } = isSystem(model)
    ? Object.fromEntries(eventsOf(model).map((event) => [event.name, event]))
    : model.events;
  const eventLabel = labelsOf(events, speech);
  const actor = labelsOf(model.actors ?? {}, speech);
  const shared = labelsOf(isSystem(model) ? (model.memory ?? {}) : {}, speech);
  const phrases = phrasesOf(language);
  const added = (instance: string | undefined): Things =>
    isSystem(model) && instance !== undefined
      ? (model.instances[instances.get(instance)?.set ?? '']?.memory ?? {})
      : {};
  const variable: Called['variable'] = (name, instance) => {
    if (isSystem(model) && instance === undefined) return shared(name);
    const own = added(instance);
    return Object.hasOwn(own, name) ? labelsOf(own, speech)(name) : (names(instance)?.variable(name) ?? name);
  };
  const memoryOf = (instance: string | undefined): Things =>
    isSystem(model) && instance === undefined
      ? (model.memory ?? {})
      : { ...table(instance)?.memory, ...added(instance) };
  const labelOfValue = (held: Exclude<Value, null>, name: string | undefined, instance?: string): string => {
    const memory = memoryOf(instance);
    const declared = name !== undefined && Object.hasOwn(memory, name) ? memory[name] : undefined;
    return declared !== undefined && 'states' in declared
      ? (names(instance)?.state(String(held)) ?? String(held))
      : valueIn(declared, String(held), language, shown);
  };
  const voice: Called['voice'] = (instance) => ({
    phrases,
    names: {
      state: (name) => names(instance)?.state(name) ?? name,
      group: (name) => names(instance)?.group(name) ?? name,
      tag: (name) => name,
      event: eventLabel,
      variable: (name) => variable(name, instance),
      value: (held, name) => labelOfValue(held, name, instance),
    },
  });
  return {
    event: (name) => {
      const { by, after } = events[name] ?? {};
      return { ...(by !== undefined && { by }), ...(after !== undefined && { after }), label: eventLabel(name) };
    },
    actor,
    state: (name, instance) => names(instance)?.state(name) ?? name,
    variable,
    value: (held, name, instance) => valueText(held, voice(instance), name),
    voice,
    table,
    foreign: (label) => speech.foreign.get(label),
    untranslated: isUntranslated(model, language, plain) ? plain : undefined,
    title: ({ name, title }) => plainText(textIn(title, language), LONGEST) || name,
  };
}

const namesOf = ({ states, groups = {}, memory = {} }: Table, speech: Speech) => ({
  state: labelsOf(states, speech),
  group: labelsOf(groups, speech),
  variable: labelsOf(memory, speech),
});

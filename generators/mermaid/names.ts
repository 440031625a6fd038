/** What the things of a table are called in diagrams. */
import { setOf } from '../../model/system/events.ts';
import type { Parameters, System } from '../../model/system/types.ts';
import { calledIn, type Things, valueIn } from '../../model/table/called.ts';
import { textIn } from '../../model/table/text.ts';
import type { Table, Text, Value } from '../../model/table/types.ts';
import { shorten } from '../characters.ts';
import { sharedBy, tableOfSet } from '../owners.ts';
import { phrasesOf, type Voice } from '../phrases/voice.ts';
import { valueText } from '../words.ts';
import type { SystemVoice } from '../words-system.ts';

/** The longest names in a diagram, in characters. */
const LONGEST_NAME = 80;

const shown = (label: string): string => shorten(label, LONGEST_NAME);

/** A title in a diagram, cut where it is very long. */
export const titleIn = (title: Text | undefined, language: string, name: string): string =>
  shown(textIn(title, language, name));

/** What one of some things is called in a diagram: its label, cut where it is very long, with its name where another one is called alike. */
export const nameIn = (things: Things | undefined, name: string, language: string): string =>
  calledIn(things, name, language, shown);

/** The voice in which a table is put into words in its diagrams: its labels, in the language of the diagram. */
export function voiceOf({ states, groups, events, memory = {} }: Table, language: string): Voice {
  const state = (name: string): string => nameIn(states, name, language);
  return {
    phrases: phrasesOf(language),
    names: {
      state,
      group: (name) => nameIn(groups, name, language),
      tag: (name) => name,
      event: (name) => nameIn(events, name, language),
      variable: (name) => nameIn(memory, name, language),
      value: (value, variable) => {
        const declared = variable !== undefined && Object.hasOwn(memory, variable) ? memory[variable] : undefined;
        if (typeof value !== 'string' || declared === undefined) return String(value);
        return 'states' in declared ? state(value) : valueIn(declared, value, language, (label) => shown(label).trim());
      },
    },
  };
}

/** The voice in which a system is put into words in its diagrams: labels for all but instances, which are called by their references. */
export const systemVoiceOf = (system: System, language: string, parameters: Parameters = {}): SystemVoice => ({
  ...voiceOf(sharedBy(system), language),
  instance: (reference) => voiceOf(tableOfSet(system, setOf(system, reference, parameters)), language),
  set: (name) => nameIn(system.instances, name, language),
  within: (more) => systemVoiceOf(system, language, { ...parameters, ...more }),
});

/** A variable of a table with its value, such as `attempts = 1`; a flag as it is told in a condition. */
export function heldText(table: Table, variable: string, value: Value, language: string): string {
  const voice = voiceOf(table, language);
  const name = voice.names.variable(variable);
  return typeof value === 'boolean'
    ? voice.phrases.flag(name, value)
    : `${name} = ${shown(valueText(value, voice, variable))}`;
}

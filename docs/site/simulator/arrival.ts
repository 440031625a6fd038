/** Where a step leads, for readers: the state, and what changes beside it; of a system what becomes of each instance. */
import { messageText } from '../../../generators/words-system.ts';
import {
  type Action,
  type Configuration,
  isSystemConfiguration,
  type TableConfiguration,
} from '../../../model/explore/machine.ts';
import type { Value } from '../../../model/table/types.ts';
import type { Called } from './called.ts';
import type { Words } from './words.ts';

type Memory = { readonly [variable: string]: Value };

/** The variables that have another value than before. */
export const changedIn = (before: Memory | undefined, after: Memory): readonly string[] =>
  before === undefined ? [] : Object.keys(after).filter((name) => before[name] !== after[name]);

const newValues = (before: Memory | undefined, after: Memory, called: Called, instance?: string): readonly string[] =>
  changedIn(before ?? {}, after).map(
    (name) => `${called.variable(name, instance)} = ${called.value(after[name] ?? null, name, instance)}`,
  );

/** Where a step leads. */
export function arrivalText(before: Configuration, after: Configuration, called: Called, words: Words): string {
  if (!isSystemConfiguration(after) || !isSystemConfiguration(before)) {
    const { state, memory } = after as TableConfiguration;
    return [called.state(state), ...newValues((before as TableConfiguration).memory, memory, called)].join(', ');
  }
  const instances = Object.entries(after.instances).flatMap(([name, { state, memory }]) => {
    const old = before.instances[name];
    const isElsewhere = state !== undefined && state !== old?.state;
    const parts = [
      ...(isElsewhere ? [called.state(state, name)] : []),
      ...newValues(old?.memory, memory, called, name),
    ];
    return parts.length === 0 ? [] : [`${name} ${parts.join(', ')}`];
  });
  const channels = Object.entries(after.channels).flatMap(([name, held]) => {
    const text = held.map((each) => `[${messageText(each, called.voice())}]`).join(' ');
    const old = (before.channels[name] ?? []).map((each) => `[${messageText(each, called.voice())}]`).join(' ');
    return text === old ? [] : [`${name} ${text === '' ? words.empty : text}`];
  });
  return (
    [...instances, ...newValues(before.memory, after.memory, called), ...channels].join('; ') || words.nothingChanges
  );
}

/** A configuration in one line: of a table its state and memory, of a system what its instances are in. */
export function placeText(configuration: Configuration, called: Called): string {
  if (!isSystemConfiguration(configuration)) {
    const { state, memory } = configuration;
    const values = Object.entries(memory).map(
      ([name, value]) => `${called.variable(name)} = ${called.value(value, name)}`,
    );
    return values.length === 0 ? called.state(state) : `${called.state(state)} (${values.join(', ')})`;
  }
  return Object.entries(configuration.instances)
    .flatMap(([name, { state }]) => (state === undefined ? [] : [`${name} ${called.state(state, name)}`]))
    .join('; ');
}

/** The values of an action’s binding; empty where it has none. */
export const bindingText = ({ binding = {} }: Pick<Action, 'binding'>): string => Object.values(binding).join(', ');

/** What an action is called: its event, with its binding. */
export function actionText(action: Pick<Action, 'event' | 'binding'>, called: Called): string {
  const { label } = called.event(action.event);
  const binding = bindingText(action);
  return binding === '' ? label : `${label} (${binding})`;
}

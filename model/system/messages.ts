/** The finite domains of a system: what its variables and the fields of its messages can be. */
import type { Value } from '../table/types.ts';
import type { Instance } from './instances.ts';
import type { MessageField, System, SystemVariable } from './types.ts';

/** All values of a field, or of a variable, in order; `null`, which a variable that refers to an instance can be as well, is not among them. */
export function valuesOf(
  instances: ReadonlyMap<string, Instance>,
  declared: MessageField | SystemVariable,
): readonly Value[] {
  if ('flag' in declared) return [false, true];
  if ('values' in declared) return declared.values;
  if ('range' in declared) {
    const [from, to] = declared.range;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }
  return [...instances.values()].filter(({ set }) => set === declared.instance).map(({ name }) => name);
}

/** All messages of a channel, the last field running fastest. Unordered channels list their messages in this order. */
export function messagesOf(
  { channels = {} }: System,
  instances: ReadonlyMap<string, Instance>,
  channel: string,
): readonly { readonly [field: string]: Value }[] {
  let all: readonly { readonly [field: string]: Value }[] = [{}];
  for (const [field, declared] of Object.entries(channels[channel]?.message ?? {})) {
    const values = valuesOf(instances, declared);
    all = all.flatMap((message) => values.map((value) => ({ ...message, [field]: value })));
  }
  return all;
}

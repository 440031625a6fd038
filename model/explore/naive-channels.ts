/** Messages under way: what a step takes out and puts in, and what a lossy channel can lose. */
import { loseEvent } from '../system/events.ts';
import type { Instance } from '../system/instances.ts';
import { messagesOf, valuesOf } from '../system/messages.ts';
import type { Channel, Message, MessageField, System, SystemEvent } from '../system/types.ts';
import { operandValue, type Reading } from './holds-system.ts';
import type { Blocked, MessageValue, Step, SystemConfiguration } from './machine.ts';

type Channels = SystemConfiguration['channels'];

/** The channels after a step; or what keeps a message from being one. Nothing where a message is missing or there is no room. */
export type Passing =
  | { readonly channels: Channels; readonly blame?: undefined }
  | { readonly channels?: undefined; readonly blame: Pick<Blocked, 'reason' | 'variable' | 'value'> };

const sameMessage = (one: MessageValue, other: MessageValue): boolean =>
  Object.keys(one).every((field) => one[field] === other[field]);

/** The channels of a system. */
export function channelsOf(system: System, instances: ReadonlyMap<string, Instance>) {
  const channels = Object.entries(system.channels ?? {});
  const places = new Map(
    channels.map(([name]) => [
      name,
      new Map(
        messagesOf(system, instances, name).map((message, place) => [JSON.stringify(Object.values(message)), place]),
      ),
    ]),
  );
  const placeOf = (name: string, message: MessageValue): number =>
    places.get(name)?.get(JSON.stringify(Object.values(message))) ?? -1;
  const isOrdered = ({ ordered }: Channel): boolean => ordered !== false;

  /** The fields of a message in the order in which they are declared. */
  function messageOf({ message: fields }: Channel, given: Message, reading: Reading): MessageValue {
    return Object.fromEntries(
      Object.entries(fields).map(([field, declared]) => [
        field,
        operandValue(given[field] ?? null, reading, 'instance' in declared),
      ]),
    );
  }

  /** The field whose value is not in its domain. */
  const misfit = ({ message: fields }: Channel, message: MessageValue): string | undefined =>
    Object.keys(fields).find(
      (field) => !valuesOf(instances, fields[field] as MessageField).includes(message[field] as never),
    );

  /** What happens to the channels in a step of an event; `undefined` where it has to wait. */
  function pass({ receive = {}, send = {} }: SystemEvent, reading: Reading): Passing | undefined {
    const after: Record<string, readonly MessageValue[]> = { ...reading.at.channels };
    for (const [name, pattern] of Object.entries(receive)) {
      const channel = system.channels?.[name] as Channel;
      const wanted = messageOf(channel, pattern, reading);
      const held = after[name] as readonly MessageValue[];
      const place = held.findIndex((each) => sameMessage(each, wanted));
      if (place < 0 || (place > 0 && isOrdered(channel))) return undefined;
      after[name] = held.toSpliced(place, 1);
    }
    let blame: Passing['blame'];
    for (const [name, given] of Object.entries(send)) {
      const channel = system.channels?.[name] as Channel;
      const message = messageOf(channel, given, reading);
      const held = after[name] as readonly MessageValue[];
      if (held.length >= channel.capacity) return undefined;
      const field = misfit(channel, message);
      if (field !== undefined) blame ??= { reason: 'outside', variable: field, value: message[field] ?? null };
      after[name] = isOrdered(channel)
        ? [...held, message]
        : [...held, message].sort((one, other) => placeOf(name, one) - placeOf(name, other));
    }
    return blame === undefined ? { channels: after } : { blame };
  }

  /** The steps by which lossy channels lose a message: of an ordered one any position, of an unordered one any message. */
  function losses(at: SystemConfiguration): readonly Step[] {
    return channels.flatMap(([name, channel]) => {
      if (channel.lossy !== true) return [];
      const held = at.channels[name] as readonly MessageValue[];
      return held.flatMap((message, place): readonly Step[] => {
        const isRepeated = place > 0 && sameMessage(held[place - 1] as MessageValue, message);
        if (!isOrdered(channel) && isRepeated) return [];
        const binding = isOrdered(channel) ? { position: place + 1 } : message;
        const to = { ...at, channels: { ...at.channels, [name]: held.toSpliced(place, 1) } };
        return [{ event: loseEvent(name), binding, rows: [], to }];
      });
    });
  }

  return { pass, losses, empty: Object.fromEntries(channels.map(([name]) => [name, []])) as Channels };
}

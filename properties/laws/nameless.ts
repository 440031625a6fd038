/** Random systems in which nothing names an instance, so that those of one set can be exchanged. For tests only. */
import type fc from 'fast-check';
import type { System } from '../../model/system/types.ts';
import { systemWithProperties } from './systems.ts';

const NAME = /^[pq]\d$/;

/**
 * Something that is said of a system, with a parameter instead of the name of an instance of `p`, nothing instead of one of `q`, and any other instance instead of the
 * next one.
 */
function unnamed(said: unknown, parameter: string): unknown {
  if (typeof said === 'string') return NAME.test(said) ? (said.startsWith('p') ? parameter : null) : said;
  if (typeof said !== 'object' || said === null) return said;
  if (Array.isArray(said)) return said.map((each) => unnamed(each, parameter));
  if ('next' in said) return 'p';
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      NAME.test(key) ? parameter : key,
      key === 'in' ? [null] : unnamed(value, parameter),
    ]),
  );
}

const withField = (messages: object | undefined): object | undefined =>
  messages && Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, { ...message, from: 'i' }]));

/** A system like one of `systemWithProperties`, whose messages say from whom they are. */
function nameless(system: System): System {
  const { p, q, ...others } = system.instances;
  const events = Object.entries(system.events ?? {}).map(([name, event]) => {
    const { send, receive, ...rest } = unnamed(event, 'i') as Record<string, object>;
    const messages = { ...(send && { send: withField(send) }), ...(receive && { receive: withField(receive) }) };
    return [name, { ...rest, ...messages }];
  });
  const channels = Object.entries(system.channels ?? {}).map(([name, channel]) => [
    name,
    { ...channel, message: { ...channel.message, from: { instance: 'p' } } },
  ]);
  const properties = Object.entries(system.properties ?? {}).map(([name, property]) => [
    name,
    { ...(unnamed(property, 'f') as object), forAll: { f: 'p', ...property.forAll } },
  ]);
  return {
    ...system,
    instances: { p: { ...p, count: 'link' in others ? 2 : 3 }, q: { ...q, count: 2 }, ...others },
    memory: { ...system.memory, turn: { instance: 'p' } },
    events: Object.fromEntries(events),
    ...(channels.length > 0 && { channels: Object.fromEntries(channels) }),
    properties: Object.fromEntries(properties),
  };
}

/** The only instance of a set that is not counted is called like the set, so it is not known for a name. */
export const namelessSystem = (each: number): fc.Arbitrary<System> =>
  systemWithProperties(each)
    .filter(({ instances }) => instances.p?.count !== undefined)
    .map(nameless);

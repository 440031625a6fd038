/** Channels as fields: what must be there for a message to be taken or put in, and what the places hold afterwards. */
import { loseEvent } from '../system/events.ts';
import type { Message, SystemOperand } from '../system/types.ts';
import type { Value } from '../table/types.ts';
import { compareField, type Operand, type Resolve } from './comparisons.ts';
import type { ChannelFields, Field, MessageDomain } from './fields.ts';
import { all, any, type Formula, lookup, NEVER } from './formula.ts';
import { type Blame, type Check, NOTHING, type OccasionPlan, type Update } from './plan.ts';
import { TooLarge } from './too-large.ts';

/** The number of a message for the values of its fields, from 1; the last field runs fastest. */
export const messageNumber = ({ fields }: ChannelFields, values: readonly Value[]): number =>
  1 +
  fields.reduce(
    (number, { values: domain }, index) => number * domain.size + domain.indexOf(values[index] as Value),
    0,
  );

/** The value of one field of the message with a number, `null` for nothing. */
function fieldOfMessage({ fields }: ChannelFields, index: number, number: number): Value {
  if (number === 0) return null;
  const below = fields.slice(index + 1).reduce((product, { values }) => product * values.size, 1);
  const { size, at } = (fields[index] as MessageDomain).values;
  return at(Math.floor((number - 1) / below) % size);
}

/** The message with a number. */
export const messageOf = (channel: ChannelFields, number: number): { readonly [field: string]: Value } =>
  Object.fromEntries(channel.fields.map(({ name }, index) => [name, fieldOfMessage(channel, index, number)]));

/** How many different messages a channel can hold. */
const kindsOf = ({ fields }: ChannelFields): number => fields.reduce((product, { values }) => product * values.size, 1);

const isOrdered = ({ channel }: ChannelFields): boolean => channel.ordered !== false;

/** A message as it is written: an operand for each field, in their order. */
function operandsOf(
  { fields }: ChannelFields,
  message: Message,
  resolve: (isReference: boolean) => Resolve<SystemOperand>,
): readonly Operand[] {
  return fields.map(({ name, refers }) => resolve(refers)(message[name] ?? null));
}

/** Whether the message in a place is the one that is meant. */
const holdsMessage = (channel: ChannelFields, place: Field, operands: readonly Operand[]): Formula =>
  all([
    lookup(place, (number) => number !== 0),
    ...operands.map((operand, index) =>
      compareField(place, (number) => fieldOfMessage(channel, index, number as number))('eq', operand),
    ),
  ]);

/** Whether the message that is meant can be taken: from the front, or from anywhere. */
function canReceive(channel: ChannelFields, operands: readonly Operand[]): Formula {
  const from = isOrdered(channel) ? channel.places.slice(0, 1) : channel.places;
  return any(from.map((place) => holdsMessage(channel, place, operands)));
}

/** Whether a message can be put in where none is taken out. */
function hasRoom({ places }: ChannelFields): Formula {
  const last = places.at(-1);
  return last === undefined ? NEVER : lookup(last, (number) => number === 0);
}

/** The check that an operand fits a field of a message. */
function checkOf({ name, values }: MessageDomain, operand: Operand): Check {
  const blame = (value: Value): Blame | undefined =>
    values.indexOf(value) >= 0 ? undefined : { reason: 'outside', variable: name, value };
  return 'value' in operand ? { blame: () => blame(operand.value) } : { field: operand.field, blame };
}

/** The places around one, as they are before a step: the one before it, itself, the one after it. */
type Around = readonly [before: number, own: number, after: number];

/** What a place holds when a message is taken out, given what it and the next one held. */
const taken = (own: number, after: number, message: number, ordered: boolean): number =>
  !ordered && own !== 0 && own < message ? own : after;

/** What a place holds when a message is put in, given what it and the one before it hold. */
function put(before: number, own: number, message: number, ordered: boolean): number {
  const stays = (number: number): boolean => number !== 0 && (ordered || number <= message);
  if (stays(own)) return own;
  return stays(before) ? message : before;
}

/** Before the first place: less than any message, and not nothing. */
const FRONT = -1;

/** What a place holds after a step that takes one message, puts one in, or both. */
function placeAfter(
  [before, own, after]: Around,
  takes: number | undefined,
  puts: number | undefined,
  ordered: boolean,
): number {
  const kept = takes === undefined ? own : taken(own, after, takes, ordered);
  if (puts === undefined) return kept;
  const keptBefore = takes === undefined || before === FRONT ? before : taken(before, own, takes, ordered);
  return put(keptBefore, kept, puts, ordered);
}

/** The updates of all places of a channel in a step. */
function updatesOf(channel: ChannelFields, takes?: readonly Operand[], puts?: readonly Operand[]): readonly Update[] {
  const { places } = channel;
  const operands = [...(takes ?? []), ...(puts ?? [])];
  const read = operands.flatMap((operand) => ('field' in operand ? [operand.field] : []));
  return places.map((field, index) => {
    const around = places.slice(Math.max(0, index - 1), index + 2);
    const value = (values: readonly Value[]): Value => {
      const rest = values.slice(around.length);
      const numbers = (from: readonly Operand[] | undefined): number | undefined =>
        from &&
        messageNumber(
          channel,
          from.map((operand) => ('field' in operand ? (rest.shift() as Value) : operand.value)),
        );
      const own = values.slice(0, around.length) as readonly number[];
      const [before = 0, self = 0, after = 0] = index === 0 ? [FRONT, ...own] : own;
      return placeAfter([before, self, after], numbers(takes), numbers(puts), isOrdered(channel));
    };
    return { field, reads: [...around, ...read], value };
  });
}

/** What an event demands of a channel and does to it. */
export type Passing = {
  readonly when: readonly Formula[];
  readonly checks: readonly Check[];
  readonly updates: readonly Update[];
};

/** The part of a channel in a step that receives a message, sends one, or both. */
export function pass(
  channel: ChannelFields,
  { receive, send }: { readonly receive?: Message | undefined; readonly send?: Message | undefined },
  resolve: (isReference: boolean) => Resolve<SystemOperand>,
): Passing {
  const takes = receive && operandsOf(channel, receive, resolve);
  const puts = send && operandsOf(channel, send, resolve);
  return {
    when: [...(takes ? [canReceive(channel, takes)] : []), ...(puts && !takes ? [hasRoom(channel)] : [])],
    checks: (puts ?? []).map((operand, index) => checkOf(channel.fields[index] as MessageDomain, operand)),
    updates: updatesOf(channel, takes, puts),
  };
}

/** The most different messages of which each can be lost. */
const MOST_KINDS = 1 << 12;

/** The losses of a lossy channel: of an ordered one any place, of an unordered one any message. */
export function losses(channel: ChannelFields): readonly OccasionPlan[] {
  if (channel.channel.lossy !== true) return [];
  const { places, name } = channel;
  const event = loseEvent(name);
  if (isOrdered(channel))
    return places.map((place, position) => ({
      event,
      binding: { position: position + 1 },
      common: {
        ...NOTHING,
        when: [lookup(place, (number) => number !== 0)],
        updates: places.slice(position).map((field, index) => {
          const reads = places.slice(position + index + 1, position + index + 2);
          return { field, reads, value: ([after = 0]) => after };
        }),
      },
      choices: [],
    }));
  const kinds = kindsOf(channel);
  if (kinds > MOST_KINDS) throw new TooLarge(`the messages of ${name}`);
  return Array.from({ length: kinds }, (_, index) => {
    const binding = messageOf(channel, index + 1);
    const { when, updates } = pass(channel, { receive: binding }, () => (value) => ({ value: value as Value }));
    return { event, binding, common: { ...NOTHING, when, updates }, choices: [] };
  });
}

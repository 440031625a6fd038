/** What a step does to the messages under way, and what it has to wait for. */
import { loseEvent } from '../../model/system/events.ts';
import type { Binding } from '../../model/system/instances.ts';
import type { Message, SystemEvent } from '../../model/system/types.ts';
import type { Conditions } from './conditions.ts';
import {
  all,
  any,
  type Condition,
  compare,
  fits,
  not,
  type Operand,
  read,
  type Variable,
  value,
} from './expressions.ts';
import type { Assigned, Statement } from './statements.ts';
import { emptyValue, type Line, type Variables } from './variables.ts';

/** What must be so, and what is done then. */
export type Passing = { readonly guard: Condition; readonly statements: readonly Statement[] };

type Fields = ReadonlyMap<string, Operand>;

/** The terms of a message's fields, in the order in which they are declared. */
function fieldsOf({ declared }: Line, given: Message, { term }: Conditions, bound: Binding): Fields {
  return new Map(
    Object.entries(declared.message).map(([field, of]) => [
      field,
      term(given[field] ?? null, { bound }, 'instance' in of),
    ]),
  );
}

const plus = (variable: Variable, add: number): Assigned => ({
  target: variable,
  term: { kind: 'plus', variable, add },
});

/** Moves all messages that are younger than a place (from 0) one place ahead, over that one. */
function closeUp({ places }: Line, from: number): readonly Assigned[] {
  return places.slice(from).flatMap((place, index) =>
    [...place].map(([field, target]): Assigned => {
      const younger = places[from + index + 1]?.get(field);
      return { target, term: younger === undefined ? value(emptyValue(target)) : read(younger) };
    }),
  );
}

const put = (place: ReadonlyMap<string, Variable>, fields: Fields): readonly Assigned[] =>
  [...place].map(([field, target]) => ({ target, term: fields.get(field) as Operand }));

const isThere = (place: ReadonlyMap<string, Variable>, fields: Fields): Condition =>
  all([...place].map(([field, held]) => compare('eq', read(held), fields.get(field) as Operand)));

/** What an ordered channel takes out and lets in. What is received leaves room for what is sent. */
function passOrdered(line: Line, received?: Fields, sent?: Fields): Passing {
  const { size, places, declared } = line;
  const oldest = places[0] as ReadonlyMap<string, Variable>;
  const guard = all([
    ...(received === undefined ? [] : [compare('gt', read(size), value(0)), isThere(oldest, received)]),
    ...(received !== undefined || sent === undefined ? [] : [compare('lt', read(size), value(declared.capacity))]),
    ...(sent === undefined ? [] : fitting(line, sent)),
  ]);
  if (sent === undefined) return { guard, statements: [...closeUp(line, 0), plus(size, -1)] };
  const held = (number: number): Condition => compare('eq', read(size), value(number));
  if (received === undefined) {
    const branches = places.map((place, number) => ({ when: held(number), does: put(place, sent) }));
    return { guard, statements: [{ branches }, plus(size, 1)] };
  }
  const branches = places.map((place, number) => ({
    when: held(number + 1),
    does: [...closeUp({ ...line, places: places.slice(0, number + 1) }, 0).slice(0, -place.size), ...put(place, sent)],
  }));
  return { guard, statements: [{ branches }] };
}

/** What must be so for a message that is sent to be one. */
function fitting({ places, kinds }: Line, fields: Fields): readonly Condition[] {
  const first = places[0];
  if (first !== undefined) return [...first].map(([field, held]) => fits(held, fields.get(field) as Operand));
  return [any(kinds.map(({ message }) => isMessage(message, fields)))];
}

const isMessage = (message: Line['kinds'][number]['message'], fields: Fields): Condition =>
  all(Object.entries(message).map(([field, held]) => compare('eq', fields.get(field) as Operand, value(held))));

/** What an unordered channel takes out and lets in. A message that is both received and sent stays as often as it was. */
function passUnordered(line: Line, received?: Fields, sent?: Fields): Passing {
  const { size, kinds, declared } = line;
  const is = (fields: Fields | undefined, { message }: Line['kinds'][number]): Condition =>
    fields !== undefined && isMessage(message, fields);
  const guard = all([
    ...(received === undefined
      ? []
      : [any(kinds.map((kind) => all([is(received, kind), compare('gt', read(kind.held), value(0))])))]),
    ...(received !== undefined || sent === undefined ? [] : [compare('lt', read(size), value(declared.capacity))]),
    ...(sent === undefined ? [] : fitting(line, sent)),
  ]);
  const change = (received === undefined ? 0 : -1) + (sent === undefined ? 0 : 1);
  const counted = kinds.flatMap((kind): readonly Statement[] => {
    const branches = [
      { when: all([is(received, kind), not(is(sent, kind))]), does: [plus(kind.held, -1)] },
      { when: all([is(sent, kind), not(is(received, kind))]), does: [plus(kind.held, 1)] },
    ].filter(({ when }) => when !== false);
    const [first] = branches;
    if (first === undefined) return [];
    return first.when === true ? first.does : [{ branches }];
  });
  return { guard, statements: [...counted, ...(change === 0 ? [] : [plus(size, change)])] };
}

/** What a step of an event does to the channels. */
export function passing(
  { receive = {}, send = {} }: SystemEvent,
  { lines }: Variables,
  conditions: Conditions,
  bound: Binding,
): Passing {
  const names = [...new Set([...Object.keys(receive), ...Object.keys(send)])];
  const passes = names.map((name) => {
    const line = lines.get(name) as Line;
    const fields = (given: Message | undefined) => given && fieldsOf(line, given, conditions, bound);
    const pass = line.declared.ordered === false ? passUnordered : passOrdered;
    return pass(line, fields(receive[name]), fields(send[name]));
  });
  return { guard: all(passes.map(({ guard }) => guard)), statements: passes.flatMap(({ statements }) => statements) };
}

/** The steps by which lossy channels lose messages: of an ordered one at any place, of an unordered one any message. */
export function losses({
  lines,
}: Variables): readonly (Passing & { readonly event: string; readonly binding: Binding })[] {
  return [...lines].flatMap(([name, line]) => {
    if (line.declared.lossy !== true) return [];
    const event = loseEvent(name);
    const lost = [
      ...line.places.map((_, place) => ({
        binding: { position: place + 1 },
        guard: compare('gt', read(line.size), value(place)),
        taken: closeUp(line, place),
      })),
      ...line.kinds.map(({ message, held }) => ({
        binding: message,
        guard: compare('gt', read(held), value(0)),
        taken: [plus(held, -1)],
      })),
    ];
    return lost.map(({ binding, guard, taken }) => ({
      event,
      binding,
      guard,
      statements: [...taken, plus(line.size, -1)],
    }));
  });
}

/**
 * What the compiler knows of a table: its names, the values of its memory, and where each event can lead. All of it is
 * computed from the literal type that {@link defineTable} keeps; on the wide type `Table` every name is a `string`.
 */
import type { STAY, Value } from './types.ts';

type Keys<T, Part extends string> = T extends { readonly [K in Part]: infer Record } ? keyof Record & string : never;

/** One out of one or several. */
type OneOf<Names> = Names extends readonly (infer Name)[] ? Name : Names;

/** The names of the table's states. */
export type StateOf<T> = Keys<T, 'states'>;

/** The names of the table's events. */
export type EventOf<T> = Keys<T, 'events'>;

/** The names of the table's memory variables. */
export type VariableOf<T> = Keys<T, 'memory'>;

/** The names of the table's sources. */
export type SourceOf<T> = Keys<T, 'sources'>;

/** The names of the table's properties. */
export type PropertyOf<T> = Keys<T, 'properties'>;

/** The actors that events may name: those declared, or any where none are. */
export type ActorOf<T> = T extends { readonly actors: infer Actors } ? keyof Actors & string : string;

type States<T> = T extends { readonly states: infer Declared } ? Declared : never;
type Memory<T> = T extends { readonly memory: infer Declared } ? Declared : never;

type GroupIn<State> = State extends { readonly group: infer Group extends string } ? Group : never;
type TagIn<State> = State extends { readonly tags: readonly (infer Tag extends string)[] } ? Tag : never;

/** The groups that states name. */
export type GroupOf<T> = { [S in keyof States<T>]: GroupIn<States<T>[S]> }[keyof States<T>];

/** The tags that states name. */
export type TagOf<T> = { [S in keyof States<T>]: TagIn<States<T>[S]> }[keyof States<T>];

type StatesInGroup<T, Group> = {
  [S in StateOf<T>]: GroupIn<States<T>[S & keyof States<T>]> & Group extends never ? never : S;
}[StateOf<T>];

type StatesWithTag<T, Tag> = {
  [S in StateOf<T>]: TagIn<States<T>[S & keyof States<T>]> & Tag extends never ? never : S;
}[StateOf<T>];

/** The states that a state set selects. */
export type SelectedBy<T, Set> = Set extends { readonly except: infer Left }
  ? Exclude<StateOf<T>, SelectedBy<T, Left>>
  : Set extends { readonly group: infer Groups }
    ? StatesInGroup<T, OneOf<Groups>>
    : Set extends { readonly tag: infer Tags }
      ? StatesWithTag<T, OneOf<Tags>>
      : OneOf<Set>;

/** The whole numbers below a literal one, by counting up a tuple. */
type Below<N extends number, Counted extends readonly unknown[] = []> = Counted['length'] extends N
  ? Counted[number]
  : Below<N, readonly [...Counted, Counted['length']]>;

/** Literal numbers of at most two digits, the only ones that are worth counting up to. */
type Small<N extends number> = number extends N
  ? never
  : `${N}` extends `-${string}` | `${string}.${string}` | `${number}${number}${number}`
    ? never
    : N;

/** The numbers of a range: each of them where the range is small and begins at no less than 0, else `number`. */
type InRange<From extends number, To extends number> = [Small<From>] extends [never]
  ? number
  : [Small<To>] extends [never]
    ? number
    : Exclude<Below<To>, Below<From>> | To;

/** The values that a declaration of memory allows. */
type Domain<T, Variable> = Variable extends {
  readonly range: readonly [infer From extends number, infer To extends number];
}
  ? InRange<From, To>
  : Variable extends { readonly values: readonly (infer Word)[] }
    ? Word
    : Variable extends { readonly flag: true }
      ? boolean
      : Variable extends { readonly states: infer Set }
        ? SelectedBy<T, Set> | null
        : Value;

/** The memory of a configuration of the table: each variable with the values it can hold. */
export type MemoryOf<T> = { readonly [V in VariableOf<T>]: Domain<T, Memory<T>[V & keyof Memory<T>]> };

/** The names of the variables of one kind: those whose declaration has the key. */
export type VariableWith<T, Kind extends string> = {
  [V in VariableOf<T>]: Memory<T>[V & keyof Memory<T>] extends { readonly [K in Kind]: unknown } ? V : never;
}[VariableOf<T>];

type Target<T, Row, From> = Row extends { readonly to: { readonly recall: infer V extends VariableOf<T> } }
  ? Exclude<MemoryOf<T>[V], null>
  : Row extends { readonly to: typeof STAY }
    ? From
    : Row extends { readonly to: infer To }
      ? To
      : never;

type Leads<T, Row, From, On> = Row extends { readonly from: infer Set; readonly on: infer Events }
  ? From extends SelectedBy<T, Set>
    ? On extends OneOf<Events>
      ? Target<T, Row, From>
      : never
    : never
  : never;

/**
 * The states in which an event can leave a table that is in a state: `never` where no row says anything. Guards are not
 * looked at, so this is what is possible for some memory.
 *
 * @example
 * type AfterDecline = NextState<typeof order, 'placed', 'decline'>; // 'placed' | 'cancelled'
 */
export type NextState<T, From extends StateOf<T>, On extends EventOf<T>> = T extends {
  readonly transitions: readonly (infer Row)[];
}
  ? Leads<T, Row, From, On>
  : never;

/**
 * What the compiler knows of a system: the names of its sets, instances, variables, channels and events, and what references denote where
 * there are parameters. All of it is computed from the literal type that {@link defineSystem} keeps.
 */
import type { EventOf, MemoryOf, StateOf, VariableOf } from '../table/transition.ts';
import type { Value } from '../table/types.ts';

/** A part of a literal type, whether it is always there or not: `never` where it never is. */
export type Part<G, Key extends PropertyKey> = G extends unknown
  ? Key extends keyof G
    ? Exclude<G[Key], undefined>
    : never
  : never;

/** The names of a record; of nothing, which every name would fit, there are none. */
type KeysOf<G> = [G] extends [never] ? never : keyof G & string;

/** The names of a part of a literal type. */
export type Names<G, Key extends string> = KeysOf<Part<G, Key>>;

type Sets<S> = Part<S, 'instances'>;

/** The names of the system's sets of instances. */
export type SetOf<S> = Names<S, 'instances'>;

/** The names of its shared variables. */
export type SharedOf<S> = Names<S, 'memory'>;

/** The names of its channels. */
export type ChannelOf<S> = Names<S, 'channels'>;

type TableIn<S> = Part<S, 'tables'> extends readonly (infer T)[] ? T : never;

/** The names of its tables. */
export type TableNameOf<S> = TableIn<S> extends { readonly name: infer N extends string } ? N : never;

/** The table of a name; one whose name the compiler has lost could be any. */
export type TableNamed<S, N> =
  TableIn<S> extends infer T
    ? T extends { readonly name: infer M }
      ? string extends M
        ? T
        : M extends N
          ? T
          : never
      : never
    : never;

type SetIn<S, I> = Sets<S>[I & keyof Sets<S>];

/** The table that the instances of a set follow. */
export type TableOfSet<S, I> = TableNamed<S, Part<SetIn<S, I>, 'table'>>;

/** The names of the instances of a set. */
export type InstanceOf<S, I> =
  I extends SetOf<S>
    ? 'per' extends keyof SetIn<S, I>
      ? `${I}.${string}`
      : 'count' extends keyof SetIn<S, I>
        ? `${I}${number}`
        : I
    : never;

/** The set of an instance of a name. */
type SetOfInstance<S, R> = { [I in SetOf<S>]: R extends InstanceOf<S, I> ? I : never }[SetOf<S>];

type SetOfParameter<S, W, P> = P extends string
  ? P
  : P extends { readonly values: unknown } | { readonly range: unknown }
    ? never
    : P extends { readonly next: infer N }
      ? SetOfReference<S, W, N>
      : keyof P & string;

/** The set of the instance that a reference denotes, where there are these parameters: `never` where it denotes none. */
export type SetOfReference<S, W, R> = R extends keyof W ? SetOfParameter<S, W, W[R]> : SetOfInstance<S, R>;

/** The references to instances of a set. */
export type ReferenceTo<S, W, I> =
  | { [P in keyof W & string]: SetOfParameter<S, W, W[P]> extends I ? P : never }[keyof W & string]
  | InstanceOf<S, I>;

/** The names of the variables that the system adds to the instances of a set. */
export type AddedOf<S, I> = Names<SetIn<S, I>, 'memory'>;

/** The values of a variable or a field, where there are these parameters. */
type CellOf<S, W, Declared> = Declared extends { readonly instance: infer I }
  ? ReferenceTo<S, W, I> | null
  : MemoryOf<{ readonly memory: { readonly it: Declared } }> extends { readonly it: infer V }
    ? V
    : Value;

/** The values of a shared variable. */
export type SharedCell<S, W, V> = CellOf<S, W, Part<S, 'memory'>[V & keyof Part<S, 'memory'>]>;

/** The values of a variable of an instance of a set: what the system adds, or what its table has. */
export type InstanceCell<S, W, I, V> =
  V extends AddedOf<S, I>
    ? CellOf<S, W, Part<SetIn<S, I>, 'memory'>[V & keyof Part<SetIn<S, I>, 'memory'>]>
    : V extends VariableOf<TableOfSet<S, I>>
      ? MemoryOf<TableOfSet<S, I>>[V & keyof MemoryOf<TableOfSet<S, I>>]
      : never;

/** The names of the variables of an instance of a set. */
export type InstanceVariableOf<S, I> = AddedOf<S, I> | VariableOf<TableOfSet<S, I>>;

type Message<S, C> = Part<Part<S, 'channels'>[C & keyof Part<S, 'channels'>], 'message'>;

/** The names of the fields of a channel's messages. */
export type FieldOf<S, C> = KeysOf<Message<S, C>>;

/** The values of a field. */
export type FieldCell<S, W, C, F> = Exclude<CellOf<S, W, Message<S, C>[F & keyof Message<S, C>]>, null>;

/** Names of parts of tables, as they are written in rulings: `table.name`. */
export type OfTable<S, Kind extends 'states' | 'events'> = {
  [N in TableNameOf<S>]: `${N}.${Kind extends 'states' ? StateOf<TableNamed<S, N>> : EventOf<TableNamed<S, N>>}`;
}[TableNameOf<S>];

/** The names of the system's events: those declared, those that tables may do on their own, and losses. */
export type HappeningOf<S> =
  | Names<S, 'events'>
  | { [I in SetOf<S>]: `${I}.${EventOf<TableOfSet<S, I>>}` }[SetOf<S>]
  | `${ChannelOf<S>}.lose`;

/**
 * Systems in TypeScript: names are inferred where they are declared (tables, sets, variables, channels, events, parameters) and checked
 * everywhere else. A wrong name is an error on its own literal. What the compiler has lost (a name that is any `string`) is left to
 * `parseSystem`, as are combinations that depend on more than names.
 */
import type { ActorOf, EventOf, GroupOf, StateOf, TagOf } from '../table/transition.ts';
import type { Described, Ruling, Table, Text } from '../table/types.ts';
import type {
  AddedOf,
  ChannelOf,
  FieldCell,
  FieldOf,
  HappeningOf,
  InstanceCell,
  InstanceVariableOf,
  Names,
  OfTable,
  Part,
  ReferenceTo,
  SetOf,
  SetOfReference,
  SharedCell,
  SharedOf,
  TableNameOf,
  TableOfSet,
} from './inferred.ts';
import type { Channel, Participants, RESERVED_REFERENCES, System, SystemEvent, SystemPredicate } from './types.ts';

type Reserved = (typeof RESERVED_REFERENCES)[number];

/** One of the allowed values; whatever is given where the compiler has lost which it is. */
type One<G, Allowed> = string extends G ? G : number extends G ? G : boolean extends G ? G : Allowed;

/** One of the allowed names, or a list of them, as it is given. */
type Several<G, Allowed> = G extends readonly (infer Each)[] ? readonly One<Each, Allowed>[] : One<G, Allowed>;

/** Whether the names of a record are lost. */
type IsWide<G> = string extends keyof G ? true : false;

type CheckedSet<S, I extends SetOf<S>, G> = Described & {
  readonly table?: One<Part<G, 'table'>, TableNameOf<S>>;
  readonly count?: number;
  readonly per?: readonly One<Part<G, 'per'> extends readonly (infer Each)[] ? Each : never, SetOf<S>>[];
  readonly initial?: Several<Part<G, 'initial'>, StateOf<TableOfSet<S, I>>>;
  readonly memory?: CheckedMemory<S, Part<G, 'memory'>>;
};

type CheckedMemory<S, G> =
  IsWide<G> extends true ? G : { readonly [V in keyof G]: V extends Reserved ? never : CheckedVariable<S, G[V]> };

/** A variable of the kind that its key says; initial values are those of its domain. */
type CheckedVariable<S, G> = Described &
  ('instance' extends keyof G
    ? { readonly instance: One<Part<G, 'instance'>, SetOf<S>>; readonly initial?: CheckedInitial<S, G> }
    : 'range' extends keyof G
      ? { readonly range: readonly [from: number, to: number]; readonly initial: number | readonly number[] }
      : 'values' extends keyof G
        ? {
            readonly values: readonly string[];
            readonly initial: CheckedInitial<S, G>;
            readonly labels?: { readonly [value: string]: Text };
          }
        : { readonly flag: true; readonly initial?: boolean | readonly boolean[] });

type CheckedInitial<S, G> = Several<
  Part<G, 'initial'>,
  | (G extends { readonly values: readonly (infer Word)[] } ? Word : never)
  | (G extends { readonly instance: infer I } ? ReferenceTo<S, object, I> | null : never)
>;

type CheckedChannel<S, G> = Omit<Channel, 'message'> & {
  readonly message: {
    readonly [F in keyof Part<G, 'message'>]: 'instance' extends keyof Part<G, 'message'>[F]
      ? { readonly instance: One<Part<Part<G, 'message'>[F], 'instance'>, SetOf<S>> }
      : Part<G, 'message'>[F];
  };
};

/** Parameters, each of which may use those before it and those around them. */
type CheckedParameters<S, W, G> =
  IsWide<G> extends true
    ? G
    : { readonly [P in keyof G]: P extends Reserved ? never : CheckedParameter<S, W & G, G[P]> };

type CheckedParameter<S, W, G> = G extends string
  ? One<G, SetOf<S>>
  : G extends { readonly values: unknown } | { readonly range: unknown }
    ? G
    : G extends { readonly next: infer N }
      ? { readonly next: One<N, keyof W & string> }
      : { readonly [I in keyof G]: I extends SetOf<S> ? G[I] : never };

/** What stands for a value: one of the cell's, a parameter, or a variable of an owner (a set, or the shared memory). */
type CheckedOperand<S, W, Owner, Cell, G> = G extends { readonly parameter: infer P }
  ? { readonly parameter: One<P, keyof W & string> }
  : G extends { readonly memory: infer V }
    ? 'of' extends keyof G
      ? { readonly memory: One<V, VariableOfOther<S, W, Part<G, 'of'>>>; readonly of: Part<G, 'of'> }
      : { readonly memory: One<V, Owner extends SetOf<S> ? InstanceVariableOf<S, Owner> : SharedOf<S>> }
    : One<G, Cell>;

type VariableOfOther<S, W, R> = R extends 'shared' ? SharedOf<S> : InstanceVariableOf<S, SetOfReference<S, W, R>>;

type CheckedCondition<S, W, Owner, Cell, G> = G extends { readonly parameter: unknown } | { readonly memory: unknown }
  ? CheckedOperand<S, W, Owner, Cell, G>
  : G extends object
    ? {
        readonly [C in keyof G]: C extends 'in'
          ? Several<G[C], Cell>
          : C extends 'eq' | 'ne'
            ? CheckedOperand<S, W, Owner, Cell, G[C]>
            : C extends 'lt' | 'le' | 'gt' | 'ge'
              ? CheckedOperand<S, W, Owner, number, G[C]>
              : never;
      }
    : One<G, Cell>;

type CheckedAssignment<S, W, Owner, Cell, G> = G extends { readonly add: unknown }
  ? { readonly add: number }
  : CheckedOperand<S, W, Owner, Cell, G>;

type CheckedInstance<S, W, I, G> = {
  readonly [K in keyof G]: K extends 'all' | 'any'
    ? CheckedInstances<S, W, I, G[K]>
    : K extends 'not'
      ? CheckedInstance<S, W, I, G[K]>
      : K extends 'state'
        ? Several<G[K], StateOf<TableOfSet<S, I>>>
        : K extends 'group'
          ? Several<G[K], GroupOf<TableOfSet<S, I>>>
          : K extends 'tag'
            ? Several<G[K], TagOf<TableOfSet<S, I>>>
            : K extends 'final'
              ? boolean
              : K extends InstanceVariableOf<S, I>
                ? CheckedCondition<S, W, I, InstanceCell<S, W, I, K>, G[K]>
                : never;
};

type CheckedInstances<S, W, I, G> = { readonly [N in keyof G]: CheckedInstance<S, W, I, G[N]> };

/** A condition on the system, where there are these parameters; it may ask for these events, whether they are enabled. */
type CheckedPredicate<S, W, Asked, G> =
  IsWide<G> extends true
    ? G
    : IsWide<W> extends true
      ? SystemPredicate
      : {
          readonly [K in keyof G]: K extends 'all' | 'any'
            ? CheckedPredicates<S, W, Asked, G[K]>
            : K extends 'not'
              ? CheckedPredicate<S, W, Asked, G[K]>
              : K extends 'forAll' | 'exists' | 'count'
                ? CheckedQuantified<S, W, Asked, G[K]>
                : K extends 'final'
                  ? boolean
                  : K extends 'enabled'
                    ? Several<G[K], Asked>
                    : CheckedEntry<S, W, K, G[K]>;
        };

type CheckedPredicates<S, W, Asked, G> = { readonly [N in keyof G]: CheckedPredicate<S, W, Asked, G[N]> };

type CheckedEntry<S, W, K, G> =
  K extends SharedOf<S>
    ? CheckedCondition<S, W, 'shared', SharedCell<S, W, K>, G>
    : K extends ChannelOf<S>
      ? CheckedCondition<S, W, 'shared', number, G>
      : [SetOfReference<S, W, K>] extends [never]
        ? never
        : CheckedInstance<S, W, SetOfReference<S, W, K>, G>;

type CheckedQuantified<S, W, Asked, G> = {
  readonly [K in keyof G]: K extends 'of'
    ? CheckedParameters<S, W, G[K]>
    : K extends 'is'
      ? CheckedPredicate<S, W & Part<G, 'of'>, Asked, G[K]>
      : K extends 'distinct'
        ? readonly string[]
        : K extends 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
          ? CheckedOperand<S, W, 'shared', number, G[K]>
          : never;
};

type CheckedMoves<S, W, G> =
  IsWide<W> extends true ? G : { readonly [R in keyof G]: One<G[R], EventOf<TableOfSet<S, SetOfReference<S, W, R>>>> };

/** Assignments to instances, and to these shared variables. */
type CheckedSets<S, W, Shared, G> =
  IsWide<W> extends true
    ? G
    : {
        readonly [R in keyof G]: R extends Shared
          ? CheckedAssignment<S, W, 'shared', SharedCell<S, W, R>, G[R]>
          : [SetOfReference<S, W, R>] extends [never]
            ? never
            : CheckedAdded<S, W, SetOfReference<S, W, R>, G[R]>;
      };

type CheckedAdded<S, W, I, G> = {
  readonly [V in keyof G]: V extends AddedOf<S, I> ? CheckedAssignment<S, W, I, InstanceCell<S, W, I, V>, G[V]> : never;
};

type CheckedMessages<S, W, G> = {
  readonly [C in keyof G]: C extends ChannelOf<S>
    ? { readonly [F in FieldOf<S, C>]: CheckedOperand<S, W, 'shared', FieldCell<S, W, C, F>, Part<G[C], F>> }
    : never;
};

type CheckedOthers<S, W, G> = Omit<Participants, 'with' | 'is' | 'moves' | 'set'> & {
  readonly with: CheckedParameters<S, W, Part<G, 'with'>>;
  readonly is?: CheckedPredicate<S, W & Part<G, 'with'>, never, Part<G, 'is'>>;
  readonly moves?: CheckedMoves<S, W & Part<G, 'with'>, Part<G, 'moves'>>;
  readonly set?: CheckedSets<S, W & Part<G, 'with'>, never, Part<G, 'set'>>;
};

/** The parameters of an event or a property: none where none are given. */
type Given<G, Key extends string> = [Part<G, Key>] extends [never] ? object : Part<G, Key>;

type CheckedEvent<S, G> = Described & {
  readonly by?: ActorOf<S>;
  readonly after?: string;
  readonly with?: CheckedParameters<S, object, Part<G, 'with'>>;
  readonly distinct?: readonly string[];
  readonly when?: CheckedPredicate<S, Given<G, 'with'>, never, Part<G, 'when'>>;
  readonly moves?: CheckedMoves<S, Given<G, 'with'>, Part<G, 'moves'>>;
  readonly set?: CheckedSets<S, Given<G, 'with'>, SharedOf<S>, Part<G, 'set'>>;
  readonly receive?: CheckedMessages<S, Given<G, 'with'>, Part<G, 'receive'>>;
  readonly send?: CheckedMessages<S, Given<G, 'with'>, Part<G, 'send'>>;
  readonly each?: CheckedEach<S, Given<G, 'with'>, Part<G, 'each'>>;
};

type CheckedEach<S, W, G> = { readonly [N in keyof G]: CheckedOthers<S, W, G[N]> };

type CheckedEvents<S, G> =
  IsWide<G> extends true
    ? G
    : { readonly [E in keyof G]: SystemEvent extends G[E] ? G[E] : CheckedEvent<S, Exclude<G[E], undefined>> };

type Question = 'invariant' | 'never' | 'reachable' | 'alwaysCanReach' | 'eventually' | 'when' | 'leadsTo' | 'after';

type CheckedProperty<S, G> = {
  readonly [K in keyof G]: K extends Question
    ? CheckedPredicate<S, Given<G, 'forAll'>, HappeningOf<S>, G[K]>
    : K extends 'forAll'
      ? CheckedParameters<S, object, G[K]>
      : K extends 'fair'
        ? {
            readonly [Strength in keyof G[K]]: Strength extends 'weak' | 'strong'
              ? Several<G[K][Strength], HappeningOf<S>>
              : never;
          }
        : K extends keyof Described
          ? Text
          : K extends 'distinct'
            ? readonly string[]
            : never;
};

type CheckedProperties<S, G> =
  IsWide<G> extends true ? G : { readonly [P in keyof G]: CheckedProperty<S, Exclude<G[P], undefined>> };

type CheckedRuling<S, G> = Ruling extends G
  ? Ruling
  : Pick<Ruling, 'decision' | 'because' | 'by' | 'date'> &
      ('property' extends keyof G
        ? { readonly property: One<Part<G, 'property'>, Names<S, 'properties'>> }
        : {
            readonly finding: string;
            readonly states?: Several<Part<G, 'states'>, OfTable<S, 'states'>>;
            readonly events?: Several<Part<G, 'events'>, HappeningOf<S> | OfTable<S, 'events'>>;
            readonly memory?: string | readonly string[];
          });

type CheckedRulings<S, G> = { readonly [N in keyof G]: CheckedRuling<S, G[N]> };

/** What a system must be, given the names it declares itself. */
type CheckedSystem<S> = {
  readonly name: string;
  readonly title?: Text;
  readonly description?: Text;
  readonly actors?: { readonly [actor: string]: Described };
  readonly tables: readonly Table[];
  readonly instances: {
    readonly [I in SetOf<S>]: I extends Reserved ? never : CheckedSet<S, I, Part<S, 'instances'>[I]>;
  };
  readonly memory?: CheckedMemory<S, Part<S, 'memory'>>;
  readonly channels?: { readonly [C in ChannelOf<S>]: CheckedChannel<S, Part<S, 'channels'>[C]> };
  readonly events?: CheckedEvents<S, Part<S, 'events'>>;
  readonly properties?: CheckedProperties<S, Part<S, 'properties'>>;
  readonly rulings?: CheckedRulings<S, Part<S, 'rulings'>>;
};

/** A system as it is where the compiler knows none of its sets, and else {@link CheckedSystem}. */
type Checked<S> = string extends SetOf<S> ? System : CheckedSystem<S>;

/**
 * Declares a system and gives it back as it is, with its literal type. It checks at compile time; `parseSystem` checks at run time. The type of
 * the parameter is written as that of `defineTable`, and for the same reason.
 */
export const defineSystem = <const S>(system: [S] extends [never] ? S : Checked<NoInfer<S>>): S => system as S;

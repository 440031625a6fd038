/**
 * Tables in TypeScript: names are inferred where they are declared (the keys of `states`, `events`, `memory`, `sources`,
 * `properties`, and the groups and tags of states) and checked everywhere else. A wrong name is an error on its own literal.
 */
import type {
  ActorOf,
  EventOf,
  GroupOf,
  MemoryOf,
  PropertyOf,
  SourceOf,
  StateOf,
  TagOf,
  VariableOf,
  VariableWith,
} from './transition.ts';
import type {
  Claim,
  Described,
  Guard,
  Predicate,
  RESERVED_VARIABLES,
  Row,
  Ruling,
  Source,
  STAY,
  Table,
  Text,
} from './types.ts';

/**
 * A list, said without the word: beside an array type the compiler would not look for the wrong member of an object, and
 * report the object.
 */
type List<Name> = { readonly length: number; readonly [index: number]: Name };

type OneOrMore<Name> = Name | List<Name>;

declare const nothing: unique symbol;

/**
 * One or more, where nothing else is allowed. The last form cannot be written; it keeps the compiler from looking for the
 * items of a list in a text, which has items too, so that it points at the wrong item and not at the whole list.
 */
type Several<Name> = OneOrMore<Name> | { readonly [nothing]: never };

type StateSetOf<T> =
  | OneOrMore<StateOf<T>>
  | { readonly group: Several<GroupOf<T>> }
  | { readonly tag: Several<TagOf<T>> }
  | { readonly except: OneOrMore<StateOf<T>> | { readonly group: Several<GroupOf<T>> } };

/** A record of some keys: of none where there are none, for `{}` would accept any. */
type Keyed<Keys extends string, Entries> = [Keys] extends [never] ? { readonly [key: string]: never } : Entries;

/** The comparisons that suit a variable: of order for ranges alone, with other variables of the same kind. */
type Comparisons<Value, Other, Ordered> = {
  readonly eq?: Value | { readonly memory: Other };
  readonly ne?: Value | { readonly memory: Other };
  readonly in?: readonly Value[];
} & (Ordered extends true
  ? { readonly [Order in 'lt' | 'le' | 'gt' | 'ge']?: number | { readonly memory: Other } }
  : unknown);

type ConditionOn<T, V extends VariableOf<T>> =
  | MemoryOf<T>[V]
  | Comparisons<MemoryOf<T>[V], SameKind<T, V>, V extends VariableWith<T, 'range'> ? true : false>;

type SameKind<T, V> = {
  [Kind in 'range' | 'values' | 'flag' | 'states']: V extends VariableWith<T, Kind> ? VariableWith<T, Kind> : never;
}['range' | 'values' | 'flag' | 'states'];

type Conditions<T> = { readonly [V in VariableOf<T>]?: ConditionOn<T, V> };

type GuardOf<T> =
  string extends VariableOf<T>
    ? Guard
    : Conditions<T> & {
        readonly all?: readonly GuardOf<T>[];
        readonly any?: readonly GuardOf<T>[];
        readonly not?: GuardOf<T>;
      };

type PredicateOf<T> =
  string extends VariableOf<T>
    ? Predicate
    : Conditions<T> & {
        readonly all?: readonly PredicateOf<T>[];
        readonly any?: readonly PredicateOf<T>[];
        readonly not?: PredicateOf<T>;
        readonly state?: Several<StateOf<T>>;
        readonly group?: Several<GroupOf<T>>;
        readonly tag?: Several<TagOf<T>>;
        readonly final?: boolean;
        readonly enabled?: Several<EventOf<T>>;
      };

type CheckedState<T> = Described & {
  readonly initial?: true | { readonly memory: Keyed<VariableOf<T>, Partial<MemoryOf<T>>> };
  readonly final?: true | { readonly when: GuardOf<T> };
  readonly group?: string;
  readonly tags?: readonly string[];
};

type CheckedEvent<T> = Described & { readonly by?: ActorOf<T>; readonly after?: string };

/** The one form of declaration that the key of its kind asks for. */
type CheckedVariable<T, V extends VariableOf<T>> = Described &
  (V extends VariableWith<T, 'range'>
    ? { readonly range: readonly [from: number, to: number]; readonly initial: Several<MemoryOf<T>[V]> }
    : V extends VariableWith<T, 'values'>
      ? {
          readonly values: readonly string[];
          readonly initial: Several<MemoryOf<T>[V]>;
          readonly labels?: { readonly [Value in MemoryOf<T>[V] & string]?: Text };
        }
      : V extends VariableWith<T, 'states'>
        ? { readonly states: StateSetOf<T>; readonly initial?: Several<MemoryOf<T>[V]> }
        : { readonly flag: true; readonly initial?: Several<boolean> });

type AssignmentTo<T, V extends VariableOf<T>> =
  | MemoryOf<T>[V]
  | { readonly memory: SameKind<T, V> }
  | (V extends VariableWith<T, 'range'> ? { readonly add: number } : never)
  | (V extends VariableWith<T, 'states'> ? { readonly save: 'state' } : never);

/** The lines of a source that have a claim; any line where it gives no claims. */
type LineOf<T, D> = T extends {
  readonly sources: { readonly [K in D & string]: { readonly claims: readonly { readonly line: infer Line }[] } };
}
  ? Line
  : number;

type CheckedRow<T> = {
  readonly from: StateSetOf<T>;
  readonly on: Several<EventOf<T>>;
  readonly when?: GuardOf<T>;
  readonly to: StateOf<T> | typeof STAY | { readonly recall: VariableWith<T, 'states'> };
  readonly set?: Keyed<VariableOf<T>, { readonly [V in VariableOf<T>]?: AssignmentTo<T, V> }>;
  readonly because?: Text;
  readonly cites?: Keyed<SourceOf<T>, { readonly [D in SourceOf<T>]?: readonly LineOf<T, D>[] }>;
};

type FairnessOf<T> = { readonly weak?: readonly EventOf<T>[]; readonly strong?: readonly EventOf<T>[] };

type CheckedProperty<T, Given> = Described &
  ('invariant' extends keyof Given
    ? { readonly invariant: PredicateOf<T> }
    : 'never' extends keyof Given
      ? { readonly never: PredicateOf<T>; readonly after?: PredicateOf<T> }
      : 'reachable' extends keyof Given
        ? { readonly reachable: PredicateOf<T> }
        : 'alwaysCanReach' extends keyof Given
          ? { readonly alwaysCanReach: PredicateOf<T>; readonly after?: PredicateOf<T> }
          : 'eventually' extends keyof Given
            ? { readonly eventually: PredicateOf<T>; readonly after?: PredicateOf<T>; readonly fair?: FairnessOf<T> }
            : { readonly when: PredicateOf<T>; readonly leadsTo: PredicateOf<T>; readonly fair?: FairnessOf<T> });

type CheckedClaim<T> = Omit<Claim, 'of' | 'names'> & { readonly of: StateOf<T>; readonly names?: StateOf<T> | null };

type CheckedSource<T, Given> = Source extends Given
  ? Source
  : Omit<Source, 'claims'> & { readonly claims?: readonly CheckedClaim<T>[] };

type CheckedRuling<T, Given> = Ruling extends Given ? Ruling : RulingOn<T, Given>;

type RulingOn<T, Given> = Pick<Ruling, 'decision' | 'because' | 'by' | 'date'> &
  ('property' extends keyof Given
    ? { readonly property: PropertyOf<T> }
    : 'claim' extends keyof Given
      ? {
          readonly claim: Pick<CheckedClaim<T>, 'line' | 'column' | 'of' | 'names'> & { readonly source: SourceOf<T> };
        }
      : {
          readonly finding: string;
          readonly states?: Several<StateOf<T>>;
          readonly events?: Several<EventOf<T>>;
          readonly memory?: Several<VariableOf<T>>;
          readonly labels?: Several<string>;
          readonly source?: SourceOf<T>;
        });

/** Each ruling by its own kind, at its own index. */
type CheckedRulings<T, Given> = { readonly [I in keyof Given]: CheckedRuling<T, Given[I]> };

type CheckedRows<T, Given> = readonly (Given extends readonly (infer Each)[]
  ? Row extends Each
    ? Row
    : CheckedRow<T>
  : CheckedRow<T>)[];

type Part<T, Key extends string> = T extends { readonly [K in Key]: infer Value } ? Value : never;

/**
 * What a table must be, given the names it declares itself. Rows, sources and rulings that come as values of the wide types
 * `Row`, `Source` and `Ruling` have lost their names for the compiler; those are left to `parseTable`.
 */
type CheckedTable<T> = {
  readonly name: string;
  readonly title?: Text;
  readonly description?: Text;
  readonly actors?: { readonly [actor: string]: Described };
  readonly groups?: Keyed<GroupOf<T>, { readonly [G in GroupOf<T>]?: Described }>;
  readonly states: { readonly [S in StateOf<T>]: S extends typeof STAY ? never : CheckedState<T> };
  readonly events: { readonly [E in EventOf<T>]: CheckedEvent<T> };
  readonly memory?: {
    readonly [V in VariableOf<T>]: V extends (typeof RESERVED_VARIABLES)[number] ? never : CheckedVariable<T, V>;
  };
  readonly transitions: CheckedRows<T, Part<T, 'transitions'>>;
  readonly properties?: { readonly [P in PropertyOf<T>]: CheckedProperty<T, Part<T, 'properties'>[P]> };
  readonly sources?: { readonly [D in SourceOf<T>]: CheckedSource<T, Part<T, 'sources'>[D]> };
  readonly rulings?: CheckedRulings<T, Part<T, 'rulings'>>;
};

/** A table as it is where the compiler knows none of its names, and else {@link CheckedTable}. */
type Checked<T> = string extends StateOf<T> ? Table : CheckedTable<T>;

/**
 * Declares a table and gives it back as it is, with its literal type. It checks at compile time; `parseTable` checks at run time.
 *
 * The type of the parameter is a conditional that always comes out as `Checked<T>`. It is written so because the compiler
 * infers through both branches: `T` is inferred from the literal as it stands, yet the literal is checked against names
 * alone, so that keys which nothing declares are refused. (`T & Checked<T>` would accept them, being keys of `T`.)
 */
export const defineTable = <const T>(table: [T] extends [never] ? T : Checked<NoInfer<T>>): T => table as T;

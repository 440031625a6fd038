/**
 * The table language: one lifecycle as one JSON value.
 *
 * These are the wide types, in which every name is a `string`. They describe a table that has been read and checked
 * ({@link parseTable}) or written in TypeScript ({@link defineTable}, which narrows every name to those declared).
 * Everything downstream of the language takes a {@link Table} and changes nothing in it.
 */

/** A text for readers: one string, or one string per language (BCP 47 tag, such as `en` or `fr`). */
export type Text = string | { readonly [language: string]: string };

/** What a memory variable can hold. `null` is the unset value of a saved state, and only of that. */
export type Value = string | number | boolean | null;

/** The optional words about a thing, shown in diagrams and docs. */
export type Described = { readonly label?: Text; readonly description?: Text };

/** One lifecycle. Names are letters first, then letters, digits, `_`, `-` or `.`; words for readers go into labels. */
export type Table = {
  /** The table's name: an identifier, unique among the tables that are checked together. */
  readonly name: string;
  readonly title?: Text;
  readonly description?: Text;
  /** Words about the actors that events name in `by`. Where it is given, every `by` must be one of its keys. */
  readonly actors?: { readonly [actor: string]: Described };
  /** Words about the groups that states name in `group`. Groups need no declaration of their own. */
  readonly groups?: { readonly [group: string]: Described };
  readonly states: { readonly [state: string]: State };
  readonly events: { readonly [event: string]: Event };
  readonly memory?: { readonly [variable: string]: Variable };
  readonly transitions: readonly Row[];
  readonly properties?: { readonly [property: string]: Property };
  /** The documents the table rests on, and what they claim. */
  readonly sources?: { readonly [source: string]: Source };
  readonly rulings?: readonly Ruling[];
};

/** A named mode of the table. */
export type State = Described & {
  /**
   * A declared start. Several states may be initial. The second form starts with other memory values than the declared
   * ones: `initial: { memory: { seat: 'guest' } }`.
   */
  readonly initial?: true | { readonly memory: { readonly [variable: string]: Value } };
  /** A declared end, always or only while a guard on memory holds. Being final disables no row. */
  readonly final?: true | { readonly when: Guard };
  /** The group drawn around this state, usable in `from` and in predicates. */
  readonly group?: string;
  readonly tags?: readonly string[];
};

/** A named stimulus. One with `after` is a timer: it may fire whenever its row is enabled, for time is abstract. */
export type Event = Described & {
  /** The actor who causes it. */
  readonly by?: string;
  /** An ISO 8601 duration, such as `PT5M` or `P14D`: the event is a timer. */
  readonly after?: string;
};

/** A finite-domain memory variable, by the kind of its domain. Several initial values give several initial configurations. */
export type Variable = Described &
  (
    | { readonly range: readonly [from: number, to: number]; readonly initial: number | readonly number[] }
    | {
        readonly values: readonly string[];
        readonly initial: string | readonly string[];
        /** What readers see for the values; a value without a label is shown as it is. */
        readonly labels?: { readonly [value: string]: Text };
      }
    | { readonly flag: true; readonly initial?: boolean | readonly boolean[] }
    | { readonly states: StateSet; readonly initial?: string | null | readonly (string | null)[] }
  );

/** Some of the table's states: one, several, those of a group or with a tag, or all except some. */
export type StateSet =
  | string
  | readonly string[]
  | { readonly group: string | readonly string[] }
  | { readonly tag: string | readonly string[] }
  | { readonly except: string | readonly string[] | { readonly group: string | readonly string[] } };

/** One line of the table. It expands over `from` × `on`. */
export type Row = {
  readonly from: StateSet;
  readonly on: string | readonly string[];
  /** Read on the configuration before the step. */
  readonly when?: Guard;
  /** A state; `'stay'`, which keeps the state and its clocks; or the state saved in a memory variable. */
  readonly to: string | { readonly recall: string };
  /** Assignments; each value is read on the configuration before the step. */
  readonly set?: { readonly [variable: string]: Assignment };
  /** Why the row is there. */
  readonly because?: Text;
  /** The lines of the sources that this row rests on. */
  readonly cites?: { readonly [source: string]: readonly number[] };
};

/** A value, the sum of the variable and a number, a copy of another variable, or (for saved states) the state being left. */
export type Assignment = Value | { readonly add: number } | { readonly memory: string } | { readonly save: 'state' };

/** What a comparison compares with: a value, or another variable of the memory. */
export type Operand = Value | { readonly memory: string };

/** A condition on one variable. Several comparisons in one object must all hold. */
export type Condition =
  | Value
  | {
      readonly eq?: Operand;
      readonly ne?: Operand;
      readonly lt?: Operand;
      readonly le?: Operand;
      readonly gt?: Operand;
      readonly ge?: Operand;
      readonly in?: readonly Value[];
    };

/** A condition on memory: every named variable meets its condition. `all`, `any` and `not` combine guards. */
export type Guard = {
  readonly all?: readonly Guard[];
  readonly any?: readonly Guard[];
  readonly not?: Guard;
} & { readonly [variable: string]: Condition | Guard | readonly Guard[] | undefined };

/** A condition on a configuration: a guard that may also speak of the state and of what is enabled. */
export type Predicate = {
  readonly all?: readonly Predicate[];
  readonly any?: readonly Predicate[];
  readonly not?: Predicate;
  readonly state?: string | readonly string[];
  readonly group?: string | readonly string[];
  readonly tag?: string | readonly string[];
  /** Whether the configuration is final (its state is, and the guard of `final`, if any, holds). */
  readonly final?: boolean;
  /** Some step on this event (on one of these events) is enabled. */
  readonly enabled?: string | readonly string[];
} & {
  readonly [variable: string]: Condition | Predicate | readonly Predicate[] | readonly string[] | undefined;
};

/** The words of guards and predicates, which no memory variable may be called. */
export const RESERVED_VARIABLES = ['all', 'any', 'not', 'state', 'group', 'tag', 'final', 'enabled', 'memory'] as const;

/** The word of `to` that no state may be called. */
export const STAY = 'stay';

/** Events that are not ignored for ever. Weak: continuously enabled implies taken. Strong: enabled infinitely often implies taken. */
export type Fairness = { readonly weak?: readonly string[]; readonly strong?: readonly string[] };

/** What must hold, as data. Its key in `properties` is its name, a sentence for readers; a label says it in other languages. */
export type Property = Described &
  (
    | { readonly invariant: Predicate }
    | { readonly never: Predicate; readonly after?: Predicate }
    | { readonly reachable: Predicate }
    | { readonly alwaysCanReach: Predicate; readonly after?: Predicate }
    | { readonly eventually: Predicate; readonly after?: Predicate; readonly fair?: Fairness }
    | { readonly when: Predicate; readonly leadsTo: Predicate; readonly fair?: Fairness }
  );

/** The kinds of property, by the key that says what must hold. */
export const PROPERTY_KINDS = ['invariant', 'never', 'reachable', 'alwaysCanReach', 'eventually', 'leadsTo'] as const;
/** The name of a kind of property, which is its key in a table. */
export type PropertyKind = (typeof PROPERTY_KINDS)[number];

/** A document the table rests on. */
export type Source = {
  readonly title: Text;
  /** Where it is: a path or an address. Nothing is fetched. */
  readonly location?: string;
  /** BCP 47 tag of the language it is written in. */
  readonly language?: string;
  readonly date?: string;
  readonly claims?: readonly Claim[];
};

/** What a document says in one place: “the row of A lists B as next”. */
export type Claim = {
  /** Line in the document, from 1. */
  readonly line: number;
  /** The column it stands in. */
  readonly column: 'previous' | 'next' | 'description';
  /** The state whose row it stands in. */
  readonly of: string;
  /** The state it names; `null` where it says that there is none; absent where it names no state of the table. */
  readonly names?: string | null;
  /** The label as written. */
  readonly text: string;
  /** The condition it gives, in our own words. */
  readonly condition?: Text;
  /** How the reading was decided, where a label could mean several states. */
  readonly note?: Text;
};

/**
 * The owner's recorded decision about a finding, a violated property or a claim, with the reason.
 *
 * A finding is named by its code and exactly the states, events, variables and labels it is about. A ruling on a claim also decides
 * what reviewing documents finds about that claim. A ruling that no longer matches anything becomes a finding itself.
 */
export type Ruling = {
  readonly decision?: 'accept' | 'reject' | 'defer';
  readonly because: Text;
  readonly by?: string;
  /** ISO 8601 calendar date. */
  readonly date?: string;
} & (
  | {
      readonly finding: string;
      readonly states?: string | readonly string[];
      readonly events?: string | readonly string[];
      readonly memory?: string | readonly string[];
      /** Labels as a document writes them, of what the table does not have. Only what `review` finds is about labels. */
      readonly labels?: string | readonly string[];
      /** The source whose finding is decided; without it, the finding is decided in every document. Only for what `review` finds. */
      readonly source?: string;
    }
  | { readonly property: string }
  | {
      readonly claim: {
        readonly source: string;
        readonly line: number;
        readonly column: Claim['column'];
        readonly of: string;
        readonly names?: string | null;
      };
    }
);

/**
 * The system language: several tables working together, as one JSON value.
 *
 * A system names its tables, says how many instances of each there are, adds memory that belongs to nobody's table (shared,
 * or beside an instance's own), and says which instances move together on one event: its synchronisation vectors. These
 * are the wide types, in which every name is a `string`; {@link defineSystem} narrows them, {@link parseSystem} checks them.
 */
import type { Described, Fairness, Ruling, Table, Text, Value, Variable } from '../table/types.ts';

/** Several tables working together. */
export type System = {
  /** The system's name: an identifier, unique among the tables and systems that are checked together. */
  readonly name: string;
  readonly title?: Text;
  readonly description?: Text;
  /** Words about the actors that events name in `by`. Where it is given, every `by` of a system event must be one of its keys. */
  readonly actors?: { readonly [actor: string]: Described };
  /** The tables that instances follow, called by their own names. */
  readonly tables: readonly Table[];
  readonly instances: { readonly [set: string]: InstanceSet };
  /** Shared memory. */
  readonly memory?: { readonly [variable: string]: SystemVariable };
  readonly channels?: { readonly [channel: string]: Channel };
  /** The synchronised events. A table's event that none of them moves happens on its own, as `set.event`. */
  readonly events?: { readonly [event: string]: SystemEvent };
  readonly properties?: { readonly [property: string]: SystemProperty };
  readonly rulings?: readonly Ruling[];
};

/**
 * Instances of one table, or of none: identities without behaviour of their own. One instance, which is called like its set;
 * `count` interchangeable ones, called `set1`, `set2`, …; or one for each combination of instances of other sets (`per`), called
 * `set.session1.technician2`.
 */
export type InstanceSet = Described & {
  readonly table?: string;
  readonly count?: number;
  readonly per?: readonly string[];
  /** The states its instances start in, where not all initial states of the table are meant. */
  readonly initial?: string | readonly string[];
  /** Memory that the system adds to each instance, beside its table's own. Only events of the system write it. */
  readonly memory?: { readonly [variable: string]: SystemVariable };
};

/** A variable that refers to an instance of a set, or to none of them (`null`). Unset unless `initial` is given. */
export type InstanceVariable = Described & {
  readonly instance: string;
  readonly initial?: string | null | readonly (string | null)[];
};

/** A finite-domain variable of the system: as a table's (but no saved state), or one that refers to an instance. */
export type SystemVariable = Exclude<Variable, { readonly states: unknown }> | InstanceVariable;

/** The domain of one field of a message. */
export type MessageField =
  | { readonly range: readonly [from: number, to: number] }
  | { readonly values: readonly string[] }
  | { readonly flag: true }
  | { readonly instance: string };

/** A channel: sending waits for room, receiving takes a message that is there. It starts empty. */
export type Channel = Described & {
  /** The fields of a message, each with its domain. */
  readonly message: { readonly [field: string]: MessageField };
  /** The most messages it holds. */
  readonly capacity: number;
  /** `false`: any message that is there can be received next. Otherwise first in, first out. */
  readonly ordered?: boolean;
  /** Messages can be lost: the event `channel.lose` takes any one of them away. */
  readonly lossy?: boolean;
};

/**
 * What a parameter ranges over: the instances of a set; the values of a finite domain; the instance that `per` made for these
 * parameters; or the next instance of the same set, the last one being followed by the first.
 */
export type Parameter =
  | string
  | { readonly values: readonly string[] }
  | { readonly range: readonly [from: number, to: number] }
  | { readonly next: string }
  | { readonly [set: string]: readonly string[] };

/** The parameters of an event or property by name. */
export type Parameters = { readonly [parameter: string]: Parameter };

/**
 * A synchronised event. A step is one binding of its parameters with one enabled row of each instance that moves. No instance
 * takes part twice: in a binding, all instances that the event moves or sets are different.
 */
export type SystemEvent = Described & {
  readonly by?: string;
  /** An ISO 8601 duration: the event is a timer. */
  readonly after?: string;
  readonly with?: Parameters;
  /** Parameters, or instances by name, that denote different instances or values: at least two. */
  readonly distinct?: readonly string[];
  /** Read on the configuration before the step. */
  readonly when?: SystemPredicate;
  /** The instances that move together, each with the event of its table that it takes. */
  readonly moves?: { readonly [reference: string]: string };
  /** Assignments: of shared variables by their names, and of the memory added to an instance, under its reference. */
  readonly set?: SystemAssignments;
  /** The message that must be there, and is taken, per channel: every field with its value. */
  readonly receive?: { readonly [channel: string]: Message };
  /** The message that is put in, per channel; the channel must have room, after what is received. */
  readonly send?: { readonly [channel: string]: Message };
  /** Others that take part as well: every instance that meets the condition, however many they are. */
  readonly each?: readonly Participants[];
};

/**
 * All others of a kind that take part: for every binding of the parameters that meets `is` before the step, the instance moves
 * and is set like any other participant. Instances that take part already are left out.
 */
export type Participants = {
  readonly with: Parameters;
  readonly distinct?: readonly string[];
  readonly is?: SystemPredicate;
  readonly moves?: { readonly [reference: string]: string };
  readonly set?: { readonly [reference: string]: { readonly [variable: string]: SystemAssignment } };
};

/**
 * A value in the system: a value itself (for a variable that refers to an instance, the reference to one), the value of a parameter, or
 * the value of a variable: of the same owner, of another instance, or of the shared memory (`of: 'shared'`).
 */
export type SystemOperand = Value | { readonly parameter: string } | { readonly memory: string; readonly of?: string };

/** What a step writes: a value, or a number to add. */
export type SystemAssignment = SystemOperand | { readonly add: number };

/** What a step writes, by variable; of an instance, by its name or parameter and then by variable. */
export type SystemAssignments = {
  readonly [target: string]: SystemAssignment | { readonly [variable: string]: SystemAssignment };
};

/** A message: a value for each of the fields. */
export type Message = { readonly [field: string]: SystemOperand };

/** A condition on one variable, or on the number of messages in a channel. Several comparisons must all hold. */
export type SystemCondition =
  | SystemOperand
  | {
      readonly eq?: SystemOperand;
      readonly ne?: SystemOperand;
      readonly lt?: SystemOperand;
      readonly le?: SystemOperand;
      readonly gt?: SystemOperand;
      readonly ge?: SystemOperand;
      readonly in?: readonly Value[];
    };

/** A condition on one instance: its state, and its memory (its table's and what the system adds). */
export type InstancePredicate = {
  readonly all?: readonly InstancePredicate[];
  readonly any?: readonly InstancePredicate[];
  readonly not?: InstancePredicate;
  readonly state?: string | readonly string[];
  readonly group?: string | readonly string[];
  readonly tag?: string | readonly string[];
  readonly final?: boolean;
} & {
  readonly [variable: string]:
    | SystemCondition
    | InstancePredicate
    | readonly InstancePredicate[]
    | readonly string[]
    | undefined;
};

/** For all, or for some, of the bindings of parameters. */
export type Quantified = {
  readonly of: Parameters;
  /** Parameters (of this and of those around it) that denote different instances or values. */
  readonly distinct?: readonly string[];
  readonly is: SystemPredicate;
};

/** How many bindings of parameters meet a condition, compared with numbers. */
export type Counted = Quantified & {
  readonly [comparison in 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge']?: Exclude<SystemOperand, string | boolean | null>;
};

/**
 * A condition on a configuration of the system. Beside its words, a key is a shared variable, a channel (its number of messages), or
 * a reference to an instance with a condition on it: a parameter, or the name of an instance.
 */
export type SystemPredicate = {
  readonly all?: readonly SystemPredicate[];
  readonly any?: readonly SystemPredicate[];
  readonly not?: SystemPredicate;
  readonly forAll?: Quantified;
  readonly exists?: Quantified;
  readonly count?: Counted;
  /** Whether the system is final: all its instances with a table are. */
  readonly final?: boolean;
  /** Some step on this event (on one of these), of any binding, is enabled. */
  readonly enabled?: string | readonly string[];
} & {
  readonly [key: string]:
    | SystemCondition
    | InstancePredicate
    | SystemPredicate
    | Quantified
    | Counted
    | readonly SystemPredicate[]
    | readonly string[]
    | undefined;
};

/** What must hold of a system. With `forAll` it must hold for every binding of the parameters, which its predicates may use. */
export type SystemProperty = Described & {
  readonly forAll?: Parameters;
  readonly distinct?: readonly string[];
} & (
    | { readonly invariant: SystemPredicate }
    | { readonly never: SystemPredicate; readonly after?: SystemPredicate }
    | { readonly reachable: SystemPredicate }
    | { readonly alwaysCanReach: SystemPredicate; readonly after?: SystemPredicate }
    | { readonly eventually: SystemPredicate; readonly after?: SystemPredicate; readonly fair?: Fairness }
    | { readonly when: SystemPredicate; readonly leadsTo: SystemPredicate; readonly fair?: Fairness }
  );

/** The words of system predicates, which no variable, channel, parameter or set may be called. */
export const RESERVED_REFERENCES = [
  'all',
  'any',
  'not',
  'forAll',
  'exists',
  'count',
  'state',
  'group',
  'tag',
  'final',
  'enabled',
  'memory',
  'shared',
  'next',
  'values',
  'range',
] as const;

/** The word by which an operand speaks of the shared memory. */
export const SHARED = 'shared';

/** A table, or a system of several. */
export type Model = Table | System;

/** Whether a model is a system of several tables, and not one table. */
export const isSystem = (model: Model): model is System => 'instances' in model;

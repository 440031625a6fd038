/**
 * The one interface that everything downstream of the language takes, whether the behaviour came from a table or from
 * several tables working together.
 */
import type { SystemPredicate } from '../system/types.ts';
import type { Predicate, Value } from '../table/types.ts';

/** A state plus the value of every memory variable: the configuration of a table. */
export type TableConfiguration = {
  readonly state: string;
  readonly memory: { readonly [variable: string]: Value };
};

/** What one instance of a system is in. An instance without a table has no state. */
export type InstanceConfiguration = {
  readonly state?: string;
  /** The memory of its table, then the memory that the system adds. */
  readonly memory: { readonly [variable: string]: Value };
};

/** A message: a value for each field. */
export type MessageValue = { readonly [field: string]: Value };

/** The configuration of a system: of all its instances, the shared memory, and the messages under way. */
export type SystemConfiguration = {
  readonly instances: { readonly [instance: string]: InstanceConfiguration };
  readonly memory: { readonly [variable: string]: Value };
  /** First in, first out: the oldest message first. Of an unordered channel in the order of {@link Machine.key}. */
  readonly channels: { readonly [channel: string]: readonly MessageValue[] };
};

/** What a machine is in: of a table its state and memory, of a system that of all its instances and what they share. */
export type Configuration = TableConfiguration | SystemConfiguration;

/** Whether a configuration is that of a system. */
export const isSystemConfiguration = (configuration: Configuration): configuration is SystemConfiguration =>
  'instances' in configuration;

/** A row that a step takes: its index in the transitions of a table; in a system, with the instance that takes it. */
export type RowTaken = { readonly row: number; readonly instance?: string };

/** What happens in a step: one event, one binding of its parameters, one enabled expanded row per participating instance. */
export type Action = {
  readonly event: string;
  /** The values of the event's parameters; only in a system. */
  readonly binding?: { readonly [parameter: string]: Value };
  /** One row in a table; in a system one for each instance that moves, in the order in which they are named. */
  readonly rows: readonly RowTaken[];
};

/** An action with the configuration it leads to. */
export type Step = Action & { readonly to: Configuration };

/** An action whose guards hold but which cannot happen: a row recalls unset memory, or a value does not fit its variable's domain. */
export type Blocked = Action & {
  readonly reason: 'unset' | 'outside';
  /** The row that is to blame; none where it is an assignment of a system's event. */
  readonly at?: RowTaken;
  /** The instance whose variable it is; none where it is a table's own, or shared. */
  readonly instance?: string;
  /** The variable that is unset, or that the value does not fit. */
  readonly variable: string;
  /** The value that does not fit, where the reason is `outside`. */
  readonly value?: Value;
};

/** What can happen in one configuration: the enabled steps and the blocked ones, each in their fixed order. */
export type Moves = { readonly steps: readonly Step[]; readonly blocked: readonly Blocked[] };

/** A condition on a configuration: of a table, or of a system. */
export type Question = Predicate | SystemPredicate;

/** Values of the parameters that a condition of a system may use. */
export type Bound = { readonly [parameter: string]: Value };

/** Behaviour: where it starts, how it moves, what holds where. */
export interface Machine {
  readonly name: string;
  /** The initial configurations, in declaration order, without repetition. */
  readonly initial: readonly Configuration[];
  /** The moves of a configuration: of a table in row order, then event order; of a system by event, binding and rows. */
  moves(configuration: Configuration): Moves;
  /** Whether a condition holds in a configuration. */
  holds(question: Question, configuration: Configuration, bound?: Bound): boolean;
  /** Whether a configuration is a declared end. */
  isFinal(configuration: Configuration): boolean;
  /** An injective key: two configurations are one exactly when their keys are equal. */
  key(configuration: Configuration): string;
  /** One line for readers: `active (attempts 2, resume waiting)`. */
  describe(configuration: Configuration): string;
}

/** What fairness is about: an event with its binding, as readers see it: `pay`, `transfer(session1, technician2)`. */
export const labelOf = ({ event, binding = {} }: Pick<Action, 'event' | 'binding'>): string => {
  const values = Object.values(binding);
  return values.length === 0 ? event : `${event}(${values.join(', ')})`;
};

/** A row that a step takes, as a key. */
export const rowKey = ({ row, instance }: RowTaken): string =>
  instance === undefined ? `${row}` : `${instance}:${row}`;

/** The states of a configuration: of a system with their instances. */
export const statesIn = (configuration: Configuration): readonly string[] =>
  isSystemConfiguration(configuration)
    ? Object.entries(configuration.instances).flatMap(([name, { state }]) =>
        state === undefined ? [] : [`${name} ${state}`],
      )
    : [configuration.state];

/** Whether two actions are one: the same event, binding and rows. */
export const actionKey = ({ event, binding, rows }: Action): string =>
  JSON.stringify([event, Object.values(binding ?? {}), rows.map(({ row, instance }) => [row, instance ?? null])]);

/** The key of a blocked action: of the action, and of what is to blame. */
export const blockedKey = ({ reason, at, instance, variable, value, ...action }: Blocked): string =>
  JSON.stringify([actionKey(action), reason, at?.row, at?.instance, instance, variable, value]);

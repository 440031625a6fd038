/**
 * The definition of systems, as a program: how tables move together. Each instance moves by the semantics of its own table, which is not
 * written again here; a step of the system is a binding of an event's parameters with one enabled row of every participant.
 *
 * - All participants read the configuration before the step: guards, assigned values and messages.
 * - A participant that is to move and has no enabled row keeps the step from happening. One whose row would recall unset memory or
 *   leave a domain blocks it, and so does a value of the system that does not fit: such steps are reported as blocked.
 * - Every enabled step can happen: none has precedence.
 */
import { choices } from '../system/choices.ts';
import { eventsOf, type NamedEvent, type Participant } from '../system/events.ts';
import { type Binding, bindingsOf, type Instance, instancesOf } from '../system/instances.ts';
import { valuesOf } from '../system/messages.ts';
import type { InstanceSet, System, SystemAssignment, SystemPredicate, SystemVariable } from '../system/types.ts';
import { listOf } from '../table/select.ts';
import type { Table, Value } from '../table/types.ts';
import { holdsInSystem, isSystemFinal, operandValue, type Semantics } from './holds-system.ts';
import type {
  Action,
  Blocked,
  InstanceConfiguration,
  Machine,
  MessageValue,
  RowTaken,
  Step,
  SystemConfiguration,
  TableConfiguration,
} from './machine.ts';
import { initialValues, tableMachine } from './naive.ts';
import { channelsOf } from './naive-channels.ts';
import { takingPart } from './participants.ts';

type Blame = Pick<Blocked, 'reason' | 'at' | 'instance' | 'variable' | 'value'>;

/** What one participant can do: the row it takes, if it moves, with what it is in then, or why that is blocked. */
type Outcome = { readonly row?: RowTaken; readonly to?: InstanceConfiguration; readonly blame?: Blame };

/** A configuration while it is made. */
type Draft = {
  readonly instances: { [instance: string]: InstanceConfiguration };
  readonly memory: { [variable: string]: Value };
};

type Memory = SystemConfiguration['memory'];

/** Every memory with one of the initial values of each variable. */
const startsOf = (variables: InstanceSet['memory'] = {}): readonly Memory[] =>
  choices(
    Object.entries(variables).map(([name, each]) => initialValues(each).map((value) => [name, value] as const)),
  ).map((values) => Object.fromEntries(values));

/** The behaviour of a system. */
export function systemMachine(system: System): Machine {
  const instances = instancesOf(system);
  const machines = new Map(system.tables.map((table) => [table.name, tableMachine(table)]));
  const channels = channelsOf(system, instances);
  const events = eventsOf(system).map((event) => ({
    event,
    bindings: bindingsOf(instances, event.with ?? {}, event.distinct),
  }));
  const semantics: Semantics = {
    system,
    instances,
    isEnabled: (event, at) => machine.moves(at).steps.some((step) => step.event === event),
  };

  /** The variables that the system gives to an instance; without a name, the shared ones. */
  const variablesOf = (owner: string | undefined): InstanceSet['memory'] =>
    owner === undefined ? system.memory : system.instances[(instances.get(owner) as Instance).set]?.memory;

  /** Every configuration that an instance can start in. */
  function initialOf({ set, table }: Instance): readonly InstanceConfiguration[] {
    const { initial, memory } = system.instances[set] as InstanceSet;
    const added = startsOf(memory);
    if (table === undefined) return added.map((each) => ({ memory: each }));
    const starts = (machines.get(table.name) as Machine).initial as readonly TableConfiguration[];
    return starts
      .filter(({ state }) => initial === undefined || listOf(initial).includes(state))
      .flatMap((start) => added.map((each) => ({ state: start.state, memory: { ...start.memory, ...each } })));
  }

  function initial(): readonly SystemConfiguration[] {
    const locals = choices(
      [...instances.values()].map((each) => initialOf(each).map((local) => [each.name, local] as const)),
    );
    return locals.flatMap((each) =>
      startsOf(system.memory).map((memory) => ({
        instances: Object.fromEntries(each),
        memory,
        channels: channels.empty,
      })),
    );
  }

  /** What a participant can do: for each row on its event that its table enables or blocks, or once where it only is set. */
  function outcomesOf({ instance, takes }: Participant, at: SystemConfiguration): readonly Outcome[] {
    const local = at.instances[instance] as InstanceConfiguration;
    if (takes === undefined) return [{ to: local }];
    const { name } = (instances.get(instance) as Instance).table as Table;
    const { steps, blocked } = (machines.get(name) as Machine).moves(local as TableConfiguration);
    const taken = ({ rows: [first] }: Action): RowTaken => ({ row: (first as RowTaken).row, instance });
    const all: readonly (Required<Pick<Outcome, 'row'>> & Outcome)[] = [
      ...steps
        .filter(({ event }) => event === takes)
        .map((step) => ({ row: taken(step), to: step.to as TableConfiguration })),
      ...blocked
        .filter(({ event }) => event === takes)
        .map(({ reason, variable, value, ...action }) => {
          const row = taken(action);
          return { row, blame: { reason, at: row, instance, variable, ...(value !== undefined && { value }) } };
        }),
    ];
    return all.toSorted((one, other) => one.row.row - other.row.row);
  }

  /** Sets one variable of an owner (none: a shared one), or says why it cannot be. */
  function put(
    owner: string | undefined,
    variable: string,
    assignment: SystemAssignment,
    bound: Binding,
    at: SystemConfiguration,
    to: Draft,
  ): Blame | undefined {
    const declared = variablesOf(owner)?.[variable] as SystemVariable;
    const ownerOf = owner === undefined ? {} : { owner };
    const before = owner === undefined ? at.memory : (at.instances[owner] as InstanceConfiguration).memory;
    const isSum = typeof assignment === 'object' && assignment !== null && 'add' in assignment;
    const refers = 'instance' in declared;
    const value = isSum
      ? (before[variable] as number) + assignment.add
      : operandValue(assignment, { at, bound, ...ownerOf }, refers);
    const fits = (refers && value === null) || valuesOf(instances, declared).includes(value);
    if (!fits) return { reason: 'outside', ...(owner !== undefined && { instance: owner }), variable, value };
    if (owner === undefined) to.memory[variable] = value;
    else {
      const local = to.instances[owner] as InstanceConfiguration;
      to.instances[owner] = { ...local, memory: { ...local.memory, [variable]: value } };
    }
    return undefined;
  }

  /** Writes all that an event sets: shared variables, then the memory of those who take part. */
  function assign(
    { set = {} }: NamedEvent,
    binding: Binding,
    participants: readonly Participant[],
    at: SystemConfiguration,
    to: Draft,
  ): Blame | undefined {
    const shared = Object.entries(set).filter(([variable]) => Object.hasOwn(system.memory ?? {}, variable));
    for (const [variable, assignment] of shared) {
      const blame = put(undefined, variable, assignment as SystemAssignment, binding, at, to);
      if (blame !== undefined) return blame;
    }
    for (const { instance, set: own = {}, binding: bound } of participants)
      for (const [variable, assignment] of Object.entries(own)) {
        const blame = put(instance, variable, assignment, bound, at, to);
        if (blame !== undefined) return blame;
      }
    return undefined;
  }

  /** The steps and blocked steps of one binding of an event, one for each choice of rows. */
  function movesOf(event: NamedEvent, binding: Binding, at: SystemConfiguration): readonly (Step | Blocked)[] {
    const participants = takingPart(semantics, event, binding, at);
    if (participants === undefined) return [];
    if (event.when !== undefined && !holdsInSystem(semantics, event.when, { at, bound: binding })) return [];
    const passing = channels.pass(event, { at, bound: binding });
    if (passing === undefined) return [];
    return choices(participants.map((each) => outcomesOf(each, at))).map((outcomes): Step | Blocked => {
      const rows = outcomes.flatMap(({ row }) => row ?? []);
      const action: Action = { event: event.name, ...(event.with !== undefined && { binding }), rows };
      const moved = outcomes.map(({ to }, index) => [participants[index]?.instance, to] as const);
      const to: Draft = { instances: { ...at.instances, ...Object.fromEntries(moved) }, memory: { ...at.memory } };
      const blame =
        outcomes.find((each) => each.blame !== undefined)?.blame ??
        assign(event, binding, participants, at, to) ??
        passing.blame;
      if (blame !== undefined) return { ...action, ...blame };
      return { ...action, to: { ...to, channels: passing.channels ?? at.channels } };
    });
  }

  const key = ({ instances: all, memory, channels: held }: SystemConfiguration): string =>
    JSON.stringify([
      [...instances.keys()].map((name) => [all[name]?.state ?? 0, ...Object.values(all[name]?.memory ?? {})]),
      Object.values(memory),
      Object.values(held).map((messages) => messages.map((message) => Object.values(message))),
    ]);

  const machine = {
    name: system.name,
    initial: [] as readonly SystemConfiguration[],
    moves(at: SystemConfiguration) {
      const all = events.flatMap(({ event, bindings }) => bindings.flatMap((binding) => movesOf(event, binding, at)));
      const steps = all.filter((each) => 'to' in each);
      const blocked = all.filter((each) => 'reason' in each);
      return { steps: [...steps, ...channels.losses(at)], blocked };
    },
    holds: (question: SystemPredicate, at: SystemConfiguration, bound: Binding = {}) =>
      holdsInSystem(semantics, question, { at, bound }),
    isFinal: (at: SystemConfiguration) => isSystemFinal(semantics, at),
    key,
    describe: describeSystem,
  };
  machine.initial = [...new Map(initial().map((each) => [key(each), each])).values()];
  return machine as Machine;
}

/** A configuration of a system in one line: its instances, the shared memory, the messages under way. Unset variables are left out. */
function describeSystem({ instances, memory, channels }: SystemConfiguration): string {
  const values = (all: Memory): string =>
    Object.entries(all)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  const locals = Object.entries(instances).flatMap(([name, { state, memory: own }]) => {
    const words = [...(state === undefined ? [] : [state]), ...(values(own) === '' ? [] : [`(${values(own)})`])];
    return words.length === 0 ? [] : [[name, ...words].join(' ')];
  });
  const message = (each: MessageValue): string =>
    `[${Object.entries(each)
      .map(([field, value]) => `${field} = ${value}`)
      .join(', ')}]`;
  const under = Object.entries(channels).flatMap(([name, messages]) =>
    messages.length === 0 ? [] : [[name, ...messages.map(message)].join(' ')],
  );
  const shared = values(memory);
  return [...locals, ...(shared === '' ? [] : [shared]), ...under].join('; ');
}

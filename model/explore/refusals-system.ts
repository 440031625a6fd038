/** Why an event of a system cannot happen with a binding of its parameters. */
import { eventsOf, type NamedEvent } from '../system/events.ts';
import { type Binding, bindingsOf, denoted, type Instance, instancesOf } from '../system/instances.ts';
import type { Counted, Message, System, SystemPredicate } from '../system/types.ts';
import type { Table, Value } from '../table/types.ts';
import { holdsInSystem, type Semantics } from './holds-system.ts';
import { type Blocked, labelOf, type Machine, type SystemConfiguration, type TableConfiguration } from './machine.ts';
import { tableMachine } from './naive.ts';
import { channelsOf } from './naive-channels.ts';
import { takingPart } from './participants.ts';
import { type Failed, partsOf, type Reason, type Refusal, reasonsOfTable } from './refusals-table.ts';

/** Every binding of every event that has no enabled step in a configuration of a system, with the reasons. */
export function systemRefusals(system: System, machine: Machine, at: SystemConfiguration): readonly Refusal[] {
  const { steps, blocked } = machine.moves(at);
  const enabled = new Set(steps.map(labelOf));
  const semantics: Semantics = {
    system,
    instances: instancesOf(system),
    isEnabled: (event) => steps.some((step) => step.event === event),
  };
  const why = reasonsIn(semantics, at, blocked);
  return eventsOf(system).flatMap((event) =>
    bindingsOf(semantics.instances, event.with ?? {}, event.distinct).flatMap((binding): readonly Refusal[] => {
      const action = { event: event.name, ...(event.with !== undefined && { binding }) };
      if (enabled.has(labelOf(action))) return [];
      const reasons = why(event, binding);
      return reasons === undefined ? [] : [{ ...action, reasons }];
    }),
  );
}

type Why = (event: NamedEvent, binding: Binding) => readonly Reason[] | undefined;

/** The reasons why a binding of an event is not enabled; `undefined` where two references denote one instance, so that it is none. */
function reasonsIn(semantics: Semantics, at: SystemConfiguration, blocked: readonly Blocked[]): Why {
  const { system, instances } = semantics;
  const machines = new Map(system.tables.map((table) => [table.name, tableMachine(table)]));
  const channels = channelsOf(system, instances);

  const ofCondition = ({ when = {} }: NamedEvent, bound: Binding): readonly Reason[] => {
    const failed = partsOf(when)
      .flatMap((part) => partsOfReference(part, bound, instances))
      .filter((part) => !holdsInSystem(semantics, part, { at, bound }))
      .map((part): Failed => ({ part, now: nowOf(semantics, part, at, bound) }));
    return failed.length === 0 ? [] : [{ kind: 'condition', failed }];
  };

  const ofChannels = ({ receive = {}, send = {} }: NamedEvent, bound: Binding): readonly Reason[] => {
    const passes = (part: { receive?: Record<string, Message>; send?: Record<string, Message> }): boolean =>
      channels.pass(part, { at, bound }) !== undefined;
    const missing = Object.entries(receive).filter(([name, each]) => !passes({ receive: { [name]: each } }));
    if (missing.length > 0) return missing.map(([channel]) => ({ kind: 'message', channel }));
    return Object.entries(send)
      .filter(([name, each]) => !passes({ receive, send: { [name]: each } }))
      .map(([channel]) => ({ kind: 'room', channel }));
  };

  const ofInstance = (instance: string, takes: string): readonly Reason[] => {
    const table = (instances.get(instance) as Instance).table as Table;
    const machine = machines.get(table.name) as Machine;
    const local = at.instances[instance] as TableConfiguration;
    const moves = machine.moves(local);
    if (moves.steps.some(({ event }) => event === takes)) return [];
    // What is blocked in the table blocks the step of the system, where it is reported with its instance.
    if (moves.blocked.some(({ event }) => event === takes)) return [];
    return reasonsOfTable(table, machine, local, takes, []).map((reason) => ({ ...reason, instance }) as Reason);
  };

  return (event, binding) => {
    const participants = takingPart(semantics, event, binding, at);
    if (participants === undefined) return undefined;
    const label = labelOf({ event: event.name, ...(event.with !== undefined && { binding }) });
    return [
      ...ofCondition(event, binding),
      ...ofChannels(event, binding),
      ...participants.flatMap(({ instance, takes }) => (takes === undefined ? [] : ofInstance(instance, takes))),
      ...blocked.filter((each) => labelOf(each) === label).map((each): Reason => ({ kind: 'blocked', blocked: each })),
    ];
  };
}

/** A condition on one instance in parts that must all hold; any other condition is a part of its own. */
function partsOfReference(
  part: SystemPredicate,
  bound: Binding,
  instances: Semantics['instances'],
): readonly SystemPredicate[] {
  const [reference, wanted] = Object.entries(part)[0] ?? [];
  if (reference === undefined || !instances.has(denoted(reference, bound))) return [part];
  return partsOf(wanted as SystemPredicate).map((each) => ({ [reference]: each }) as SystemPredicate);
}

/** What the subject of a condition is now: a variable, a state, the length of a channel, a count. Nothing of larger conditions. */
function nowOf(semantics: Semantics, part: SystemPredicate, at: SystemConfiguration, bound: Binding): Failed['now'] {
  const [word = '', wanted] = Object.entries(part)[0] ?? [];
  const local = at.instances[denoted(word, bound)];
  if (word === 'count') {
    const { of, distinct, is } = wanted as Counted;
    const all = bindingsOf(semantics.instances, of, distinct, bound);
    return [['', all.filter((each) => holdsInSystem(semantics, is, { at, bound: each })).length]];
  }
  if (Object.hasOwn(at.memory, word)) return [[word, at.memory[word] as Value]];
  if (Object.hasOwn(at.channels, word)) return [[word, at.channels[word]?.length ?? 0]];
  if (local === undefined) return [];
  const [subject = ''] = Object.keys(wanted as object);
  const name = denoted(word, bound);
  if (Object.hasOwn(local.memory, subject)) return [[`${name}.${subject}`, local.memory[subject] as Value]];
  return local.state === undefined ? [] : [[name, local.state]];
}

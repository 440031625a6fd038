/** What can happen in a system: its events with every binding of their parameters, and what each participant can do. */
import { eventsOf, type NamedEvent, type Participant, participantsOf } from '../system/events.ts';
import { type Binding, bindingsOf } from '../system/instances.ts';
import type { Participants, System, SystemAssignment } from '../system/types.ts';
import type { Value } from '../table/types.ts';
import type { Operand } from './comparisons.ts';
import type { ChannelFields, Field, Fields, Owner } from './fields.ts';
import { ALWAYS, all, any, type Formula, not } from './formula.ts';
import { losses, pass } from './messages.ts';
import { assign, type Blame, NOTHING, type OccasionPlan, type PartPlan } from './plan.ts';
import { systemOperand, systemPredicate } from './predicates.ts';
import { partsOn } from './rows.ts';

/** What an event assigns to variables of an owner. */
function assignments(
  fields: Fields,
  bound: Binding,
  owner: string | undefined,
  set: { readonly [variable: string]: SystemAssignment },
): Pick<PartPlan, 'updates' | 'late'> {
  const { variables } = fields.owners.get(owner) as Owner;
  const made = Object.entries(set).map(([variable, assignment]) => {
    const field = variables.get(variable) as Field;
    const isSum = typeof assignment === 'object' && assignment !== null && 'add' in assignment;
    const reading = { fields, bound, ...(owner !== undefined && { owner }) };
    const operand: Operand = isSum ? { field } : systemOperand(reading, field.refers === true)(assignment);
    const change = isSum ? (value: Value) => (value as number) + assignment.add : undefined;
    const outside = (value: Value): Blame => ({
      reason: 'outside',
      ...(owner !== undefined && { instance: owner }),
      variable,
      value,
    });
    return assign(field, operand, outside, change);
  });
  return { updates: made.map(({ update }) => update), late: made.map(({ check }) => check) };
}

/** The parts of a participant: one for each row it can take, or one if it only is set. */
function partsOf(fields: Fields, { instance, takes, set = {}, binding }: Participant): readonly PartPlan[] {
  const parts = takes === undefined ? [NOTHING] : partsOn(fields.owners.get(instance) as Owner, takes);
  const { updates, late } = assignments(fields, binding, instance, set);
  return parts.map((part) => ({ ...part, updates: [...part.updates, ...updates], late }));
}

/** A choice of those that take part only while a condition holds. */
function partsWhile(fields: Fields, participant: Participant, condition: Formula): readonly PartPlan[] {
  const parts = partsOf(fields, participant).map((part) => ({ ...part, when: [condition, ...part.when] }));
  return [{ ...NOTHING, when: [not(condition)] }, ...parts];
}

/** All others that take part: of each binding that meets its condition those whom nothing before has made to take part. */
function othersOf(
  fields: Fields,
  groups: readonly Participants[],
  binding: Binding,
  named: readonly Participant[],
): readonly (readonly PartPlan[])[] {
  const system = fields.system as System;
  /** For each instance conditions of which one holds exactly where it takes part already. */
  const before = new Map<string, readonly Formula[]>(named.map(({ instance }) => [instance, [ALWAYS]]));
  const takePart = (members: readonly Participant[]): Formula =>
    any(members.flatMap(({ instance }) => before.get(instance) ?? []));
  return groups.flatMap((group) =>
    bindingsOf(fields.instances, group.with, group.distinct, binding).flatMap((bound) => {
      const members = participantsOf(system, group, bound) ?? [];
      const meets = group.is === undefined ? ALWAYS : systemPredicate(fields, bound, group.is);
      const condition = all([meets, not(takePart(members))]);
      const since = members.map((member): [string, readonly Formula[]] => {
        const unlessOthers = all([meets, not(takePart(members.filter((other) => other !== member)))]);
        return [member.instance, [...(before.get(member.instance) ?? []), unlessOthers]];
      });
      for (const [instance, conditions] of since) before.set(instance, conditions);
      return members.map((participant) => partsWhile(fields, participant, condition));
    }),
  );
}

/** An event with one binding; nothing where the binding is none. */
function occasionOf(fields: Fields, event: NamedEvent, bound: Binding): readonly OccasionPlan[] {
  const system = fields.system as System;
  const named = participantsOf(system, event, bound);
  if (named === undefined) return [];
  const { memory = {} } = system;
  const shared = Object.entries(event.set ?? {}).filter(([name]) => Object.hasOwn(memory, name));
  const set: { [variable: string]: SystemAssignment } = Object.fromEntries(shared) as typeof set;
  const { updates, late } = assignments(fields, bound, undefined, set);
  const sent = new Map(Object.entries(event.send ?? {}));
  const received = new Map(Object.entries(event.receive ?? {}));
  const passing = [...new Set([...sent.keys(), ...received.keys()])].map((name) => {
    const messages = { receive: received.get(name), send: sent.get(name) };
    const resolve = (isReference: boolean) => systemOperand({ fields, bound }, isReference);
    return pass(fields.channels.get(name) as ChannelFields, messages, resolve);
  });
  const when = event.when === undefined ? [] : [systemPredicate(fields, bound, event.when)];
  return [
    {
      event: event.name,
      ...(event.with !== undefined && { binding: bound }),
      common: {
        when: [...when, ...passing.flatMap((each) => each.when)],
        checks: late,
        late: passing.flatMap(({ checks }) => checks),
        updates: [...updates, ...passing.flatMap((each) => each.updates)],
      },
      choices: [
        ...named.map((participant) => partsOf(fields, participant)),
        ...othersOf(fields, event.each ?? [], bound, named),
      ],
    },
  ];
}

/** What can happen in a system, in the order in which its steps are listed. */
export const occasionsOfSystem = (fields: Fields): readonly OccasionPlan[] => [
  ...eventsOf(fields.system as System).flatMap((event) =>
    bindingsOf(fields.instances, event.with ?? {}, event.distinct).flatMap((bound) => occasionOf(fields, event, bound)),
  ),
  ...[...fields.channels.values()].flatMap(losses),
];

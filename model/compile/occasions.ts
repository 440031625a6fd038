/** What can happen in a system: its events with every binding of their parameters, and what each participant can do. */
import { eventsOf, type NamedEvent, type Participant, participantsOf } from '../system/events.ts';
import { type Binding, bindingsOf } from '../system/instances.ts';
import type { Participants, System, SystemAssignment, SystemPredicate } from '../system/types.ts';
import { memo } from '../table/memo.ts';
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

/** All names and words that stand in something. */
function wordsIn(written: unknown): readonly string[] {
  if (typeof written === 'string') return [written];
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries(written).flatMap(([word, inner]) => [word, ...wordsIn(inner)]);
}

/**
 * A system with what was made of it: each formula once for the values of the parameters that it speaks of, the parts
 * of each instance once.
 */
type Making = {
  readonly fields: Fields;
  readonly formulaOf: (bound: Binding, predicate: SystemPredicate | undefined) => Formula;
  readonly partsOn: (instance: string, event: string) => readonly PartPlan[];
};

function making(fields: Fields): Making {
  const formulas = memo((predicate: SystemPredicate) => ({
    words: new Set(wordsIn(predicate)),
    made: new Map<string, Formula>(),
  }));
  const parts = new Map<string, readonly PartPlan[]>();
  return {
    fields,
    formulaOf(bound, predicate) {
      if (predicate === undefined) return ALWAYS;
      const { words, made } = formulas(predicate);
      const key = JSON.stringify(Object.entries(bound).filter(([parameter]) => words.has(parameter)));
      const formula = made.get(key) ?? systemPredicate(fields, bound, predicate);
      made.set(key, formula);
      return formula;
    },
    partsOn(instance, event) {
      const key = JSON.stringify([instance, event]);
      const found = parts.get(key) ?? partsOn(fields.owners.get(instance) as Owner, event);
      parts.set(key, found);
      return found;
    },
  };
}

/** The parts of a participant: one for each row it can take, or one if it only is set. */
function partsOf({ fields, partsOn }: Making, { instance, takes, set, binding }: Participant): readonly PartPlan[] {
  const parts = takes === undefined ? [NOTHING] : partsOn(instance, takes);
  if (set === undefined) return parts;
  const { updates, late } = assignments(fields, binding, instance, set);
  return parts.map((part) => ({ ...part, updates: [...part.updates, ...updates], late }));
}

/** A choice of those that take part only while a condition holds. */
function partsWhile(made: Making, participant: Participant, condition: Formula): readonly PartPlan[] {
  const parts = partsOf(made, participant).map((part) => ({ ...part, when: [condition, ...part.when] }));
  return [{ ...NOTHING, when: [not(condition)] }, ...parts];
}

/**
 * All others that take part: of each binding that meets its condition those whom nothing before has made to take
 * part.
 */
function othersOf(
  made: Making,
  groups: readonly Participants[],
  binding: Binding,
  named: readonly Participant[],
): readonly (readonly PartPlan[])[] {
  const { fields, formulaOf } = made;
  /** For each instance conditions of which one holds exactly where it takes part already. */
  const before = new Map(named.map(({ instance }) => [instance, new Set([ALWAYS])]));
  const conditionsOf = ({ instance }: Participant): ReadonlySet<Formula> => before.get(instance) ?? new Set();
  const onlyIfNew = (meets: Formula, members: readonly Participant[]): Formula => {
    const taken = members.flatMap((member) => [...conditionsOf(member)]);
    return taken.length === 0 ? meets : all([meets, not(any(taken))]);
  };
  return groups.flatMap((group) =>
    bindingsOf(fields.instances, group.with, group.distinct, binding).flatMap((bound) => {
      const members = participantsOf(fields.system as System, group, bound) ?? [];
      const meets = formulaOf(bound, group.is);
      const isIdle = members.some((member) => conditionsOf(member).has(ALWAYS) || conditionsOf(member).has(meets));
      if (isIdle) return [];
      const condition = onlyIfNew(meets, members);
      const since = members.map((member) => {
        const others = members.filter((other) => other !== member);
        return [member.instance, new Set([...conditionsOf(member), onlyIfNew(meets, others)])] as const;
      });
      for (const [instance, conditions] of since) before.set(instance, conditions);
      return members.map((participant) => partsWhile(made, participant, condition));
    }),
  );
}

/** An event with one binding; nothing where the binding is none. */
function occasionOf(made: Making, event: NamedEvent, bound: Binding): readonly OccasionPlan[] {
  const { fields } = made;
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
  return [
    {
      event: event.name,
      ...(event.with !== undefined && { binding: bound }),
      common: {
        when: [made.formulaOf(bound, event.when), ...passing.flatMap((each) => each.when)],
        checks: late,
        late: passing.flatMap(({ checks }) => checks),
        updates: [...updates, ...passing.flatMap((each) => each.updates)],
      },
      choices: [
        ...named.map((participant) => partsOf(made, participant)),
        ...othersOf(made, event.each ?? [], bound, named),
      ],
    },
  ];
}

/** What can happen in a system, in the order in which its steps are listed. */
export function occasionsOfSystem(fields: Fields): readonly OccasionPlan[] {
  const made = making(fields);
  const occasionsOf = (event: NamedEvent): readonly OccasionPlan[] =>
    bindingsOf(fields.instances, event.with ?? {}, event.distinct).flatMap((bound) => occasionOf(made, event, bound));
  return [...eventsOf(fields.system as System).flatMap(occasionsOf), ...[...fields.channels.values()].flatMap(losses)];
}

/**
 * A table or a system as guarded commands over variables, which is what the languages of model checkers have in common. It is read by its
 * definition, event by event and binding by binding; nothing here is shared with the explorers whose second opinion this serves.
 *
 * One command stands for one event, one binding of its parameters, and one choice among the rows that a participant can take
 * in the same state: a command with one such choice for every participant is exactly one step wherever it is enabled, so that an engine's counts
 * of fired commands are our counts of transitions.
 */
import type { Bound, Question } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { choices } from '../../model/system/choices.ts';
import { eventsOf, type NamedEvent, type Participant, participantsOf } from '../../model/system/events.ts';
import { type Binding, bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type System, type SystemAssignment } from '../../model/system/types.ts';
import type { Table, Value } from '../../model/table/types.ts';
import { type Conditions, conditionsOf } from './conditions.ts';
import { all, any, type Condition, fits, not, type Variable } from './expressions.ts';
import { losses, passing } from './messages.ts';
import { type RowChoice, rowChoices } from './rows.ts';
import { type Facts, factsIn, shortest } from './simplify.ts';
import type { Assigned, Statement } from './statements.ts';
import { type Local, type Variables, valuesIn, variablesOf } from './variables.ts';

/** What one instance can do in a command: the first alternative that holds is what it does, and at most one does. */
export type Part = {
  /** The instance; none where the model is a table. */
  readonly instance?: string;
  readonly alternatives: readonly {
    readonly when: Condition;
    readonly row?: number;
    readonly does: readonly Assigned[];
  }[];
};

export type Command = {
  readonly event: string;
  readonly binding?: Binding;
  readonly guard: Condition;
  readonly parts: readonly Part[];
  /** All that is done, at once. */
  readonly statements: readonly Statement[];
};

/** A model, ready to be written in a language of guarded commands. */
export type Program = {
  readonly model: Model;
  readonly variables: Variables;
  /** The values of all variables in each initial configuration, in order. */
  readonly starts: readonly ReadonlyMap<Variable, Value>[];
  readonly commands: readonly Command[];
  readonly holds: (question: Question, bound?: Bound) => Condition;
  readonly isFinal: Condition;
  /** Whether some step on the event is enabled. */
  readonly isEnabled: (event: string) => Condition;
};

/** One who may take part: when, and what it does then. */
type Candidate = Participant & { readonly when: Condition };

const own = (table: string, event: string): string => `${table}.${event}`;

/** A table as a system of one instance, which does all that the table does on its own. */
const alone = (table: Table): System => ({
  name: table.name,
  tables: [table],
  instances: { [table.name]: { table: table.name } },
});

export function commandsOf(model: Model): Program {
  const system = isSystem(model) ? model : alone(model);
  const variables = variablesOf(system, !isSystem(model));
  const isEnabled = (event: string): Condition =>
    any(commands.filter((each) => each.event === event).map(({ guard }) => guard));
  const conditions = conditionsOf(system, variables, isEnabled);
  const instances = instancesOf(system);
  const named: readonly Command[] = eventsOf(system).flatMap((event) =>
    bindingsOf(instances, event.with ?? {}, event.distinct).flatMap((binding) =>
      bound({ system, variables, conditions }, event, binding),
    ),
  );
  const lost = losses(variables).map((each): Command => ({ ...each, parts: [] }));
  const commands = isSystem(model) ? [...named, ...lost] : named.map((command) => ofTable(model, command));
  return {
    model,
    variables,
    starts: machineOf(model).initial.map((each) => valuesIn(variables, each)),
    commands,
    holds: (question, bound = {}) =>
      isSystem(model)
        ? conditions.holds(question, bound)
        : conditions.holdsOf(model.name, question as Parameters<Conditions['holdsOf']>[1], bound),
    isFinal: conditions.isFinal(),
    isEnabled,
  };
}

/** A command of a table's only instance, as one of the table. */
function ofTable({ name, events }: Table, { event, guard, parts, statements }: Command): Command {
  const called = Object.keys(events).find((each) => own(name, each) === event) as string;
  return { event: called, guard, parts: parts.map(({ alternatives }) => ({ alternatives })), statements };
}

type Context = { readonly system: System; readonly variables: Variables; readonly conditions: Conditions };

/** The commands of one binding of an event. */
function bound(context: Context, event: NamedEvent, binding: Binding): readonly Command[] {
  const { system, variables, conditions } = context;
  const named = participantsOf(system, event, binding);
  if (named === undefined) return [];
  const when = event.when === undefined ? true : conditions.holds(event.when, binding);
  const passed = passing(event, variables, conditions, binding);
  const shared = Object.entries(event.set ?? {}).flatMap(([name, assignment]): readonly Assigned[] => {
    const target = variables.shared.get(name);
    return target === undefined
      ? []
      : [assigned(context, undefined, name, target, assignment as SystemAssignment, binding)];
  });
  if (when === false || passed.guard === false) return [];
  const candidates = [...named.map((each) => ({ ...each, when: true })), ...others(context, event, binding, named)];
  const taking = [...new Set(candidates.map(({ instance }) => instance))];
  const perInstance = taking.map((instance) =>
    partsOf(
      context,
      instance,
      candidates.filter((each) => each.instance === instance),
    ),
  );
  return choices(perInstance).flatMap((parts): readonly Command[] => {
    const needed = all([
      ...parts.map(({ alternatives }) => any(alternatives.map((each) => each.when))),
      when,
      passed.guard,
      ...shared.map(({ target, term }) => fits(target, term)),
    ]);
    const guard = shortest(needed);
    if (guard === false) return [];
    const facts = factsIn(guard);
    const statements = [...parts.flatMap((part) => done(part, facts)), ...shared, ...passed.statements];
    return [{ event: event.name, ...(event.with && { binding }), guard, parts, statements }];
  });
}

/** Those that take part beside the ones an event names: in order, each where its condition holds and nobody of it takes part already. */
function others(
  { system, conditions }: Context,
  event: NamedEvent,
  binding: Binding,
  named: readonly Participant[],
): readonly Candidate[] {
  const earlier: { readonly when: Condition; readonly members: readonly string[] }[] = [];
  const instances = instancesOf(system);
  return (event.each ?? []).flatMap((group) =>
    bindingsOf(instances, group.with, group.distinct, binding).flatMap((inner): readonly Candidate[] => {
      const participants = participantsOf(system, group, inner) ?? [];
      const members = participants.map(({ instance }) => instance);
      if (named.some(({ instance }) => members.includes(instance))) return [];
      const rivals = earlier.filter((other) => other.members.some((each) => members.includes(each)));
      const when = all([
        group.is === undefined ? true : conditions.holds(group.is, inner),
        ...rivals.map((other) => not(other.when)),
      ]);
      if (when === false) return [];
      earlier.push({ when, members });
      return participants.map((each) => ({ ...each, when }));
    }),
  );
}

/** What an assignment of the system says, in the memory of an instance or (without an owner) in the shared one. */
export function assigned(
  { conditions }: Pick<Context, 'conditions'>,
  owner: string | undefined,
  name: string,
  target: Variable,
  assignment: SystemAssignment,
  bound: Binding,
): Assigned {
  if (typeof assignment === 'object' && assignment !== null && 'add' in assignment)
    return { target, term: { kind: 'plus', variable: target, add: assignment.add } };
  const scope = { ...(owner !== undefined && { owner }), bound };
  return { target, term: conditions.term(assignment, scope, conditions.refers(owner, name)) };
}

/** What an instance can do, once for each choice among rows of the same state. Taking no part is a thing to do in the first of them. */
function partsOf(context: Context, instance: string, candidates: readonly Candidate[]): readonly Part[] {
  const { system, variables, conditions } = context;
  const local = variables.instances.get(instance) as Local;
  const table = instancesOf(system).get(instance)?.table as Table;
  const can = candidates.map(({ takes, set = {}, when, binding }) => {
    const sets = Object.entries(set).map(([name, assignment]) =>
      assigned(context, instance, name, local.memory.get(name) as Variable, assignment, binding),
    );
    const rows: readonly (readonly RowChoice[])[] =
      takes === undefined
        ? [[{ when: true, does: [] }]]
        : rowChoices(table, takes, local, (guard) => conditions.holdsOf(instance, guard, {}));
    return { when: all([when, ...sets.map(({ target, term }) => fits(target, term))]), sets, rows };
  });
  const none = { when: not(any(candidates.map(({ when }) => when))), does: [] };
  const number = Math.max(1, ...can.map(({ rows }) => rows.length));
  return Array.from({ length: number }, (_, choice) => {
    const taken = can.flatMap(({ when, sets, rows }) =>
      (rows[choice] ?? []).map((row) => ({ ...row, when: all([when, row.when]), does: [...row.does, ...sets] })),
    );
    const alternatives = [...(choice === 0 ? [none] : []), ...taken].filter((each) => each.when !== false);
    return { instance, alternatives };
  });
}

/** What a part does, as statements, where the facts are so. Alternatives that do the same are one. */
function done({ alternatives }: Part, facts: Facts): readonly Statement[] {
  const same = new Map<string, { readonly when: Condition[]; readonly does: readonly Assigned[] }>();
  for (const { when, does } of alternatives) {
    const key = JSON.stringify(does);
    const known = same.get(key) ?? { when: [], does };
    known.when.push(when);
    same.set(key, known);
  }
  const [first, ...more] = same.values();
  if (first === undefined || more.length === 0) return first?.does ?? [];
  return [
    {
      branches: [first, ...more]
        .filter(({ does }) => does.length > 0)
        .map(({ when, does }) => ({ when: shortest(any(when), facts), does })),
    },
  ];
}

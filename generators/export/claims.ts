/** What the properties of a model claim, one binding of their parameters at a time, as expressions. */
import { type Bound, labelOf } from '../../model/explore/machine.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model, type SystemPredicate, type SystemProperty } from '../../model/system/types.ts';
import type { Command, Program } from './commands.ts';
import { all, any, type Condition, compare, not, read, type Variable, value } from './expressions.ts';

/** One event with one binding, to which fairness applies: the commands that take it. */
export type FairLabel = { readonly label: string; readonly commands: readonly Command[] };

export type Fair = { readonly weak: readonly FairLabel[]; readonly strong: readonly FairLabel[] };

/** A property for one binding of its parameters. */
export type Claim = {
  readonly property: string;
  readonly binding?: Bound;
  /** That the goal is met nowhere; that it is met somewhere; that it stays possible; or that it must happen. */
  readonly kind: 'never' | 'reachable' | 'canReach' | 'leadsTo';
  readonly goal: Condition;
  /** What must have been met for anything to be claimed. */
  readonly after?: Condition;
  readonly fair: Fair;
};

/** A model's properties by name. */
export const propertiesOf = (model: Model): readonly (readonly [name: string, property: SystemProperty])[] =>
  Object.entries((model.properties ?? {}) as { readonly [property: string]: SystemProperty });

/** The bindings of the parameters of a property, one without values where it has none. */
export function boundsOf(model: Model, { forAll, distinct }: SystemProperty): readonly Bound[] {
  return isSystem(model) && forAll !== undefined ? bindingsOf(instancesOf(model), forAll, distinct) : [{}];
}

/** The claims of a property, in the order of its bindings. */
export function claimsOf(program: Program, name: string, property: SystemProperty): readonly Claim[] {
  return boundsOf(program.model, property).map((bound): Claim => {
    const holds = (predicate: SystemPredicate): Condition => program.holds(predicate, bound);
    const claim = { property: name, ...(property.forAll && { binding: bound }), fair: { weak: [], strong: [] } };
    const later = (after: SystemPredicate | undefined) => after && { after: holds(after) };
    if ('invariant' in property) return { ...claim, kind: 'never', goal: not(holds(property.invariant)) };
    if ('never' in property) return { ...claim, kind: 'never', goal: holds(property.never), ...later(property.after) };
    if ('reachable' in property) return { ...claim, kind: 'reachable', goal: holds(property.reachable) };
    if ('alwaysCanReach' in property)
      return { ...claim, kind: 'canReach', goal: holds(property.alwaysCanReach), ...later(property.after) };
    const { weak = [], strong = [] } = property.fair ?? {};
    const labels = (events: readonly string[]) => events.flatMap((event) => labelsOf(program, event));
    const fair = { weak: labels(weak), strong: labels(strong) };
    if ('leadsTo' in property)
      return { ...claim, kind: 'leadsTo', goal: holds(property.leadsTo), ...later(property.when), fair };
    return { ...claim, kind: 'leadsTo', goal: holds(property.eventually), ...later(property.after), fair };
  });
}

/** An event with each of its bindings. */
function labelsOf({ commands }: Program, event: string): readonly FairLabel[] {
  const byLabel = new Map<string, Command[]>();
  for (const command of commands.filter((each) => each.event === event)) {
    const label = labelOf(command);
    byLabel.set(label, [...(byLabel.get(label) ?? []), command]);
  }
  return [...byLabel].map(([label, all]) => ({ label, commands: all }));
}

/** Whether a label can be taken. */
export const canTake = ({ commands }: FairLabel): Condition => any(commands.map(({ guard }) => guard));

/** What can be reached that is not final and has no step. */
export const stuck = ({ commands, isFinal }: Program): Condition =>
  all([not(isFinal), not(any(commands.map(({ guard }) => guard)))]);

/**
 * A program that may notice, once, that what one of the claims waits for is met, and remembers which; and the claims as they stand
 * then, with nothing to wait for. Whoever looks for a violation notices at the right time. Configurations and transitions are more than before.
 */
export function monitored(
  program: Program,
  claims: readonly Claim[],
): { readonly program: Program; readonly claims: readonly Claim[] } {
  if (claims.every(({ after }) => after === undefined)) return { program, claims };
  const met: Variable = { id: 'met_', type: { kind: 'range', from: 0, to: claims.length } };
  const hasMet = (number: number): Condition => compare('eq', read(met), value(number));
  const noticing = claims.map(
    ({ after = false }, index): Command => ({
      event: '',
      guard: all([hasMet(0), after]),
      parts: [],
      statements: [{ target: met, term: value(index + 1) }],
    }),
  );
  return {
    program: {
      ...program,
      variables: { ...program.variables, all: [...program.variables.all, met] },
      starts: program.starts.map((start) => new Map([...start, [met, 0]])),
      commands: [...program.commands, ...noticing],
    },
    claims: claims.map(({ after, ...claim }, index) => {
      if (after === undefined) return claim;
      const isDue = hasMet(index + 1);
      return { ...claim, goal: claim.kind === 'canReach' ? any([not(isDue), claim.goal]) : all([isDue, claim.goal]) };
    }),
  };
}

/** Conditions of the language as expressions, for given values of the parameters they use. */
import type { Bound, Question } from '../../model/explore/machine.ts';
import { bindingsOf, denoted, type Instance, instancesOf } from '../../model/system/instances.ts';
import {
  type Counted,
  type InstancePredicate,
  type Quantified,
  SHARED,
  type System,
  type SystemCondition,
  type SystemOperand,
  type SystemPredicate,
  type SystemVariable,
} from '../../model/system/types.ts';
import { listOf } from '../../model/table/select.ts';
import type { Value } from '../../model/table/types.ts';
import {
  all,
  any,
  type Condition,
  compare,
  count,
  not,
  type Operand,
  read,
  type Sign,
  type Term,
  type Variable,
  value,
} from './expressions.ts';
import type { Local, Variables } from './variables.ts';

/** Whose memory is meant where nothing else is said: an instance's, or (without a name) the shared one; and the values of parameters. */
export type Scope = { readonly owner?: string; readonly bound: Bound };

export type Conditions = {
  /** What an operand says. A word that is for a variable that refers to an instance is a reference. */
  readonly term: (operand: SystemOperand, scope: Scope, refers: boolean) => Operand;
  /** Whether a variable that the system gives to an instance (without a name: a shared one) refers to an instance. */
  readonly refers: (owner: string | undefined, variable: string) => boolean;
  readonly holds: (predicate: Question, bound: Bound) => Condition;
  /** Whether one instance meets a condition. */
  readonly holdsOf: (instance: string, predicate: InstancePredicate, bound: Bound) => Condition;
  readonly isFinal: () => Condition;
};

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

/** The conditions on a system, where it is known when events are enabled. */
export function conditionsOf(system: System, variables: Variables, enabled: (event: string) => Condition): Conditions {
  const instances = instancesOf(system);
  const localOf = (instance: string): Local => variables.instances.get(instance) as Local;
  const memoryOf = (owner: string | undefined, variable: string): Variable =>
    (owner === undefined ? variables.shared : localOf(owner).memory).get(variable) as Variable;

  function refers(owner: string | undefined, variable: string): boolean {
    const set = owner === undefined ? undefined : instances.get(owner)?.set;
    const declared: SystemVariable | undefined =
      set === undefined ? system.memory?.[variable] : system.instances[set]?.memory?.[variable];
    return declared !== undefined && 'instance' in declared;
  }

  function term(operand: SystemOperand, { owner, bound }: Scope, isReference: boolean): Operand {
    if (!isObject(operand))
      return value(typeof operand === 'string' && isReference ? denoted(operand, bound) : operand);
    if ('parameter' in operand) return value(bound[operand.parameter] as Value);
    const { memory, of } = operand;
    return read(memoryOf(of === undefined ? owner : of === SHARED ? undefined : denoted(of, bound), memory));
  }

  function meets(left: Term, condition: SystemCondition, scope: Scope, isReference: boolean): Condition {
    if (!isObject(condition) || 'parameter' in condition || 'memory' in condition)
      return compare('eq', left, term(condition as SystemOperand, scope, isReference));
    const equal = (each: Value): Condition => compare('eq', left, term(each, scope, isReference));
    return all(
      Object.entries(condition).flatMap(([comparison, operand]) => {
        if (operand === undefined) return [];
        if (comparison === 'in') return [any((operand as readonly Value[]).map(equal))];
        return [compare(comparison as Sign, left, term(operand as SystemOperand, scope, isReference))];
      }),
    );
  }

  function isInstanceFinal({ name, table }: Instance): Condition {
    if (table === undefined) return true;
    const state = read(localOf(name).state as Variable);
    return any(
      Object.entries(table.states).flatMap(([each, { final }]) => {
        if (final === undefined) return [];
        const isIn = compare('eq', state, value(each));
        return [final === true ? isIn : all([isIn, holdsOf(name, final.when as InstancePredicate, {})])];
      }),
    );
  }
  const isFinal = (): Condition => all([...instances.values()].map(isInstanceFinal));

  function holdsOf(owner: string, predicate: InstancePredicate, bound: Bound): Condition {
    const instance = instances.get(owner) as Instance;
    const several = (wanted: unknown): readonly Condition[] =>
      (wanted as readonly InstancePredicate[]).map((each) => holdsOf(owner, each, bound));
    const { states = {} } = instance.table ?? {};
    const state = localOf(owner).state;
    const inStates = (test: (name: string) => boolean): Condition =>
      state === undefined
        ? false
        : any(
            Object.keys(states)
              .filter(test)
              .map((name) => compare('eq', read(state), value(name))),
          );
    return all(
      Object.entries(predicate).map(([word, wanted]) => {
        if (wanted === undefined) return true;
        const names = (): readonly string[] => listOf(wanted as string | readonly string[]);
        switch (word) {
          case 'all':
            return all(several(wanted));
          case 'any':
            return any(several(wanted));
          case 'not':
            return not(holdsOf(owner, wanted as InstancePredicate, bound));
          case 'state':
            return inStates((name) => names().includes(name));
          case 'group':
            return inStates((name) => names().includes(states[name]?.group ?? ''));
          case 'tag':
            return inStates((name) => (states[name]?.tags ?? []).some((tag) => names().includes(tag)));
          case 'final':
            return wanted === true ? isInstanceFinal(instance) : not(isInstanceFinal(instance));
          case 'enabled':
            return any(names().map(enabled));
          default: {
            const scope = { owner, bound };
            return meets(read(memoryOf(owner, word)), wanted as SystemCondition, scope, refers(owner, word));
          }
        }
      }),
    );
  }

  /** A condition for every binding of a quantifier's parameters. */
  const each = ({ of, distinct, is }: Quantified, bound: Bound): readonly Condition[] =>
    bindingsOf(instances, of, distinct, bound).map((binding) => holds(is, binding));

  function counted({ of, distinct, is, ...comparisons }: Counted, bound: Bound): Condition {
    const met = count(each({ of, is, ...(distinct && { distinct }) }, bound));
    return meets(met, comparisons as SystemCondition, { bound }, false);
  }

  function holds(predicate: SystemPredicate, bound: Bound): Condition {
    const several = (wanted: unknown): readonly Condition[] =>
      (wanted as readonly SystemPredicate[]).map((part) => holds(part, bound));
    return all(
      Object.entries(predicate).map(([word, wanted]) => {
        if (wanted === undefined) return true;
        switch (word) {
          case 'all':
            return all(several(wanted));
          case 'any':
            return any(several(wanted));
          case 'not':
            return not(holds(wanted as SystemPredicate, bound));
          case 'forAll':
            return all(each(wanted as Quantified, bound));
          case 'exists':
            return any(each(wanted as Quantified, bound));
          case 'count':
            return counted(wanted as Counted, bound);
          case 'final':
            return wanted === true ? isFinal() : not(isFinal());
          case 'enabled':
            return any(listOf(wanted as string | readonly string[]).map(enabled));
        }
        const variable = variables.shared.get(word) ?? variables.lines.get(word)?.size;
        if (variable !== undefined)
          return meets(read(variable), wanted as SystemCondition, { bound }, refers(undefined, word));
        return holdsOf(denoted(word, bound), wanted as InstancePredicate, bound);
      }),
    );
  }

  return { term, refers, holds: (predicate, bound) => holds(predicate as SystemPredicate, bound), holdsOf, isFinal };
}

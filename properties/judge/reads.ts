/** The variables of a table whose value matters. */
import { type Predicate, type Property, RESERVED_VARIABLES, type Table } from '../../model/table/types.ts';

/**
 * The variables that a guard, a guarded `final`, a recall, an operand or a property reads, or that
 * are copied into another variable. Adding to a variable, or copying it to itself, reads it for nothing else's sake.
 */
export function variablesRead(table: Table): ReadonlySet<string> {
  const guards = [
    ...table.transitions.map((row) => row.when),
    ...Object.values(table.states).map(({ final }) => (typeof final === 'object' ? final.when : undefined)),
  ];
  const predicates = [...guards, ...Object.values(table.properties ?? {}).flatMap(predicatesOf)];
  const rows = table.transitions.flatMap((row) => [
    ...(typeof row.to === 'object' ? [row.to.recall] : []),
    ...Object.entries(row.set ?? {}).flatMap(([to, assignment]) => operandOf(assignment).filter((from) => from !== to)),
  ]);
  return new Set([...predicates.flatMap((each) => (each ? variablesIn(each) : [])), ...rows]);
}

function predicatesOf(property: Property): readonly Predicate[] {
  const { invariant, never, reachable, alwaysCanReach, eventually, leadsTo, after, when } = property as {
    readonly [word: string]: Predicate | undefined;
  };
  return [invariant, never, reachable, alwaysCanReach, eventually, leadsTo, after, when].filter(
    (each) => each !== undefined,
  );
}

const RESERVED: ReadonlySet<string> = new Set(RESERVED_VARIABLES);

function variablesIn(predicate: Predicate): readonly string[] {
  const parts = [...(predicate.all ?? []), ...(predicate.any ?? []), ...(predicate.not ? [predicate.not] : [])];
  const own = Object.entries(predicate).flatMap(([word, condition]) => {
    if (RESERVED.has(word) || condition === undefined) return [];
    const comparisons = typeof condition === 'object' && condition !== null ? Object.values(condition) : [];
    return [word, ...comparisons.flatMap(operandOf)];
  });
  return [...own, ...parts.flatMap(variablesIn)];
}

/** The variable that an operand or an assignment reads, if it reads one. */
function operandOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'memory')) return [];
  return [(value as { readonly memory: string }).memory];
}

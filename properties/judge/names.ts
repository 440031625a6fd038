/** Findings about declared names that do nothing: events nobody handles, memory never read or never changed. */
import { listOf } from '../../model/table/select.ts';
import { type Predicate, type Property, RESERVED_VARIABLES, type Table } from '../../model/table/types.ts';
import type { Checked, Report } from './report.ts';

/** SA203, SA207 and SA208. Memory that is never read is not reported as never changing in addition. */
export function namesFindings(checked: Checked): readonly Report[] {
  const { table } = checked;
  const handled = new Set(table.transitions.flatMap((row) => listOf(row.on)));
  const read = variablesRead(table);
  const changed = variablesChanged(checked);
  const variables = Object.keys(table.memory ?? {});
  return [
    ...Object.keys(table.events)
      .filter((event) => !handled.has(event))
      .map((event) => about('SA203', `no row handles ${event}`, 'events', event)),
    ...variables
      .filter((variable) => !read.has(variable))
      .map((variable) => about('SA207', `nothing reads ${variable}`, 'memory', variable)),
    ...variables
      .filter((variable) => read.has(variable) && !changed.has(variable))
      .map((variable) => about('SA208', `no step changes ${variable}`, 'memory', variable)),
  ];
}

const about = (code: Report['code'], message: string, part: 'events' | 'memory', name: string): Report => ({
  code,
  [part]: [name],
  message,
  path: [part, name],
});

/**
 * The variables whose value matters: those that a guard, a guarded `final`, a recall, an operand or a property reads, or that
 * are copied into another variable. Adding to a variable, or copying it to itself, reads it for nothing else's sake.
 */
function variablesRead(table: Table): ReadonlySet<string> {
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

/** The variables that some step changes; on an incomplete graph, those that some row assigns. */
function variablesChanged({ table, graph }: Checked): ReadonlySet<string> {
  const changed = new Set<string>();
  if (graph.stopped !== undefined) return new Set(table.transitions.flatMap((row) => Object.keys(row.set ?? {})));
  const variables = Object.keys(table.memory ?? {});
  graph.steps.forEach((steps, id) => {
    if (changed.size === variables.length) return;
    const before = graph.configurations[id]?.memory;
    for (const { to } of steps)
      for (const name of variables) if (graph.configurations[to]?.memory[name] !== before?.[name]) changed.add(name);
  });
  return changed;
}

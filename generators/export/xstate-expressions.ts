/** Conditions and values of a system as JavaScript, which reads them from a configuration of its module. */
import { instancesOf } from '../../model/system/instances.ts';
import type { System } from '../../model/system/types.ts';
import type { Table } from '../../model/table/types.ts';
import type { Condition, Term, Variable } from './expressions.ts';
import type { Local, Variables } from './variables.ts';
import { all, any, json, type Keys, keysOf, SIGNS } from './xstate-table.ts';

/** How expressions are written in the module. */
export type Writing = { readonly condition: (of: Condition) => string; readonly term: (of: Term) => string };

/** How a configuration, called `at`, is read. */
export function writing(system: System, { instances: locals, shared, lines }: Variables): Writing {
  const reads = new Map<Variable, string>();
  const keys = new Map<Variable, Keys>();
  for (const { name, table } of instancesOf(system).values()) {
    const { state, memory } = locals.get(name) as Local;
    const snapshot = `at.instances[${json(name)}]`;
    if (state !== undefined) {
      reads.set(state, `${snapshot}.value`);
      keys.set(state, keysOf(table as Table));
    }
    for (const [variable, read] of memory) {
      const holder = Object.hasOwn(table?.memory ?? {}, variable) ? `${snapshot}.context` : `at.added[${json(name)}]`;
      reads.set(read, `${holder}[${json(variable)}]`);
    }
  }
  for (const [name, variable] of shared) reads.set(variable, `at.memory[${json(name)}]`);
  for (const [name, { size }] of lines) reads.set(size, `at.channels[${json(name)}].length`);

  const term = (of: Term, names?: Keys): string => {
    switch (of.kind) {
      case 'value':
        return json(names?.get(String(of.value)) ?? of.value);
      case 'read':
        return reads.get(of.variable) as string;
      case 'plus':
        return `${reads.get(of.variable)} + ${of.add}`;
      case 'count':
        return `${of.known} + [${of.of.map(condition).join(', ')}].filter(Boolean).length`;
    }
  };
  const condition = (of: Condition): string => {
    if (typeof of === 'boolean') return String(of);
    switch (of.kind) {
      case 'all':
        return all(of.parts.map(condition));
      case 'any':
        return any(of.parts.map(condition));
      case 'not':
        return `!(${condition(of.part)})`;
      case 'compare': {
        const names = of.left.kind === 'read' ? keys.get(of.left.variable) : undefined;
        return `${term(of.left)} ${SIGNS[of.sign]} ${term(of.right, names)}`;
      }
    }
  };
  return { condition, term: (of) => term(of) };
}

/** Faults in the states of a table: their marks, and two of them taken for one. */
import { selectStates } from '../../model/table/select.ts';
import type { Row, State, Table } from '../../model/table/types.ts';
import { type Fault, type Mark, type Mutant, type MutationKind, mutantName } from './mutant.ts';

const made = (kind: MutationKind, fault: Extract<Fault, { readonly state: string }>, model: Table): Mutant<Table> => ({
  kind,
  fault,
  name: mutantName(kind, fault),
  path: ['states', fault.state],
  changes: [],
  model,
});

const withState = (table: Table, name: string, state: State): Table => ({
  ...table,
  states: { ...table.states, [name]: state },
});

/** Each state initial that was not, and not initial that was; one initial state is always left. */
export function* changedInitial(table: Table): Generator<Mutant<Table>> {
  const states = Object.entries(table.states);
  const starts = states.filter(([, { initial }]) => initial !== undefined).length;
  for (const [name, state] of states) {
    const { initial, ...rest } = state;
    if (initial !== undefined && starts < 2) continue;
    yield made(
      'change initial',
      { state: name, mark: initial === undefined ? 'initial' : 'not initial' },
      withState(table, name, initial === undefined ? { ...state, initial: true } : rest),
    );
  }
}

/**
 * Each state final that was not, and not final that was; a guarded one also always final, and final when it was not.
 */
export function* changedFinal(table: Table): Generator<Mutant<Table>> {
  for (const [name, state] of Object.entries(table.states)) {
    const { final, ...rest } = state;
    const marks: readonly (readonly [Mark, State])[] =
      final === undefined
        ? [['final', { ...state, final: true }]]
        : final === true
          ? [['not final', rest]]
          : [
              ['not final', rest],
              ['always final', { ...state, final: true }],
              ['final otherwise', { ...state, final: { when: { not: final.when } } }],
            ];
    for (const [mark, marked] of marks)
      yield made('change final', { state: name, mark }, withState(table, name, marked));
  }
}

/**
 * Every two states as one: the rows of the second are also rows of the first, all that led to the second leads to the
 * first, and where the second was initial the first is. The second stays declared, so that properties can still name
 * it, and nothing leads there.
 */
export function* mergedStates(table: Table): Generator<Mutant<Table>> {
  const states = Object.keys(table.states);
  for (const [index, kept] of states.entries())
    for (const gone of states.slice(index + 1))
      yield made('merge states', { state: gone, into: kept }, merged(table, kept, gone));
}

function merged(table: Table, kept: string, gone: string): Table {
  const { initial, ...rest } = table.states[gone] as State;
  const first = table.states[kept] as State;
  const states = {
    ...table.states,
    [gone]: rest,
    [kept]: { ...first, ...(initial !== undefined && first.initial === undefined && { initial }) },
  };
  const become = (state: string): string => (state === gone ? kept : state);
  const transitions = table.transitions.map((row): Row => {
    const from = selectStates(table.states, row.from);
    const to = typeof row.to === 'string' ? become(row.to) : row.to;
    return from.includes(gone) ? { ...row, from: [...new Set(from.map(become))], to } : { ...row, to };
  });
  return { ...table, states, transitions };
}

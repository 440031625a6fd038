/** What follows in behaviour when an arrow is believed that a table does not have, or not believed that it has: by exploring the table so changed. */
import { exploreModel } from '../../model/explore/compiled.ts';
import { type StateGraph, type Trace, traceTo } from '../../model/explore/graph.ts';
import { selectStates } from '../../model/table/select.ts';
import type { Row, Table } from '../../model/table/types.ts';
import { MOST_EXPLORED, targetsOf } from './arrows.ts';
import type { SaidConsequence } from './worded.ts';
import { type Saying, say } from './words/index.ts';
import type { Called } from './words/things.ts';

/** So much is explored for consequences in one review, in configurations times rows: some seconds. Beyond, consequences are left out. */
const MOST_WORK = 3_000_000;

/** What happens in a table: the states that runs reach, and those in which a run can be stuck, each with the first such configuration. */
type Fate = {
  readonly graph: StateGraph;
  readonly reached: ReadonlySet<string>;
  readonly stuck: ReadonlyMap<string, number>;
};

function fateOf(graph: StateGraph): Fate {
  const state = graph.read({ state: true }) as (id: number) => string;
  const reached = new Set<string>();
  const stuck = new Map<string, number>();
  for (let id = 0; id < graph.size; id++) {
    reached.add(state(id));
    const isEnd = id < graph.expanded && graph.offset[id] === graph.offset[id + 1] && !graph.isFinal(id);
    if (isEnd && !stuck.has(state(id))) stuck.set(state(id), id);
  }
  return { graph, reached, stuck };
}

/** The event of an arrow that is believed and has no row. */
const ASSUMED = 'assumed';

/** A table in which one state can become another at any time, whatever the memory. */
function withArrow(table: Table, from: string, to: string): Table {
  let event = ASSUMED;
  while (Object.hasOwn(table.events, event)) event += '-';
  return {
    ...table,
    events: { ...table.events, [event]: {} },
    transitions: [...table.transitions, { from, on: event, to }],
  };
}

/** A table in which no row leads from one state to the other. */
function withoutArrow(table: Table, from: string, to: string): Table {
  const kept = (row: Row): readonly Row[] => {
    const sources = selectStates(table.states, row.from);
    if (!sources.includes(from) || !targetsOf(table, row, from).includes(to)) return [row];
    const others = sources.filter((state) => state !== from);
    const rest: readonly Row[] = others.length === 0 ? [] : [{ ...row, from: others }];
    if (typeof row.to === 'string') return rest;
    const elsewhere = { not: { [row.to.recall]: to } };
    const when = row.when === undefined ? elsewhere : { all: [row.when, elsewhere] };
    return [...rest, { ...row, from, when }];
  };
  return { ...table, transitions: table.transitions.flatMap(kept) };
}

/** What would follow from a change of arrows. */
export type Consequences = {
  /** If the arrow is believed, which the table does not have. */
  readonly believed: (from: string, to: string) => readonly SaidConsequence[];
  /** If the arrow is not believed, which the table has. */
  readonly notBelieved: (from: string, to: string) => readonly SaidConsequence[];
};

/** Consequences in a table whose graph is known. None are told where it is too large to be explored again and again. */
export function consequencesIn(table: Table, graph: StateGraph, called: (state: string) => Called): Consequences {
  const before = fateOf(graph);
  const isFinal = (state: string): boolean => table.states[state]?.final === true;
  const known = new Map<string, readonly SaidConsequence[]>();
  const once = graph.size * table.transitions.length;
  let work = 0;
  const told = (key: string, belief: SaidConsequence['if'], change: () => Table): readonly SaidConsequence[] => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (graph.stopped !== undefined || work + once > MOST_WORK) return [];
    const changed = exploreModel(change(), MOST_EXPLORED);
    work += changed.size * table.transitions.length;
    const consequences = changed.stopped === undefined ? differences(belief, fateOf(changed)) : [];
    known.set(key, consequences);
    return consequences;
  };
  return {
    believed: (from, to) => told(`+${JSON.stringify([from, to])}`, 'believed', () => withArrow(table, from, to)),
    notBelieved: (from, to) =>
      told(`-${JSON.stringify([from, to])}`, 'not believed', () => withoutArrow(table, from, to)),
  };

  function differences(belief: SaidConsequence['if'], after: Fate): readonly SaidConsequence[] {
    const states = Object.keys(table.states);
    const lost = states.filter((state) => before.reached.has(state) && !after.reached.has(state));
    const gained = states.filter((state) => !before.reached.has(state) && after.reached.has(state));
    const stuck = states.filter((state) => after.stuck.has(state) && !before.stuck.has(state) && !isFinal(state));
    const freed = states.filter(
      (state) => before.stuck.has(state) && !after.stuck.has(state) && after.reached.has(state),
    );
    const one = (sentence: Saying, trace?: Trace): SaidConsequence => ({
      if: belief,
      sentence,
      ...(trace && { trace }),
    });
    return [
      ...(lost.length === 0 ? [] : [one(say('lost', lost.map(called)))]),
      ...gained.map((state) => one(say('gained', called(state)), traceTo(after.graph, firstIn(after.graph, state)))),
      ...stuck.map((state) => one(say('stuck', called(state)), traceTo(after.graph, after.stuck.get(state) as number))),
      ...(freed.length === 0 ? [] : [one(say('freed', freed.map(called)))]),
    ];
  }
}

function firstIn(graph: StateGraph, state: string): number {
  const read = graph.read({ state: true });
  let id = 0;
  while (read(id) !== state) id++;
  return id;
}

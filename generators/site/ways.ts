/** Where a table can go from each of its states, seen in its states alone: which rows lead where, and how far. */
import { decomposer, membersOf } from '../../model/explore/components.ts';
import { type StateGraph, type Trace, traceAlong } from '../../model/explore/graph.ts';
import { finish } from '../../model/explore/work.ts';
import { listOf, selectStates } from '../../model/table/select.ts';
import { type Row, STAY, type Table } from '../../model/table/types.ts';
import { breadthFirst } from './breadth-first.ts';

/** One expanded row with the states that it leads to: several where it recalls a saved state. */
export type Way = {
  readonly from: string;
  readonly event: string;
  readonly row: Row;
  readonly index: number;
  readonly to: readonly string[];
};

/** A step seen in its states. */
export type Move = { readonly from: string; readonly event: string; readonly row: number; readonly to: string };

/**
 * All ways of a table in row order. Where a saved state is recalled, they lead to those that were saved in some run, as far as
 * the graph of the table shows it, else to all that can be.
 */
export function waysOf(table: Table, graph: StateGraph | undefined): readonly Way[] {
  const moves = graph === undefined || graph.stopped !== undefined ? [] : movesOf(graph, () => true);
  const reached = new Map<string, Set<string>>();
  for (const { from, row, to } of moves) {
    const key = JSON.stringify([from, row]);
    reached.set(key, (reached.get(key) ?? new Set()).add(to));
  }
  const order = Object.keys(table.states);
  return table.transitions.flatMap((row, index) =>
    selectStates(table.states, row.from).flatMap((from) => {
      const to = targetsOf(table, row, from, () => reached.get(JSON.stringify([from, index])));
      const ordered = order.filter((state) => to.includes(state));
      return listOf(row.on).map((event) => ({ from, event, row, index, to: ordered }));
    }),
  );
}

function targetsOf(
  { states, memory = {} }: Table,
  { to }: Row,
  from: string,
  recalled: () => ReadonlySet<string> | undefined,
): readonly string[] {
  if (to === STAY) return [from];
  if (typeof to === 'string') return [to];
  const found = recalled();
  if (found !== undefined) return [...found];
  const variable = memory[to.recall];
  return variable !== undefined && 'states' in variable ? selectStates(states, variable.states) : [];
}

/** The steps from some configurations of a table, each once as it is seen in states, in the order in which they were found. */
function movesOf(graph: StateGraph, isWanted: (id: number) => boolean): readonly Move[] {
  const state = graph.read({ state: true });
  const moves = new Map<string, Move>();
  for (let id = 0; id < graph.expanded; id++) {
    if (!isWanted(id)) continue;
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const action = graph.actions[graph.action[edge] as number];
      const move: Move = {
        from: state(id) as string,
        event: action?.event as string,
        row: action?.rows[0]?.row as number,
        to: state(graph.target[edge] as number) as string,
      };
      const key = JSON.stringify(Object.values(move));
      if (!moves.has(key)) moves.set(key, move);
    }
  }
  return [...moves.values()];
}

/** The steps that can follow after one of some ways leaves a state and saves it in a variable, as long as it is saved there. */
export function movesAfter(graph: StateGraph, ways: readonly Way[], variable: string, saved: string): readonly Move[] {
  const read = graph.read({ variable });
  const state = graph.read({ state: true });
  const isLeft = (event: string | undefined, row: number | undefined): boolean =>
    ways.some((way) => way.index === row && way.event === event);
  const reached = new Set<number>();
  const visit = (id: number): void => {
    if (read(id) === saved) reached.add(id);
  };
  for (let id = 0; id < graph.expanded; id++)
    if (state(id) === saved)
      for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
        const action = graph.actions[graph.action[edge] as number];
        if (isLeft(action?.event, action?.rows[0]?.row)) visit(graph.target[edge] as number);
      }
  for (const id of reached)
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++)
      visit(graph.target[edge] as number);
  return movesOf(graph, (id) => reached.has(id));
}

/** What can still come after a state, in at least one step: the states, and those of them that are met as a declared end. */
export type Ahead = { readonly states: ReadonlySet<string>; readonly ends: ReadonlySet<string> };

/** So many numbers at most are kept to find what can still come. */
const MOST_NUMBERS = 3e7;

/** What can still come after each state; nothing where the graph is incomplete or too large for it. */
export function aheadOf(table: Table, graph: StateGraph): ReadonlyMap<string, Ahead> | undefined {
  const names = Object.keys(table.states);
  const width = Math.ceil((2 * names.length) / 32);
  const { size, offset, target } = graph;
  if (graph.stopped !== undefined || size * width > MOST_NUMBERS) return undefined;
  const index = new Map(names.map((name, place) => [name, place]));
  const read = graph.read({ state: true });
  const ids = Int32Array.from({ length: size }, (_, id) => id);
  const found = finish(decomposer(graph)(new Int32Array(size).fill(1), 1, ids));
  const component = new Int32Array(size);
  const count = found.start.length - 1;
  const bits: Int32Array[] = [];
  const mark = (set: Int32Array, bit: number): void => {
    set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31));
  };
  const add = (set: Int32Array, other: Int32Array): void => {
    for (let place = 0; place < width; place++) set[place] = (set[place] as number) | (other[place] as number);
  };
  for (let number = 0; number < count; number++) {
    const set = new Int32Array(width);
    bits.push(set);
    for (const id of membersOf(found, number)) {
      component[id] = number;
      const place = 2 * (index.get(read(id) as string) as number);
      mark(set, place);
      if (graph.isFinal(id)) mark(set, place + 1);
    }
    for (const id of membersOf(found, number))
      for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++) {
        const next = component[target[edge] as number] as number;
        if (next !== number) add(set, bits[next] as Int32Array);
      }
  }
  const ahead = names.map(() => new Int32Array(width));
  for (let id = 0; id < size; id++)
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++)
      add(
        ahead[index.get(read(id) as string) as number] as Int32Array,
        bits[component[target[edge] as number] as number] as Int32Array,
      );
  const has = (set: Int32Array, bit: number): boolean => (((set[bit >> 5] as number) >> (bit & 31)) & 1) === 1;
  return new Map(
    names.map((name, at) => {
      const set = ahead[at] as Int32Array;
      return [
        name,
        {
          states: new Set(names.filter((_, place) => has(set, 2 * place))),
          ends: new Set(names.filter((_, place) => has(set, 2 * place + 1))),
        },
      ];
    }),
  );
}

/** The shortest runs from one initial state to every state that it leads to. */
export type Shortest = { readonly from: string; readonly to: ReadonlyMap<string, Trace> };

/** From more initial states than these, no ways are looked for. */
const MOST_STARTS = 6;

/** The shortest runs from each initial state, or from the first ones where there are many. */
export function shortestFrom(graph: StateGraph): readonly Shortest[] {
  const read = graph.read({ state: true });
  const starts = new Map<string, number[]>();
  for (let id = 0; id < graph.initial; id++) {
    const state = read(id) as string;
    starts.set(state, [...(starts.get(state) ?? []), id]);
  }
  return [...starts].slice(0, MOST_STARTS).map(([from, ids]) => ({ from, to: shortestOver(graph, ids) }));
}

function shortestOver(graph: StateGraph, starts: readonly number[]): ReadonlyMap<string, Trace> {
  const read = graph.read({ state: true });
  const { order, way } = breadthFirst(graph, starts);
  const first = new Map<string, number>();
  for (const id of order) {
    const state = read(id) as string;
    if (!first.has(state)) first.set(state, id);
  }
  return new Map(
    [...first].map(([state, id]) => {
      const { start, walked } = way(id);
      return [state, traceAlong(graph, start, walked)];
    }),
  );
}

/** Findings about steps that are not determined: one event, with one binding, leads to different configurations. */

import {
  type Action,
  type Configuration,
  isSystemConfiguration,
  type Machine,
  type RowTaken,
} from '../../model/explore/machine.ts';
import { forEach, type Work } from '../../model/explore/work.ts';
import { rowName } from './followed.ts';
import type { CheckedGraph, Report } from './report.ts';
import { say } from './sayings/index.ts';
import type { Described } from './sayings/naming.ts';
import { followersOf } from './states.ts';
import { labelKey } from './words.ts';

type Follower = ReturnType<typeof followersOf>[number];

/** Who has a choice: the place among the rows of an action, and the one whose row stands there. */
type Decider = { readonly place: number; readonly who: Follower };

/**
 * A choice that somebody has in a state: the configurations in which that is so, and the first edge of it in the
 * first of them.
 */
type Choice = Decider & {
  readonly state: string;
  readonly first: number;
  readonly edge: number;
  count: number;
  last: number;
};

/**
 * SA206. The choice is made by whoever has several rows enabled: all who take part take any of their rows, so what
 * one of them can choose is seen where nobody else's row differs.
 */
export function* choices(checked: CheckedGraph): Work<readonly Report[]> {
  const { graph, followed, evidence } = checked;
  const { expanded, offset, target, action, actions } = graph;
  const { labels, count: number } = labelling(actions);
  const seenAt = new Int32Array(number).fill(-1);
  const firstEdge = new Int32Array(number);
  const decider = deciders(checked);
  const found = new Map<string, Choice>();

  const add = (id: number, edge: number, { place, who }: Decider): void => {
    const { event } = actions[action[edge] as number] as Action;
    const state = who.state(id);
    const key = `${who.table.name(state)} ${event}`;
    const known = found.get(key);
    const count = evidence.weight(id);
    if (known === undefined) found.set(key, { place, who, state, first: id, edge, count, last: id });
    else if (known.last !== id) {
      known.count += count;
      known.last = id;
    }
  };
  yield* forEach(expanded, (id) => {
    const end = offset[id + 1] as number;
    for (let edge = offset[id] as number; edge < end; edge++) {
      const label = labels[action[edge] as number] as number;
      if (seenAt[label] !== id) {
        seenAt[label] = id;
        firstEdge[label] = edge;
        continue;
      }
      const first = firstEdge[label] as number;
      if (target[first] === target[edge]) continue;
      const by = decider(action[first] as number, action[edge] as number);
      if (by !== undefined) add(id, first, by);
    }
  });
  return followed.flatMap((table) =>
    Object.keys(table.table.states).flatMap((state) =>
      [...found.values()]
        .filter(({ who, state: at }) => who.table === table && at === state)
        .map((choice) => reportOn(checked, labels, choice)),
    ),
  );
}

/** The number of the label of each action. */
function labelling(actions: readonly Action[]): { readonly labels: Int32Array; readonly count: number } {
  const numbers = new Map<string, number>();
  const labels = Int32Array.from(actions, (action) => {
    const key = labelKey(action);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { labels, count: numbers.size };
}

/** Who decides between two actions, by their numbers: the only one whose row differs. Asked once for each two. */
function deciders(checked: CheckedGraph): (one: number, other: number) => Decider | undefined {
  const { actions } = checked.graph;
  const followers = new Map(followersOf(checked).map((each) => [each.instance, each]));
  const known = new Map<number, Decider | undefined>();
  return (one, other) => {
    const pair = one * actions.length + other;
    if (known.has(pair)) return known.get(pair);
    const rows = (actions[one] as Action).rows;
    const differing = placesThatDiffer(rows, (actions[other] as Action).rows);
    const place = differing.length === 1 ? (differing[0] as number) : undefined;
    const instance = rows[place ?? 0]?.instance;
    const decider = place === undefined ? undefined : { place, who: followers.get(instance) as Follower };
    known.set(pair, decider);
    return decider;
  };
}

const placesThatDiffer = (one: Action['rows'], other: Action['rows']): readonly number[] =>
  one.flatMap(({ row }, place) => (row === other[place]?.row ? [] : [place]));

function reportOn(
  { graph, after }: CheckedGraph,
  labels: Int32Array,
  { place, who, state, first, edge, count: often }: Choice,
): Report {
  const { actions, action, offset } = graph;
  const chosen = actions[action[edge] as number] as Action;
  const edges = Array.from(
    { length: (offset[first + 1] as number) - (offset[first] as number) },
    (_, index) => (offset[first] as number) + index,
  ).filter((each) => labels[action[each] as number] === labels[action[edge] as number]);
  const told = edges.flatMap((each) => {
    const { rows } = actions[action[each] as number] as Action;
    if (placesThatDiffer(chosen.rows, rows).some((other) => other !== place)) return [];
    const row = rowName(who.table, (rows[place] as RowTaken).row);
    return [{ row, to: described(graph.machine, after(first, each), who.instance) }];
  });
  const name = who.table.name(state);
  return {
    code: 'SA206',
    states: [name],
    events: [chosen.event],
    saying: say('undetermined', chosen.event, name, told, often),
    path: [...who.table.path, 'transitions', (chosen.rows[place] as RowTaken).row],
    at: first,
  };
}

/** A configuration as readers see it; of a system only what one instance is in. */
function described(machine: Machine, whole: Configuration, instance: string | undefined): Described {
  const told = (configuration: Configuration): Described => ({
    configuration,
    text: machine.describe(configuration),
  });
  if (instance === undefined || !isSystemConfiguration(whole)) return told(whole);
  const local = whole.instances[instance];
  return told({ instances: local === undefined ? {} : { [instance]: local }, memory: {}, channels: {} });
}

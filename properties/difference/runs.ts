/** The shortest run that one of two behaviours has and the other has not. */
import { pausing, type Work } from '../../model/explore/work.ts';
import type { Behaviour } from './behaviour.ts';

export type Side = 'one' | 'other';

/**
 * What is observed of a run: where it starts and every step, as labels; with `sights` also what is seen there; with
 * `choices` at its end also which labels are possible, and which not.
 */
export type Observing = 'events' | 'sights' | 'choices';

/**
 * A run that only one side has: the configurations it visits there, the first being initial, and its steps as numbers
 * of edges. All of it but its last step (or its start, where it has no step) the other side has as well: `beside` is
 * what that can be in by then. Where choices are observed the other side has all of it, but never with the same labels
 * possible at its end.
 */
export type Distinguishing = {
  readonly side: Side;
  readonly start: number;
  readonly edges: readonly number[];
  readonly beside: readonly number[];
};

/**
 * So many pairs of sets are looked at. Deterministic behaviours have at most as many pairs as one has configurations
 * times the other's.
 */
const MOST_PAIRS = 200_000;

/** Configurations that one observation leads to, each with how it was reached first. */
type Layer = ReadonlyMap<number, { readonly from: number; readonly edge: number }>;

type Pair = { readonly one: Layer; readonly other: Layer; readonly before?: Pair };

/**
 * Searches breadth first, by what both sides can be in after the same observations. With `only`, runs of that side
 * alone are looked for. Gives `undefined` where each has all runs of the other, and `gave up` after two hundred
 * thousand pairs.
 */
export function* distinguishingRun(
  behaviours: { readonly [side in Side]: Behaviour },
  observing: Observing,
  only?: Side,
): Work<Distinguishing | undefined | 'gave up'> {
  const sees = observing !== 'events';
  const wanted = (one: Layer | undefined, other: Layer | undefined): Side | undefined => {
    const side: Side | undefined = other === undefined ? 'one' : one === undefined ? 'other' : undefined;
    return only === undefined || side === only ? side : undefined;
  };
  const seen = new Set<string>();
  const queue: Pair[] = [];
  const add = (ones: ReadonlyMap<number, Layer>, others: ReadonlyMap<number, Layer>, before?: Pair) => {
    for (const symbol of new Set([...ones.keys(), ...others.keys()])) {
      const [one, other] = [ones.get(symbol), others.get(symbol)];
      const side = wanted(one, other);
      if (side !== undefined) return traced(behaviours, side, (side === 'one' ? one : other) as Layer, before);
      if (one === undefined || other === undefined) continue;
      const key = `${setKey(one)}|${setKey(other)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const pair: Pair = { one, other, ...(before !== undefined && { before }) };
      queue.push(pair);
      const choice = observing === 'choices' ? unmatchedChoice(behaviours, pair) : undefined;
      if (choice !== undefined) return choice;
    }
    return undefined;
  };
  const first = add(starts(behaviours.one, sees), starts(behaviours.other, sees));
  if (first !== undefined) return first;
  for (const [index, pair] of queue.entries()) {
    yield* pausing(index * 16);
    if (seen.size > MOST_PAIRS) return 'gave up';
    const found = add(steps(behaviours.one, pair.one, sees), steps(behaviours.other, pair.other, sees), pair);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first configuration of a pair in which the labels that are possible are those of none on the other side. */
function unmatchedChoice(behaviours: { readonly [side in Side]: Behaviour }, pair: Pair): Distinguishing | undefined {
  for (const [side, beside] of [
    ['one', 'other'],
    ['other', 'one'],
  ] as const) {
    const there = new Set([...pair[beside].keys()].map((id) => choiceAt(behaviours[beside], id)));
    for (const [id, reached] of pair[side])
      if (!there.has(choiceAt(behaviours[side], id)))
        return {
          ...traced(behaviours, side, new Map([[id, reached]]), pair.before),
          beside: [...pair[beside].keys()],
        };
  }
  return undefined;
}

/** The labels that are possible in a configuration, as a key. */
function choiceAt({ offset, label }: Behaviour, id: number): string {
  const labels = new Set<number>();
  for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++) labels.add(label[edge] as number);
  return [...labels].sort((a, b) => a - b).join();
}

const setKey = (layer: Layer): string => [...layer.keys()].sort((a, b) => a - b).join();

function starts({ initial, sight }: Behaviour, sees: boolean): ReadonlyMap<number, Layer> {
  const layers = new Map<number, Map<number, { from: number; edge: number }>>();
  for (let id = 0; id < initial; id++) put(layers, sees ? (sight[id] as number) : 0, id, -1, -1);
  return layers;
}

/** What the steps of a set lead to, by what is observed of them. */
function steps({ offset, target, label, sight, size }: Behaviour, from: Layer, sees: boolean) {
  const layers = new Map<number, Map<number, { from: number; edge: number }>>();
  // Numbers of labels and sights are small: one number says both.
  const symbolOf = (edge: number, to: number): number =>
    sees ? (label[edge] as number) * SIGHTS + (sight[to] as number) : (label[edge] as number);
  if (size > SIGHTS) throw new RangeError('too many configurations to compare');
  for (const id of from.keys())
    for (let edge = offset[id] as number; edge < (offset[id + 1] as number); edge++) {
      const to = target[edge] as number;
      put(layers, symbolOf(edge, to), to, id, edge);
    }
  return layers;
}

/** More sights than there can be: each is that of a configuration. */
const SIGHTS = 2 ** 31;

function put(
  layers: Map<number, Map<number, { from: number; edge: number }>>,
  symbol: number,
  id: number,
  from: number,
  edge: number,
): void {
  let layer = layers.get(symbol);
  if (layer === undefined) {
    layer = new Map();
    layers.set(symbol, layer);
  }
  if (!layer.has(id)) layer.set(id, { from, edge });
}

function traced(
  behaviours: { readonly [side in Side]: Behaviour },
  side: Side,
  last: Layer,
  before: Pair | undefined,
): Distinguishing {
  const beside = side === 'one' ? 'other' : 'one';
  const edges: number[] = [];
  let [id] = last.keys() as Iterable<number> as [number];
  let layer = last;
  for (let pair = before; ; pair = pair?.before) {
    const { from, edge } = layer.get(id) as { from: number; edge: number };
    if (edge < 0) break;
    edges.unshift(edge);
    id = from;
    layer = (pair as Pair)[side];
  }
  const left =
    before === undefined
      ? Array.from({ length: behaviours[beside].initial }, (_, start) => start)
      : [...before[beside].keys()];
  return { side, start: id, edges, beside: left };
}

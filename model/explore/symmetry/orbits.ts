/**
 * Exploring orbits: of all configurations that are images of each other under exchanging instances only one is kept, which stands for them. What is found
 * is a graph of these, with the number of configurations that each of them stands for.
 *
 * A step from one configuration has an image from every image of it, so what stands for others has their steps, and every way through the whole
 * system is a way through the graph, of the same length, once its instances are renamed from step to step.
 */
import type { Compiled } from '../../compile/index.ts';
import { plural } from '../../table/text.ts';
import { type Packing, packingOf, unpack } from '../compiled/packing.ts';
import { Search } from '../compiled/search.ts';
import { DEFAULT_MAX_CONFIGURATIONS, DEFAULT_MAX_TRANSITIONS, graphOf, PIECE } from '../compiled.ts';
import { degree, type Limits, type Progress, type StateGraph } from '../graph.ts';
import type { Configuration } from '../machine.ts';
import { Arrangement } from './arrangement.ts';
import type { Exchanged } from './exchanged.ts';
import { RawSteps } from './raw-steps.ts';

/** What was found of a system whose instances are exchanged. */
export type Orbits = {
  readonly compiled: Compiled;
  readonly exchanged: readonly Exchanged[];
  /** The configurations that stand for others. Where a step leads is what stands for the configuration that it leads to. */
  readonly graph: StateGraph;
  /** How many configurations each one stands for. */
  readonly sizes: ArrayLike<number>;
  /** Counts of the whole system, as far as it was found. */
  readonly initial: number;
  readonly configurations: number;
  readonly transitions: number;
  /** The id of a configuration that the graph has given. */
  idOf(configuration: Configuration): number;
  /** The steps of a configuration, until those of another one are asked for, and how many there are. */
  stepsOf(id: number): { readonly steps: RawSteps; readonly count: number };
  /** The system as if it began in one configuration, to be explored without exchanging anything. */
  startingAt(id: number): Compiled;
};

/** Packs local ids into words that begin at a place. */
function pack({ word, weight, words }: Packing, locals: Int32Array, to: Int32Array, from: number): void {
  to.fill(0, from, from + words);
  for (let component = 0; component < locals.length; component++)
    (to[from + (word[component] as number)] as number) += (locals[component] as number) * (weight[component] as number);
}

/**
 * Explores the orbits of a compiled system, in pieces like `exploringCompiled`. The limits are about what is kept: they count orbits and the steps from
 * what stands for them. It stops too where the whole system has more steps than can be counted exactly.
 *
 * @throws {Unarranged} where nothing can be exchanged after all
 */
export function* exploringOrbits(
  compiled: Compiled,
  exchanged: readonly Exchanged[],
  limits: Omit<Limits, 'interrupt' | 'from'> = {},
): Generator<Progress, Orbits, string | undefined> {
  const arrangement = new Arrangement(compiled, exchanged);
  const packing = packingOf(compiled);
  const locals = new Int32Array(compiled.components.length);
  const arrange = (words: Int32Array, from: number): number => {
    unpack(packing, words, from, locals);
    return arrangement.arrange(locals);
  };
  const most = {
    configurations: limits.maxConfigurations ?? DEFAULT_MAX_CONFIGURATIONS,
    transitions: limits.maxTransitions ?? DEFAULT_MAX_TRANSITIONS,
  };
  const search = new Search(compiled, packing, most, undefined, (words, from) => {
    arrange(words, from);
    pack(packing, locals, words, from);
  });
  const { seen, edges } = search;
  const counts = new Counts((id) => arrange(seen.keys, id * packing.words));
  counts.upTo(seen.size, edges.expanded, edges.arrays.offset);
  while (search.isGoingOn) {
    const { save: _, ...progress } = search.progress;
    search.limit = yield progress;
    search.advance(PIECE);
    counts.upTo(seen.size, edges.expanded, edges.arrays.offset);
    if (counts.transitions > Number.MAX_SAFE_INTEGER) search.limit ??= 'more transitions than can be counted exactly';
  }
  const graph = graphOf(compiled, search);
  const { stopped } = graph;
  const isFull = stopped?.limit === plural(most.configurations, 'configuration');
  const { configuration } = graph;
  const ids = new WeakMap<Configuration, number>();
  let steps: RawSteps | undefined;
  return {
    compiled,
    exchanged,
    graph: Object.assign(graph, {
      ...(isFull && { stopped: { ...stopped, limit: plural(most.configurations, 'orbit') } }),
      configuration(id: number): Configuration {
        const given = configuration(id);
        ids.set(given, id);
        return given;
      },
    }),
    sizes: counts.sizes,
    initial: counts.sizes.slice(0, graph.initial).reduce((sum, size) => sum + size, 0),
    configurations: counts.configurations,
    transitions: counts.transitions,
    idOf: (given) => ids.get(given) as number,
    stepsOf(id) {
      steps ??= new RawSteps(compiled, packing, arrangement, () => graph.machine);
      return { steps, count: steps.find(seen.keys, id * packing.words) };
    },
    startingAt(id) {
      unpack(packing, seen.keys, id * packing.words, locals);
      return { ...compiled, starts: [{ components: [...locals.keys()], choices: [[...locals]] }] };
    },
  };
}

/** How many configurations each one stands for, and the sums of that. */
class Counts {
  readonly sizes: number[] = [];
  configurations = 0;
  transitions = 0;
  #expanded = 0;
  readonly #sizeOf: (id: number) => number;

  constructor(sizeOf: (id: number) => number) {
    this.#sizeOf = sizeOf;
  }

  /** Counts what was found and expanded since. */
  upTo(size: number, expanded: number, offset: StateGraph['offset']): void {
    for (let id = this.sizes.length; id < size; id++) {
      const standsFor = this.#sizeOf(id);
      this.sizes.push(standsFor);
      this.configurations += standsFor;
    }
    for (; this.#expanded < expanded; this.#expanded++)
      this.transitions += (this.sizes[this.#expanded] as number) * degree({ offset }, this.#expanded);
  }
}

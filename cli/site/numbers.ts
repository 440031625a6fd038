/** What a site tells of the checks themselves: what random walks cover, and how many small faults the properties notice. */
import type { CoverageNumbers, FirstNumbers, LeftOut, MutationNumbers } from '../../generators/site/options.ts';
import { exploreModel } from '../../model/explore/compiled.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { rowKey } from '../../model/explore/machine.ts';
import { finish } from '../../model/explore/work.ts';
import { instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { mutantsOf } from '../../properties/mutation/mutants.ts';
import { mutating } from '../../properties/mutation/mutate.ts';

/** The walks of a site: few enough for seconds, and always the same. */
const WALKS = { steps: 20_000, length: 60, seed: 1, isGuided: true } as const;

/** A model of more configurations is left out: each mutant would be explored like it, and walks take half a minute. */
const MOST_CONFIGURATIONS = 2_000;

/** Of a model that is left out so many configurations are looked at instead, which takes about a second. */
const FIRST_CONFIGURATIONS = 20_000;

/** Where the mutants would have more configurations together, the properties are not held against them: a site should take seconds. */
const MOST_OF_MUTANTS = 250_000;

/** What is told, as far as it is known. */
export type Numbers = {
  readonly coverage?: CoverageNumbers;
  readonly mutation?: MutationNumbers;
  readonly leftOut?: LeftOut;
};

/** What was found in this run of the program, by the model as text: while a site is edited, models that stay the same are not asked again. */
const known = new Map<string, Promise<Numbers>>();

/** The numbers of a table or system, or that it is too large for them; no walks where fast-check is not installed. */
export function numbersOf(model: Model): Promise<Numbers> {
  const key = JSON.stringify(model);
  const numbers = known.get(key) ?? found(model);
  known.set(key, numbers);
  return numbers;
}

async function found(model: Model): Promise<Numbers> {
  const graph = exploreModel(model, { maxConfigurations: MOST_CONFIGURATIONS });
  const isLarge = graph.stopped !== undefined;
  const hasProperties = Object.keys(model.properties ?? {}).length > 0;
  const isLong = isLarge || (hasProperties && !isQuick(model, graph));
  const coverage = isLarge ? undefined : await coverageOf(model);
  return {
    ...(coverage && { coverage }),
    ...(hasProperties && !isLong && { mutation: mutationOf(model, graph) }),
    ...(isLong && { leftOut: { ...(isLarge && { first: firstOf(model) }), isMutation: hasProperties } }),
  };
}

/** Whether there are few enough mutants. */
function isQuick(model: Model, { size }: StateGraph): boolean {
  let together = 0;
  for (const _ of mutantsOf(model)) {
    together += size;
    if (together > MOST_OF_MUTANTS) return false;
  }
  return true;
}

function firstOf(model: Model): FirstNumbers {
  const graph = exploreModel(model, { maxConfigurations: FIRST_CONFIGURATIONS });
  const fired = new Set(graph.actions.flatMap(({ rows }) => rows.map(rowKey)));
  const followers = isSystem(model)
    ? [...instancesOf(model).values()].flatMap(({ name, table }) => (table === undefined ? [] : [{ name, table }]))
    : [{ name: undefined, table: model }];
  const sum = (count: (follower: (typeof followers)[number]) => number): number =>
    followers.reduce((total, follower) => total + count(follower), 0);
  return {
    configurations: graph.size,
    rows: { covered: fired.size, of: sum(({ table }) => table.transitions.length) },
    states: {
      covered: sum(({ name }) => new Set(graph.occurrences(name).map(({ local }) => local.state)).size),
      of: sum(({ table }) => Object.keys(table.states).length),
    },
  };
}

async function coverageOf(model: Model): Promise<CoverageNumbers | undefined> {
  try {
    const { walk } = await import('../../properties/random/walk.ts');
    const { runs, steps, covered, unfired, isMeasured } = walk(model, WALKS);
    return { seed: WALKS.seed, runs, steps, covered, unfired, isMeasured };
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw thrown;
  }
}

function mutationOf(model: Model, graph: StateGraph): MutationNumbers {
  const { score, kinds, mutants, untried, stopped } = finish(mutating(model, graph, { suggests: false }));
  const survivors = mutants
    .filter(({ fate }) => fate === 'survived')
    .map(({ kind, fault, path }) => ({ kind, fault, path }));
  return { score, kinds, survivors, untried, ...(stopped !== undefined && { stopped }) };
}

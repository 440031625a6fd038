/**
 * Planning: which strategy explores a model, and why. What a plan says is known before anything is explored, so it can be
 * shown; `docs/engine.md` describes the strategies.
 */
import { type Compiled, compile, TooLarge } from '../compile/index.ts';
import { isSystem, type Model } from '../system/types.ts';
import { plural } from '../table/text.ts';
import type { Table, Variable } from '../table/types.ts';
import { BitmapStore, draw } from './bitmap/bitmap-store.ts';
import { drawKeys, HashStore } from './hash/hash-store.ts';
import type { Store } from './space/store.ts';
import type { Symmetry } from './symmetry/exchanged.ts';

/**
 * The ways to hold what is reachable: a bit for each possible configuration; a table of keys; a graph with all steps; a graph
 * of orbits, only where it is asked for; a graph of objects, as the model is written.
 */
export const STRATEGIES = ['bitmap', 'hash', 'graph', 'orbits', 'naive'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A component as readers see it: whose fields it holds, and how many local ids they have together. */
export type PlannedComponent = { readonly name: string; readonly localIds: number };

/** What is planned for one model. */
export type Plan = {
  readonly strategy: Strategy;
  /** Why this strategy, in a sentence without a full stop. */
  readonly because: string;
  /** None where the model cannot be compiled. */
  readonly components: readonly PlannedComponent[];
  /** How many configurations can be made of the local ids, reachable or not, and how many bits their numbers take. */
  readonly product: number;
  readonly bits: number;
  /** Bytes that exploring is expected to hold at most; none where that depends on what is reachable. */
  readonly memory?: number;
  /** What is exchanged, where orbits are explored. */
  readonly symmetry?: Symmetry;
  /** What the strategies work on. */
  readonly compiled?: Compiled;
  /** Makes what holds the configurations, where no steps are kept. */
  readonly store?: () => Store;
};

/** A table of so few possible configurations has been explored as it is written before it would be compiled. */
const TINY = 256;

/** With fewer configurations than this a graph is explored before the kernel has begun. */
const FEW = 1 << 14;

/** The most configurations that are held as bits: each set takes 32 MB then. */
const MOST_BITS = 2 ** 28;

/** As many where every component is of instances that move together, so that most of what is possible is reachable: 400 MB. */
const MOST_TOGETHER = 3.2e9;

/** How many sets are held at once while a model is checked, counted where all kinds of properties are violated, too. */
const SETS = 11;

/** As many where something must happen: fixed points over sets, and a cycle that is looked for in them. */
const SETS_FOR_CYCLES = 17;

/** The most bytes that a kernel can hold. */
const MOST_BYTES = 2 ** 32;

/** How many bytes of tables stand beside the sets, about. */
const TABLES = 1 << 20;

/** The fields of a component, by who has them. */
const componentName = ({ compiled }: { compiled: Compiled }, { fields }: Compiled['components'][number]): string => {
  const owned = [...compiled.fields.owners].flatMap(([instance, { state, variables }]) => {
    const known = new Map([...variables].map(([name, field]) => [field, name]));
    const names = fields.flatMap((field) => (field === state ? ['state'] : (known.get(field) ?? [])));
    if (names.length === 0) return [];
    return [instance === undefined ? names.join(', ') : `${instance} (${names.join(', ')})`];
  });
  if (owned.length > 0) return owned.join(' with ');
  const channel = [...compiled.fields.channels.values()].find(({ places }) =>
    fields.some((each) => places.includes(each)),
  );
  return `channel ${channel?.name ?? ''}`;
};

/** How many values a variable can have, at most. */
function valuesOf(variable: Variable, states: number): number {
  if ('range' in variable) return variable.range[1] - variable.range[0] + 1;
  if ('values' in variable) return variable.values.length;
  return 'flag' in variable ? 2 : states + 1;
}

/** How many configurations a table can have, at most. */
function possible({ states, memory = {} }: Table): number {
  const { length } = Object.keys(states);
  return Object.values(memory).reduce((product, variable) => product * valuesOf(variable, length), length);
}

/** What a plan says of a compiled model. */
export function planned(compiled: Compiled) {
  const components = compiled.components.map((component) => ({
    name: componentName({ compiled }, component),
    localIds: component.values.length,
  }));
  const product = components.reduce((count, { localIds }) => Math.min(Number.MAX_VALUE, count * localIds), 1);
  const bits = Math.ceil(components.reduce((sum, { localIds }) => sum + Math.log2(localIds), 0));
  return { components, product, bits, compiled };
}

/** How many bytes the sets of a model take at most, and what stands beside them, if each takes so many. */
function heldWhileChecked({ properties = {} }: Model, set: number): number {
  const goesRound = Object.values(properties).some((each) => 'eventually' in each || 'leadsTo' in each);
  return Math.min(MOST_BYTES, (goesRound ? SETS_FOR_CYCLES : SETS) * set + TABLES);
}

/** Plans how a model is explored; `forced` is for tests, and fails where a strategy cannot be used. */
export function plan(model: Model, forced?: Strategy): Plan {
  if (forced === undefined && !isSystem(model) && possible(model) <= TINY) {
    const because = 'it is so small that it is explored as it is written sooner than it is compiled';
    return { strategy: 'naive', because, components: [], product: possible(model), bits: 0 };
  }
  const compiled = forced === 'naive' ? undefined : compile(model);
  if (compiled === undefined) {
    const because = 'its values are too many to be numbered, so it is explored as it is written';
    return { strategy: 'naive', because, components: [], product: 0, bits: 0 };
  }
  const about = planned(compiled);
  const { product } = about;
  const graph = (because: string): Plan => ({ strategy: 'graph', because, ...about });
  if (forced === 'graph') return graph('it was asked for');
  if (forced === undefined && product < FEW) return graph('the configurations are few');
  try {
    const most = compiled.components.every(({ isJoined }) => isJoined) ? MOST_TOGETHER : MOST_BITS;
    if (forced === 'bitmap' || (forced === undefined && product <= most)) {
      const drawn = draw(compiled);
      const set = drawn.moves.digits.rows * drawn.moves.digits.words * 8;
      const because = `a bit for each of ${plural(product, 'possible configuration')} fits memory`;
      const store = () => new BitmapStore(drawn);
      return { strategy: 'bitmap', because, ...about, memory: heldWhileChecked(model, set), store };
    }
    const drawn = drawKeys(compiled);
    const because = 'a bit for each possible configuration would not fit memory, and a key of 64 bits tells them apart';
    return { strategy: 'hash', because, ...about, store: () => new HashStore(drawn) };
  } catch (error) {
    if (!(error instanceof TooLarge) || forced !== undefined) throw error;
    return graph(error.message.replace(/ to be numbered$/, ' for tables of moves, or for keys of 64 bits'));
  }
}

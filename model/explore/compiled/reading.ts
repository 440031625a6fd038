/** Reads packed configurations: whole ones, single fields, and what holds in them. */
import {
  type Asked,
  type Compiled,
  type Condition,
  finalQuestion,
  type Guard,
  type LocalField,
  type Lookup,
  messageOf,
  type Owner,
  question,
  TooLarge,
} from '../../compile/index.ts';
import type { Predicate, Value } from '../../table/types.ts';
import type { Occurrence, StateGraph } from '../graph.ts';
import { interning } from '../interning.ts';
import type { Configuration, InstanceConfiguration, Machine, MessageValue } from '../machine.ts';
import { owned } from '../owned.ts';
import { Evaluation } from './evaluation.ts';
import { type Packing, unpack } from './packing.ts';

/** Configurations by number, as local ids of components. */
export type Located = {
  readonly size: number;
  /** Reads the local id of a component. */
  localOf(component: number): (id: number) => number;
  /** Reads the local ids of all components. */
  unpack(id: number, locals: Int32Array): void;
};

type Reading = Pick<StateGraph, 'configuration' | 'test' | 'isFinal' | 'read' | 'occurrences'>;

/** Configurations, one after the other, packed into words. */
export function packed(packing: Packing, keys: Int32Array, size: number): Located {
  const { words } = packing;
  return {
    size,
    localOf(component) {
      const word = packing.word[component] as number;
      const weight = packing.weight[component] as number;
      const count = packing.size[component] as number;
      return (id) => (((keys[id * words + word] as number) / weight) | 0) % count;
    },
    unpack: (id, locals) => unpack(packing, keys, id * words, locals),
  };
}

/** The most combinations of local ids for which a number is looked up in an array. */
const DENSE = 1 << 22;

/** Numbers combinations of local ids in order of their first occurrence. */
function numbering(
  locals: readonly { readonly localOf: (id: number) => number; readonly size: number }[],
): (id: number) => number {
  const product = locals.reduce((count, { size }) => count * size, 1);
  if (product > DENSE) {
    const { indexOf } = interning<string>((combination) => combination);
    return (id) => indexOf(locals.map(({ localOf }) => localOf(id)).join());
  }
  const numbers = new Int32Array(product).fill(-1);
  let next = 0;
  return (id) => {
    let combination = 0;
    for (const { localOf, size } of locals) combination = combination * size + localOf(id);
    if (numbers[combination] === -1) numbers[combination] = next++;
    return numbers[combination] as number;
  };
}

/**
 * The components that decide whether a guard holds; nothing where it asks what can happen, which any of them may
 * decide.
 */
function componentsAsked(conditions: readonly Condition[], guard: Guard): ReadonlySet<number> | undefined {
  const asked = new Set(guard.local.map(({ component }) => component));
  const seen = new Set(guard.general);
  for (const number of seen) {
    const condition = conditions[number] as Condition;
    if ('enabled' in condition) return undefined;
    for (const { component } of condition.lookups) asked.add(component);
    for (const part of condition.parts) seen.add(part);
  }
  return asked;
}

/** The questions that a graph answers about its configurations. `machine` is asked what cannot be told in numbers. */
export function reading(compiled: Compiled, located: Located, machine: () => Machine): Reading {
  const { components, fields } = compiled;
  const { owners, channels, system } = fields;

  /** Reads a field. */
  function reader(field: LocalField): (id: number) => Value {
    const component = components.findIndex((each) => each.fields.includes(field));
    const place = components[component]?.fields.indexOf(field) as number;
    const values = (components[component]?.values ?? []).map((each) => each[place] as Value);
    const localOf = located.localOf(component);
    return (id) => values[localOf(id)] as Value;
  }

  /** Reads what an owner is in. */
  function ownerReader({ state, variables }: Owner): (id: number) => InstanceConfiguration {
    const stateOf = state && reader(state);
    const read = [...variables].map(([name, field]) => [name, reader(field)] as const);
    return (id) => ({
      ...(stateOf && { state: stateOf(id) as string }),
      memory: Object.fromEntries(read.map(([name, valueAt]) => [name, valueAt(id)])),
    });
  }

  function configurationReader(): (id: number) => Configuration {
    const readers = [...owners].map(([name, owner]) => [name, ownerReader(owner)] as const);
    const [, shared] = readers.find(([name]) => name === undefined) as (typeof readers)[number];
    if (system === undefined) return shared as (id: number) => Configuration;
    const held = [...channels.values()].map((channel) => [channel, channel.places.map(reader)] as const);
    return (id) => ({
      instances: Object.fromEntries(readers.flatMap(([name, at]) => (name === undefined ? [] : [[name, at(id)]]))),
      memory: shared(id).memory,
      channels: Object.fromEntries(
        held.map(([channel, places]): [string, readonly MessageValue[]] => [
          channel.name,
          places
            .map((numberAt) => numberAt(id) as number)
            .flatMap((number) => (number === 0 ? [] : [messageOf(channel, number)])),
        ]),
      ),
    });
  }

  /** A test of what is asked. */
  function tester({ conditions, guard }: Asked): (id: number) => boolean {
    if (guard === undefined) return () => false;
    const tests = guard.local.map(({ component, table }: Lookup) => {
      const localOf = located.localOf(component);
      return (id: number) => table[localOf(id)] === 1;
    });
    const [test = () => true] = tests;
    if (guard.general.length === 0) return tests.length < 2 ? test : (id) => tests.every((each) => each(id));
    const evaluation = new Evaluation(compiled, conditions);
    const meets = evaluation.tester(guard);
    const evaluate = (id: number): boolean => {
      located.unpack(id, evaluation.locals);
      evaluation.begin();
      return meets();
    };
    return remembered(componentsAsked(conditions, guard), evaluate);
  }

  /**
   * A test that is evaluated once for each combination of what it depends on, where these are few enough to remember.
   */
  function remembered(
    asked: ReadonlySet<number> | undefined,
    evaluate: (id: number) => boolean,
  ): (id: number) => boolean {
    if (asked === undefined) return evaluate;
    const locals = [...asked].map((component) => ({
      localOf: located.localOf(component),
      size: components[component]?.values.length ?? 0,
    }));
    const product = locals.reduce((count, { size }) => count * size, 1);
    if (product > Math.min(DENSE, located.size)) return evaluate;
    const answers = new Int8Array(product).fill(-1);
    return (id) => {
      let combination = 0;
      for (let at = 0; at < locals.length; at++) {
        const { localOf, size } = locals[at] as (typeof locals)[number];
        combination = combination * size + localOf(id);
      }
      if (answers[combination] === -1) answers[combination] = evaluate(id) ? 1 : 0;
      return answers[combination] === 1;
    };
  }

  const configuration = configurationReader();
  const isFinal = tester(finalQuestion(compiled));
  return {
    configuration,
    test(predicate, bound) {
      try {
        return tester(question(compiled, predicate as Predicate, bound));
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        return (id) => machine().holds(predicate, configuration(id), bound);
      }
    },
    isFinal,
    read({ instance, ...field }) {
      const owner = owners.get(instance) as Owner;
      return reader(('state' in field ? owner.state : owner.variables.get(field.variable)) as LocalField);
    },
    occurrences: (instance) => occurrences(instance),
  };

  /** Counts by what an owner has in all the components that it is in. */
  function occurrences(instance: string | undefined): readonly Occurrence[] {
    const owner = owners.get(instance) as Owner;
    const locals = [...components.keys()].flatMap((index) => {
      const own = owned(compiled, owner, index);
      if (own === undefined) return [];
      const localOf = located.localOf(index);
      return [{ localOf: (id: number) => own.numbers[localOf(id)] as number, size: own.ids.length }];
    });
    const numberOf = numbering(locals);
    const counts: number[] = [];
    const firsts: number[] = [];
    for (let id = 0; id < located.size; id++) {
      const number = numberOf(id);
      if (number === counts.length) {
        counts.push(0);
        firsts.push(id);
      }
      (counts[number] as number)++;
    }
    const at = ownerReader(owner);
    return firsts.map((first, number) => ({ local: at(first), count: counts[number] as number, first }));
  }
}

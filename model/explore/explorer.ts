/**
 * Breadth-first exploration of any machine, one configuration after the other: what the compiled explorer is held
 * against.
 */
import { plural } from '../table/text.ts';
import type { Value } from '../table/types.ts';
import type { BlockedAt, Field, Limits, Occurrence, Progress, StateGraph } from './graph.ts';
import { interning } from './interning.ts';
import {
  type Action,
  actionKey,
  type Blocked,
  blockedKey,
  type Configuration,
  type InstanceConfiguration,
  isSystemConfiguration,
  type Machine,
} from './machine.ts';

const INTERRUPT_EVERY = 1024;
const DEFAULT_MAX_CONFIGURATIONS = 1_000_000;
const DEFAULT_MAX_TRANSITIONS = 10_000_000;

/**
 * Explores breadth first. Among shortest paths to a configuration the first in the order of moves is kept. Iterative;
 * what was found before a limit is kept. One million configurations and ten million transitions at most unless the
 * limits say otherwise: every configuration is held as an object.
 */
export function explore(machine: Machine, limits: Limits = {}): StateGraph {
  const run = exploring(machine, limits);
  let at = run.next();
  while (!at.done) at = run.next(limits.interrupt?.(at.value));
  return at.value;
}

/**
 * An exploration in pieces: it gives its progress now and then, goes on when it is asked to, and stops when it is
 * told a reason. So a program can do other things in between, such as listening to its user.
 */
export function* exploring(
  machine: Machine,
  limits: Omit<Limits, 'interrupt'> = {},
): Generator<Progress, StateGraph, string | undefined> {
  const max = limits.maxConfigurations ?? DEFAULT_MAX_CONFIGURATIONS;
  const mostTransitions = limits.maxTransitions ?? DEFAULT_MAX_TRANSITIONS;
  const ids = new Map<string, number>();
  const configurations: Configuration[] = [];
  const actions = interning<Action>(actionKey);
  const blockedActions = interning<Blocked>(blockedKey);
  const blockedIds: number[][] = [];
  const offset = [0];
  const target: number[] = [];
  const action: number[] = [];
  const depth: number[] = [];
  const parent: number[] = [];
  const arrival: number[] = [];
  let limit: string | undefined;

  const add = (configuration: Configuration, from: number, by: number): number => {
    const key = machine.key(configuration);
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (configurations.length >= max) {
      limit ??= plural(max, 'configuration');
      return -1;
    }
    const id = configurations.push(configuration) - 1;
    ids.set(key, id);
    parent.push(from);
    arrival.push(by);
    depth.push(from < 0 ? 0 : (depth[from] as number) + 1);
    return id;
  };

  for (const configuration of machine.initial) add(configuration, -1, -1);
  const initial = configurations.length;
  let id = 0;
  for (; id < configurations.length && limit === undefined; id++) {
    if (id % INTERRUPT_EVERY === 0) {
      const queue = configurations.length - id;
      limit = yield {
        configurations: configurations.length,
        transitions: target.length,
        depth: depth[id] as number,
        queue,
      };
      if (limit !== undefined) break;
    }
    if (target.length >= mostTransitions) {
      limit = plural(mostTransitions, 'transition');
      break;
    }
    const moves = machine.moves(configurations[id] as Configuration);
    for (const { to, ...taken } of moves.steps) {
      const by = actions.indexOf(taken);
      target.push(add(to, id, by));
      action.push(by);
    }
    if (limit !== undefined) {
      // The configuration that was being expanded counts as not expanded, though what it led to is kept.
      target.length = action.length = offset[id] as number;
      break;
    }
    offset.push(target.length);
    for (const each of moves.blocked) {
      const index = blockedActions.indexOf(each);
      blockedIds[index] ??= [];
      blockedIds[index].push(id);
    }
  }
  return {
    machine,
    size: configurations.length,
    expanded: offset.length - 1,
    initial,
    transitions: target.length,
    depth: depth.at(-1) ?? 0,
    actions: actions.all,
    offset: Int32Array.from(offset),
    target: Int32Array.from(target),
    action: Int32Array.from(action),
    parent: Int32Array.from(parent),
    arrival: Int32Array.from(arrival),
    blocked: blockedActions.all.map((blocked, index): BlockedAt => ({ blocked, ids: blockedIds[index] as number[] })),
    ...(limit !== undefined && { stopped: { limit, queue: configurations.length - id } }),
    ...reading(machine, configurations),
  };
}

/** The questions that a graph answers about its configurations. */
function reading(
  machine: Machine,
  configurations: readonly Configuration[],
): Pick<StateGraph, 'configuration' | 'test' | 'isFinal' | 'read' | 'occurrences'> {
  const at = (id: number): Configuration => configurations[id] as Configuration;
  return {
    configuration: at,
    test: (question, bound) => (id) => machine.holds(question, at(id), bound),
    isFinal: (id) => machine.isFinal(at(id)),
    read: (field) => (id) => fieldIn(field, at(id)),
    occurrences: (instance) => occurrencesIn(configurations, instance),
  };
}

/** What an instance is in; without one, what a table is in. */
const localOf = (configuration: Configuration, instance: string | undefined): InstanceConfiguration =>
  isSystemConfiguration(configuration)
    ? (configuration.instances[instance as string] as InstanceConfiguration)
    : configuration;

function fieldIn(field: Field, configuration: Configuration): Value {
  if ('state' in field) return localOf(configuration, field.instance).state ?? null;
  const { memory } = field.instance === undefined ? configuration : localOf(configuration, field.instance);
  return memory[field.variable] as Value;
}

function occurrencesIn(configurations: readonly Configuration[], instance: string | undefined): readonly Occurrence[] {
  const found = new Map<string, { local: InstanceConfiguration; count: number; first: number }>();
  configurations.forEach((configuration, id) => {
    const local = localOf(configuration, instance);
    const key = JSON.stringify([local.state, ...Object.values(local.memory)]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { local, count: 1, first: id });
    else known.count++;
  });
  return [...found.values()];
}

import { describe, expect, test } from 'vitest';
import { insistOnSame } from '../../properties/laws/same.ts';
import { compile } from '../compile/index.ts';
import { fleetS } from '../gallery/fleet-s.atlas.ts';
import type { Model, System } from '../system/types.ts';
import type { Table } from '../table/types.ts';
import { packingOf } from './compiled/packing.ts';
import { exploreCompiled, exploreModel, exploringCompiled } from './compiled.ts';
import { explore } from './explorer.ts';
import type { Progress } from './graph.ts';
import { machineOf } from './of.ts';

const compiledOf = (model: Model) => {
  const compiled = compile(model);
  if (compiled === undefined) throw new Error(`${model.name} cannot be compiled`);
  return compiled;
};

/** Something that can be switched on. */
const lamp: Table = {
  name: 'lamp',
  states: { off: { initial: true }, on: { final: true } },
  events: { light: {} },
  transitions: [{ from: 'off', on: 'light', to: 'on' }],
};

const lamps = (count: number, parts: Partial<System> = {}): System => ({
  name: 'lamps',
  tables: [lamp],
  instances: { lamp: { table: 'lamp', count } },
  ...parts,
});

/** A counter from 0 up to a number, in a range that may be larger. */
const counter = (most: number, range: number): Table => ({
  name: 'counter',
  states: { on: { initial: true } },
  events: { count: {} },
  memory: { n: { range: [0, range], initial: 0 } },
  transitions: [{ from: 'on', on: 'count', when: { n: { lt: most } }, to: 'stay', set: { n: { add: 1 } } }],
});

describe('configurations of more than a word', () => {
  // At most two lamps are lit: 1 + n + n(n - 1) / 2 configurations; n steps from none, n - 1 from each with one.
  const atMostTwo = (count: number): System =>
    lamps(count, {
      events: {
        light: {
          with: { l: 'lamp' },
          when: { count: { of: { other: 'lamp' }, is: { other: { state: 'on' } }, lt: 2 } },
          moves: { l: 'light' },
        },
      },
    });

  test.each([
    [31, 1],
    [32, 2],
    [62, 2],
    [63, 3],
    [100, 4],
  ])('%i lamps stand in %i words', (count, words) => {
    const compiled = compiledOf(atMostTwo(count));
    expect(packingOf(compiled).words).toBe(words);
    const graph = exploreCompiled(compiled);
    expect(graph.size).toBe(1 + count + (count * (count - 1)) / 2);
    expect(graph.transitions).toBe(count + count * (count - 1));
    const last = graph.configuration(graph.size - 1);
    expect(Object.entries((last as { instances: object }).instances).filter(([, { state }]) => state === 'on')).toEqual(
      [
        [`lamp${count - 1}`, { state: 'on', memory: {} }],
        [`lamp${count}`, { state: 'on', memory: {} }],
      ],
    );
  });
});

test('a fleet is the one that the naive explorer finds', () => {
  const graph = exploreModel(fleetS);
  expect([graph.size, graph.transitions, graph.depth]).toEqual([94_960, 760_638, 18]);
  const limits = { maxConfigurations: 3000 };
  insistOnSame(exploreModel(fleetS, limits), explore(machineOf(fleetS), limits));
});

describe('limits', () => {
  const system = lamps(10);

  test.each([0, 1, 2, 500, 1023, 1024])('at most %i configurations', (maxConfigurations) => {
    insistOnSame(exploreModel(system, { maxConfigurations }), explore(machineOf(system), { maxConfigurations }));
  });

  test.each([0, 1, 10, 5119, 5120])('at most about %i transitions', (maxTransitions) => {
    insistOnSame(exploreModel(system, { maxTransitions }), explore(machineOf(system), { maxTransitions }));
  });

  test('nothing is said of limits that were not hit', () => {
    expect(exploreModel(system, { maxConfigurations: 1024, maxTransitions: 5121 }).stopped).toBeUndefined();
  });

  test('an exploration that is told to stop keeps what it has', () => {
    const asked: Progress[] = [];
    const graph = exploreCompiled(compiledOf(lamps(17)), {
      interrupt: (progress) => (asked.push(progress) > 2 ? 'enough' : undefined),
    });
    expect(asked.map(({ configurations }) => configurations).at(0)).toBe(1);
    expect(graph.stopped).toEqual({ limit: 'enough', queue: graph.size - graph.expanded });
    expect(graph.expanded).toBeGreaterThan(0);
    expect(graph.expanded).toBeLessThan(2 ** 17);
    expect(asked.at(-1)).toEqual({
      configurations: graph.size,
      transitions: graph.transitions,
      save: expect.any(Function),
      depth: expect.any(Number),
      queue: graph.size - graph.expanded,
      bytes: expect.any(Number),
    });
  });

  test('progress says how many bytes are held: at least those of words, parents, arrivals and steps', () => {
    const run = exploringCompiled(compiledOf(lamps(17)));
    let last: Progress | undefined;
    for (const progress of run) last = progress;
    const { configurations, transitions, bytes } = last as Progress;
    expect(bytes).toBeGreaterThanOrEqual(12 * configurations + 5 * transitions);
  });
});

describe('what cannot be compiled is explored as it is written', () => {
  const endless = counter(5_000_000, 5_000_000);

  test('a variable with too many values', () => {
    expect(compile(endless)).toBeUndefined();
    const limits = { maxConfigurations: 50 };
    insistOnSame(exploreModel(endless, limits), explore(machineOf(endless), limits));
  });

  test('a large range of which little is used is compiled', () => {
    const graph = exploreCompiled(compiledOf(counter(1000, 2_000_000_000)));
    expect([graph.size, graph.transitions]).toEqual([1001, 1000]);
  });

  test('a question about numbers that are too large is asked of the configurations', () => {
    const table: Table = {
      name: 'far',
      states: { on: { initial: true } },
      events: { go: {} },
      memory: {
        n: { range: [0, 4e9], initial: [1, 3e9] },
        m: { range: [0, 4e9], initial: [2, 3e9] },
      },
      transitions: [],
    };
    const graph = exploreCompiled(compiledOf(table));
    const holds = graph.test({ n: { lt: { memory: 'm' } } });
    expect([0, 1, 2, 3].map(holds)).toEqual([true, true, false, false]);
  });
});

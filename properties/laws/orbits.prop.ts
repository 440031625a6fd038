/** Exchanging instances changes nothing that is said: counts, verdicts, findings, lengths of traces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/compiled.ts';
import type { StateGraph, Trace } from '../../model/explore/graph.ts';
import type { Configuration, SystemConfiguration } from '../../model/explore/machine.ts';
import type { Plan } from '../../model/explore/planning.ts';
import { replay } from '../../model/explore/replay.ts';
import { exploringOrbits, type Orbits } from '../../model/explore/symmetry/orbits.ts';
import { planOrbits } from '../../model/explore/symmetry/planning.ts';
import { finish } from '../../model/explore/work.ts';
import { modelNamed } from '../../model/gallery/testing.ts';
import type { System } from '../../model/system/types.ts';
import { law } from '../../model/testing.ts';
import { checking } from '../judge/checking.ts';
import { judge } from '../judge/judge.ts';
import type { Finding, Verdict } from '../judge/verdict.ts';
import { namelessSystem } from './nameless.ts';

/** Larger random systems are not looked at. */
const MOST = 250;

/** A whole graph without exchanging, and a plan to exchange; others are not looked at. */
function both(system: System, maxConfigurations: number): { readonly graph: StateGraph; readonly plan: Plan } {
  const plan = planOrbits(system);
  if ('refused' in plan) throw new Error(plan.refused);
  const graph = exploreModel(system, { maxConfigurations });
  fc.pre(graph.stopped === undefined);
  return { graph, plan };
}

/** A key of a configuration with two names exchanged, made from its text alone. */
function keyOf(system: System, configuration: Configuration, one = '', other = ''): string {
  const text = JSON.stringify(configuration);
  const names = new RegExp(`\\b(${one}|${other})\\b`, 'g');
  const swapped = one === '' ? text : text.replaceAll(names, (name) => (name === one ? other : one));
  const { instances, memory, channels } = JSON.parse(swapped) as SystemConfiguration;
  const held = Object.entries(channels).map(([name, messages]) => {
    const texts = messages.map((each) => JSON.stringify(each));
    return system.channels?.[name]?.ordered === false ? texts.sort() : texts;
  });
  return JSON.stringify([Object.entries(instances).sort(), memory, held]);
}

/** The number of the orbit of each configuration, found by joining those that exchanging two neighbours turns into each other. */
function orbitsIn(system: System, { size, configuration }: StateGraph, plan: Plan): ReadonlyMap<string, number> {
  const pairs = (plan.symmetry?.exchanged ?? []).flatMap(({ members }) =>
    members.slice(1).map((member, index) => [members[index] as string, member] as const),
  );
  const all = Array.from({ length: size }, (_, id) => configuration(id));
  const ids = new Map(all.map((each, id) => [keyOf(system, each), id]));
  const root = all.map((_, id) => id);
  const rootOf = (id: number): number => {
    let at = id;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  for (const [id, each] of all.entries())
    for (const [one, other] of pairs) root[rootOf(ids.get(keyOf(system, each, one, other)) as number)] = rootOf(id);
  return new Map([...ids].map(([key, id]) => [key, rootOf(id)]));
}

/** Insists that every orbit is kept once, and stands for as many configurations as it has. */
function insistOnOrbits(system: System, most = MOST): void {
  const { graph, plan } = both(system, most);
  const orbits: Orbits = finish(exploringOrbits(plan.compiled as never, plan.symmetry?.exchanged ?? []));
  const roots = orbitsIn(system, graph, plan);
  const counts = new Map<number, number>();
  for (const root of roots.values()) counts.set(root, (counts.get(root) ?? 0) + 1);
  expect(orbits.graph.size).toBe(counts.size);
  for (let id = 0; id < orbits.graph.size; id++)
    expect(orbits.sizes[id]).toBe(counts.get(roots.get(keyOf(system, orbits.graph.configuration(id))) as number));
  const { size, initial, transitions, depth } = graph;
  expect(orbits).toMatchObject({ configurations: size, initial, transitions, graph: { depth } });
}

/** How long a trace is; of a lasso, how long it takes to its cycle. */
const lengthOf = (trace: Trace | undefined) =>
  trace && { length: trace.loop ?? trace.steps.length, goesOn: trace.loop !== undefined, stutters: trace.stutters };

const verdictOf = ({ trace, ...verdict }: Verdict) => ({ ...verdict, trace: lengthOf(trace) });

/** A finding without what depends on which of several configurations was found first. */
const findingOf = ({ trace, message, saying: _, path: __, ...finding }: Finding) => ({
  ...finding,
  counts: message.match(/\d+ (?=configuration|separate)/g),
  trace: lengthOf(trace),
});

/** Insists on the same verdicts and findings, and on traces that are runs. */
function insistOnJudgement(system: System, most = MOST): void {
  const { graph, plan } = both(system, most);
  const expected = judge(system, graph);
  const found = finish(checking(system, {}, plan));
  const { orbits, ...exploration } = found.exploration;
  expect(exploration).toEqual(expected.exploration);
  expect(orbits).toBeLessThanOrEqual(graph.size);
  expect(found.verdicts.map(verdictOf)).toEqual(expected.verdicts.map(verdictOf));
  expect(found.findings.map(findingOf)).toEqual(expected.findings.map(findingOf));
  for (const { trace } of [...found.verdicts, ...found.findings])
    if (trace !== undefined) expect(replay(graph.machine, trace)).toBe(undefined);
}

law.prop([namelessSystem(0)], { numRuns: 60 })('every orbit is kept once, and stands for all of it', (system) =>
  insistOnOrbits(system),
);

law.prop([namelessSystem(3)], { numRuns: 60 })('what is judged is the same, and traces are runs', (system) =>
  insistOnJudgement(system),
);

test.each(['cache', 'election-raft', 'twoPhase-3', 'twoPhase-5'])('both hold of %s', async (name) => {
  const system = (await modelNamed(name)) as System;
  insistOnOrbits(system, Number.POSITIVE_INFINITY);
  insistOnJudgement(system, Number.POSITIVE_INFINITY);
});

law.prop([namelessSystem(2), fc.nat({ max: 30 })], { numRuns: 30 })(
  'what is certain within a limit is so without it',
  (system, maxConfigurations) => {
    const { graph, plan } = both(system, MOST);
    const whole = judge(system, graph);
    const some = finish(checking(system, { maxConfigurations }, plan));
    expect(some.exploration.configurations).toBeLessThanOrEqual(graph.size);
    some.verdicts.forEach(({ result, trace }, index) => {
      if (result !== 'undecided') expect(result).toBe(whole.verdicts[index]?.result);
      if (trace !== undefined) expect(replay(graph.machine, trace)).toBe(undefined);
    });
  },
);

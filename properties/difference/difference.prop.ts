/**
 * Laws of comparing: nothing differs from itself, bisimilarity is what its definition says, and a run that is said to
 * tell two apart does.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { holds } from '../../model/testing.ts';
import type { Behaviour } from './behaviour.ts';
import { areBisimilar, bisimulation } from './bisimulation.ts';
import { distinguishingRun, type Side } from './runs.ts';
import { compared } from './tell.ts';

/** A small behaviour, mostly nondeterministic, whose configurations need not all be reachable. */
const behaviour: fc.Arbitrary<Behaviour> = fc
  .record({ size: fc.integer({ min: 1, max: 5 }), initial: fc.integer({ min: 1, max: 2 }) })
  .chain(({ size, initial }) => {
    const edge = fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: size - 1 }));
    const all = fc.array(fc.array(edge, { maxLength: 3 }), { minLength: size, maxLength: size });
    const sight = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: size, maxLength: size });
    return fc.tuple(all, sight).map(([edges, sights]): Behaviour => {
      const offset = [0];
      for (const [index, each] of edges.entries()) offset.push((offset[index] as number) + each.length);
      const flat = edges.flat();
      return {
        size,
        initial: Math.min(initial, size),
        offset,
        target: flat.map(([, to]) => to),
        label: flat.map(([label]) => label),
        sight: sights,
      };
    });
  });

type Step = { readonly label: number; readonly to: number };

const stepsAt = ({ offset, label, target }: Behaviour, id: number): readonly Step[] =>
  Array.from({ length: (offset[id + 1] as number) - (offset[id] as number) }, (_, index) => {
    const edge = (offset[id] as number) + index;
    return { label: label[edge] as number, to: target[edge] as number };
  });

/**
 * The greatest relation that its definition allows, by taking pairs away until none has to go: the definition itself,
 * as slow as it is.
 */
function naivelyBisimilar(one: Behaviour, other: Behaviour): boolean {
  const related = new Set<string>();
  for (let a = 0; a < one.size; a++)
    for (let b = 0; b < other.size; b++) if (one.sight[a] === other.sight[b]) related.add(`${a},${b}`);
  const matches = (x: Step, all: readonly Step[], key: (from: number, to: number) => string): boolean =>
    all.some((y) => y.label === x.label && related.has(key(x.to, y.to)));
  for (let changed = true; changed; ) {
    changed = false;
    for (const pair of related) {
      const [a, b] = pair.split(',').map(Number) as [number, number];
      const [left, right] = [stepsAt(one, a), stepsAt(other, b)];
      const fine =
        left.every((x) => matches(x, right, (from, to) => `${from},${to}`)) &&
        right.every((y) => matches(y, left, (from, to) => `${to},${from}`));
      if (!fine) changed = related.delete(pair) || changed;
    }
  }
  const starts = ({ initial }: Behaviour) => Array.from({ length: initial }, (_, id) => id);
  return (
    starts(one).every((a) => starts(other).some((b) => related.has(`${a},${b}`))) &&
    starts(other).every((b) => starts(one).some((a) => related.has(`${a},${b}`)))
  );
}

const bisimilar = (one: Behaviour, other: Behaviour): boolean =>
  areBisimilar(one, other, finish(bisimulation(one, other)));

test('bisimilarity is that of the definition', async () => {
  await holds(
    fc.property(behaviour, behaviour, (one, other) => {
      expect(bisimilar(one, other)).toBe(naivelyBisimilar(one, other));
    }),
    { numRuns: 400 },
  );
});

test('bisimilarity is an equivalence', async () => {
  await holds(
    fc.property(behaviour, behaviour, behaviour, (a, b, c) => {
      expect(bisimilar(a, a)).toBe(true);
      expect(bisimilar(a, b)).toBe(bisimilar(b, a));
      if (bisimilar(a, b) && bisimilar(b, c)) expect(bisimilar(a, c)).toBe(true);
    }),
  );
});

/** What a behaviour can be in after a sequence of observations. */
function after(
  of: Behaviour,
  start: number,
  observed: readonly (readonly [label: number, sight: number])[],
): ReadonlySet<number> {
  let at = new Set(Array.from({ length: of.initial }, (_, id) => id).filter((id) => of.sight[id] === start));
  for (const [label, sight] of observed) {
    const next = [...at].flatMap((id) => stepsAt(of, id));
    at = new Set(next.filter((step) => step.label === label && of.sight[step.to] === sight).map(({ to }) => to));
  }
  return at;
}

test('a run that tells two behaviours apart is one of the one and not of the other, and all but its last step is of both', async () => {
  await holds(
    fc.property(behaviour, behaviour, (one, other) => {
      const run = finish(distinguishingRun({ one, other }, 'sights'));
      if (run === undefined || run === 'gave up') return;
      expect(bisimilar(one, other)).toBe(false);
      const both: { readonly [side in Side]: Behaviour } = { one, other };
      const [has, lacks] = [both[run.side], both[run.side === 'one' ? 'other' : 'one']];
      const observed = run.edges.map(
        (edge) => [has.label[edge], has.sight[has.target[edge] as number]] as [number, number],
      );
      const start = has.sight[run.start] as number;
      expect(after(has, start, observed).size).toBeGreaterThan(0);
      expect(after(lacks, start, observed).size).toBe(0);
      if (observed.length > 0) expect(new Set(run.beside)).toEqual(after(lacks, start, observed.slice(0, -1)));
    }),
    { numRuns: 400 },
  );
});

test('where choices tell two behaviours apart, the run leads to labels that the other never has just so', async () => {
  const possible = (of: Behaviour, id: number): string =>
    [...new Set(stepsAt(of, id).map(({ label }) => label))].sort().join();
  await holds(
    fc.property(behaviour, behaviour, (one, other) => {
      fc.pre(finish(distinguishingRun({ one, other }, 'sights')) === undefined);
      const run = finish(distinguishingRun({ one, other }, 'choices'));
      if (run === undefined || run === 'gave up') return;
      expect(bisimilar(one, other)).toBe(false);
      const both: { readonly [side in Side]: Behaviour } = { one, other };
      const [has, lacks] = [both[run.side], both[run.side === 'one' ? 'other' : 'one']];
      const observed = run.edges.map(
        (edge) => [has.label[edge], has.sight[has.target[edge] as number]] as [number, number],
      );
      const start = has.sight[run.start] as number;
      const end = run.edges.length === 0 ? run.start : (has.target[run.edges.at(-1) as number] as number);
      const there = after(lacks, start, observed);
      expect(new Set(run.beside)).toEqual(there);
      expect([...there].map((id) => possible(lacks, id))).not.toContain(possible(has, end));
    }),
    { numRuns: 100 },
  );
});

test('a table does not differ from itself', async () => {
  await holds(
    fc.property(tableArbitrary(), (table) => {
      const graph = exploreModel(table, { maxConfigurations: 2000 });
      fc.pre(graph.stopped === undefined);
      expect(finish(compared(graph, exploreModel(table)))).toEqual({ same: true });
    }),
    { numRuns: 40 },
  );
});

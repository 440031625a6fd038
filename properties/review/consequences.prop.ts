/** Consequences against a second route: searching the arrows of a lifecycle without memory, with no explorer. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { law } from '../../model/testing.ts';
import { arbitraryLifecycle, type Lifecycle, nameOf, tableFor } from './arbitrary.ts';
import { arrowsOf } from './arrows.ts';
import { consequencesIn } from './consequences.ts';
import { worded } from './words/index.ts';
import type { Called } from './words/things.ts';

const called = (state: string): Called => ({ label: state });

type Arrow = readonly [from: number, to: number];

const reached = (arrows: readonly Arrow[]): ReadonlySet<number> => {
  const seen = new Set([0]);
  for (const at of seen) for (const [from, to] of arrows) if (from === at) seen.add(to);
  return seen;
};

/** What is said of a lifecycle whose ends stay those that were declared before one arrow was added or taken away. */
function expected({ size, arrows }: Lifecycle, changed: readonly Arrow[]): readonly string[] {
  const states = Array.from({ length: size }, (_, state) => state).filter((state) => reached(arrows).has(state));
  const after = reached(changed);
  const lost = states.filter((state) => !after.has(state));
  const leaves = (some: readonly Arrow[], state: number): boolean => some.some(([from]) => from === state);
  const stuck = states.filter((state) => after.has(state) && leaves(arrows, state) && !leaves(changed, state));
  const quoted = (state: number): string => `“${nameOf(state)}”`;
  const listed = lost
    .map(quoted)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
  return [
    ...(lost.length > 0 ? [`${listed} can then never be reached`] : []),
    ...stuck.map((state) => `${quoted(state)} can then be stuck`),
  ];
}

law.prop([arbitraryLifecycle, fc.nat()], { numRuns: 60 })('an arrow that is not believed', (lifecycle, which) => {
  const table = tableFor(lifecycle);
  const [from, to] = lifecycle.arrows[which % lifecycle.arrows.length] as Arrow;
  const told = consequencesIn(table, arrowsOf(table).graph, called).notBelieved(nameOf(from), nameOf(to));
  const changed = lifecycle.arrows.filter(([one, other]) => one !== from || other !== to);
  expect(told.map(({ sentence }) => worded(sentence, 'en'))).toEqual(expected(lifecycle, changed));
  for (const { sentence, trace } of told.filter((each) => each.trace !== undefined)) {
    const steps = trace?.steps ?? [];
    const last = (steps.at(-1)?.to ?? trace?.initial) as { readonly state: string };
    expect(sentence).toEqual({ kind: 'stuck', of: [called(last.state)] });
    expect(steps.some(({ rows }) => rows.some(({ row }) => row >= changed.length))).toBe(false);
  }
});

law.prop([arbitraryLifecycle, fc.nat(), fc.nat()], { numRuns: 30 })(
  'an arrow that is believed takes nothing away where all is reached',
  (lifecycle, one, other) => {
    const table = tableFor(lifecycle);
    const told = consequencesIn(table, arrowsOf(table).graph, called).believed(
      nameOf(one % lifecycle.size),
      nameOf(other % lifecycle.size),
    );
    expect(told).toEqual([]);
  },
);

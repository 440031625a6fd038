/** Laws of comparing documents: the same content gives no finding, one arrow less gives one. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { law } from '../../model/testing.ts';
import { arbitraryLifecycle, documentFor, type Lifecycle, labelOf, tableFor } from './arbitrary.ts';
import { reviewOfTexts, subjectsOf } from './testing.ts';

const RUNS = { numRuns: 40 };

const listFor = ({ arrows }: Lifecycle): string =>
  ['| Start | End |', '|---|---|', ...arrows.map(([from, to]) => `| ${labelOf(from)} | ${labelOf(to)} |`)].join('\n');

const compared = (texts: readonly string[], lifecycle?: Lifecycle): readonly string[] =>
  subjectsOf(reviewOfTexts(texts, lifecycle && { table: tableFor(lifecycle) })).filter((each) => each >= 'SA36');

law.prop(
  [
    arbitraryLifecycle.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.arrows], { minLength: one.arrows.length })),
    ),
  ],
  RUNS,
)('documents with the same content agree, whatever their layout and order', ([one, arrows]) => {
  for (const table of [undefined, one])
    for (const other of [documentFor(one), listFor(one), listFor({ ...one, arrows })])
      expect(compared([documentFor(one), other], table)).toEqual([]);
});

law.prop([arbitraryLifecycle, fc.nat(), fc.boolean()], RUNS)(
  'one arrow less on one side is one finding about it, or about a state that nothing names then',
  (one, which, isFirst) => {
    const gone = which % one.arrows.length;
    const arrows = one.arrows.filter((_, index) => index !== gone);
    fc.pre(arrows.length > 0 && new Set(arrows.flat()).size > 1);
    const texts = [documentFor(one), listFor({ ...one, arrows })];
    const [from, to] = (one.arrows[gone] as readonly [number, number]).map((state) => labelOf(state));
    const lost = [from, to].filter((label) => !arrows.flat().some((state) => labelOf(state) === label));
    expect(compared(isFirst ? texts : texts.toReversed())).toEqual(
      lost.length > 0 ? lost.map((label) => `SA360 ${label}`) : [`SA361 ${from} ${to}`],
    );
  },
);

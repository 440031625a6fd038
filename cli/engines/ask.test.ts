/** Second opinions as users of the command meet them. */
import { delimiter, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { jsonReport, reportSchema } from '../../generators/report/json.ts';
import { disagreements, opinionLines } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import { order } from '../../model/gallery/order.atlas.ts';
import { check } from '../../properties/judge/index.ts';
import { EXIT } from '../exit.ts';
import { codesOf } from '../judging.ts';
import { folderWith, ORDER, stateatlas } from '../testing.ts';

test.each(['rumur', 'spin'])('%s that is not installed is named with the command that installs it', (engine) => {
  const path = process.env.PATH;
  process.env.PATH = [dirname(process.execPath), '/nonexistent'].join(delimiter);
  try {
    const folder = folderWith({ 'order.atlas.yaml': ORDER });
    const { code, err } = stateatlas(folder, ['check', '--engine', engine]);
    expect([code, err]).toEqual([EXIT.outside, expect.stringContaining(`${engine} is not installed: apt-get install`)]);
  } finally {
    process.env.PATH = path;
  }
});

const judgement = check(order);
const agreeing = {
  engine: 'rumur' as const,
  configurations: 17,
  transitions: 23,
  stuck: false,
  verdicts: [{ property: 'an order can be shipped', result: 'holds' as const }],
  unsaid: ['a placed order settles'],
};

test('an opinion that agrees says on what, and what it was not asked', () => {
  expect(disagreements(judgement, agreeing)).toEqual([]);
  expect(opinionLines(judgement, agreeing)).toEqual([
    'second opinion of rumur: 17 configurations, 23 transitions; it agrees on the counts, what can be stuck, 1 property',
    '  not asked, since its language cannot say it: a placed order settles',
  ]);
});

test('what an engine could not decide is said, and the report with its opinion meets the schema', () => {
  const opinion = {
    ...agreeing,
    verdicts: [{ property: 'an order can be shipped', result: 'holds' as const, binding: { s: 'session1' } }],
    gaveUp: ['no order is trapped'],
  };
  expect(opinionLines(judgement, opinion).at(-1)).toBe('  not decided in the memory there is: no order is trapped');
  const reported = { file: 'order.atlas.ts', model: order, judgement, places: () => undefined, opinion };
  expect(codesOf(reported)).toEqual([EXIT.undecided]);
  const report = jsonReport('0', [reported]);
  expect(reportSchema.safeParse(report).error).toBeUndefined();
});

test('an opinion that disagrees is a defect, with every difference', () => {
  const opinion = {
    ...agreeing,
    transitions: 24,
    stuck: true,
    verdicts: [{ property: 'an order can be shipped', result: 'violated' as const }],
  };
  expect(disagreements(judgement, opinion)).toEqual([
    'rumur counts 24 transitions, we 23',
    'rumur says that something can be stuck, we that nothing can',
    '“an order can be shipped” is violated for rumur, holds for us',
  ]);
  expect(opinionLines(judgement, opinion)).toEqual([
    'second opinion of rumur: 17 configurations, 24 transitions; it disagrees',
    ...disagreements(judgement, opinion).map((line) => `  ${line}`),
    '  not asked, since its language cannot say it: a placed order settles',
  ]);
  const reported = { file: 'order.atlas.ts', model: order, judgement, places: () => undefined, opinion };
  expect(codesOf(reported)).toContain(EXIT.defect);
});

test('how many steps it is to what an engine shows is said, and where ours are others', () => {
  const property = 'an order can be shipped';
  const trace = judgement.verdicts.find((verdict) => verdict.property === property)?.trace as Trace;
  const lines = (steps: Trace['steps']): readonly string[] =>
    opinionLines(judgement, { ...agreeing, verdicts: [{ property, result: 'holds', trace: { ...trace, steps } }] });
  expect(lines(trace.steps)).toContain('  shown in 3 steps: an order can be shipped');
  expect(lines([...trace.steps, ...trace.steps])).toContain('  shown in 6 steps, ours 3: an order can be shipped');
});

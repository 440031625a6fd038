/** Judging in pieces: it says what it is at, can be stopped, and keeps what it knows. */
import { expect, test } from 'vitest';
import { explore } from '../../model/explore/explorer.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Table } from '../../model/table/types.ts';
import { isUndecided, judge, judging } from './judge.ts';
import type { Judgement } from './verdict.ts';

const SIZE = 50_000;

/** A counter that only goes up, so that there are many configurations; the last of them is stuck. */
const counters: Table = {
  name: 'counters',
  states: { on: { initial: true }, off: { final: true } },
  events: { go: {}, stop: {} },
  memory: { n: { range: [0, SIZE - 1], initial: 0 } },
  transitions: [{ from: 'on', on: 'go', when: { n: { lt: SIZE - 1 } }, to: 'stay', set: { n: { add: 1 } } }],
  properties: {
    starts: { never: { n: 0 } },
    stays: { invariant: { state: 'on' } },
    ends: { eventually: { n: SIZE - 1 }, fair: { weak: ['go'] } },
  },
  rulings: [{ finding: 'SA204', states: 'on', because: 'It is meant so.' }],
};
const graph = explore(tableMachine(counters));

/** Judges, and stops where it is at something for the given time. */
function stopped(at: string, times = 1): { readonly judgement: Judgement; readonly said: readonly string[] } {
  const run = judging(counters, graph);
  const said: string[] = [];
  let left = times;
  let next = run.next();
  while (!next.done) {
    said.push(next.value);
    if (next.value === at) left--;
    next = run.next(left === 0 ? '1 s' : undefined);
  }
  return { judgement: next.value, said };
}
const results = ({ verdicts }: Judgement) => verdicts.map(({ result }) => result);

test('says what it is at, again and again while that takes long', () => {
  const { judgement, said } = stopped('never');
  expect(judgement).toEqual(judge(counters, graph));
  expect(results(judgement)).toEqual(['violated', 'holds', 'holds']);
  expect([...new Set(said)]).toEqual([
    '“starts”',
    '“stays”',
    '“ends”',
    'deadlocks',
    'traps',
    'choices',
    'blocked steps',
    'states',
    'rows and events',
    'names',
  ]);
  expect(said.filter((each) => each === '“ends”').length).toBeGreaterThan(3);
});

test.each([1, 2])('keeps the verdicts reached before it was stopped, and leaves the rest undecided (%d)', (times) => {
  const { judgement } = stopped('“stays”', times);
  expect(results(judgement)).toEqual(['violated', 'undecided', 'undecided']);
  expect(judgement.verdicts[1]).toEqual({
    property: 'stays',
    kind: 'invariant',
    scope: 'bounded',
    result: 'undecided',
    note: 'judging was stopped at 1 s',
  });
  expect(judgement.findings).toEqual([]);
  expect([judgement.stopped, judgement.exploration.scope]).toEqual(['1 s', 'exhaustive']);
  expect(judgement.notes?.[0]).toBe('judging was stopped at 1 s, so findings may be missing');
  expect(isUndecided(judgement)).toBe(true);
});

test('keeps the findings reached before it was stopped, and leaves rulings on others alone', () => {
  const { judgement } = stopped('traps');
  expect(results(judgement)).toEqual(['violated', 'holds', 'holds']);
  expect(judgement.findings.map(({ code, ruling }) => [code, ruling?.because])).toEqual([['SA204', 'It is meant so.']]);
  const earlier = stopped('deadlocks').judgement;
  expect([earlier.findings, isUndecided(earlier)]).toEqual([[], true]);
});

/** What the help desk keeps of its promises, and what it needs for that. */

import { beforeAll, describe, expect, test } from 'vitest';
import { isOpen, judge } from '../../properties/judge/index.ts';
import type { Judgement } from '../../properties/judge/verdict.ts';
import { exploreModel } from '../explore/compiled.ts';
import { labelOf, type Step } from '../explore/machine.ts';
import type { System, SystemProperty } from '../system/types.ts';
import { textIn } from '../table/text.ts';
import type { Row } from '../table/types.ts';
import { helpDesk } from './helpDesk.atlas.ts';
import { consoleTable } from './helpDesk.console.ts';
import { CAN_END, EXCEEDED, STRONGLY, WEAKLY } from './helpDesk.promises.ts';
import { serverTable } from './helpDesk.server.ts';
import { helpDeskOf } from './helpDesk.ts';
import { views } from './helpDesk.views.ts';

const check = (desk: System): Judgement => judge(desk, exploreModel(desk));

const small = helpDeskOf({ sessions: 2, technicians: 2, capacity: 1 });
const said = (steps: readonly Step[] = []): readonly string[] => steps.map(labelOf);

/** The shortest ways to what goes wrong; in a desk with more sessions they are the same. */
const broken = [
  [
    EXCEEDED,
    [
      'enterChannel(session1)',
      'enterChannel(session2)',
      'appletConnects(session1)',
      'appletConnects(session2)',
      'pickUp(session1, technician1)',
      'connectionLost(session1)',
      'pickUp(session2, technician1)',
      'connectionRestored(session1)',
    ],
  ],
  [CAN_END, ['enterChannel(session1)', 'appletConnects(session1)', 'systemTimeout(session1)']],
  [
    WEAKLY,
    ['enterChannel(session1)', 'appletConnects(session1)', 'connectionLost(session1)', 'connectionRestored(session1)'],
  ],
];

describe.each([
  { name: 'two sessions', desk: small, configurations: 10_153, transitions: 87_554, depth: 14 },
  { name: 'three sessions', desk: helpDesk, configurations: 1_016_397, transitions: 13_054_473, depth: 21 },
])('two technicians and $name', ({ desk, ...counts }) => {
  let judgement: Judgement;
  beforeAll(() => {
    judgement = check(desk);
  }, 300_000);

  test('are explored as a whole, and everything open is decided by rulings', () => {
    const { configurations, transitions, depth } = counts;
    const { exploration, findings } = judgement;
    expect(exploration).toEqual({ scope: 'exhaustive', initial: 1, configurations, transitions, depth });
    expect(findings.map(({ code, states }) => [code, states])).toEqual([
      ['SA204', ['server.timedOut']],
      ['SA204', ['console.timedOut']],
    ]);
    expect(isOpen(judgement)).toBe(false);
  });

  test('keep all promises but three, which are broken in as few steps as can be', () => {
    const violated = judgement.verdicts.filter(({ result }) => result !== 'holds');
    expect(violated.map(({ property, trace }) => [property, said(trace?.steps)])).toEqual(broken);
    for (const { ruling } of violated) expect(textIn(ruling?.because, 'en')).toMatch(/^Violated/);
    expect(judgement.verdicts).toHaveLength(23);
  });

  test('have a waiting session whose connection fails for ever where fairness is weak only', () => {
    expect(judgement.verdicts.find(({ property }) => property === WEAKLY)?.trace?.loop).toBe(2);
  });
});

describe('what picking up every waiting session rests on', () => {
  const promise = small.properties?.[STRONGLY] as Extract<SystemProperty, { leadsTo: object }>;
  const { strong = [], weak = [] } = promise.fair ?? {};
  const others = (list: readonly string[], event: string): readonly string[] => list.filter((each) => each !== event);
  const variants: { readonly [property: string]: SystemProperty } = Object.fromEntries([
    ...[...strong, ...weak].map((event) => [
      `without ${event}`,
      { ...promise, fair: { strong: others(strong, event), weak: others(weak, event) } },
    ]),
    ...strong.map((event) => [
      `with weak ${event}`,
      { ...promise, fair: { strong: others(strong, event), weak: [...weak, event] } },
    ]),
  ]);

  test.each(Object.entries(variants))('does not hold %s', (name, variant) => {
    const { verdicts } = check({ ...small, properties: { [name]: variant }, rulings: [] });
    expect(verdicts.map(({ result }) => result)).toEqual(['violated']);
  });
});

test('whatever row of the consoles led elsewhere, a view would disagree', () => {
  const desk = helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 });
  consoleTable.transitions.forEach((wrong: Row, index) => {
    const transitions = consoleTable.transitions.map((row: Row, at) =>
      at === index ? { ...row, to: wrong.to === 'timedOut' ? 'waiting' : 'timedOut' } : row,
    );
    const tables = [serverTable, { ...consoleTable, transitions }];
    const { verdicts } = check({ ...desk, tables, properties: views, rulings: [] });
    expect(
      verdicts.some(({ result }) => result === 'violated'),
      `row ${index}`,
    ).toBe(true);
  });
});

test('one session alone is enough neither for two at once nor for a desk that is never stuck', () => {
  const { verdicts, findings } = check({ ...helpDeskOf({ sessions: 1, technicians: 2, capacity: 1 }), rulings: [] });
  expect(verdicts.filter(({ result }) => result === 'violated').map(({ property }) => property)).toEqual([
    CAN_END,
    WEAKLY,
  ]);
  expect(findings.map(({ code }) => code)).toEqual(['SA204', 'SA204']);
});

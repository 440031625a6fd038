/** The flagship judged: what holds, what is violated, and that everything open is decided. */
import { expect, test } from 'vitest';
import { session } from '../../model/rescue/session.atlas.ts';
import { check, isOpen } from './index.ts';

const judgement = check(session);

test('everything open is decided by rulings', () => {
  expect(judgement.exploration).toEqual({
    scope: 'exhaustive',
    initial: 4,
    configurations: 57,
    transitions: 219,
    depth: 5,
  });
  expect(isOpen(judgement)).toBe(false);
});

test('two properties fail by the words of the article, and stay as violated', () => {
  const violated = judgement.verdicts.filter(({ result }) => result === 'violated');
  expect(violated.map(({ property, trace }) => [property, trace?.steps.map(({ event }) => event)])).toEqual([
    ['a session that was picked up is never closed as waiting', ['pickUp', 'transfer', 'customerCloses']],
    ['every session can still end', ['systemTimeout']],
  ]);
  expect(judgement.verdicts.filter(({ result }) => result === 'holds')).toHaveLength(58);
});

test('what is stuck, unreachable and contradictory is said', () => {
  expect(judgement.findings.map(({ code, states, events, memory }) => [code, states ?? memory, events ?? []])).toEqual([
    ['SA201', ['aborted'], []],
    ['SA204', ['timedOut'], []],
    ['SA206', ['incoming'], ['customerCloses']],
    ['SA206', ['outgoing'], ['customerCloses']],
    ['SA208', ['private'], []],
  ]);
});

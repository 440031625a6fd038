/** Whether the checks bite, by hand: what is killed, by what, and what is said of the rest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import { session } from '../../model/rescue/session.atlas.ts';
import type { Model } from '../../model/system/types.ts';
import type { Property, Table } from '../../model/table/types.ts';
import { check } from '../judge/index.ts';
import { lamps } from '../judge/testing.ts';
import { mutantsOf, untriedOf } from './mutants.ts';
import { type Mutation, mutating } from './mutate.ts';
import { otherAssignment } from './rows.ts';

const mutation = (model: Model) => finish(mutating(model, exploreModel(model)));

/** A door that is open or shut, and can be locked when it is shut. */
const door = (properties: { readonly [name: string]: Property }): Table => ({
  name: 'door',
  states: { open: { initial: true }, shut: { final: true }, locked: {} },
  events: { push: {}, pull: {}, turn: {} },
  transitions: [
    { from: 'open', on: 'push', to: 'shut' },
    { from: 'shut', on: 'pull', to: 'open' },
    { from: 'shut', on: 'turn', to: 'locked' },
    { from: 'locked', on: 'turn', to: 'shut' },
  ],
  properties,
});

test('without properties every mutant survives or is equivalent, and each suggestion holds and kills', () => {
  const { score, kinds, mutants, suggestions } = mutation(door({}));
  expect(score).toBe(0);
  // Four rows; each can be led to the two states that it does not lead to.
  expect(kinds.map(({ kind, survived, equivalent }) => [kind, survived, equivalent])).toEqual([
    ['drop row', 4, 0],
    ['retarget row', 8, 0],
    ['swap events', 2, 0],
    ['change initial', 2, 0],
    ['change final', 3, 0],
    ['merge states', 3, 0],
  ]);
  const suggested = Object.fromEntries(suggestions.map(({ name, property }) => [name, property as Property]));
  expect(check(door(suggested)).verdicts.every(({ result }) => result === 'holds')).toBe(true);
  const { mutants: again } = mutation(door(suggested));
  for (const { name, suggestion } of mutants)
    if (suggestion !== undefined) expect(again.find((each) => each.name === name)?.brokenBy).toContain(suggestion);
  const starts = mutants.filter(({ kind }) => kind === 'change initial');
  expect(starts.map(({ suggestion }) => suggestion)).toEqual(['it starts in open', 'it starts in open']);
});

test('a property that every breaking mutant explains by one row kills nothing', () => {
  const { restating, mutants } = mutation(
    door({
      'a locked door can be unlocked': { invariant: { any: [{ not: { state: 'locked' } }, { enabled: 'turn' }] } },
    }),
  );
  expect(restating).toEqual([{ property: 'a locked door can be unlocked', path: ['transitions', 3] }]);
  expect(mutants.find(({ name }) => name === 'drop row transitions[3]')).toMatchObject({
    fate: 'survived',
    brokenBy: ['a locked door can be unlocked'],
  });
});

test('a property about several rows kills, with a run that shows what it killed', () => {
  const { mutants, kinds } = mutation(door({ 'the door can be shut for good': { alwaysCanReach: { final: true } } }));
  const killed = mutants.filter(({ fate }) => fate === 'killed').map(({ name }) => name);
  expect(killed).toEqual([
    'drop row transitions[0]',
    'drop row transitions[3]',
    'retarget row transitions[0] to open',
    'retarget row transitions[3] to locked',
    'change final shut to not final',
    'merge states shut into open',
  ]);
  expect(kinds.find(({ kind }) => kind === 'drop row')).toMatchObject({ killed: 2, survived: 2, score: 0.5 });
  const survivor = mutants.find(({ name }) => name === 'drop row transitions[2]');
  expect(survivor?.told?.trace.steps.map(({ event }) => event)).toEqual(['push', 'turn']);
  expect(survivor?.told?.instead).toBe('turn is not possible in shut (final)');
});

test('what nobody can see is equivalent', () => {
  const { mutants, score } = mutation({
    name: 'counter',
    states: { on: { initial: true } },
    events: { tick: {} },
    memory: { spare: { flag: true } },
    transitions: [{ from: 'on', on: 'tick', to: 'stay', set: { spare: true } }],
  });
  const fates = Object.fromEntries(mutants.map(({ name, fate }) => [name, fate]));
  expect(fates).toEqual({
    'drop row transitions[0]': 'survived',
    'retarget row transitions[0] to on': 'equivalent',
    'drop assignment transitions[0] of spare': 'equivalent',
    'change assignment transitions[0] of spare': 'equivalent',
    'change final on to final': 'survived',
  });
  expect(score).toBe(0);
});

test('properties that no mutant breaks are named', () => {
  const { unbroken } = mutation(door({ 'it is somewhere': { invariant: { state: ['open', 'shut', 'locked'] } } }));
  expect(unbroken).toEqual(['it is somewhere']);
});

test('a stop leaves the others undecided', () => {
  const work = mutating(door({}), exploreModel(door({})));
  work.next();
  work.next();
  const { value } = work.next('1 s');
  expect(value).toMatchObject({ stopped: '1 s', unbroken: [] });
  expect((value as Mutation).mutants.every(({ fate }) => fate === 'undecided')).toBe(true);
});

test('in a system its tables and its events are changed', () => {
  const { mutants } = mutation(
    lamps({
      events: { both: { moves: { light1: 'press', light2: 'press' }, when: { light1: { state: 'off' } } } },
      properties: { 'a light can be on': { reachable: { light1: { state: 'on' } } } },
    }),
  );
  expect(mutants.find(({ name }) => name === 'drop row transitions[0] of lamp')).toMatchObject({
    path: ['tables', 0, 'transitions', 0],
    fate: 'killed',
  });
  expect(mutants.find(({ name }) => name === 'widen guard both')).toMatchObject({
    path: ['events', 'both', 'when'],
    fate: 'equivalent',
  });
});

test.each([
  [{ flag: true } as const, true, false],
  [{ range: [0, 2], initial: 0 } as const, 2, 0],
  [{ range: [1, 1], initial: 1 } as const, 1, undefined],
  [{ range: [0, 2], initial: 0 } as const, { add: 1 }, { add: -1 }],
  [{ values: ['a', 'b'], initial: 'a' } as const, 'a', 'b'],
  [{ states: ['s'] } as const, null, { save: 'state' }],
  [{ states: ['s'] } as const, { save: 'state' } as const, null],
])('%j: %j becomes %j', (variable, assignment, other) => {
  expect(otherAssignment(variable, assignment)).toEqual(other);
});

test('where nothing is known of a kind or of all, the score is none', () => {
  const still: Table = { name: 'still', states: { here: { initial: true } }, events: {}, transitions: [] };
  expect(mutation(still)).toMatchObject({ score: 0, kinds: [{ kind: 'change final', survived: 1, score: 0 }] });
  const work = mutating(still, exploreModel(still));
  work.next();
  const { value } = work.next('1 s');
  expect(value).toMatchObject({ score: null, kinds: [{ kind: 'change final', undecided: 1, score: null }] });
});

test('where a table has too many rows and states, each row is led to a few states, and the others are counted', () => {
  const names = Array.from({ length: 60 }, (_, index) => `s${index}`);
  const ring: Table = {
    name: 'ring',
    states: Object.fromEntries(names.map((name, index) => [name, index === 0 ? { initial: true } : {}])),
    events: { next: {} },
    transitions: names.map((from, index) => ({ from, on: 'next', to: names[(index + 1) % names.length] as string })),
  };
  // 60 rows and 59 other states each: 33 of these are tried, since 60 times 33 is the most below 2,000.
  const led = [...mutantsOf(ring)].filter(({ kind }) => kind === 'retarget row');
  expect([led.length, untriedOf(ring)]).toEqual([60 * 33, 60 * 26]);
});

test('the properties of the flagship notice at least nine of ten mutants that are not equivalent, and the README says so', () => {
  const { score, mutants, unbroken, idle, untried } = finish(
    mutating(session, exploreModel(session), { suggests: false }),
  );
  expect(mutants.filter(({ fate }) => fate === 'undecided')).toEqual([]);
  expect([unbroken, idle, untried]).toEqual([[], [], 0]);
  expect(score).toBeGreaterThanOrEqual(0.9);
  const decided = mutants.filter(({ fate }) => fate !== 'equivalent').length;
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').replaceAll('\n', ' ');
  expect(readme).toContain(
    `properties that do more than restate one row kill ${Math.floor((score as number) * 1000) / 10} % of all ${decided} mutants that behave differently.`,
  );
});

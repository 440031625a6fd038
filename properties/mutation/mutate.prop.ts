/**
 * Laws of mutants: each is a table or system, none but a merger is the original itself, no two have one name, and every row is led to every
 * other state. And of premises: a property has none that occurs exactly where its premise is out of reach.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreModel } from '../../model/explore/index.ts';
import { finish } from '../../model/explore/work.ts';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { parseModel } from '../../model/system/parse.ts';
import type { Model } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { formatDiagnostic } from '../../model/table/diagnostic.ts';
import type { Predicate, Property, Table } from '../../model/table/types.ts';
import { holds } from '../../model/testing.ts';
import type { Asked } from '../judge/decide.ts';
import { check } from '../judge/index.ts';
import { property, smallTable, withProperties } from '../laws/tables.ts';
import { behaving } from './breakers.ts';
import { mutantsOf, untriedOf } from './mutants.ts';
import { idleProperties } from './premises.ts';

/** So many mutants of each are looked at, spread over all. */
const LOOKED_AT = 20;

function lawful(model: Model): void {
  const mutants = [...mutantsOf(model)];
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  const every = Math.ceil(mutants.length / LOOKED_AT);
  for (const { kind, name, model: mutant } of mutants.filter((_, index) => index % every === 0)) {
    const parsed = parseModel(mutant);
    expect(parsed.ok, parsed.ok ? '' : `${name}: ${parsed.diagnostics.map(formatDiagnostic).join('; ')}`).toBe(true);
    if (kind !== 'merge states') expect(mutant, name).not.toEqual(model);
  }
}

test('every mutant of a table is a table', async () => {
  await holds(fc.property(tableArbitrary(), lawful), { numRuns: 30 });
});

test('every mutant of a system is a system', async () => {
  await holds(fc.property(systemArbitrary(), lawful), { numRuns: 10 });
});

test('every row is led to every other state, or it is counted how often it is not', async () => {
  const whole = (table: Table): void => {
    const states = Object.keys(table.states);
    const others = table.transitions.map(({ to }) => states.filter((state) => state !== to).length);
    const led = [...mutantsOf(table)].filter(({ kind }) => kind === 'retarget row');
    expect(led.length + untriedOf(table)).toBe(others.reduce((sum, each) => sum + each, 0));
  };
  await holds(fc.property(fc.oneof(tableArbitrary(), smallTable), whole), { numRuns: 30 });
});

test('a premise never occurs exactly where it cannot be reached', async () => {
  const sound = (table: Table, asked: Property): void => {
    const { after, when } = asked as Asked;
    const premise = (after ?? when) as Predicate | undefined;
    const on = behaving(table, exploreModel(table));
    const idle = finish(idleProperties(on, [['it', asked]]));
    if (premise === undefined) return;
    const [verdict] = check(withProperties(table, [{ reachable: premise }])).verdicts;
    expect(idle).toEqual(verdict?.result === 'violated' ? [{ property: 'it', isWhole: true }] : []);
  };
  await holds(fc.property(smallTable, property, sound), { numRuns: 60 });
});

/** Laws of mutants: each is a table or system, none but a merger is the original itself, and no two have one name. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemArbitrary } from '../../model/system/arbitrary.ts';
import { parseModel } from '../../model/system/parse.ts';
import type { Model } from '../../model/system/types.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { formatDiagnostic } from '../../model/table/diagnostic.ts';
import { holds } from '../../model/testing.ts';
import { mutantsOf } from './mutants.ts';

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

/**
 * An implementation against its table as vitest tests. vitest is an optional peer and is imported here alone, under its own subpath: so tests are declared at once,
 * without `await` and without globals, and whoever does not use vitest does not need it.
 *
 * @module stateatlas/conformance/vitest
 */
import { describe, test } from 'vitest';
import { machineOf } from '../../model/explore/index.ts';
import type { Model } from '../../model/system/types.ts';
import { graphOf, incompleteOf, refusing } from '../random/refusing.ts';
import type { Driver } from '../suites/follow.ts';
import { inputsOf } from '../suites/inputs.ts';
import { type ConformanceOptions, conformance, freshSeed, TRIES } from './conformance.ts';
import { type Failure, failureOf } from './failure.ts';
import { singlesOf } from './single.ts';
import { Taking } from './taking.ts';

/** How tests are declared: as `conformance` takes it; a timeout for each of them, in milliseconds, a minute unless given, since failures are shrunk. */
export type DescribeOptions = ConformanceOptions & { readonly timeout?: number };

/**
 * One test for each row, tests of what each state refuses, and one of runs at random, with its seed in its name. Each test starts afresh and depends on no other, so
 * they can be filtered, and files of them can be sharded. They share a driver, so they run one after the other, whatever vitest is configured to.
 */
export function describeConformance(model: Model, driver: Driver, options: DescribeOptions = {}): void {
  const { seed = freshSeed(), timeout = 60_000, tries = TRIES, places } = options;
  const graph = graphOf(model);
  const machine = refusing(machineOf(model), inputsOf(model, graph), driver.restart !== undefined);
  const { incomplete } = incompleteOf(graph);
  const beyond = incomplete === undefined ? '' : ` (not explored to its end: ${incomplete}; rows beyond have no test)`;
  describe(`${machine.name} conforms to its table${beyond}`, { concurrent: false, timeout }, () => {
    for (const { name, run } of singlesOf(model, graph, driver.restart !== undefined))
      test(name, async () => {
        const taking = new Taking(model, driver, machine);
        const found = await taking.take(run);
        if (found === undefined) return;
        const failing = await taking.shrunk(found, tries);
        const token = taking.token(failing.run);
        throw told(failureOf(model, machine, failing, { token, found: run.steps.length, places }));
      });
    test(`runs at random (seed ${seed})`, async () => {
      const { failure } = await conformance(model, driver, { ...options, seed });
      if (failure !== undefined) throw told(failure);
    });
  });
}

const told = ({ text, cause }: Failure): Error => new Error(text, cause === undefined ? {} : { cause });

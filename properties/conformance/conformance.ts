/** Holds an implementation against its table: runs that cover every row, then runs at random, with refused events among them. */
import fc from 'fast-check';
import { decodeTrace, machineOf } from '../../model/explore/index.ts';
import { type RowTaken, rowKey } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';
import { Coverage } from '../random/coverage.ts';
import { runsOfMachine } from '../random/sequences.ts';
import type { Driver } from '../suites/follow.ts';
import { suiteOf } from '../suites/suite.ts';
import { type Failure, failureOf } from './failure.ts';
import { graphOf, inputsOf, refusing } from './refusing.ts';
import { type Failing, Taking } from './taking.ts';

/** How an implementation is tested against its model. */
export type ConformanceOptions = {
  /** How many runs at random, 50 unless given, and the most steps of each, 30 unless given. */
  readonly runs?: number;
  readonly maxSteps?: number;
  /** The seed of the runs at random; a fresh one unless given. */
  readonly seed?: number;
  /** Where the rows of a table stand; `places` of what reading a file gives. */
  readonly places?: Places;
  /** Only this sequence: the token of a failure. */
  readonly replay?: string;
};

/** A row that can fire, or that nobody knows to be impossible, and how often it was taken. */
export type Exercised = RowTaken & { readonly times: number };

/** What testing an implementation found: what was exercised, and the first failure. */
export type Conformance = {
  readonly model: string;
  readonly seed: number;
  /** How often the implementation was started, the steps it did as expected, and how many of them were refusals. */
  readonly runs: number;
  readonly steps: number;
  readonly refused: number;
  readonly rows: readonly Exercised[];
  readonly failure?: Failure;
};

/** A fresh seed. */
export const freshSeed = (): number => Math.floor(Math.random() * 0x7fffffff);

/**
 * Holds an implementation against a table or a system, and stops at the first failure, which is shrunk.
 *
 * @throws {TokenError} where the token to replay is no run of the model.
 */
export async function conformance(
  model: Model,
  driver: Driver,
  { runs = 50, maxSteps = 30, seed = freshSeed(), places, replay }: ConformanceOptions = {},
): Promise<Conformance> {
  const graph = graphOf(model);
  const plain = machineOf(model);
  const machine = refusing(plain, inputsOf(model, graph), driver.restart !== undefined);
  const taking = new Taking(model, driver, machine);
  const failing = await firstFailing();
  const smallest = failing && replay === undefined ? await taking.shrunk(failing) : failing;
  const possible = graph.actions.flatMap((action) => action.rows);
  return {
    model: machine.name,
    seed,
    runs: taking.runs,
    steps: taking.steps,
    refused: taking.refused,
    rows: [...new Map(possible.map((row) => [rowKey(row), row] as const)).entries()].map(([key, row]) => ({
      ...row,
      times: taking.rows.get(key) ?? 0,
    })),
    ...(smallest && {
      failure: failureOf(model, machine, smallest, {
        token: taking.token(smallest.run),
        found: failing?.run.steps.length ?? 0,
        places,
      }),
    }),
  };

  async function firstFailing(): Promise<Failing | undefined> {
    if (replay !== undefined) return taking.take(decodeTrace(machine, replay));
    // Where not everything can be explored, the runs at random are all there is.
    const covering = graph.stopped === undefined ? suiteOf(graph, 'rows').tests : [];
    for (const run of covering) {
      const found = await taking.take(run);
      if (found) return found;
    }
    const arbitrary = runsOfMachine(machine, { maxSteps, coverage: new Coverage(machine) });
    for (let run = 0; run < runs; run++) {
      for (const taken of fc.sample(arbitrary, { seed: seed + run, numRuns: 1 })) {
        const found = await taking.take(taken);
        if (found) return found;
      }
    }
    return undefined;
  }
}

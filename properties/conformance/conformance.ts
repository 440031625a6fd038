/** Holds an implementation against its table: runs that cover every row, then runs at random, with refused events among them. */
import fc from 'fast-check';
import { decodeTrace, machineOf } from '../../model/explore/index.ts';
import { rowKey } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';
import { Coverage } from '../random/coverage.ts';
import { graphOf, incompleteOf, isOwn, refusing } from '../random/refusing.ts';
import { runsOfMachine } from '../random/sequences.ts';
import type { Driver } from '../suites/follow.ts';
import { inputsOf } from '../suites/inputs.ts';
import { failureOf } from './failure.ts';
import { type Conformance, conformanceText, type Exercised } from './report.ts';
import { runsOfCrashes, runsOverRows, runsToRefusals } from './single.ts';
import { type Failing, Taking } from './taking.ts';

/** How an implementation is tested against its model. */
export type ConformanceOptions = {
  /** How many runs at random, 50 unless given, and the most steps of each, 30 unless given. */
  readonly runs?: number;
  readonly maxSteps?: number;
  /** The seed of the runs at random; a fresh one unless given. */
  readonly seed?: number;
  /** How often the implementation is started at most along a failure to shrink it, and again to try what is shorter; 400 unless given. Less for what starts slowly. */
  readonly tries?: number;
  /** Where the rows of a table stand; `places` of what reading a file gives. */
  readonly places?: Places;
  /** Only this sequence: the token of a failure. */
  readonly replay?: string;
};

/** How often an implementation is started at most while a failure is shrunk along its run, and again while all shorter runs are tried. */
export const TRIES = 400;

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
  { runs = 50, maxSteps = 30, seed = freshSeed(), tries = TRIES, places, replay }: ConformanceOptions = {},
): Promise<Conformance> {
  const graph = graphOf(model);
  const plain = machineOf(model);
  const machine = refusing(plain, inputsOf(model, graph), driver.restart !== undefined);
  const taking = new Taking(model, driver, machine);
  const failing = await firstFailing();
  const smallest = failing && replay === undefined ? await taking.shrunk(failing, tries) : failing;
  const result = {
    model: machine.name,
    seed,
    runs: taking.runs,
    steps: taking.steps,
    refused: taking.refused,
    rows: exercised(),
    ...incompleteOf(graph),
    ...(smallest && {
      failure: failureOf(model, machine, smallest, {
        token: taking.token(smallest.run),
        found: failing?.run.steps.length ?? 0,
        places,
      }),
    }),
  };
  return { ...result, text: conformanceText(model, result, places) };

  function exercised(): readonly Exercised[] {
    const possible = graph.actions.flatMap((action) => action.rows);
    const each = [...new Map(possible.map((row) => [rowKey(row), row] as const)).values()];
    return [...Map.groupBy(each, ({ instance }) => instance).values()].flatMap((rows) =>
      rows
        .toSorted((one, other) => one.row - other.row)
        .map((row) => ({ ...row, times: taking.rows.get(rowKey(row)) ?? 0 })),
    );
  }

  async function firstFailing(): Promise<Failing | undefined> {
    if (replay !== undefined) return taking.take(decodeTrace(machine, replay, isOwn));
    const singles = [
      ...runsToRefusals(model, graph),
      ...(driver.restart === undefined ? [] : runsOfCrashes(model, graph)),
    ];
    for (const run of [...runsOverRows(model, graph), ...singles.map((single) => single.run)]) {
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

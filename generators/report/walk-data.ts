/** The report of walks for programs, and its shape. */
import * as z from 'zod';
import type { Step } from '../../model/explore/machine.ts';
import { brokenTest } from '../../properties/random/pasteable.ts';
import { isRefused } from '../../properties/random/refusing.ts';
import type { Taken, Walk, WalkFailure } from '../../properties/random/walk.ts';
import { actionsAsData, systemAction, systemConfiguration, tableAction, tableConfiguration, value } from './shapes.ts';
import type { Source } from './trace.ts';

/** So many pairs of rows are listed. */
const MOST_PAIRS = 1000;

const part = z.strictObject({ covered: z.int(), of: z.int().describe('Where everything was explored').optional() });
const configuration = z.union([tableConfiguration, systemConfiguration]);
const row = { row: z.int(), instance: z.string().optional() };

/** A run through configurations of one shape, by actions of one shape. */
const runOf = <A extends z.ZodRawShape, C extends z.ZodType>(action: A, at: C) => {
  const refused = z
    .strictObject({
      event: z.string(),
      args: z.record(z.string(), value).optional(),
      refused: z.literal(true),
      configuration: at,
    })
    .describe('An event that is not enabled: it changes nothing');
  return z.strictObject({
    initial: at,
    steps: z.array(z.union([z.strictObject({ ...action, configuration: at }), refused])),
  });
};
const run = z.union([runOf(tableAction, tableConfiguration), runOf(systemAction, systemConfiguration)]);

/** What walks covered and broke. */
export const walkShape = {
  model: z.string(),
  file: z.string(),
  seed: z.int().describe('Where runs were taken at random').optional(),
  guided: z.boolean().describe('Where runs were taken at random').optional(),
  replayed: z
    .strictObject({ token: z.string(), run })
    .describe('The run that was given, with --replay, instead of runs at random')
    .optional(),
  scope: z.literal('sampled'),
  runs: z.int(),
  steps: z.int(),
  stopped: z.string().optional(),
  exhaustive: z.boolean().describe('Whether everything was explored as a yardstick'),
  coverage: z.strictObject({ rows: part, states: part, configurations: part, transitions: part, pairs: part }),
  failures: z.array(
    z.strictObject({
      property: z.string(),
      binding: z.record(z.string(), value).optional(),
      token: z.string(),
      run,
      steps: z.int().describe('After shrinking'),
      found: z.int().describe('Steps of the run that showed it first'),
      shortest: z.int().describe('Steps of the shortest counterexample, where everything was explored').optional(),
      decided: z.boolean().describe('Whether a ruling decides it'),
      test: z.string().describe('A vitest test that fails as long as the property is broken so'),
    }),
  ),
  reached: z.array(z.string()),
  unreached: z.array(z.string()),
  stuck: z.array(z.strictObject({ configuration, times: z.int(), token: z.string() })),
  allStuck: z
    .int()
    .describe('How many configurations are stuck outside the declared ends, where everything was explored')
    .optional(),
  unfired: z.array(z.strictObject({ ...row, can: z.boolean().optional() })),
  unpaired: z
    .array(z.strictObject({ first: z.strictObject(row), second: z.strictObject(row) }))
    .describe('Rows that can follow each other and never did, where everything was explored: a thousand at most')
    .optional(),
};

/** The report as data. */
export function walkData(source: Source, walked: Walk) {
  const { options, given, covered, failures, stuck, unfired, unpaired, allStuck, stopped } = walked;
  const { action } = actionsAsData(source);
  const step = ({ to, ...taken }: Step) => ({
    ...(isRefused({ to, ...taken })
      ? { event: taken.event, ...(taken.binding && { args: { ...taken.binding } }), refused: true as const }
      : action(taken)),
    configuration: to,
  });
  const runData = ({ trace }: Taken) => ({ initial: trace.initial, steps: trace.steps.map(step) });
  const failed = ({ property, binding, token, trace, ...failure }: WalkFailure) => ({
    property,
    ...(binding && { binding: { ...binding } }),
    token,
    run: runData({ trace, token }),
    steps: trace.steps.length,
    found: failure.found,
    ...(failure.shortest !== undefined && { shortest: failure.shortest }),
    decided: failure.ruling !== undefined,
    test: brokenTest(source.model, source.file, property, token),
  });
  return {
    model: walked.model,
    file: source.file,
    ...(options && { seed: options.seed, guided: options.isGuided }),
    ...(given && { replayed: { token: given.token, run: runData(given) } }),
    scope: 'sampled' as const,
    runs: walked.runs,
    steps: walked.steps,
    ...(stopped !== undefined && { stopped }),
    exhaustive: walked.isMeasured,
    coverage: covered,
    failures: failures.map(failed),
    reached: [...walked.reached],
    unreached: [...walked.unreached],
    stuck: stuck.map(({ configuration: at, times, token }) => ({ configuration: at, times, token })),
    ...(allStuck !== undefined && { allStuck }),
    unfired: [...unfired],
    ...(unpaired && { unpaired: unpaired.slice(0, MOST_PAIRS).map(([first, second]) => ({ first, second })) }),
  };
}

/** The report of a check for programs, and its schema: one definition for both. */
import * as z from 'zod';
import type { Trace } from '../../model/explore/graph.ts';
import { isSystem } from '../../model/system/types.ts';
import type { Place } from '../../model/table/places.ts';
import { PROPERTY_KINDS } from '../../model/table/types.ts';
import { mutationData, mutationShape } from './mutation.ts';
import { disagreements, ENGINES } from './opinion.ts';
import { planData, planShape } from './plan-data.ts';
import { actionsAsData, systemAction, systemConfiguration, tableAction, tableConfiguration, value } from './shapes.ts';
import type { Reported } from './text.ts';

const text = z.union([z.string(), z.record(z.string(), z.string())]);
const scope = z.enum(['exhaustive', 'bounded', 'sampled', 'hashed']);
const ruling = z.looseObject({ decision: z.enum(['accept', 'reject', 'defer']).optional(), because: text });

const binding = z
  .record(z.string(), value)
  .describe('The values of the parameters of forAll that break the property, or for which the trace is its witness')
  .optional();

const exploration = z.strictObject({
  scope,
  initial: z.int(),
  configurations: z.int(),
  transitions: z.int(),
  depth: z.int(),
  limit: z.string().optional(),
  queue: z.int().optional(),
  orbits: z
    .int()
    .describe('How many orbits stand for the configurations, with --symmetry; limit and queue are about these')
    .optional(),
});

/** A trace through configurations of one shape, by actions of one shape. */
const traceOf = <A extends z.ZodRawShape, C extends z.ZodType>(action: A, configuration: C) =>
  z.strictObject({
    initial: configuration,
    steps: z.array(z.strictObject({ ...action, configuration })),
    loop: z.int().describe('Index of the step the cycle returns to').optional(),
    stutters: z.literal(true).describe('After the last step nothing more happens').optional(),
  });

/** What is said of one table or system, whose traces have one shape and whose verdicts may have something of their own. */
const judged = <T extends z.ZodType, V extends z.ZodRawShape>(trace: T, more: V) => ({
  exploration,
  stopped: z.string().describe('The limit at which judging was stopped, where it was').optional(),
  verdicts: z.array(
    z.strictObject({
      property: z.string(),
      kind: z.enum(PROPERTY_KINDS),
      result: z.enum(['holds', 'violated', 'undecided']),
      scope,
      ...more,
      note: z.string().optional(),
      ruling: ruling.optional(),
      trace: trace.optional(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      file: z.string(),
      line: z.int(),
      column: z.int(),
      states: z.array(z.string()).optional(),
      events: z.array(z.string()).optional(),
      memory: z.array(z.string()).optional(),
      ruling: ruling.optional(),
      trace: trace.optional(),
    }),
  ),
  notes: z.array(z.string()).optional(),
  opinion: z
    .strictObject({
      engine: z.enum(ENGINES),
      configurations: z.int(),
      transitions: z.int(),
      stuck: z.boolean().describe('Whether something not final can be reached that has no enabled row').optional(),
      verdicts: z.array(
        z.strictObject({
          property: z.string(),
          result: z.enum(['holds', 'violated']),
          binding,
          trace: trace.optional(),
        }),
      ),
      unsaid: z.array(z.string()).describe('Properties that the engine’s language cannot say'),
      gaveUp: z
        .array(z.string())
        .describe('Properties that the engine could not decide in the memory there is')
        .optional(),
      disagreements: z.array(z.string()).describe('Where the engine says something else than we do'),
    })
    .describe('What an outside engine says of the same model, with --engine')
    .optional(),
  mutation: mutationShape.optional(),
  plan: planShape.optional(),
});

/** The shape of the report. */
export const reportSchema = z.strictObject({
  tool: z.strictObject({ name: z.literal('stateatlas'), version: z.string() }),
  results: z.array(
    z.union([
      z.strictObject({ file: z.string(), table: z.string(), ...judged(traceOf(tableAction, tableConfiguration), {}) }),
      z.strictObject({
        file: z.string(),
        system: z.string(),
        ...judged(traceOf(systemAction, systemConfiguration), { binding }),
      }),
    ]),
  ),
});

/** The report as data. */
export type JsonReport = z.infer<typeof reportSchema>;

/** The JSON Schema (2020-12) of the report. */
export const reportJsonSchema = (): unknown => ({ title: 'State Atlas check report', ...z.toJSONSchema(reportSchema) });

/** The report of several tables and systems as one object. Files and lines are those of the source; line 1 where none is known. */
export function jsonReport(version: string, all: readonly Reported[]): unknown {
  return { tool: { name: 'stateatlas', version }, results: all.map(resultOf) };
}

function resultOf(reported: Reported) {
  const { file, model, judgement, places, opinion, mutation, plan } = reported;
  const { action } = actionsAsData(reported);
  const traced = <T extends { readonly trace?: Trace }>(each: T) =>
    each.trace === undefined ? each : { ...each, trace: traceData(each.trace, action) };
  return {
    file,
    ...(isSystem(model) ? { system: model.name } : { table: model.name }),
    exploration: judgement.exploration,
    ...(judgement.stopped === undefined ? {} : { stopped: judgement.stopped }),
    verdicts: judgement.verdicts.map(traced),
    findings: judgement.findings.map(({ path, row: _, saying: __, ...finding }) => {
      const { line, column, ...place }: Place = places(path) ?? { file, line: 1, column: 1 };
      const { code, severity, message, ...more } = traced(finding);
      return { code, severity, message, file: place.file, line, column, ...more };
    }),
    ...(judgement.notes === undefined ? {} : { notes: judgement.notes }),
    ...(opinion && {
      opinion: {
        ...opinion,
        verdicts: opinion.verdicts.map(traced),
        disagreements: disagreements(judgement, opinion),
      },
    }),
    ...(mutation && { mutation: mutationData(reported, mutation) }),
    ...(plan && { plan: planData(plan) }),
  };
}

function traceData({ initial, steps, loop, stutters }: Trace, action: ReturnType<typeof actionsAsData>['action']) {
  return {
    initial,
    steps: steps.map((step) => ({ ...action(step), configuration: step.to })),
    ...(loop === undefined ? {} : { loop }),
    ...(stutters === undefined ? {} : { stutters }),
  };
}

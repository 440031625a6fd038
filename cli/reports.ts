/** What verbs other than `check` print with `--format json`: one definition for the value and its schema. */
import { z } from 'zod';
import { EXPORTS } from '../generators/export/index.ts';

const tool = z.strictObject({ name: z.literal('stateatlas'), version: z.string() });

/** Who printed a report. */
export const toolOf = (version: string) => ({ name: 'stateatlas' as const, version });

/** What `generate` did with each file, or with `--check` how each file is. */
export const generateReport = z.strictObject({
  tool,
  check: z.boolean().describe('Whether files were only compared'),
  files: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.enum(['text', 'picture']),
      state: z.enum(['up to date', 'written', 'removed', 'missing', 'out of date', 'left over', 'not drawn']),
      difference: z.string().describe('Lines that differ: - is on disk, + is what the table gives').optional(),
    }),
  ),
});

/** A table in another language, or the file it was written to. */
export const exportReport = z.strictObject({
  tool,
  table: z.string(),
  to: z.enum(EXPORTS),
  leavesOut: z.array(z.string()).describe('What the other language cannot say'),
  text: z.string().describe('The table in that language, where no file was named').optional(),
  file: z.string().optional(),
});

/** What `init` did with each file. */
export const initReport = z.strictObject({
  tool,
  dryRun: z.boolean().describe('Whether nothing was written'),
  files: z.array(
    z.strictObject({ file: z.string(), state: z.enum(['written', 'kept']), about: z.string().optional() }),
  ),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const configuration = z.strictObject({ state: z.string(), memory: z.record(z.string(), value), final: z.boolean() });
const step = z.strictObject({
  event: z.string(),
  row: z.strictObject({ index: z.int(), file: z.string(), line: z.int() }),
  configuration,
});

/** Where the trace that `play` was given leads, and what can happen there. */
export const playReport = z.strictObject({
  tool,
  file: z.string(),
  table: z.string(),
  token: z.string(),
  initial: configuration,
  steps: z.array(step),
  enabled: z.array(step.extend({ token: z.string().describe('The trace with this step added') })),
  blocked: z.array(
    z.strictObject({
      event: z.string(),
      row: step.shape.row,
      reason: z.enum(['unset', 'outside']),
      variable: z.string(),
      value: value.optional(),
    }),
  ),
});

export type GenerateReport = z.infer<typeof generateReport>;
export type ExportReport = z.infer<typeof exportReport>;
export type InitReport = z.infer<typeof initReport>;
export type PlayReport = z.infer<typeof playReport>;

/** The JSON Schemas (2020-12) of these reports, by verb. */
export const reportSchemas = (): { readonly [verb: string]: unknown } => ({
  generate: { title: 'State Atlas generate report', ...z.toJSONSchema(generateReport) },
  export: { title: 'State Atlas export report', ...z.toJSONSchema(exportReport) },
  init: { title: 'State Atlas init report', ...z.toJSONSchema(initReport) },
  play: { title: 'State Atlas play report', ...z.toJSONSchema(playReport) },
});

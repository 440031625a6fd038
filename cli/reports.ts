/** What verbs other than `check` print with `--format json`: one definition for the value and its schema. */
import * as z from 'zod';
import { aloneShape, differenceShape } from '../generators/difference/json.ts';
import { EXPORTS } from '../generators/export/index.ts';
import {
  documentClaim,
  documentPlace,
  documentState,
  systemAction,
  systemConfiguration,
  tableAction,
  tableConfiguration,
  takenRow,
  value,
} from '../generators/report/shapes.ts';
import { walkShape } from '../generators/report/walk-data.ts';
import { reviewReport } from '../generators/review/json.ts';
import { SUITE_FORMATS } from '../generators/suites/index.ts';
import { FORMATS, LAYOUTS } from '../model/import/kinds.ts';
import { OBSERVATIONS, SUITES } from '../properties/suites/index.ts';

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

/** What `site` built, or with `--check` how the site that is there is. */
export const siteReport = z.strictObject({
  tool,
  check: z.boolean().describe('Whether the site was only compared'),
  folder: z.string(),
  base: z.string().describe('The path that the site is served below'),
  languages: z.array(z.string()),
  pages: z.int().describe('How many pages the tables and sections give, in all languages'),
  current: z.boolean().describe('Whether the folder holds the site of these tables'),
  stale: z.array(z.strictObject({ file: z.string(), state: z.enum(['missing', 'out of date', 'left over']) })),
});

const exported = {
  to: z.enum(EXPORTS),
  leavesOut: z.array(z.string()).describe('What the other language cannot say'),
  text: z.string().describe('The table or system in that language, where no file was named').optional(),
  file: z.string().optional(),
};

/** A table or system in another language, or the file it was written to. */
export const exportReport = z.union([
  z.strictObject({ tool, table: z.string(), ...exported }),
  z.strictObject({ tool, system: z.string(), ...exported }),
]);

const share = z.strictObject({ covered: z.int(), of: z.int() });

/** A test suite: what it covers and proves, and where it was written. */
export const suiteReport = z.strictObject({
  tool,
  model: z.string(),
  suite: z.enum(SUITES),
  as: z.enum(SUITE_FORMATS),
  observe: z.enum(OBSERVATIONS).describe('What can be seen of the implementation, beside what it accepts'),
  extra: z.int().describe('How many states more than the table the implementation may have').optional(),
  guarantee: z.string().describe('What passing proves'),
  tests: z.int(),
  steps: z.int(),
  coverage: z.strictObject({ configurations: share, rows: share, transitions: share, refusals: share }),
  notes: z.array(z.string()),
  file: z.string().optional(),
  text: z.string().describe('The suite, where it was not written to a file').optional(),
});

/** What walks covered and broke. */
export const walkReport = z.strictObject({ tool, ...walkShape });

/** What is different between two versions. */
export const diffReport = z.strictObject({
  tool,
  results: z.array(differenceShape),
  alone: z.array(aloneShape).describe('Tables and systems that only one of the two has'),
});

/** What `init` did with each file. */
export const initReport = z.strictObject({
  tool,
  dryRun: z.boolean().describe('Whether nothing was written'),
  files: z.array(
    z.strictObject({ file: z.string(), state: z.enum(['written', 'kept']), about: z.string().optional() }),
  ),
});

/** Where the trace that `play` was given leads, and what can happen there: for configurations and actions of one shape. */
const played = <A extends z.ZodRawShape, C extends z.ZodRawShape, B extends z.ZodRawShape>(
  action: A,
  configuration: z.ZodObject<C>,
  blamed: B,
) => {
  const reached = configuration.extend({ final: z.boolean() });
  const step = z.strictObject({ ...action, configuration: reached });
  return {
    token: z.string(),
    initial: reached,
    steps: z.array(step),
    enabled: z.array(step.extend({ token: z.string().describe('The trace with this step added') })),
    blocked: z.array(
      z.strictObject({
        ...action,
        ...blamed,
        reason: z.enum(['unset', 'outside']),
        variable: z.string(),
        value: value.optional(),
      }),
    ),
  };
};

/** What `play` prints. */
export const playReport = z.union([
  z.strictObject({ tool, file: z.string(), table: z.string(), ...played(tableAction, tableConfiguration, {}) }),
  z.strictObject({
    tool,
    file: z.string(),
    system: z.string(),
    ...played(systemAction, systemConfiguration, {
      at: takenRow.describe('The row that is to blame; none where the event itself sets the variable').optional(),
      instance: z.string().describe('Whose variable it is; none where it is shared').optional(),
    }),
  }),
]);

const read = {
  document: z.string(),
  format: z.enum(FORMATS),
  layout: z.enum(LAYOUTS),
  language: z.string().describe('BCP 47 tag of the language it is probably written in'),
  states: z.array(documentState),
  claims: z.array(
    z.strictObject({
      ...documentClaim,
      called: z
        .strictObject({ from: z.string().optional(), to: z.string().optional() })
        .describe('How an arrow spells the labels of its ends, where otherwise than the states do')
        .optional(),
    }),
  ),
  ambiguities: z.array(
    z.strictObject({
      code: z.string(),
      ...documentPlace,
      text: z.string(),
      chosen: z.string(),
      instead: z.array(z.strictObject({ reading: z.string(), loses: z.number(), consequence: z.string() })),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      ...documentPlace,
      state: z
        .string()
        .describe('The id of the state that is not described, or whose row refers to another')
        .optional(),
    }),
  ),
};

/** What a document says; of several documents a list. */
export const importReport = z.union([z.strictObject(read), z.strictObject({ results: z.array(z.strictObject(read)) })]);

export type GenerateReport = z.infer<typeof generateReport>;
export type SiteReport = z.infer<typeof siteReport>;
export type ExportReport = z.infer<typeof exportReport>;
export type SuiteReport = z.infer<typeof suiteReport>;
export type DiffReport = z.infer<typeof diffReport>;
export type InitReport = z.infer<typeof initReport>;
export type PlayReport = z.infer<typeof playReport>;

/** The JSON Schemas (2020-12) of these reports, by verb. */
export const reportSchemas = (): { readonly [verb: string]: unknown } => ({
  generate: { title: 'State Atlas generate report', ...z.toJSONSchema(generateReport) },
  site: { title: 'State Atlas site report', ...z.toJSONSchema(siteReport) },
  export: { title: 'State Atlas export report', ...z.toJSONSchema(exportReport) },
  import: { title: 'State Atlas import report', ...z.toJSONSchema(importReport) },
  review: { title: 'State Atlas review report', ...z.toJSONSchema(reviewReport) },
  init: { title: 'State Atlas init report', ...z.toJSONSchema(initReport) },
  play: { title: 'State Atlas play report', ...z.toJSONSchema(playReport) },
  diff: { title: 'State Atlas diff report', ...z.toJSONSchema(diffReport) },
  suite: { title: 'State Atlas suite report', ...z.toJSONSchema(suiteReport) },
  walk: { title: 'State Atlas walk report', ...z.toJSONSchema(walkReport) },
});

/**
 * Pure functions from a table or a system and its judgement to text.
 *
 * @module stateatlas/generators
 */
export * from './artefact.ts';
export { atlas } from './atlas.ts';
export { type Embeddable, resolver } from './embed/blocks.ts';
export { type EmbedProblem, embed, type Request, type Resolve } from './embed/embed.ts';
export type { Format } from './embed/formats.ts';
export { EXPORTS, type Exported, type ExportLanguage, exportModel } from './export/index.ts';
export { markdownPages } from './markdown/index.ts';
export { diagrams } from './mermaid/index.ts';
export type { Emphasis } from './report/emphasis.ts';
export { type JsonReport, jsonReport, reportJsonSchema, reportSchema } from './report/json.ts';
export type { EngineName, EngineVerdict, Opinion } from './report/opinion.ts';
export type { PlanTold } from './report/plan.ts';
export { type Reported, textReport } from './report/text.ts';
export type { Source } from './report/trace.ts';
export { reviewGithub } from './review/github.ts';
export { reviewHtml } from './review/html.ts';
export { type ReviewReport, reviewJson, reviewReport } from './review/json.ts';
export { reviewJunit } from './review/junit.ts';
export { reviewMarkdown } from './review/markdown.ts';
export { reviewSarif, type SarifOptions } from './review/sarif.ts';
export { reviewText, type TextOptions } from './review/text.ts';
export { typescriptTypes } from './typescript/index.ts';

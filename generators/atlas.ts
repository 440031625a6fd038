/** Everything that is generated from one table. */
import type { Artefact, Diagram, Input } from './artefact.ts';
import { markdownPages } from './markdown/pages.ts';
import { diagrams as diagramsOf } from './mermaid/index.ts';
import { typescriptTypes } from './typescript/types.ts';

/** The text artefacts of a table, and its diagrams for whoever can draw pictures. */
export function atlas(input: Input): {
  readonly artefacts: readonly Artefact[];
  readonly diagrams: readonly Diagram[];
} {
  const diagrams = diagramsOf(input);
  const sources = diagrams.map(({ name, source }) => ({ path: `diagrams/${name}.mmd`, content: source }));
  return { artefacts: [...markdownPages(input, diagrams), ...sources, typescriptTypes(input)], diagrams };
}

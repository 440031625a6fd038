/** Everything that is generated from one table or system. */
import type { Artefact, Diagram, Input } from './artefact.ts';
import { markdownPages } from './markdown/index.ts';
import { diagrams as diagramsOf } from './mermaid/index.ts';
import { typescriptTypes } from './typescript/index.ts';

/** The text artefacts of a table or a system, and its diagrams for whoever can draw pictures. */
export function atlas(input: Input): {
  readonly artefacts: readonly Artefact[];
  readonly diagrams: readonly Diagram[];
} {
  const diagrams = diagramsOf(input);
  const sources = diagrams.map(({ name, source }) => ({ path: `diagrams/${name}.mmd`, content: source }));
  return { artefacts: [...markdownPages(input, diagrams), ...sources, typescriptTypes(input)], diagrams };
}

/** The Markdown pages of a table or a system. */
import { type Artefact, type Diagram, type Input, isSystemInput, type TableInput } from '../artefact.ts';
import { tablePages } from './pages.ts';
import { systemPages } from './system-pages.ts';

/** All pages; `diagrams` are those of the same input. */
export const markdownPages = (input: Input, diagrams: readonly Diagram[]): readonly Artefact[] =>
  isSystemInput(input) ? systemPages(input, diagrams) : tablePages(input as TableInput, diagrams);

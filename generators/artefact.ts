/** What generators give: named texts. Writing, comparing and rendering them is the command line's work. */

import type { Places } from '../model/table/places.ts';
import type { Table } from '../model/table/types.ts';
import type { Judgement } from '../properties/judge/verdict.ts';

/** A generated text file. The path is relative to the output folder of its table and uses `/`. */
export type Artefact = { readonly path: string; readonly content: string };

/** A diagram as Mermaid source. Its name is unique in its table and safe in a file name on every system. */
export type Diagram = {
  readonly name: string;
  readonly title: string;
  readonly kind: 'state' | 'sequence';
  readonly source: string;
};

/** Which diagrams stand beside the pages as pictures, and in what form. */
export type Pictures = {
  readonly format: 'svg' | 'png';
  readonly themes: readonly ('light' | 'dark')[];
  /** The names of those that are drawn; all unless given. */
  readonly diagrams?: readonly string[];
};

/** What every generator reads. */
export type Input = {
  readonly table: Table;
  readonly judgement: Judgement;
  /** BCP 47 tag of the language that labels and descriptions are shown in. */
  readonly language: string;
  /** Where the parts of the table stand, with files relative to the project's folder. */
  readonly places: Places;
  /** Pages show these pictures; without them, the Mermaid source. */
  readonly pictures?: Pictures;
};

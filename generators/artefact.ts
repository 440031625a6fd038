/** What generators give: named texts. Writing, comparing and rendering them is the command line's work. */

import { isSystem, type Model, type System } from '../model/system/types.ts';
import type { Places } from '../model/table/places.ts';
import type { Table } from '../model/table/types.ts';
import type { Judgement } from '../properties/judge/verdict.ts';

/** A generated text file. The path is relative to the output folder of its table or system and uses `/`. */
export type Artefact = { readonly path: string; readonly content: string };

/** A diagram as Mermaid source. Its name is unique in its table or system and safe in a file name on every system. */
export type Diagram = {
  readonly name: string;
  readonly title: string;
  readonly kind: 'state' | 'sequence' | 'synchronisation';
  readonly source: string;
};

/** Which diagrams stand beside the pages as pictures, and in what form. */
export type Pictures = {
  readonly format: 'svg' | 'png';
  readonly themes: readonly ('light' | 'dark')[];
  /** The names of those that are drawn; all unless given. */
  readonly diagrams?: readonly string[];
};

/** A table or a system as it is shown to a reader. */
export type Shown<M extends Model = Model> = {
  readonly model: M;
  /** BCP 47 tag of the language that labels and descriptions are shown in. */
  readonly language: string;
  /** Where the parts of the model stand, with files relative to the project's folder. */
  readonly places: Places;
};

/** What every generator reads: a table or a system, and what judging says of it. */
export type Input<M extends Model = Model> = Shown<M> & {
  readonly judgement: Judgement;
  /** Pages show these pictures; without them, the Mermaid source. */
  readonly pictures?: Pictures;
};

export type TableInput = Input<Table>;
export type SystemInput = Input<System>;

export const isSystemInput = (input: Input): input is SystemInput => isSystem(input.model);

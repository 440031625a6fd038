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
  /** What it shows, in a phrase, for those who do not see it. */
  readonly description?: string;
  readonly kind: 'state' | 'sequence' | 'synchronisation';
  readonly source: string;
  readonly legend?: Legend;
  /** The same with groups of states folded: all of them first, then all but one. */
  readonly foldings?: readonly Folding[];
};

/** A diagram in which groups of states are folded into one box each, but for the one whose id is in `open`. */
export type Folding = Omit<Diagram, 'foldings'> & { readonly open?: string };

/** What the parts of a diagram stand for, so that programs can find them in what is drawn. */
export type Legend = {
  /** By the ids in the source. Initial and final marks have none. */
  readonly nodes: { readonly [id: string]: Drawn };
  /** In the order of the source: the arrows of a state diagram, marks of initial and final states included; the messages of a sequence. */
  readonly edges: readonly DrawnEdge[];
};

/** What a box of a diagram stands for: a state, a saved state, a group that is drawn around its states, or states that are folded. */
export type Drawn =
  | { readonly state: string }
  | { readonly recall: string }
  | { readonly group: string }
  | { readonly folded: string; readonly states: readonly string[]; readonly group?: string };

/** What an arrow stands for: rows of the table by their index, and events. `from` and `to` are ids of the source; marks have one of them. */
export type DrawnEdge = {
  readonly from?: string;
  readonly to?: string;
  readonly rows: readonly number[];
  readonly events: readonly string[];
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

/** A table with its judgement. */
export type TableInput = Input<Table>;
/** A system with its judgement. */
export type SystemInput = Input<System>;

/** Whether it is a system that is shown. */
export const isSystemInput = (input: Input): input is SystemInput => isSystem(input.model);

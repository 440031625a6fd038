/** A diagram as it was laid out: what stands where, and nothing of how it looks. */

/** What a part of a diagram is, which decides how it looks. */
export type Role =
  | 'group'
  | 'title'
  | 'edge'
  | 'state'
  | 'mark'
  | 'end'
  | 'label'
  | 'lane'
  | 'person'
  | 'lifeline'
  | 'message'
  | 'words'
  | 'note'
  | 'loop'
  | 'block'
  | 'heading';

/** A shape in units of the diagram. `arrow` is a tip that points to `to`, coming from the direction of `from`. */
export type Shape =
  | { readonly rect: readonly [x: number, y: number, width: number, height: number] }
  | { readonly circle: readonly [x: number, y: number, radius: number] }
  | { readonly line: readonly [x1: number, y1: number, x2: number, y2: number] }
  | { readonly path: string }
  | { readonly arrow: readonly [fromX: number, fromY: number, toX: number, toY: number] };

/** A line of text around its middle. */
export type Line = { readonly text: string; readonly x: number; readonly y: number };

/** A part of a diagram. */
export type Part = {
  readonly role: Role;
  /** The id of a box in the source of the diagram, or the place of an arrow among all arrows. */
  readonly id?: string;
  readonly edge?: number;
  /** It is drawn in some way of its own: the names of classes in the source, or `dotted`. */
  readonly ways: readonly string[];
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  /** The place that all lines take together: x, y, width and height. */
  readonly place?: readonly [number, number, number, number];
};

/** A whole diagram; its upper left corner is at zero. Parts stand in the order in which they are painted. */
export type Scene = { readonly width: number; readonly height: number; readonly parts: readonly Part[] };

/** What the renderer of a site asks for: a diagram as a piece of a page. */
import type { Diagram } from '../../../generators/artefact.ts';

/** What a part of a diagram shows of its table, by its id. */
export type Shown = { readonly state: string } | { readonly event: string } | { readonly group: string };

/** A diagram to be drawn into a page. */
export type DiagramJob = {
  /** Tells the job from all others; what is drawn has ids that begin with a digest of it, so that they are unique in any page. */
  readonly key: string;
  readonly diagram: Diagram;
  /** BCP 47 tag of the language of the controls around the diagram. */
  readonly language: string;
  /** The address of the page about a part, below the root of the site: `/session/states/onHold/`. */
  readonly linkOf: (shown: Shown) => string | undefined;
};

/** How diagrams are drawn. */
export type DrawOptions = {
  /** The folder that keeps what was drawn, so that it is not drawn again; `node_modules/.cache/stateatlas/diagrams` unless given. */
  readonly cache?: string;
  readonly onProgress?: (done: number, of: number) => void;
};

/** The HTML of each job by its key: an `atlas-diagram` element with the SVG in it, safe to stand in a page as it is. */
export type Drawn = ReadonlyMap<string, string>;

/** Draws diagrams; what was drawn before is taken from the cache. @throws {MissingTool} without mermaid-cli or a browser. */
export type DrawAll = (jobs: readonly DiagramJob[], options?: DrawOptions) => Promise<Drawn>;

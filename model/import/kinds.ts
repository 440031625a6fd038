/** The formats and layouts of documents that are read. */

/** The formats that are read. `text` is flattened text; `html`, `markdown`, `csv`, `mermaid` and `data` (JSON or YAML) keep their structure. */
export const FORMATS = ['text', 'html', 'markdown', 'csv', 'mermaid', 'data'] as const;

/** A format that is read. */
export type Format = (typeof FORMATS)[number];

/** The layouts that are recognised, or demanded with `--layout`. */
export const LAYOUTS = [
  /** A row per state, with columns of previous and next states. */
  'columns',
  /** The same, flattened to text. */
  'flattened',
  /** A row per transition: start, end, how to get there; or prior states, event, state, description. */
  'transitions',
  /** Events × states; the cells say `action/next`. */
  'matrix',
  /** From × to; a cell says whether, or by what, one becomes the other. */
  'from-to',
  /** A section or an item per state: “can transition to X through Y”. */
  'definitions',
  /** A state diagram. */
  'diagram',
  /** States with descriptions, without any arrow. */
  'states',
] as const;
/** How the states of a document are laid out. */
export type Layout = (typeof LAYOUTS)[number];

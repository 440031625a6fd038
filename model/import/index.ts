/**
 * Reading documents: what a table of states that somebody wrote for people says, and where it could be read otherwise.
 *
 * @module stateatlas/import
 */
export { type Draft, draftOf, type NoDraft, type Question } from './draft.ts';
export { type Format, LAYOUTS, type Layout } from './kinds.ts';
export { type ReadOptions, readDocument } from './read.ts';
export type {
  Ambiguity,
  ColumnKind,
  DocumentClaim,
  DocumentFinding,
  DocumentState,
  Reading,
  Role,
  SourceDocument,
  Unreadable,
} from './types.ts';
export { ROLES } from './types.ts';

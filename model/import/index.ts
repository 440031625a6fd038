/** Reading documents: what a table of states that somebody wrote for people says, and where it could be read otherwise. */
export { type Draft, draftOf, type NoDraft, type Question } from './draft.ts';
export { readDocument } from './read.ts';
export type {
  Ambiguity,
  ColumnKind,
  DocumentClaim,
  DocumentFinding,
  DocumentState,
  Reading,
  SourceDocument,
  Unreadable,
} from './types.ts';

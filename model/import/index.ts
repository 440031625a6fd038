/** Reading documents: what a table of states that somebody wrote for people says, and where it could be read otherwise. */
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

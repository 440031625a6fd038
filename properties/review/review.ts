/** Reviewing: from documents that were read, and a table, to findings and decisions. */
import type { Reading } from '../../model/import/index.ts';
import type { Table } from '../../model/table/types.ts';
import type { Review } from './types.ts';

/** What is reviewed. */
export type ReviewRequest = {
  /** The table that documents are held against. Without it, each is held against itself. */
  readonly table?: Table;
  /** Documents that were read, with their text where it is at hand. */
  readonly documents?: readonly { readonly name: string; readonly text?: string; readonly reading: Reading }[];
  /**
   * The source of the table that a document is, by the document's name. Without an entry it is the source whose `location` is
   * that name or ends it, else the only source of the table where one document is reviewed.
   */
  readonly sources?: { readonly [document: string]: string };
  /** Whether sources that the table restates are reviewed beside the documents. Without documents they always are. */
  readonly restated?: boolean;
};

/** Reviews documents against a table and against themselves. */
export function reviewOf({ table }: ReviewRequest): Review {
  return { ...(table && { table: table.name }), documents: [], findings: [] };
}

/** From a document to what it says, or why it cannot be read. */
import { contentOf, formatOf } from './formats/index.ts';
import type { Format, Layout } from './kinds.ts';
import { foundIn, type Left } from './layouts/index.ts';
import type { Wild } from './layouts/wildcards.ts';
import { reading } from './reading.ts';
import type { DocumentFinding, Reading, Role, SourceDocument, Unreadable } from './types.ts';

/** How a document is to be read, where that is not to be recognised: its format, its layout, and the roles of its columns in their order. */
export type ReadOptions = { readonly format?: Format; readonly layout?: Layout; readonly columns?: readonly Role[] };

/**
 * Reads a document: its format and its layout are recognised or demanded, and of all readings of its rows the most consistent one is taken. Never throws; what
 * cannot be read is said with its place and a remedy.
 */
export function readDocument(document: SourceDocument, options: ReadOptions = {}): Reading | Unreadable {
  const format = options.format ?? formatOf(document);
  const content = contentOf(document, format);
  if ('problem' in content) return content;
  const laid = foundIn(content, document.text.replace(/^\ufeff/, ''), options);
  if ('problem' in laid) return laid;
  const read = reading(document, laid.found, format);
  const left = laid.left.map((each) => leftUnread(document.name, laid.found.layout, each));
  return { ...read, findings: [...read.findings, ...laid.wild.map((word) => allStates(document.name, word)), ...left] };
}

/** Says what stands in a document beside what was read. */
const leftUnread = (document: string, read: Layout, { what, layout, line, column }: Left): DocumentFinding => ({
  code: 'SA306',
  severity: 'note',
  message:
    layout === undefined || layout === read
      ? `${what} was left unread`
      : `${what} was left unread, since the layout ${read} says more here; --layout ${layout} reads it`,
  ...{ document, line, column },
});

/** Says what a word for all states was taken to mean. */
const allStates = (document: string, { text, states, line, column }: Wild): DocumentFinding => ({
  code: 'SA307',
  severity: 'note',
  message:
    states === 0
      ? `“${text}” would mean too many states here and is taken as one`
      : `“${text}” is taken to mean every state but the one the arrow leads to: ${states} here`,
  ...{ document, line, column },
});

/** From a document to its content, whatever its format. */
import type { Content } from '../content.ts';
import type { Format } from '../kinds.ts';
import type { SourceDocument, Unreadable } from '../types.ts';
import { sniffed } from './sniff.ts';
import { contentOfText } from './text.ts';

/** The format of a document: what its name says, else what its text looks like. */
export const formatOf = (document: SourceDocument): Format => sniffed(document);

/** A document, taken apart; or why it cannot be. Never throws. */
export function contentOf(document: SourceDocument, format: Format = formatOf(document)): Content | Unreadable {
  return format === 'mermaid'
    ? { format, blocks: [{ kind: 'code', language: 'mermaid', text: document.text, line: 1, column: 1 }] }
    : contentOfText(document.text);
}

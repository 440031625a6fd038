/** Prose in Markdown, held against a table: what it mentions, and the copies of the table that somebody made in it. */
import type { Reading, SourceDocument } from '../../model/import/index.ts';
import type { Table } from '../../model/table/types.ts';
import type { Draft } from './draft.ts';
import type { Against } from './meanings.ts';
import { copiesIn } from './prose-copies.ts';
import { mentionsIn } from './prose-mentions.ts';
import { namesOf } from './prose-names.ts';
import { isGenerated, proseIn } from './prose-text.ts';

/**
 * What Markdown says otherwise than a table, in prose and in lists, tables and diagrams. Pages that `generate` writes and blocks that it fills, front matter, comments and
 * code of other languages than Mermaid are skipped, and so is what was read of the document as its own table.
 */
export function proseOf(against: Against, { name, text }: SourceDocument, reading?: Reading): readonly Draft[] {
  if (isGenerated(text)) return [];
  const names = namesOf(against.table);
  const { lines, withDiagrams } = proseIn(text);
  const read = new Set([...(reading?.states ?? []), ...(reading?.claims ?? [])].map(({ line }) => line));
  const prose = lines.map((line, index) => (read.has(index + 1) ? '' : line));
  return [
    ...mentionsIn({ name, lines: prose, names, against }),
    ...copiesIn({ name, lines: withDiagrams, names, against, read }),
  ];
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;

/**
 * Whether a Markdown document as it was read is about a table's lifecycle: at least half of its states are called like states of the table where it only
 * lists or defines them, and one where it says how states become others. A list without more is prose: it may be of anything, and of some states only. Generated pages
 * are nobody's document.
 */
export function isAbout(table: Table, { text }: SourceDocument, { layout, states }: Reading): boolean {
  if (isGenerated(text)) return false;
  const first = text.split(/\r\n|\n|\r/)[(states[0]?.line ?? 1) - 1] ?? '';
  if (layout === 'states' && ITEM.test(first)) return false;
  const { statesCalled } = namesOf(table);
  const known = states.filter(({ label }) => statesCalled(label).length > 0).length;
  return layout === 'states' || layout === 'definitions' ? 2 * known >= states.length : known > 0;
}

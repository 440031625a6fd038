/** The synchronisation of a system as a diagram: a line for each event, a column for each set, shared memory or channel. */
import type { System } from '../../model/system/types.ts';
import type { Diagram, Shown } from '../artefact.ts';
import { shorten } from '../characters.ts';
import { causeText, columnsOf, eventText, vectorsOf } from '../synchronisation.ts';
import { escapeLabel, wrap } from './escape.ts';
import { systemVoiceOf, titleIn } from './names.ts';
import { wordsOf } from './words.ts';

/** The width of a page, and the least width of a column, in characters. */
const PAGE_WIDTH = 116;
const COLUMN_WIDTH = 20;

/** The longest text of a block, in characters. */
const LONGEST = 240;

const CLASSES = ['classDef default font-size:16px', 'classDef heading font-weight:bold,fill:none,stroke:none'];

/**
 * A block diagram whose lines join all that happens at once. Columns stand in the order of the system, so that the same set is always
 * below itself and no line crosses another. Nothing where no event is synchronised.
 */
export function synchronisation({ model: system, language }: Shown<System>): readonly Diagram[] {
  const voice = systemVoiceOf(system, language);
  const vectors = vectorsOf(system, voice);
  if (vectors.length === 0) return [];
  const columns = columnsOf(system, vectors, language, voice);
  const width = Math.max(COLUMN_WIDTH, Math.floor(PAGE_WIDTH / (columns.length + 1)));
  const label = (...texts: readonly string[]): string =>
    escapeLabel(texts.map((text) => wrap(shorten(text, LONGEST), width)).join('\n'));
  const heads = columns.map(({ heading }, column) => `h${column}["${label(heading)}"]`);
  const lines = [
    'block-beta',
    `  columns ${columns.length + 1}`,
    `  h["${escapeLabel(wordsOf(language).event)}"] ${heads.join(' ')}`,
  ];
  const links: string[] = [];
  for (const [row, vector] of vectors.entries()) {
    const cause = causeText(system, vector.event, language, voice);
    const event = `${cause === '' ? '' : `${cause}: `}${eventText(vector.event, language)}`;
    const blocks = [`e${row}(["${label(event)}"])`];
    let before = `e${row}`;
    for (const [column, { moves, sets }] of columns.entries()) {
      const moving = moves(vector);
      const said = moving.length > 0 ? moving : sets(vector);
      const id = `c${row}x${column}`;
      blocks.push(said.length === 0 ? 'space' : `${id}["${label(...said)}"]`);
      if (said.length === 0) continue;
      links.push(`  ${before} --- ${id}`);
      before = id;
    }
    lines.push(`  ${blocks.join(' ')}`);
  }
  const headings = ['h', ...columns.map((_, column) => `h${column}`)];
  lines.push(...links, ...CLASSES.map((line) => `  ${line}`), `  class ${headings.join(',')} heading`);
  const title = wordsOf(language).together(titleIn(system.title, language, system.name));
  return [{ name: 'synchronisation', title, kind: 'synchronisation', source: `${lines.join('\n')}\n` }];
}

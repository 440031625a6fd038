import { expect, test } from 'vitest';
import { session } from '../../model/rescue/session.atlas.ts';
import { tableArbitrary } from '../../model/table/arbitrary.ts';
import { law } from '../../model/testing.ts';
import { edgesOf, targetKey } from '../mermaid/edges.ts';
import { textDiagram } from './diagram.ts';

const linesOf = (text: string): readonly string[] => text.split('\n');

law.prop([tableArbitrary()])(
  'has a line for every state and every pair of ends, and cannot steer a terminal',
  (table) => {
    const lines = linesOf(textDiagram(table, 'en'));
    const pairs = new Set(edgesOf(table).map(({ from, to }) => `${from}\n${targetKey(to)}`));
    expect(lines.filter((line) => /^. {5}[├└]─ /u.test(line) || /^ {6}[├└]─ /.test(line))).toHaveLength(pairs.size);
    const groups = new Set(Object.values(table.states).flatMap(({ group }) => group ?? []));
    const around = 2 + 2 + 2 * groups.size;
    expect(lines).toHaveLength(around + Object.keys(table.states).length + pairs.size);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  },
);

test('shows marks, merged arrows, guards, timers, recalled states, and where somebody stands', () => {
  const lines = linesOf(textDiagram(session, 'en', { state: 'offline', memory: {} }));
  expect(lines).toContain('│  ●  Connecting');
  expect(lines).toContain('    ◉ Removed from the queue');
  expect(lines).toContain('│     ├─ idle time-out · system time-out (after 14 days) ─▶ Timed out');
  expect(lines).toContain('│     └─ close session [kind of time-out = administrator] ─▶ Closed by technician');
  expect(lines).toContain('│     ├─ reboot done ─▶ back to: status before the interruption');
  expect(lines.filter((line) => line.includes('▶  '))).toEqual(['│ ▶   Offline']);
  expect(textDiagram(session, 'fr')).toContain('En attente');
});

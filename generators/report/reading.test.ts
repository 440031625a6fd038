/** What `import` prints of a document, told by hand. */
import { expect, test } from 'vitest';
import { type Reading, readDocument } from '../../model/import/index.ts';
import { readingReport } from './reading.ts';

test('arrows with their events, where they begin, what was read, and what was left beside it', () => {
  const text = [
    '| from \\ to | Open | Paid |',
    '|---|---|---|',
    '| Open | | pay (if open) |',
    '| Paid | refund | |',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> Open',
    '  Open --> [*] : drop',
    '```',
  ].join('\n');
  const report = (layout?: 'diagram'): readonly string[] => {
    const reading = readDocument({ name: 'a.md', text }, layout === undefined ? {} : { layout });
    return readingReport(reading as Reading, false).split('\n');
  };
  expect(report()).toEqual([
    'a.md',
    '  open  Open   [a.md:3]',
    '    edge     paid  on pay  if open   [a.md:3:12]',
    '  paid  Paid   [a.md:4]',
    '    edge     open  on refund   [a.md:4:10]',
    '  SA306 a diagram was left unread, since the layout from-to says more here; --layout diagram reads it   [a.md:7:1]',
    '  markdown, from-to: 2 states, 2 claims; 0 could be read otherwise; 1 finding',
  ]);
  expect(report('diagram')).toEqual([
    'a.md',
    '  open  Open   [a.md:8]',
    '    edge     begins here   [a.md:8:3]',
    '    edge     none  on drop   [a.md:9:3]',
    '  SA306 a table was left unread   [a.md:1:1]',
    '  markdown, diagram: 1 state, 2 claims; 0 could be read otherwise; 1 finding',
  ]);
});

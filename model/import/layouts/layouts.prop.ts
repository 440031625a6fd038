/** Laws of layouts: a lifecycle that is written out is recognised in its layout and found again exactly, whatever the format. */
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { law } from '../../testing.ts';
import { contentOf } from '../formats/index.ts';
import { FORMATS, LAYOUTS } from '../kinds.ts';
import { foundIn } from './index.ts';
import {
  arrowsOf,
  drawn,
  inWords,
  type Lifecycle,
  laid,
  lifecycles,
  nameOf,
  PRINTED,
  ROWS,
  turned,
} from './testing.ts';

const RUNS = { numRuns: 40 };
const expected = ({ edges }: Lifecycle): readonly string[] => edges.map(nameOf).toSorted();

describe.each(Object.entries(PRINTED) as [keyof typeof PRINTED, (rows: readonly (readonly string[])[]) => string][])(
  'tables in %s',
  (format, print) => {
    law.prop([lifecycles(), fc.constantFrom('transitions', 'matrix', 'from-to')], RUNS)(
      'arrows with their events are found again',
      (lifecycle, layout) => {
        const { found, left } = laid(print(ROWS[layout](lifecycle)), format);
        expect(found.layout).toBe(layout);
        expect(arrowsOf(found).toSorted()).toEqual(expected(lifecycle));
        expect(left).toEqual([]);
      },
    );

    law.prop([lifecycles()], RUNS)('a matrix is read either way round', (lifecycle) => {
      const [[, ...head] = [], ...body] = turned(ROWS.matrix(lifecycle));
      const { found } = laid(print([['State', ...head], ...body]), format);
      expect(found.layout).toBe('matrix');
      expect(arrowsOf(found).toSorted()).toEqual(expected(lifecycle));
    });

    law.prop([lifecycles()], RUNS)('lists of previous and next states are found again', (lifecycle) => {
      const { found } = laid(print(ROWS.columns(lifecycle)), format);
      const pairs = new Set(lifecycle.edges.map(({ from, to }) => `${from} → ${to}`));
      const read = arrowsOf(found).filter((arrow) => !arrow.includes('none'));
      expect(found.layout).toBe('columns');
      expect(read.toSorted()).toEqual([...pairs, ...pairs].toSorted());
    });

    law.prop([lifecycles()], RUNS)('no arrow is invented from states and their descriptions', (lifecycle) => {
      const { found } = laid(print(ROWS.states(lifecycle)), format);
      expect(found.layout).toBe('states');
      expect(arrowsOf(found)).toEqual([]);
      expect(found.named.map(({ text }) => text)).toEqual(lifecycle.states);
    });
  },
);

law.prop([lifecycles()], RUNS)('sentences under headings are found again', (lifecycle) => {
  const { found } = laid(inWords(lifecycle), 'markdown');
  expect(found.layout).toBe('definitions');
  expect(arrowsOf(found).toSorted()).toEqual(expected(lifecycle));
  expect(found.named.length).toBeLessThanOrEqual(lifecycle.states.length);
});

law.prop([lifecycles()], RUNS)('a diagram is found again, also inside Markdown', (lifecycle) => {
  const diagram = drawn(lifecycle);
  for (const { found } of [
    laid(diagram, 'mermaid'),
    laid(`# Title\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`, 'markdown'),
  ]) {
    expect(found.layout).toBe('diagram');
    expect(arrowsOf(found).toSorted()).toEqual(expected(lifecycle));
    expect(found.named.map(({ text }) => text)).toEqual(lifecycle.states);
  }
});

/** Lines that mean something to one layout or another, in any order. */
const PIECES = [
  ...[
    '| From \\ To | A | B |',
    '|---|---|---|',
    '| A | x | - |',
    '| Status | Next |',
    '|---|---|',
    '| A | B, C |',
    '## A',
    '- → B (if so)',
  ],
  ...[
    '→',
    'can become A by',
    '- from',
    'Next:',
    '```mermaid',
    '```',
    'stateDiagram-v2',
    'state A {',
    '}',
    '--',
    'A --> [*]',
    '[*] --> A',
    'A --> A : [',
    'state c <<choice>>',
  ],
  ...[
    'c --> c',
    'note right of A',
    'end note',
    'flowchart LR',
    'A --> B & C',
    'A -->|x|',
    '[1] note',
    '* **A**: wird zu A',
    ';',
    'state "A" as B {',
    '%%{',
  ],
];

law.prop(
  [
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 14 }),
    fc.constantFrom(...FORMATS),
    fc.option(fc.constantFrom(...LAYOUTS), { nil: undefined }),
  ],
  { numRuns: 300 },
)('anything is either found or said to be unreadable, with a place and a remedy', (lines, format, layout) => {
  const text = lines.join('\n');
  const content = contentOf({ name: 'any', text }, format);
  const result = 'problem' in content ? content : foundIn(content, text, layout === undefined ? {} : { layout });
  if ('problem' in result) {
    expect(result.remedy).not.toBe('');
    expect(result.line).toBeGreaterThanOrEqual(1);
    return;
  }
  const spots = result.found.arrows.flatMap((arrow) => [arrow, ...arrow.from, ...arrow.to]);
  for (const { line } of [...spots, ...result.left]) expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
});

/** Whatever stands in a scene, the SVG of it is text and numbers in a closed set of elements. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { visible } from '../../../model/table/diagnostic.ts';
import { law } from '../../../model/testing.ts';
import { compose } from './compose.ts';
import type { Part, Role, Shape } from './scene.ts';
import { attribute, elementsOf, textOf } from './testing.ts';

const number = fc.integer({ min: -50, max: 5_000 });
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '"><style>*{}</style>',
    '&lt;b&gt;',
    '\u202eabc',
    '<!-- -->',
    ']]>',
    '🎉',
  ),
);
const role = fc.constantFrom<Role>('group', 'title', 'edge', 'state', 'mark', 'end', 'label', 'lane', 'note', 'words');
const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.tuple(number, number, number, number).map((rect) => ({ rect })),
  fc.tuple(number, number, number, number).map((arrow) => ({ arrow })),
  fc.constant({ path: 'M0,0L5,5' }),
);
const part: fc.Arbitrary<Part> = fc.record({
  role,
  id: fc.constantFrom('s0', 's1', 'other'),
  edge: fc.nat(2),
  ways: fc.constantFrom([], ['current']),
  shapes: fc.array(shape, { maxLength: 2 }),
  lines: fc.array(fc.record({ text: hostile, x: number, y: number }), { maxLength: 2 }),
});

law.prop([fc.array(part, { maxLength: 6 }), fc.array(hostile, { minLength: 4, maxLength: 4 })], { numRuns: 200 })(
  'hostile texts, titles, ids and addresses stay what they are',
  (parts, [title, state, event, address]) => {
    const html = compose(
      { width: 100, height: 100, parts },
      {
        id: 'd',
        diagram: {
          title: title as string,
          description: title as string,
          legend: {
            nodes: { s0: { state: state as string }, s1: { group: state as string } },
            edges: [{ from: 's0', to: 's1', rows: [1, 2], events: [event as string] }],
          },
        },
        linkOf: () => address,
      },
    );
    const elements = elementsOf(html);
    expect(elements.filter(({ tagName }) => tagName === 'svg')).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'tspan')).toHaveLength(
      parts.flatMap(({ lines }) => lines).length,
    );
    for (const link of elements.filter(({ tagName }) => tagName === 'a')) expect(attribute(link, 'href')).toBeDefined();
    const shown = elements.filter(({ tagName }) => tagName === 'tspan').map(textOf);
    const letters = (text: string): string => text.replace(/[^a-z0-9]/gi, '');
    const written = parts.flatMap(({ lines }) => lines.map(({ text }) => letters(visible(text))));
    expect(shown.map(letters).toSorted()).toEqual(written.toSorted());
  },
);

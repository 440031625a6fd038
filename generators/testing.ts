/** A table whose texts look like the syntax of everything that is generated from it. For tests. */
import type { Table } from '../model/table/types.ts';

/** Labels that are likely to break a format. */
export const NASTY = [
  '"quoted"',
  'a: b; c',
  'end',
  '# 50%% of [x] {y} |z|',
  'two\nlines',
  '<script>alert(1)</script>',
  'a `b` **c** _d_',
  '&lt; \\ ~',
  'emoji 🎉',
  'שלום',
  '*/ @see {x}',
  '',
];

/** A ring of states and events with nasty labels. */
export const nasty: Table = {
  name: 'nasty',
  states: Object.fromEntries(
    NASTY.map((label, index) => [
      `s${index}`,
      { label, description: label, ...(index === 0 ? { initial: true as const } : {}) },
    ]),
  ),
  events: Object.fromEntries(NASTY.map((label, index) => [`e${index}`, { label, by: 'someone' }])),
  transitions: NASTY.map((_, index) => ({
    from: `s${index}`,
    on: [`e${index}`, 'e0'],
    to: `s${(index + 1) % NASTY.length}`,
  })),
};

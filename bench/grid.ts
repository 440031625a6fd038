import type { Table } from '../model/table/types.ts';

/** Three counters that go up by themselves: `size`³ configurations. */
export const grid = (size: number): Table => ({
  name: 'grid',
  states: { on: { initial: true } },
  events: { a: {}, b: {}, c: {} },
  memory: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { range: [0, size - 1], initial: 0 }])),
  transitions: ['a', 'b', 'c'].map((name) => ({
    from: 'on',
    on: name,
    when: { [name]: { lt: size - 1 } },
    to: 'stay',
    set: { [name]: { add: 1 } },
  })),
});

/**
 * Dijkstra’s ring of machines that stabilises itself, from “Self-stabilizing systems in spite of distributed control” (1974).
 *
 * A machine has the privilege when its counter differs from the one before it; the first one, when it equals the last one. Wherever the
 * counters start, in the end there is exactly one privilege, which goes round. There is no table here: a machine is its counter.
 */
import { defineSystem } from '../system/define.ts';

const VALUES = [0, 1, 2, 3, 4, 5] as const;
const LARGEST = 5;

/** A machine after the first one, and the one before it. */
const neighbours = { of: { m: 'machine', n: { next: 'm' } }, distinct: ['n', 'machine1'] } as const;
const differ = { n: { counter: { ne: { memory: 'counter', of: 'm' } } } } as const;
const equal = { n: { counter: { memory: 'counter', of: 'm' } } } as const;
const firstHas = { machine1: { counter: { memory: 'counter', of: 'machine6' } } } as const;
const isSingle = {
  any: [
    { ...firstHas, count: { ...neighbours, is: differ, eq: 0 } },
    { not: firstHas, count: { ...neighbours, is: differ, eq: 1 } },
  ],
} as const;
const fair = { weak: ['countOn', 'startAgain', 'pass'] } as const;

export const stabilisingRing = defineSystem({
  name: 'stabilisingRing',
  title: 'A ring of six machines that stabilises itself',
  tables: [],
  instances: { machine: { count: 6, memory: { counter: { range: [0, LARGEST], initial: VALUES } } } },
  events: {
    countOn: {
      when: { ...firstHas, not: { machine1: { counter: LARGEST } } },
      set: { machine1: { counter: { add: 1 } } },
    },
    startAgain: {
      when: { ...firstHas, all: [{ machine1: { counter: LARGEST } }] },
      set: { machine1: { counter: 0 } },
    },
    pass: {
      with: neighbours.of,
      distinct: neighbours.distinct,
      when: differ,
      set: { n: { counter: { memory: 'counter', of: 'm' } } },
    },
  },
  properties: {
    'there is always a privilege': { invariant: { enabled: ['countOn', 'startAgain', 'pass'] } },
    'there can be five privileges': { reachable: { count: { ...neighbours, is: differ, eq: 5 } } },
    'a single privilege stays single': { never: { not: isSingle }, after: isSingle },
    'in the end there is a single privilege': { eventually: isSingle, fair },
    'every machine has the privilege again and again': {
      forAll: neighbours.of,
      distinct: neighbours.distinct,
      when: equal,
      leadsTo: differ,
      fair,
    },
    'there is a single privilege from the start': { invariant: isSingle },
  },
  rulings: [
    {
      property: 'there is a single privilege from the start',
      because: 'Kept to show what stabilises: the counters may start anywhere.',
    },
  ],
});

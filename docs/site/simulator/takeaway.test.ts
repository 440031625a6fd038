import { describe, expect, test } from 'vitest';
import { fragmentOf } from '../../../generators/site/fragment.ts';
import { order } from '../../../model/gallery/order.atlas.ts';
import type { Table } from '../../../model/table/types.ts';
import { runIn, tokensIn } from './link.ts';
import { runOf, worldOf } from './run.ts';
import { commandOf, testOf } from './takeaway.ts';

describe('what is taken away', () => {
  const world = worldOf(order);

  test('a command, in which the token is one word of a shell', () => {
    expect(commandOf(world, runOf(world, '0:place,pay'))).toBe('stateatlas play --table order --token 0:place,pay');
  });

  test('a test of an implementation: the steps with what has to be seen, and what is as right', () => {
    const fork: Table = {
      name: 'fork',
      states: { here: { initial: true }, left: {}, right: {} },
      events: { go: {} },
      transitions: [
        { from: 'here', on: 'go', to: 'left' },
        { from: 'here', on: 'go', to: 'right' },
      ],
    };
    const two = worldOf(fork);
    expect(
      testOf(two, runOf(two, '0:go~1')),
    ).toBe(`// Written by the simulator of a site of State Atlas: one run, for a driver of an implementation.
// Again: stateatlas play --table fork --token 0:go~1
import { type Driver, follow, type SuiteTest } from 'stateatlas/suites';
import { describe, test } from 'vitest';
import { driver } from "./driver.ts";

const tests: readonly SuiteTest[] = [
  {
    name: "1 go",
    initial: {"state":"here","memory":{}},
    steps: [
      {"event":"go","expect":"accepted","rows":[{"row":1}],"to":{"state":"right","memory":{}},"or":[{"state":"left","memory":{}}]},
    ],
  },
];

describe("fork: a run of the simulator", { concurrent: false }, () => {
  for (const each of tests)
    test(each.name, async () => {
      await follow(driver satisfies Driver, each);
    });
});
`);
  });

  test('a link, whose marks stay readable; a token that somebody pasted is read as well', () => {
    expect(fragmentOf('0:place,decline~1')).toBe('#token=0:place,decline~1');
    expect(fragmentOf('0:put@a%20b')).toBe('#token=0:put@a%2520b');
    expect(fragmentOf('0:a(b)')).toBe('#token=0:a%28b%29');
    expect(tokensIn('#token=0:a%28b%29')[0]).toBe('0:a(b)');
    expect(tokensIn('#token=0:put@a%2520b')).toEqual(['0:put@a%20b', '0:put@a%2520b']);
    expect(tokensIn('#token=0:%')).toEqual(['0:%']);
    expect(tokensIn('#overview')).toEqual([]);
    expect(runIn(world, '#overview')).toBeUndefined();
    expect(() => runIn(world, '#token=0:pay')).toThrow('pay, is not enabled in cart');
  });
});

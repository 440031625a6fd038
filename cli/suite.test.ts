/** Suites through the command line that cannot be written: why, and with which exit code. */
import { expect, test } from 'vitest';
import { exploreModel } from '../model/explore/index.ts';
import { order } from '../model/gallery/order.atlas.ts';
import { suiteOf } from '../properties/suites/index.ts';
import { inOneText } from './commands/suite.ts';
import { performed } from './commands/testing.ts';
import { Stop } from './exit.ts';
import { folderWith } from './testing.ts';

const WIDE = `name: wide
states: { on: { initial: true } }
events: { up: {}, more: {} }
memory: { a: { range: [0, 999], initial: 0 }, b: { range: [0, 999], initial: 0 } }
transitions:
  - { from: on, on: up, to: on, set: { a: { add: 1 } } }
  - { from: on, on: more, to: on, set: { b: { add: 1 } } }
`;

const CHOICE = `name: choice
states: { a: { initial: true }, b: {}, c: {} }
events: { e: {} }
transitions:
  - { from: a, on: e, to: b }
  - { from: a, on: e, to: c }
`;

test('a table that cannot be explored to its end has no suite', async () => {
  const { code, err } = await performed(folderWith({ 'wide.atlas.yaml': WIDE }), ['suite', 'rows']);
  expect([code, err.trim()]).toEqual([
    4,
    'there is no suite rows of wide: it needs every configuration, and exploring stopped at 500000 configurations',
  ]);
});

test('a table that leaves a choice has a tour, and no suite that finds every fault', async () => {
  const folder = folderWith({ 'choice.atlas.yaml': CHOICE });
  const tour = await performed(folder, ['suite', 'tour', '--as', 'csv']);
  expect([tour.code, tour.err]).toEqual([0, expect.stringContaining('in one place an event can lead')]);
  const every = await performed(folder, ['suite', 'w', '--as', 'csv']);
  expect([every.code, every.err]).toEqual([2, expect.stringContaining('e can lead from a to b or to c')]);
});

test('what must be refused is sent where it is said, and not at all on request', async () => {
  const folder = folderWith({ 'choice.atlas.yaml': CHOICE });
  const csv = async (...more: string[]): Promise<number> => {
    const { out } = await performed(folder, ['suite', 'rows', '--as', 'csv', '--quiet', ...more]);
    return out.split(',refused,').length - 1;
  };
  expect([await csv(), await csv('--refusals', 'configurations'), await csv('--refusals', 'none')]).toEqual([2, 2, 0]);
  const method = await performed(folder, ['suite', 'hsi', '--refusals', 'none']);
  expect([method.code, method.err]).toEqual([2, expect.stringContaining('hsi sends every event everywhere')]);
});

test.each([
  [
    ['rows', '--extra', '1'],
    'rows promises nothing of the states of an implementation; w, wp and hsi take more states',
  ],
  [
    ['rows', '--as', 'checklist', '--language', 'xx'],
    'there is no language xx; there are de, en, es, fr, it, ja, nl, pt',
  ],
])('what would say nothing is wrong usage: %s', async (args, message) => {
  const labelled = CHOICE.replace('b: {}', 'b: { label: { ja: 終わり } }');
  const { code, err, out } = await performed(folderWith({ 'choice.atlas.yaml': labelled }), ['suite', ...args]);
  expect([code, err, out]).toEqual([2, expect.stringContaining(message), '']);
});

test('a language is taken by its base, and labels in any language of the table', async () => {
  const labelled = CHOICE.replace('b: {}', 'b: { label: { ja: 終わり } }');
  const args = ['suite', 'rows', '--as', 'checklist', '--quiet', '--language'];
  const written = async (tag: string) =>
    (await performed(folderWith({ 'c.atlas.yaml': labelled }), [...args, tag])).out;
  expect(await written('ja')).toContain('it is in 終わり');
  expect(await written('fr-CA')).toContain('nouvel état :');
});

test('a suite that is longer than any text can be is wrong usage, with advice', () => {
  const suite = suiteOf(exploreModel(order), 'w');
  expect(inOneText(suite, () => 'short')).toBe('short');
  const tooLong = (): string => inOneText(suite, () => 'x'.repeat(2 ** 30));
  expect(tooLong).toThrow(Stop);
  expect(tooLong).toThrow(/^the suite w of order has \d+ tests and \d+ steps, too many for one text; choose a smaller/);
  try {
    tooLong();
  } catch (thrown) {
    expect((thrown as Stop).code).toBe(2);
  }
});

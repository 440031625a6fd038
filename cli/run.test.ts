/** How a command ends: codes and their order, errors of ours, readers and disks that stop. */
import { expect, test } from 'vitest';
import { Defect } from '../properties/judge/index.ts';
import { performed } from './commands/testing.ts';
import { EXIT, EXIT_MEANINGS, Stop, strongest } from './exit.ts';
import { ending, program } from './run.ts';
import { folderWith, ORDER, shell, stateatlas } from './testing.ts';

test('the strongest exit code wins, in the order of the table', () => {
  expect(strongest([0, 4, 1])).toBe(1);
  expect(strongest([1, 5, 3])).toBe(3);
  expect(strongest([3, 2])).toBe(2);
  expect(strongest([2, 70])).toBe(70);
  expect(strongest([])).toBe(0);
});

test('an error that no verb expects is a defect of ours: exit 70, with the stack only where it is asked for', () => {
  const { code, lines } = ending(new TypeError('no such thing'), false);
  expect(code).toBe(70);
  expect(lines).toEqual([
    'A defect of State Atlas, not of your table: TypeError: no such thing',
    'Please report it with the table and the command. Run again with --debug for the stack.',
  ]);
  expect(ending(new TypeError('no such thing'), true).lines.join('\n')).toContain('run.test.ts');
  expect(ending(new Defect('the trace does not replay'), false).lines[0]).toContain('a claim of ours does not stand');
  expect(ending(undefined, true)).toMatchObject({ code: 70 });
  expect(ending(new Stop(EXIT.usage, 'name a file'), false)).toEqual({ code: 2, lines: ['name a file'] });
});

test('every verb shows an example, takes --format and --quiet, and its help is on standard output', async () => {
  const verbs = (await program()).commands.map((command) => command.name());
  expect(verbs).toEqual([
    'check',
    'generate',
    'site',
    'export',
    'walk',
    'suite',
    'diff',
    'import',
    'review',
    'init',
    'play',
  ]);
  for (const verb of verbs) {
    const { code, out } = await performed(folderWith({}), [verb, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Example:\n  $ ');
    expect(out).toMatch(/--format <format> .*[\s\S]*--quiet /);
  }
});

test('without a verb the help goes to standard error and the code is 2; it lists every code', () => {
  const { code, out, err } = stateatlas(folderWith({}), []);
  expect([code, out]).toEqual([2, '']);
  for (const [each, meaning] of Object.entries(EXIT_MEANINGS)) expect(err).toContain(`${each.padStart(4)}  ${meaning}`);
});

test('a reader that stops early ends nothing badly: no stack, and the code of the whole check', () => {
  const many = Array.from({ length: 4000 }, (_, index) => `  p${index}: { reachable: { state: lost } }\n`).join('');
  const folder = folderWith({ 'order.atlas.yaml': ORDER + many });
  const { printed } = shell(folder, 'set -o pipefail; stateatlas check | head -1; echo "code $?"');
  expect(printed).toBe('order  order.atlas.yaml\ncode 1\n');
  const play = shell(folder, 'set -o pipefail; seq 2000 | sed "s/.*/r/" | stateatlas play | head -1; echo "code $?"');
  expect(play.printed).toBe('\ncode 0\n');
});

test('output that cannot be written is said, and does not look like a finding', () => {
  const { printed } = shell(folderWith({ 'order.atlas.yaml': ORDER }), 'stateatlas check >/dev/full; echo "code $?"');
  expect(printed).toBe('the output cannot be written: no space is left; free some\ncode 2\n');
});

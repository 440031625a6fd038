/** `walk` on the command line: what it finds can be taken again, as a token and as a test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from './exit.ts';
import { folderWith, stateatlas } from './testing.ts';

const DOOR = `name: door
states:
  closed: { initial: true, final: true }
  open: {}
  broken: {}
events:
  push: { by: visitor }
  pull: { by: visitor }
  kick: { by: visitor }
transitions:
  - { from: closed, on: push, to: open }
  - { from: open, on: pull, to: closed }
  - { from: open, on: kick, to: broken }
properties:
  the door never breaks: { invariant: { not: { state: broken } } }
`;

const folder = folderWith({ 'door.atlas.yaml': DOOR });

test('what a walk breaks is shrunk, and can be taken again by its token', () => {
  const { code, out } = stateatlas(folder, ['walk', '--seed', '5', '--steps', '500']);
  expect(code).toBe(EXIT.open);
  expect(out).toContain('✗ violated  the door never breaks (sampled)');
  expect(out).toContain('shrunk to 2 steps; none is shorter');
  expect(out).toContain(
    'covered 3 of 3 rows, 3 of 3 states, 3 of 3 configurations, 3 of 3 transitions, 3 of 3 pairs of rows',
  );
  const [again] = /(?<=or {2}stateatlas ).*/.exec(out) as unknown as [string];
  const replayed = stateatlas(folder, again.split(' '));
  expect(replayed.code).toBe(EXIT.open);
  const shown = (report: string): string => report.slice(report.indexOf('start  closed'), report.indexOf('as a test'));
  expect(shown(replayed.out)).toBe(shown(out));
  expect(shown(out)).toContain('2  kick (visitor) → broken   [door.atlas.yaml:13]');
  expect(replayed.out).toContain('broken after 2 steps; none is shorter');
  expect(replayed.out).toContain('  this run has 2 steps\n');
  const wrong = stateatlas(folder, ['walk', '--replay', '0:pull']);
  expect([wrong.code, wrong.err]).toEqual([
    EXIT.usage,
    '--replay: step 1, pull, is not enabled in closed; enabled there: push\n',
  ]);
});

test('a run that breaks nothing is shown too, with what is refused in it', () => {
  const { code, out } = stateatlas(folder, ['walk', '--replay', '0:push,push~refused,pull']);
  expect(code).toBe(EXIT.well);
  expect(out).toBe(`door  door.atlas.yaml
  this run breaks no property
       start  closed
           1  push (visitor) → open   [door.atlas.yaml:11]
           2  push (visitor) is refused, and nothing changes   [door.atlas.yaml:7]
           3  pull (visitor) → closed   [door.atlas.yaml:12]
       again  stateatlas play door.atlas.yaml --table door --token 0:push,pull
          or  stateatlas walk door.atlas.yaml --table door --replay 0:push,push~refused,pull
  covered 2 of 3 rows, 2 of 3 states, 2 of 3 configurations, 2 of 3 transitions, 1 of 3 pairs of rows
  this run has 2 steps, and 1 refusal
  everything can be explored in a moment, so the shares are of all there is; \`stateatlas check\` decides every property
`);
});

test('a run that breaks what a ruling decides is shown, and does not fail', () => {
  const ruled = folderWith({
    'door.atlas.yaml': `${DOOR}rulings:\n  - { property: the door never breaks, decision: accept, because: Doors do. }\n`,
  });
  const { code, out } = stateatlas(ruled, ['walk', '--replay', '0:push,kick']);
  expect(code).toBe(EXIT.well);
  expect(out).toContain(
    '  • decided   the door never breaks (sampled)\n    decided (accept): Doors do.\n       start  closed\n',
  );
  const { failures, replayed, seed } = JSON.parse(
    stateatlas(ruled, ['walk', '--replay', '0:push,kick', '--format', 'json']).out,
  );
  expect(seed).toBeUndefined();
  expect(failures[0]).toMatchObject({
    property: 'the door never breaks',
    decided: true,
    token: '0:push,kick',
    shortest: 2,
  });
  expect(replayed.run.steps[1]).toEqual({
    event: 'kick',
    row: { index: 2, file: 'door.atlas.yaml', line: 13 },
    configuration: { state: 'broken', memory: {} },
  });
});

test.each([
  ['--max-time', 'abc', 'It must be a number greater than 0.'],
  ['--steps', 'many', 'It must be a whole number from 0 on.'],
])('%s %s is refused with what is wanted', (option, value, wanted) => {
  const { code, err } = stateatlas(folder, ['walk', option, value]);
  expect([code, err.includes(wanted)]).toEqual([EXIT.usage, true]);
});

test('it prints a test to be pasted, which reads the file and takes the token', () => {
  const { out } = stateatlas(folder, ['walk', '--seed', '5', '--format', 'json']);
  const { failures, seed } = JSON.parse(out);
  expect(seed).toBe(5);
  expect(failures[0].test).toBe(`import { readFileSync } from 'node:fs';
import { brokenBy } from 'stateatlas/fast-check';
import { readModel } from 'stateatlas/system';
import { expect, test } from 'vitest';

test('the door never breaks', () => {
  const file = 'door.atlas.yaml';
  const read = readModel(readFileSync(file, 'utf8'), { file, format: 'yaml' });
  if (!read.ok) throw new Error('it cannot be read');
  expect(brokenBy(read.model, '0:push,kick')).toEqual([]);
});`);
});

test('the same seed walks the same way, and a diagram shows how often', () => {
  const walked = (seed: string) => stateatlas(folder, ['walk', '--seed', seed, '--diagram', `heat${seed}.mmd`]).out;
  expect(walked('3')).toBe(walked('3'));
  const diagram = readFileSync(join(folder, 'heat3.mmd'), 'utf8');
  expect(diagram).toMatch(/s0\(\["closed<br\/>#215;\d+"\]\):::heat[1-4]/);
  expect(diagram).toMatch(/s1 -->\|"kick<br\/>#215;\d+"\| s2/);
});

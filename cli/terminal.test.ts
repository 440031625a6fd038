/** A terminal and a pipe: progress, colour, Ctrl-C. */
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderWith, shell, started, stateatlas } from './testing.ts';

/** More configurations than any test waits for. */
const LARGE = `name: large
states: { a: { initial: true }, b: { final: true } }
events: { p: {}, q: {}, r: {}, end: {} }
memory: { p: { range: [0, 999], initial: 0 }, q: { range: [0, 999], initial: 0 }, r: { range: [0, 999], initial: 0 } }
transitions:
  - { from: a, on: p, when: { p: { lt: 999 } }, to: a, set: { p: { add: 1 } } }
  - { from: a, on: q, when: { q: { lt: 999 } }, to: a, set: { q: { add: 1 } } }
  - { from: a, on: r, when: { r: { lt: 999 } }, to: a, set: { r: { add: 1 } } }
  - { from: a, on: end, to: b }
properties: { it can end: { alwaysCanReach: { state: b } } }
`;
const PROGRESS = /\d+ configurations?, \d+ per second, depth \d+, queue \d+, \d+ MB/;

test('a check that --max-time ends is undecided and says what was left; in a pipe there is no progress', () => {
  const { code, out, err } = stateatlas(folderWith({ 'large.atlas.yaml': LARGE }), ['check', '--max-time', '0.7']);
  expect(code).toBe(4);
  expect(err).toBe('');
  expect(out).toContain('? undecided it can end');
  expect(out).toMatch(/stopped at 0\.7 s, \d+ left on the queue/);
});

/** Runs a line in a terminal of its own. */
const onTerminal = (folder: string, line: string): string =>
  shell(folder, process.platform === 'darwin' ? `script -q /dev/null ${line}` : `script -qec '${line}' /dev/null`)
    .printed;

test('on a terminal there is progress and colour; NO_COLOR takes the colour away, --quiet the progress', () => {
  const folder = folderWith({ 'large.atlas.yaml': LARGE });
  const colour = '\u001b[33m? undecided\u001b[39m';
  const plain = onTerminal(folder, 'env -u NO_COLOR TERM=xterm stateatlas check --max-time 0.7');
  expect(plain).toMatch(PROGRESS);
  expect(plain).toContain(colour);
  const none = onTerminal(folder, 'env NO_COLOR=1 TERM=xterm stateatlas check --max-time 0.7');
  expect(none).toMatch(PROGRESS);
  expect(none).not.toContain('\u001b[3');
  expect(onTerminal(folder, 'env TERM=xterm stateatlas check --quiet --max-time 0.7')).not.toMatch(PROGRESS);
});

test('Ctrl-C ends a long exploration, and what was found is judged', async () => {
  const loud = 'console.error("loading");\nexport const none = 1;\n';
  const folder = folderWith({ 'large.atlas.yaml': LARGE, 'a.atlas.ts': loud });
  const child = started(folder, ['check', 'a.atlas.ts', 'large.atlas.yaml', '--max-time', '50']);
  await child.until(/exports no table/);
  await setTimeout(700);
  const judged = child.until(/stopped at Ctrl-C, \d+ left on the queue/);
  expect(await child.end('SIGINT')).toBe(3);
  await judged;
});

test('a check that --max-memory ends is undecided and says what was left', () => {
  const { code, out } = stateatlas(folderWith({ 'large.atlas.yaml': LARGE }), ['check', '--max-memory', '400']);
  expect(code).toBe(4);
  expect(out).toMatch(/stopped at 400 MB, \d+ left on the queue/);
});

test('Ctrl-C ends a long generation at once, as a shell sees it with 130; nothing half-written is left', async () => {
  const files = { 'a.atlas.ts': 'console.error("loading");\nexport const none = 1;\n', 'large.atlas.yaml': LARGE };
  const folder = folderWith(files);
  const child = started(folder, ['generate']);
  await child.until(/loading/);
  expect(await child.end('SIGINT')).toBe(130);
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files));
});

/** Explored at once, and judged for longer than any test waits. */
const LONG = `name: long
states: { a: { initial: true, final: true } }
events: { p: {}, q: {} }
memory: { p: { range: [0, 299], initial: 0 }, q: { range: [0, 299], initial: 0 } }
transitions:
  - { from: a, on: p, when: { p: { lt: 299 } }, to: a, set: { p: { add: 1 } } }
  - { from: a, on: q, when: { q: { lt: 299 } }, to: a, set: { q: { add: 1 } } }
properties:
${Array.from({ length: 5000 }, (_, n) => `  p${n}: { alwaysCanReach: { p: 299, q: { ge: ${n % 300} } } }`).join('\n')}
`;

test('Ctrl-C while a table is judged keeps the verdicts that were reached; the others are undecided', async () => {
  const child = started(folderWith({ 'long.atlas.yaml': LONG }), ['check', '--progress', 'json']);
  await child.until(/"phase":"judge","judging":"“p\d+”"/);
  const judged = child.until(/note: judging was stopped at Ctrl-C, so findings may be missing[\s\S]*\n.* undecided\n/);
  expect(await child.end('SIGINT')).toBe(4);
  expect(await judged).toMatch(
    /90000 configurations, .*; all explored[\s\S]*5000 properties: \d+ hold, \d+ undecided, 0 viol/,
  );
});

test('--max-time holds for judging too', () => {
  const { code, out } = stateatlas(folderWith({ 'long.atlas.yaml': LONG }), ['check', '--max-time', '4']);
  expect(code).toBe(4);
  expect(out).toContain('stopped at 4 s');
  expect(out).toMatch(/5000 properties: \d+ hold, \d+ undecided, 0 violated/);
});

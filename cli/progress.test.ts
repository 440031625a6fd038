/** What is told of a check on its way: a line on a terminal, JSON lines on request, nothing else. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { type ProgressKind, progressJsonSchema, reporter } from './progress.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

const PROGRESS = { configurations: 5000, transitions: 9000, depth: 7, queue: 42 };
const DONE = { scope: 'bounded', limit: '1 s', initial: 1, ...PROGRESS } as const;
const MEGABYTE = 1024 * 1024;

/** A reporter with a screen and a clock of its own. */
function watched(kind: ProgressKind, isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const time = { now: 0 };
  const screen = { isTTY, columns, write: (text: string) => void written.push(text) };
  const told = reporter(kind, 'desk', screen, { now: () => time.now, memory: () => 64 * MEGABYTE });
  return { told, written, time };
}

test('a terminal shows configurations, per second, depth, queue and memory, then what is judged, and clears its line', () => {
  const { told, written, time } = watched('auto', true);
  told.exploring(PROGRESS);
  expect(written).toEqual([]);
  time.now = 500;
  told.exploring(PROGRESS);
  told.exploring(PROGRESS);
  expect(written).toEqual(['\r\u001b[K5000 configurations, 10000 per second, depth 7, queue 42, 64 MB']);
  told.explored();
  time.now = 1000;
  told.judging('“it \u001b[31mends”');
  expect(written.slice(1)).toEqual(['\r\u001b[Kjudging “it \\u001b[31mends”, 64 MB']);
  told.done(DONE);
  told.clear();
  told.clear();
  expect(written.slice(2)).toEqual(['\r\u001b[K']);
});

test('what does not fit into a line of the terminal is cut', () => {
  const { told, written, time } = watched('auto', true, 20);
  time.now = 500;
  told.exploring(PROGRESS);
  expect(written).toEqual(['\r\u001b[K5000 configurations']);
});

test.each([
  ['a pipe', 'auto', false],
  ['a terminal where none is wanted', 'none', true],
] as const)('%s shows nothing', (_, kind, isTTY) => {
  const { told, written, time } = watched(kind, isTTY);
  time.now = 1000;
  told.exploring(PROGRESS);
  told.explored();
  time.now = 2000;
  told.judging('“it ends”');
  told.done(DONE);
  told.clear();
  expect(written).toEqual([]);
});

test('JSON lines tell each phase and the end, a line each, and meet their schema', () => {
  const { told, written, time } = watched('json', false);
  time.now = 500;
  told.exploring(PROGRESS);
  told.explored();
  time.now = 1234;
  told.judging('“it ends”');
  told.done(DONE);
  told.clear();
  const common = { model: 'desk', megabytes: 64 };
  const counts = { configurations: 5000, perSecond: 10000, depth: 7, queue: 42 };
  const lines = written.map((line) => JSON.parse(line));
  expect(written.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines).toEqual([
    { phase: 'explore', ...common, ...counts, seconds: 0.5 },
    { phase: 'judge', ...common, judging: '“it ends”', seconds: 1.234 },
    { phase: 'done', ...common, ...counts, limit: '1 s', seconds: 1.234 },
  ]);
  const validate = new Ajv2020({ strict: false }).compile(progressJsonSchema() as object);
  for (const line of lines) expect(validate(line), JSON.stringify(validate.errors)).toBe(true);
});

test('--progress json ends each check with a line on standard error, also in a pipe and with --quiet; the report is the same', () => {
  const folder = folderWith({ 'a.atlas.yaml': ORDER, 'b.atlas.yaml': ORDER.replace('name: order', 'name: other') });
  const { out, err } = stateatlas(folder, ['check', '--quiet', '--progress', 'json']);
  const lines = err
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ phase }) => phase === 'done')).toMatchObject([
    { model: 'order', configurations: 4, depth: 2, queue: 0 },
    { model: 'other', configurations: 4, depth: 2, queue: 0 },
  ]);
  expect(out).toBe(stateatlas(folder, ['check', '--quiet']).out);
});

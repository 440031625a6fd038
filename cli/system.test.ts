/** Systems as users of the command meet them: traces by instance, bindings, JSON, play, and the limits of a check. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { reportJsonSchema } from '../generators/report/json.ts';
import { playReport } from './reports.ts';
import { DESK, folderWith, stateatlas } from './testing.ts';

/** A sender and a receiver that move together, with shared memory and a channel that loses messages. */
const POST = `name: post
tables:
  - name: box
    states: { empty: { initial: true }, full: {} }
    events: { fill: {}, clear: {} }
    transitions:
      - { from: empty, on: fill, to: full }
      - { from: full, on: clear, to: empty }
instances: { left: { table: box }, right: { table: box, initial: empty } }
memory: { sent: { range: [0, 1], initial: 0 } }
channels: { line: { message: { text: { values: [hello, "very \\u001b[31mred"] } }, capacity: 1, lossy: true } }
events:
  swap: { by: clerk, moves: { left: fill, right: fill }, set: { sent: { add: 1 } } }
  write: { with: { what: { values: [hello, "very \\u001b[31mred"] } }, send: { line: { text: { parameter: what } } } }
  clear: { moves: { left: clear, right: clear } }
properties:
  nothing is ever swapped: { never: { left: { state: full } } }
  nothing is written: { never: { line: { gt: 0 } } }
`;

/** Events that never end in a large space: more configurations than any test waits for. */
const LARGE = `name: large
tables:
  - name: counter
    states: { on: { initial: true }, off: { final: true } }
    events: { up: {}, end: {} }
    memory: { n: { range: [0, 999], initial: 0 } }
    transitions:
      - { from: on, on: up, when: { n: { lt: 999 } }, to: on, set: { n: { add: 1 } } }
      - { from: on, on: end, to: off }
instances: { counter: { table: counter, count: 4 } }
properties:
  all start on: { never: { counter1: { n: 2 } } }
  all can end: { alwaysCanReach: { final: true } }
`;

describe('check', () => {
  test('says which binding breaks a property, with a trace of what happens to whom, and a command that shows it again', () => {
    const folder = folderWith({ 'desk.atlas.yaml': DESK });
    const { code, out } = stateatlas(folder, ['check']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /✗ violated {2}nobody works on two sessions at once\n {4}violated: .*\n {4}broken for t = technician1\n/,
    );
    expect(out).toContain(
      [
        '       start  session1 waiting; session2 waiting',
        '           1  pickUp(session1, technician1) (technician) → session1 active, owner technician1   [desk.atlas.yaml:7]',
        '           2  session.hold(session1) (technician) → session1 onHold   [desk.atlas.yaml:8]',
        '           3  pickUp(session2, technician1) (technician) → session2 active, owner technician1   [desk.atlas.yaml:7]',
        '           4  resume(session1, technician1) (technician) → session1 active   [desk.atlas.yaml:9]',
        '       again  stateatlas play desk.atlas.yaml --table desk --token 0:pickUp@session1@technician1,session.hold@session1,pickUp@session2@technician1,resume@session1@technician1',
      ].join('\n'),
    );
    expect(out).toContain('✓ holds     every session can still end');
    const again = /stateatlas (play .*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    const played = stateatlas(folder, again);
    expect(played.out).toContain('resume(session1, technician1) (technician) → session1 active   [desk.atlas.yaml:9]');
    expect([played.code, played.err]).toEqual([0, '']);
  });

  test('gives each instance that changes a line with its row; names the event’s own place where no row moves', () => {
    const { out } = stateatlas(folderWith({ 'post.atlas.yaml': POST }), ['check']);
    expect(out).toContain(
      [
        '           1  swap (clerk) →',
        '                left full   [post.atlas.yaml:7]',
        '                right full   [post.atlas.yaml:7]',
        '                sent 1',
      ].join('\n'),
    );
    expect(out).toMatch(/ 1 {2}write\(hello\) → line \[text = hello\] {3}\[post\.atlas\.yaml:14\]\n/);
    expect(out).not.toContain('\u001b');
  });

  test('gives JSON that meets the schema: the system, bindings, the rows of every step, whole configurations', () => {
    const folder = folderWith({ 'desk.atlas.yaml': DESK, 'post.atlas.yaml': POST });
    const { out } = stateatlas(folder, ['check', '--format', 'json']);
    const report = JSON.parse(out);
    const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema() as object);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    const [desk, post] = report.results;
    expect([desk.system, post.system, 'table' in desk]).toEqual(['desk', 'post', false]);
    const [nobody, every] = desk.verdicts;
    expect([nobody.result, nobody.binding, every.result]).toEqual(['violated', { t: 'technician1' }, 'holds']);
    expect(nobody.trace.steps[0]).toEqual({
      event: 'pickUp',
      args: { s: 'session1', t: 'technician1' },
      rows: [{ instance: 'session1', table: 'session', index: 0, file: 'desk.atlas.yaml', line: 7 }],
      configuration: {
        instances: {
          session1: { state: 'active', memory: { owner: 'technician1' } },
          session2: { state: 'waiting', memory: { owner: null } },
          technician1: { memory: {} },
        },
        memory: {},
        channels: {},
      },
    });
    const [swapped] = post.verdicts;
    expect(swapped.trace.steps[0].rows.map(({ instance }: { instance: string }) => instance)).toEqual([
      'left',
      'right',
    ]);
    expect(swapped.trace.steps[0].configuration).toMatchObject({ memory: { sent: 1 }, channels: { line: [] } });
  });
});

test('what is wrong with a system is said with its place and what to do; the others go on', () => {
  const wrong = DESK.replace('moves: { s: resume }', 'moves: { s: resum }').replace(
    'table: session, count',
    'table: sesion, count',
  );
  const folder = folderWith({ 'wrong.atlas.yaml': wrong, 'post.atlas.yaml': POST });
  const { code, out, err } = stateatlas(folder, ['check']);
  expect(err).toMatch(
    /wrong\.atlas\.yaml:12:21 SA160 there is no table called "sesion"\n[\s\S]*did you mean session\?\n/,
  );
  expect(out).toMatch(/^post {2}post\.atlas\.yaml\n/);
  expect(code).toBe(3);
  const other = stateatlas(folder, ['play', '--table', 'desk', 'post.atlas.yaml']);
  expect([other.code, other.err]).toEqual([2, 'there is no table desk; there are: post\n']);
});

test('--diagram draws every table of a system, and what happens together', () => {
  const { out } = stateatlas(folderWith({ 'desk.atlas.yaml': DESK }), ['check', '--diagram']);
  expect(out).toContain('└─ pickUp ⇄ ─▶ active');
  expect(out).toMatch(/^technician: pickUp \(session s, technician t\)$/m);
  expect(out).toMatch(/^desk {2}desk\.atlas\.yaml$/m);
});

test('generate writes the atlas of a system, with blocks in pages, and finds it up to date', () => {
  const folder = folderWith({
    'desk.atlas.yaml': DESK,
    'stateatlas.config.yaml': 'embed: [PAGE.md]\n',
    'PAGE.md': '<!-- atlas:begin system=desk show=summary -->\n<!-- atlas:end -->\n',
  });
  expect(stateatlas(folder, ['generate', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  const written = (path: string): string => readFileSync(join(folder, path), 'utf8');
  expect(written('PAGE.md')).toContain('`desk`: 16 configurations, 38 transitions');
  expect(written('docs/atlas/desk/README.md')).toContain('tables/session.md');
  expect(written('docs/atlas/desk/diagrams/trace-nobody-works-on-two-sessions-at-once.mmd')).toMatch(
    /^sequenceDiagram/,
  );
  expect(JSON.parse(written('docs/atlas/desk/check.json')).results[0].system).toBe('desk');
  expect(stateatlas(folder, ['generate', '--check']).code).toBe(0);
});

test('a bound on configurations makes undecided what it may hide, and keeps what is known', () => {
  const folder = folderWith({ 'large.atlas.yaml': LARGE });
  const { code, out } = stateatlas(folder, ['check', '--max-configurations', '500']);
  expect(out).toContain('✗ violated  all start on');
  expect(out).toContain('? undecided all can end');
  expect(out).toMatch(/500 configurations, .*; stopped at 500 configurations, \d+ left on the queue/);
  expect(code).toBe(1);
});

test.each([
  ['--max-time', '2', '2 s'],
  ['--max-memory', '200', '200 MB'],
])('%s ends a check of a large system, and what was found is judged', (option, value, limit) => {
  const folder = folderWith({ 'large.atlas.yaml': LARGE });
  const { code, out } = stateatlas(folder, ['check', option, value]);
  expect(out).toContain('✗ violated  all start on');
  expect(out).toContain('? undecided all can end');
  expect(out).toMatch(new RegExp(`stopped at ${limit}, \\d+ left on the queue`));
  expect(code).toBe(1);
});

describe('play', () => {
  test('steps by number, shows what is enabled and blocked, undoes, and gives a token', () => {
    const folder = folderWith({ 'desk.atlas.yaml': DESK });
    const { code, out } = stateatlas(folder, ['play'], '1\n2\nu\n1\nt\nd\nq\n');
    expect(code).toBe(0);
    expect(out).toContain('  1  pickUp(session1, technician1) (technician) → session1 active, owner technician1\n');
    expect(out).toMatch(/^0:pickUp@session1@technician1,/m);
    expect(out).toContain('▶●  waiting  ◀ session2\n');
    const blocked = stateatlas(folderWith({ 'post.atlas.yaml': POST }), ['play'], '1\n3\n');
    expect(blocked.out).toContain('  -  swap is blocked: sent would leave its domain\n');
  });

  test('--format json gives bindings, rows and tokens, and every token that it offers can be played', () => {
    const folder = folderWith({ 'desk.atlas.yaml': DESK, 'post.atlas.yaml': POST });
    const at = (...argv: readonly string[]) => {
      const { code, out, err } = stateatlas(folder, ['play', '--format', 'json', ...argv]);
      expect([code, err]).toEqual([0, '']);
      return playReport.parse(JSON.parse(out));
    };
    const start = at('--table', 'desk');
    expect(start).toMatchObject({ system: 'desk', token: '0:', steps: [], blocked: [] });
    expect(start.enabled).toHaveLength(2);
    const next = at('--table', 'desk', '--token', start.enabled[1]?.token as string);
    expect(next.steps).toMatchObject([{ event: 'pickUp', args: { s: 'session2', t: 'technician1' } }]);
    const written = at('--table', 'post', '--token', '0:write@very%20%1B%5B31mred');
    expect(written.enabled.map(({ token }) => token)).toContain('0:write@very%20%1B%5B31mred,line.lose@1');
    const full = at('--table', 'post', '--token', '0:swap,clear');
    expect(full.blocked).toEqual([
      { event: 'swap', rows: expect.any(Array), reason: 'outside', variable: 'sent', value: 2 },
    ]);
  });

  test('a token that does not fit is told where and what is enabled there', () => {
    const folder = folderWith({ 'desk.atlas.yaml': DESK });
    const { code, err } = stateatlas(folder, ['play', '--token', '0:pickUp@session3@technician1']);
    expect(err).toContain('step 1, pickUp@session3@technician1, is not enabled in session1 waiting; session2 waiting;');
    expect(code).toBe(2);
  });
});

/** `play` as its users meet it: keys from a pipe, tokens, JSON. */
import { expect, test } from 'vitest';
import { playReport } from './reports.ts';
import { folderWith, ORDER, stateatlas } from './testing.ts';

test('steps, undoes, and gives the trace as a token', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const { code, out } = stateatlas(folder, ['play'], '1\n2\nu\n1\nt\nq\n');
  expect(code).toBe(0);
  expect(out).toContain('0:place,ship');
  expect(stateatlas(folder, ['play', '--token', '0:ship']).err).toContain(
    'step 1, ship, is not enabled in cart; enabled there: place',
  );
});

test('--quiet prints what each key does and no events to choose from', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const { out } = stateatlas(folder, ['play', '--quiet'], '1\n2\nt\n');
  expect(out.split('\n')).toEqual([
    'place → placed   [order.atlas.yaml:5]',
    'lose → lost   [order.atlas.yaml:7]',
    '0:place,lose',
    '',
  ]);
});

test('--format json says where a token leads and what can happen there, and every token that it offers can be played', () => {
  const folder = folderWith({ 'order.atlas.yaml': ORDER });
  const at = (...token: readonly string[]) => {
    const { code, out } = stateatlas(folder, ['play', '--format', 'json', ...token.flatMap((t) => ['--token', t])]);
    expect(code).toBe(0);
    return playReport.parse(JSON.parse(out));
  };
  const start = at();
  expect(start).toMatchObject({ token: '0:', initial: { state: 'cart', memory: {}, final: false }, steps: [] });
  const placed = at(start.enabled[0]?.token as string);
  expect(placed.steps).toEqual([
    {
      event: 'place',
      row: { index: 0, file: 'order.atlas.yaml', line: 5 },
      configuration: { state: 'placed', memory: {}, final: false },
    },
  ]);
  expect(placed.enabled.map(({ event, token }) => [event, token])).toEqual([
    ['ship', '0:place,ship'],
    ['lose', '0:place,lose'],
  ]);
  expect(at('0:place,ship').steps.at(-1)?.configuration.final).toBe(true);
});

test('names the tables to choose from, and exits 3 where another file cannot be read', () => {
  const folder = folderWith({
    'order.atlas.yaml': ORDER,
    'other.atlas.yaml': ORDER.replace('name: order', 'name: other'),
  });
  const { code, err } = stateatlas(folder, ['play'], '');
  expect([code, err]).toEqual([2, 'there are several tables; choose one with --table: order, other\n']);
  const broken = folderWith({ 'order.atlas.yaml': ORDER, 'z.atlas.yaml': 'name: z\n' });
  const played = stateatlas(broken, ['play', '--token', '0:place']);
  expect(played.out).toContain('place → placed');
  expect(played.err).toContain('z.atlas.yaml:1:1');
  expect(played.code).toBe(3);
});

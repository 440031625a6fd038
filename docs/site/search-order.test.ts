/** The order of what a search finds. */
import { expect, test } from 'vitest';
import { headed, inOrder } from './search-order.ts';

const page = (title: string, ...sections: readonly string[]) => ({
  meta: { title },
  sub_results: sections.map((each) => ({ title: each })),
});

test('a page whose headings say what is asked comes first, and others stay as the index has them', () => {
  const types = page('session: the generated types', 'onHold', 'reboot');
  const event = page('reboot', 'Where it is handled');
  const state = page('On hold', 'What can happen here', 'reboot, while On hold');
  const other = page('Technician');
  expect(inOrder('machine reboots on hold', [types, other, event, state])).toEqual([state, types, event, other]);
  expect(inOrder('machine', [other, types, event, state])).toEqual([other, types, event, state]);
});

test('accents, case and the ends of longer words make no difference, but short words are whole', () => {
  expect(headed('REDEMARRE', page('redémarrer'))).toBe(1);
  expect(headed('on', page('once'))).toBe(0);
  expect(headed('reboot reboots', page('Rebooting'))).toBe(2);
  expect(headed('', page('a'))).toBe(0);
});

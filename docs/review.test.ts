/** The guide to reviewing: its commands give what it shows, and its example is the one that ships. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandsOf, fencesOf, withTrueOutput } from '../cli/pages/testing.ts';

const PAGE = join(import.meta.dirname, 'review.md');
const page = readFileSync(PAGE, 'utf8');

test('every command prints what the page shows', async () => {
  const commands = commandsOf(page).join('\n');
  for (const part of ['import ticket.txt --write', 'review ticket.txt', '--out review.html'])
    expect(commands).toContain(part);
  await expect(withTrueOutput(page)).toMatchFileSnapshot(PAGE);
});

test('its document is the one that ships', () => {
  const [document] = fencesOf(page);
  const shipped = readFileSync(join(import.meta.dirname, 'examples/ticket.txt'), 'utf8');
  expect(document?.text.replace(/ +# ticket\.txt$/m, '')).toBe(shipped);
});

test('three findings are open before the rulings, and decided after them', () => {
  const outputs = fencesOf(page).map(({ text }) => text);
  const before = outputs.find((text) => text.includes('3 open (3 warnings)')) ?? '';
  const after = outputs.find((text) => text.includes('\nDecided\n')) ?? '';
  expect(before.match(/! warning/g)).toHaveLength(3);
  expect(after.match(/• SA\d+/g)).toEqual(['• SA320', '• SA320', '• SA323']);
  expect(after).not.toContain('! warning');
});

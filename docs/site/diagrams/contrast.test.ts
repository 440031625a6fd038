/** The colours of diagrams, read from the style sheet: what is read or means something can be told from what is behind it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'diagrams.css'), 'utf8');

/** The properties of the block after a beginning. */
function colours(beginning: string): ReadonlyMap<string, string> {
  const at = css.indexOf(beginning);
  if (at < 0) throw new Error(beginning);
  const block = css.slice(at + beginning.length, css.indexOf('}', at));
  return new Map(
    [...block.matchAll(/(--d-[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name as string, value as string]),
  );
}

const light = colours(':root {');
const dark = colours(':root[data-theme="dark"] {');
const print = colours('@media print {\n  :root,\n  :root[data-theme="dark"] {');

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)].toSorted((x, y) => y - x) as [number, number];
  return (a + 0.05) / (b + 0.05);
};

const TEXTS = [
  ['ink', 'ground'],
  ['ink', 'state'],
  ['ink', 'group'],
  ['ink', 'note'],
  ['accent', 'ground'],
  ['accent', 'state'],
  ['accent', 'group'],
  ['current-ink', 'current'],
  ['taken', 'ground'],
] as const;

const LINES = [
  ['line', 'ground'],
  ['line', 'group'],
  ['faint', 'ground'],
  ['state-line', 'ground'],
  ['state-line', 'group'],
  ['group-line', 'ground'],
  ['note-line', 'ground'],
  ['taken', 'group'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
  ['print', print],
])('%s', (_, theme) => {
  const of = (name: string): string => theme.get(`--d-${name}`) as string;

  test('has every colour of the others', () => {
    expect([...theme.keys()].toSorted()).toEqual([...light.keys()].toSorted());
    expect(theme.size).toBe(14);
  });

  test.each(TEXTS)('%s can be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(LINES)('%s can be seen on %s', (line, ground) => {
    expect(contrast(of(line), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('the measure is that of the guideline', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

/** Where the compiler puts the error of each mistake in `define.types.ts`. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { testMistakes } from '../mistakes/testing.ts';
import { defineTable } from './define.ts';

describe('mistakes in a table', () => testMistakes(fileURLToPath(new URL('define.types.ts', import.meta.url)), 80));

test('defineTable gives back the very value', () => {
  const table = { name: 't', states: { a: { initial: true } }, events: { x: {} }, transitions: [] } as const;
  expect(defineTable(table)).toBe(table);
});

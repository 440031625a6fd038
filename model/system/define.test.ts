/** Where the compiler puts the error of each mistake in `define.types.ts`; and that what compiles there reads as a system. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { testMistakes } from '../mistakes/testing.ts';
import { defineSystem } from './define.ts';
import { office } from './define.types.ts';
import { parseSystem } from './parse.ts';

describe('mistakes in a system', () => testMistakes(fileURLToPath(new URL('define.types.ts', import.meta.url)), 60));

test('defineSystem gives back the very value', () => {
  const system = { name: 's', tables: [], instances: { agent: { count: 2 } } } as const;
  expect(defineSystem(system)).toBe(system);
});

test('the system that compiles is one', () => expect(parseSystem(office)).toEqual({ ok: true, system: office }));

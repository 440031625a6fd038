/** Systems in TypeScript. */
import type { System } from './types.ts';

/** Declares a system and gives it back as it is, with its literal type. */
export const defineSystem = <const T extends System>(system: T): T => system;

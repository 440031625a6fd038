/**
 * What checking a table or a system says: verdicts on its properties, findings about it, and what was explored to
 * reach them.
 *
 * @module stateatlas/judge
 */

export * from './checking.ts';
export * from './codes.ts';
export * from './defect.ts';
export * from './judge.ts';
export { type Instantiated, kindOf } from './properties.ts';
export * from './verdict.ts';

/**
 * Random event sequences with fast-check, in which every event is enabled when it happens.
 *
 * @module stateatlas/fast-check
 */

export type { Coverage } from './coverage.ts';
export type { Broken } from './monitor.ts';
export { type Pasting, replayCommand, testOf } from './pasteable.ts';
export { isRefused, type Refused } from './refusing.ts';
export type { Run } from './runs.ts';
export { coverageOf, type RunOptions, runsOf } from './sequences.ts';
export { brokenBy, runOf, tokenOf } from './tokens.ts';
export * from './walk.ts';

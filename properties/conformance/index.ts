/**
 * An implementation against its table: rows, refusals, timers, crashes and races.
 *
 * @module stateatlas/conformance
 */

export type { Driver, Observed } from '../suites/follow.ts';
export * from './conformance.ts';
export type { Failure, RowAt } from './failure.ts';
export { type RaceFailure, type Racing, type RacingDriver, type RacingOptions, racing, type Turn } from './racing.ts';

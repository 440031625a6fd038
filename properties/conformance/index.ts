/**
 * An implementation against its table: rows, refusals, timers, crashes and races.
 *
 * @module stateatlas/conformance
 */

export type { Driver, Observed } from '../suites/follow.ts';
export { VirtualClock } from '../suites/virtual-clock.ts';
export { type ConformanceOptions, conformance } from './conformance.ts';
export type { Failure, RowAt } from './failure.ts';
export { type RaceFailure, type Racing, type RacingDriver, type RacingOptions, racing } from './racing.ts';
export type { Conformance, Exercised } from './report.ts';
export type { Turn } from './turns.ts';

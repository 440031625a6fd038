/**
 * Test suites derived from a table or a system, without running anything.
 *
 * @module stateatlas/suites
 */

export * from './follow.ts';
export * from './suite.ts';
export { OBSERVATIONS, type Observation } from './test-machine.ts';

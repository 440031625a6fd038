/**
 * Test suites derived from a table or a system, without running anything.
 *
 * @module stateatlas/suites
 */

export * from './follow.ts';
export { inputsOf } from './inputs.ts';
export { REFUSALS, type Refusals } from './refusals.ts';
export * from './suite.ts';
export { OBSERVATIONS, type Observation } from './test-machine.ts';
export * from './tests.ts';

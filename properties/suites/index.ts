/**
 * Test suites derived from a table or a system, without running anything.
 *
 * @module stateatlas/suites
 */

export {
  type Answer,
  answered,
  type Compared,
  type Driver,
  differences,
  type FollowedStep,
  type Following,
  follow,
  Mismatch,
  type Observed,
} from './follow.ts';
export { type Input, inputsOf } from './inputs.ts';
export { REFUSALS, type Refusals } from './refusals.ts';
export * from './suite.ts';
export { OBSERVATIONS, type Observation } from './test-machine.ts';
export * from './tests.ts';
export { VirtualClock } from './virtual-clock.ts';

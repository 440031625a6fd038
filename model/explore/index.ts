/**
 * What a table or a system can do: its configurations, its steps, and traces through them.
 *
 * @module stateatlas/explore
 */
export { type Exploration, exploreModel, exploringModel } from './compiled.ts';
export * from './explorer.ts';
export * from './graph.ts';
export * from './machine.ts';
export * from './naive.ts';
export * from './of.ts';
export * from './replay.ts';
export { decodeTrace, encodeTrace, TokenError } from './token.ts';

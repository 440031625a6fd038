/** What a table can do: its configurations, its steps, and traces through them. */
export * from './graph.ts';
export * from './machine.ts';
export * from './naive.ts';
export * from './replay.ts';
export * from './token.ts';

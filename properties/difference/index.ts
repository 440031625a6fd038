/** What is different between two tables or systems, in what they say and in what they can do. */
export * from './behaviour.ts';
export * from './bisimulation.ts';
export * from './difference.ts';
export * from './renames.ts';
export * from './runs.ts';
export * from './structure.ts';
export * from './tell.ts';

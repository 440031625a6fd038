/**
 * How fast the naive explorer is, and how much memory a configuration takes: a grid of counters in growing sizes, and the
 * session table judged over and over. Prints a table of medians; nothing here passes or fails.
 */
import { explore } from '../model/explore/explorer.ts';
import { tableMachine } from '../model/explore/naive.ts';
import { session } from '../model/rescue/session.atlas.ts';
import { check } from '../properties/judge/index.ts';
import { grid } from './grid.ts';
import { median } from './lines.ts';

const RUNS = 5;

function secondsOf(work: () => unknown): number {
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      work();
      return (performance.now() - start) / 1000;
    }),
  );
}

const rows: Record<string, string | number>[] = [];
for (const size of [10, 20, 40, 60]) {
  const machine = tableMachine(grid(size));
  const seconds = secondsOf(() => explore(machine));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const graph = explore(machine);
  globalThis.gc?.();
  const bytes = process.memoryUsage().heapUsed - before;
  const configurations = graph.size;
  rows.push({
    work: `explore a grid of ${size}³`,
    configurations,
    transitions: graph.transitions,
    seconds: seconds.toFixed(3),
    'configurations/s': Math.round(configurations / seconds),
    'bytes/configuration': globalThis.gc === undefined ? 'run with --expose-gc' : Math.round(bytes / configurations),
  });
}
const judged = check(session);
rows.push({
  work: 'check the session table (warm)',
  configurations: judged.exploration.configurations,
  transitions: judged.exploration.transitions,
  seconds: secondsOf(() => check(session)).toFixed(3),
});
console.log(`median of ${RUNS} runs, Node ${process.version}`);
console.table(rows);

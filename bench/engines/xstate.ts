/** XState's graph package, on the module that `export xstate` writes; it is given a time, and says how far it came. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xstate, xstateLeavesOut } from '../../generators/export/xstate.ts';
import type { Counts } from '../lines.ts';
import { type Contender, measured } from './contender.ts';

const MODULES = join(import.meta.dirname, '../../node_modules');
const WALK = join(import.meta.dirname, 'xstate-graph.ts');

/** So many seconds tell how fast it is; the largest works would take it days. */
const MOST_SECONDS = 20;

/** What a module leaves out of which configurations depend. */
const FEWER = /a machine starts|which is the one that XState takes/;

export const XSTATE: Contender = {
  name: 'XState, getAdjacencyMap',
  async prepare({ model }, place) {
    const fewer = xstateLeavesOut(model).find((line) => FEWER.test(line));
    return {
      ...(fewer !== undefined && { partial: `left out: ${fewer}` }),
      async once() {
        // Beside the modules of the project, so that the generated one finds XState.
        const folder = mkdtempSync(join(MODULES, '.stateatlas-'));
        try {
          const file = join(folder, 'model.mjs');
          writeFileSync(file, xstate(model));
          const most = Math.min(MOST_SECONDS, place.limit);
          let isStopped = false;
          const found = await measured(place, [process.execPath, WALK, file, String(most)], ({ out }): Counts => {
            const told = JSON.parse(out) as Required<Counts> & { readonly isStopped: boolean };
            isStopped = told.isStopped;
            return told.isStopped ? { configurations: told.configurations } : told;
          });
          return isStopped ? { ...found, stopped: `${most} s` } : found;
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  },
};

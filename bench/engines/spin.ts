/** SPIN, on the model that `export promela` writes. */
import { compilePan, PAN_INSTALL, panCounts, WHOLE } from '../../cli/engines/pan.ts';
import { must } from '../../cli/engines/tool.ts';
import { commandsOf } from '../../generators/export/commands.ts';
import { before, bytesOf, promelaModel } from '../../generators/export/promela.ts';
import { type Contender, compiling, measured } from './contender.ts';

const FAST = ['-O3', '-march=native', '-DSAFETY'];

/** The stack of a search in depth, in steps, beyond which it would be cut off. */
const deepest = (expected: number): number => Math.min(20_000_000, 10_000 + expected);

function spin(name: string, options: readonly string[], partial?: string): Contender {
  return {
    name,
    async prepare({ model, expected }, place) {
      const program = commandsOf(model);
      const besides = before(program);
      const search = { model: promelaModel(program, {}), bytes: bytesOf(program), expected: expected.configurations };
      await must(place.folder, 'spin', ['-V'], PAN_INSTALL);
      const { made, compile } = await compiling(() => compilePan(place.folder, search, [...FAST, ...options]));
      const depth = options.includes('-DBFS') ? [] : [`-m${deepest(expected.configurations)}`];
      return {
        compile,
        ...(partial !== undefined && { partial }),
        once: () =>
          measured(place, [...made, ...depth], (ran) => {
            const { stored, transitions } = panCounts({ ...ran, code: ran.code ?? 1 });
            return { configurations: stored - besides.states, transitions: transitions - besides.transitions };
          }),
      };
    },
  };
}

export const SPIN: readonly Contender[] = [
  spin('SPIN, breadth first', [WHOLE, '-DBFS']),
  spin('SPIN, depth first', [WHOLE]),
  spin('SPIN, depth first, reduced', [], 'without what its reduction leaves out'),
];

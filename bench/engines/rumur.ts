/** Rumur with two threads, on the model that `export murphi` writes. */
import { compileRumur, rumurCounts } from '../../cli/engines/rumur.ts';
import { commandsOf } from '../../generators/export/commands.ts';
import { murphiModel } from '../../generators/export/murphi.ts';
import { type Contender, compiling, measured } from './contender.ts';

export const RUMUR: Contender = {
  name: 'rumur, 2 threads',
  async prepare({ model, expected }, place) {
    const text = murphiModel(commandsOf(model), []);
    const size = { expected: expected.configurations, threads: 2 };
    const { made, compile } = await compiling(() => compileRumur(place.folder, text, size));
    return { compile, once: () => measured(place, [made], ({ out }) => rumurCounts(out)) };
  },
};

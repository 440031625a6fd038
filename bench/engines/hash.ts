/** The limit of engines that keep what they found in a hash table: the look-ups alone, in C. */
import { join } from 'node:path';
import { must } from '../../cli/engines/tool.ts';
import { type Contender, compiling, measured } from './contender.ts';

const SOURCE = join(import.meta.dirname, '../hash.c');

export const HASH: Contender = {
  name: 'C, hash look-ups alone',
  async prepare({ expected: { configurations, transitions } }, place) {
    const { compile } = await compiling(() =>
      must(place.folder, 'cc', ['-O3', '-march=native', SOURCE, '-o', 'hash'], 'apt-get install gcc libc6-dev'),
    );
    const command = [join(place.folder, 'hash'), String(configurations), String(transitions)];
    return { compile, once: () => measured(place, command, ({ out }) => ({ configurations: Number(out) })) };
  },
};

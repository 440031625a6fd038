/** What a whole start of the command takes on a table of 20 states, as YAML, JSON and TypeScript, beside Node alone. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../cli/engines/tool.ts';
import type { Table } from '../model/table/types.ts';
import { tableToJson, tableToYaml } from '../model/table/write.ts';
import { COMMAND } from './engines/ours.ts';
import { median, type Rows, seconds, times, whole } from './lines.ts';
import type { Options } from './options.ts';
import { type Timed, timed } from './timed.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = [process.execPath, join(ROOT, 'cli/main.ts')];

/** Twenty states in a line, with ways back, short cuts and a timer that ends it all. */
export const twenty: Table = {
  name: 'twenty',
  states: Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `s${at}`,
      at === 0 ? { initial: true } : at === 19 ? { final: true } : { label: `State ${at}` },
    ]),
  ),
  events: { next: { by: 'user' }, back: { by: 'user' }, skip: { by: 'system' }, stop: { after: 'PT5M' } },
  transitions: Array.from({ length: 19 }, (_, at) => [
    { from: `s${at}`, on: 'next', to: `s${at + 1}` },
    ...(at > 0 ? [{ from: `s${at}`, on: 'back', to: `s${at - 1}` }] : []),
    ...(at < 18 ? [{ from: `s${at}`, on: 'skip', to: `s${at + 2}` }] : []),
    { from: `s${at}`, on: 'stop', to: 's19' },
  ]).flat(),
  properties: {
    'the end can be reached': { reachable: { state: 's19' } },
    'nobody is trapped': { alwaysCanReach: { final: true } },
    'it ends': { eventually: { final: true }, fair: { weak: ['stop'] } },
  },
};

/** Writes the table in a new project that has this package installed; gives its files. */
function project(folder: string): readonly string[] {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/stateatlas'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const files = {
    'twenty.atlas.yaml': tableToYaml(twenty),
    'twenty.atlas.json': tableToJson(twenty),
    'twenty.atlas.ts': `import { defineTable } from 'stateatlas';\n\nexport const twenty = defineTable(${tableToJson(twenty)});\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}

/** Measures starts in turns; the first of each is left out, since what Node compiles is kept from then on. */
export const starts = ({ repetitions, limit, quick }: Options): Promise<Rows> =>
  inFolder(async (folder) => {
    const files = project(folder);
    const commands: readonly (readonly [name: string, command: readonly string[]])[] = [
      ['node -e 0', [process.execPath, '-e', '0']],
      ...files.map((file) => [`check ${file}`, [...COMMAND, 'check', file]] as const),
      ...files.map((file) => [`the sources in place, check ${file}`, [...SOURCES, 'check', file]] as const),
    ];
    const runs = commands.map((): Timed[] => []);
    const rounds = (quick ? 2 : 3) * repetitions + 1;
    for (let round = 0; round < rounds; round++)
      for (const [index, [name, command]] of commands.entries()) {
        const ran = await timed(folder, command, limit);
        if (ran.code !== 0) throw new Error(`${name} ended with ${ran.code}: ${ran.err}`);
        if (round > 0) runs[index]?.push(ran);
      }
    const medians = runs.map((each) => median(each.map((ran) => ran.seconds)));
    const [node = 1] = medians;
    return commands.map(([name], index) => ({
      command: name,
      seconds: seconds(medians[index] ?? 0),
      fastest: seconds(Math.min(...(runs[index] ?? []).map((ran) => ran.seconds))),
      'peak MB': whole(median((runs[index] ?? []).map(({ megabytes = 0 }) => megabytes))),
      'of Node alone': times((medians[index] ?? 0) / node),
    }));
  });

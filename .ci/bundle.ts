/**
 * Bundles the command that `tsc` wrote into `dist`, with the packages it is made from, so that a start reads five files and not four hundred. The parts
 * that tables import are bundled with it (see `cli/load/carried.ts`); everything else that the package exports stays as `tsc` wrote it, and so do the
 * pages of the site, which Astro loads from their own files. The licenses of what is carried along stand in `dist/LICENSES.txt`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';

const { peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { peerDependencies: object };
const peers = Object.keys(peerDependencies);

const bundle = await rolldown({
  input: {
    'cli/main': 'dist/cli/main.js',
    'cli/carried/table': 'dist/model/table/index.js',
    'cli/carried/system': 'dist/model/system/index.js',
  },
  platform: 'node',
  external: (id) => /(^|\/)docs\/site\//.test(id) || peers.some((peer) => id === peer || id.startsWith(`${peer}/`)),
});

const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Names stay as they are: they stand in the stack that `--debug` shows.
  minify: { compress: true, mangle: false },
  // Whatever `check` needs is in one file; the other verbs share it.
  codeSplitting: { groups: [{ name: 'check', test: /\/cli\/(run|commands\/check|load\/load)\.js$/ }] },
});

const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
const carried = modules.flatMap((id) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
const licenses = [...new Set(carried)].sort().map((folder) => {
  const [file] = globSync(`${folder}/{LICEN[SC]E,licen[sc]e}*`);
  if (file === undefined) throw new Error(`${folder} is bundled and has no license`);
  return `${folder.replace('node_modules/', '')}\n\n${readFileSync(file, 'utf8').trim()}\n`;
});
writeFileSync('dist/LICENSES.txt', licenses.join('\n\n'));

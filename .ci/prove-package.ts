/**
 * Proves what users install: packs the package, installs it into an empty project together with Node 24 from npm, and runs
 * the installed command on tables written there, in TypeScript and in YAML, up to a site of one. An older Node must be told what to do.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'stateatlas-package-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

function run(cwd: string, command: string, ...argv: readonly string[]): Run {
  const path = `${join(cwd, 'node_modules/.bin')}:${process.env.PATH}`;
  const { status, stdout, stderr, error } = spawnSync(command, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, CI: 'true', NO_COLOR: '1' },
  });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** A new project's package.json, in which the Node that comes through npm may install itself. */
const project = (name: string): string =>
  `${JSON.stringify({ name, private: true, type: 'module', allowScripts: { node: true } })}\n`;

function must(result: Run, code = 0): Run {
  assert.equal(result.code, code, `${result.out}\n${result.err}`);
  return result;
}

const door = `
name: door
states:
  closed: { initial: true, final: true }
  open: {}
events:
  push: { by: visitor }
  pull: { by: visitor }
transitions:
  - { from: closed, on: push, to: open }
  - { from: open, on: pull, to: closed }
properties:
  the door can be open: { reachable: { state: open } }
`;
const stuckDoor = `
import { defineTable } from 'stateatlas';

export const stuckDoor = defineTable({
  name: 'stuckDoor',
  states: { closed: { initial: true }, open: {}, gone: { final: true } },
  events: { push: { by: 'visitor' }, remove: { by: 'owner' } },
  transitions: [
    { from: 'closed', on: 'push', to: 'open' },
    { from: 'closed', on: 'remove', to: 'gone' },
  ],
});
`;
const mistake = stuckDoor.replace("from: 'closed', on: 'push'", "from: 'closd', on: 'push'");

const tarball = must(run(root, 'npm', 'pack', '--silent', '--pack-destination', folder))
  .out.trim()
  .split('\n')
  .at(-1) as string;
const packed = statSync(join(folder, tarball)).size;

writeFileSync(join(folder, 'package.json'), project('empty'));
must(run(folder, 'npm', 'install', `./${tarball}`, 'node@24', 'typescript@6.0.3'));
const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
assert.ok(!installed.some((name) => /mermaid|puppeteer|chromium/.test(name)), 'a heavy optional part was installed');
console.log(`packed ${Math.round(packed / 1024)} kB; installs ${installed.join(', ')}`);

writeFileSync(join(folder, 'door.atlas.yaml'), door);
const yaml = must(run(folder, 'npx', 'stateatlas', 'check', 'door.atlas.yaml'));
assert.match(yaml.out, /the door can be open/);
assert.match(yaml.out, /2 configurations/);

writeFileSync(join(folder, 'stuck.atlas.ts'), stuckDoor);
const typescript = must(run(folder, 'npx', 'stateatlas', 'check', 'stuck.atlas.ts'), 1);
assert.match(typescript.out, /SA204/);
assert.match(typescript.out, /stuck\.atlas\.ts:9/);
const json = JSON.parse(run(folder, 'npx', 'stateatlas', 'check', '--format', 'json').out);
assert.deepEqual(
  json.results.map((result: { table: string }) => result.table),
  ['door', 'stuckDoor'],
);

const compile = ['tsc', '--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'false'];
must(run(folder, 'npx', ...compile, 'stuck.atlas.ts'));
writeFileSync(join(folder, 'mistake.atlas.ts'), mistake);
assert.match(must(run(folder, 'npx', ...compile, 'mistake.atlas.ts'), 2).out, /mistake\.atlas\.ts\(9,\d+\).*closd/);

const entries = ['', '/system', '/explore', '/judge', '/import', '/review', '/suites', '/generators'];
const imports = entries.map((entry) => `await import('stateatlas${entry}');`).join('\n');
must(run(folder, 'node', '--input-type=module', '--eval', imports));
assert.match(
  must(run(folder, 'npx', 'stateatlas', 'walk', 'door.atlas.yaml'), 5).err,
  /npm install --save-dev fast-check/,
);

const driver = `
let state = 'closed';
export const driver = {
  start: () => { state = 'closed'; },
  send: (event: string) => {
    if (event !== (state === 'closed' ? 'push' : 'pull')) return false;
    state = state === 'closed' ? 'open' : 'closed';
    return true;
  },
  observe: () => ({ state }),
};
`;
must(run(folder, 'npm', 'install', 'fast-check@4', 'vitest@5'));
must(run(folder, 'npx', 'stateatlas', 'walk', 'door.atlas.yaml'));
writeFileSync(join(folder, 'driver.ts'), driver);
must(run(folder, 'npx', 'stateatlas', 'suite', 'hsi', 'door.atlas.yaml', '--out', 'door.test.ts'));
assert.match(must(run(folder, 'npx', 'vitest', 'run')).out, /Tests {2}\d+ passed/);
writeFileSync(
  join(folder, 'driver.ts'),
  driver.replace("'open' : 'closed';\n    return", "'open' : 'open';\n    return"),
);
assert.match(
  must(run(folder, 'npx', 'vitest', 'run'), 1).err,
  /after push, pull: state: expected "closed", observed "open"/,
);

// The guide to conformance, as it is shipped: its own code finds the planted defect in the first run, with and without vitest.
const guide = readFileSync(join(folder, 'node_modules/stateatlas/docs/conformance.md'), 'utf8');
const shop = join(folder, 'shop');
must(run(root, 'mkdir', shop));
writeFileSync(join(shop, 'package.json'), project('shop'));
for (const [, code = '', file = ''] of guide.matchAll(/^```ts\n(\/\/ (\S+)\n(?:.*\n)*?)^```/gm))
  writeFileSync(join(shop, file), code);
const defect = /after place, decline, decline, decline: state: expected "cancelled", observed "placed"/;
assert.match(must(run(shop, 'node', 'conform.ts')).out, defect);
assert.match(must(run(shop, 'node', 'race.ts')).out, /token {5}race\./);
const conformance = must(run(shop, join(folder, 'node_modules/.bin/vitest'), 'run'), 1).err;
assert.match(conformance, defect);
assert.match(conformance, /row 4 at order\.atlas\.ts:13/);

// A site: what it needs is named while it is missing. What draws is lent from here, since it is heavy; what renders comes from npm.
const lent = ['@mermaid-js/mermaid-cli', 'puppeteer', '@sparticuz/chromium'];
function lend(): void {
  for (const name of lent) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
}
const makeSite = ['npx', 'stateatlas', 'site', 'door.atlas.yaml', '--out', 'site'] as const;
assert.match(must(run(folder, ...makeSite), 5).err, /npm install --save-dev @mermaid-js\/mermaid-cli/);
lend();
assert.match(must(run(folder, ...makeSite), 5).err, /npm install --save-dev astro @astrojs\/starlight/);
assert.ok(!existsSync(join(folder, 'site')), 'a site was begun without what renders it');
const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const name of lent) rmSync(join(folder, 'node_modules', name));
const renderers = ['astro', '@astrojs/starlight'].map((name) => `${name}@${peerDependencies[name]}`);
must(run(folder, 'npm', 'install', ...renderers));
lend();
const made = must(run(folder, ...makeSite));
assert.match(made.out, /^\d+ pages in site\n/);
assert.match(readFileSync(join(folder, 'site/door/states/open/index.html'), 'utf8'), /<h1[^>]*>open<\/h1>/);
assert.match(readFileSync(join(folder, 'site/door/index.html'), 'utf8'), /<svg[^>]*>[\s\S]*data-state="open"/);
assert.match(must(run(folder, ...makeSite, '--check')).out, /site is up to date/);

const older = join(folder, 'older');
must(run(root, 'mkdir', older));
writeFileSync(join(older, 'package.json'), project('older'));
must(run(older, 'npm', 'install', 'node@20'));
const told = run(older, 'node', join(folder, 'node_modules/stateatlas/dist/cli/main.js'), 'check');
assert.notEqual(told.code, 0);
assert.match(told.err, /Node 22\.18/);
assert.match(told.err, /npm install/);
console.log(
  'the installed package checks tables in TypeScript and YAML, types them, walks, writes a suite that vitest runs, builds a site, and tells an older Node what to do',
);

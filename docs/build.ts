/**
 * What `npm start` does: checks every table and system of the project, writes every generated artefact, builds the reference of the
 * generated types with TypeDoc, and says where to look. Artefacts are written also when the check fails, so that they show
 * what the tables say now; the exit code is then the check's.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const main = join(root, 'cli/main.ts');

/** Runs a script under this Node, with its output shown, and gives its exit code (70 where it could not run). */
function run(...argv: readonly string[]): number {
  return spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' }).status ?? 70;
}

const checked = run(main, 'check');
const generated = run(main, 'generate');
const documented = run(join(root, 'node_modules/typedoc/bin/typedoc'), '--logLevel', 'Warn');

console.log(`
Where to look
  docs/atlas/session/README.md     the session lifecycle: diagrams, states, events, matrix, properties, findings
  docs/atlas/helpDesk/README.md    the help desk: instances, what happens together, properties, counterexamples with a lane for each instance
  docs/atlas/*/pictures/           the diagrams as SVG and PNG, light and dark
  docs/reference/index.html        the generated types, as TypeDoc shows them
  model/rescue/session.atlas.ts    the table all of it comes from: change a row and run npm start again
`);
process.exitCode = [checked, generated, documented].find((code) => code !== 0) ?? 0;

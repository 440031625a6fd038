/**
 * What `npm start` does: checks every table and system of the project, writes every generated artefact, writes the reference of what the
 * package exports with TypeDoc, reviews the flagship’s source, builds the site out of all of it, and says where to look. The source is
 * the article whose path is given (`npm start -- article.txt`), else what the table restates of it. Artefacts are written also when the
 * check fails, so that they show what the tables say now; the exit code is then the check's.
 */
import { spawnSync } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import { writeReference } from './reference.ts';
import { BUDGET, weigh } from './site/budget.ts';

const root = join(import.meta.dirname, '..');
const main = join(root, 'cli/main.ts');

/** Runs a script under this Node, with its output shown, and gives its exit code (70 where it could not run). */
function run(...argv: readonly string[]): number {
  return spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' }).status ?? 70;
}

/** The page with the review. Of the article it quotes whole lines: it is not part of what is published. */
const REVIEW = 'docs/reports/review.html';

/** Reviews the article, or without one what the table restates of it; says which. */
function review(article: string | undefined): number {
  const file = article && relative(root, resolve(process.env.INIT_CWD ?? root, article));
  console.log(
    file ? `Reviewing the article itself: ${file}` : 'Reviewing the article as the table restates it, claim by claim',
  );
  const source = file ? [`--source=article=${file}`] : [];
  return run(main, 'review', '--table', 'model/rescue/session.atlas.ts', ...source, '--out', REVIEW);
}

const checked = run(main, 'check');
const generated = run(main, 'generate');
const reviewed = review(process.argv[2]);
const documented = writeReference();
const built = documented === 0 ? run(main, 'site') : documented;

/** Says what the heaviest page of the site costs its reader. Fails where that is more than it may. */
function weighed(): number {
  const [heaviest] = weigh(join(root, 'docs/dist'), '/');
  if (heaviest === undefined) return 70;
  console.log(
    `The heaviest page is ${heaviest.page}: ${Math.round(heaviest.bytes / 1000)} kB transferred without its diagrams`,
  );
  return heaviest.bytes > BUDGET ? 1 : 0;
}
const light = built === 0 ? weighed() : built;

console.log(`
Where to look
  docs/atlas/session/README.md     the session lifecycle: diagrams, states, events, matrix, properties, findings
  docs/atlas/helpDesk/README.md    the help desk: instances, what happens together, properties, counterexamples with a lane for each instance
  docs/atlas/*/pictures/           the diagrams as SVG and PNG, light and dark
  docs/atlas/session/review.md     what the article contradicts, and how each contradiction was decided
  ${REVIEW}         the same as a page: ${process.argv[2] === undefined ? 'the claims that the table restates' : 'the article beside its claims'}
  model/rescue/session.atlas.ts    the table all of it comes from: change a row and run npm start again
${
  light === 0
    ? `
The site is in docs/dist: the lifecycles with a simulator, the guides, and the reference. See it with

  npm run site
`
    : ''
}`);
process.exitCode = [checked, generated, documented, reviewed, light].find((code) => code !== 0) ?? 0;

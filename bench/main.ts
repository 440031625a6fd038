/**
 * All measurements, one command: State Atlas beside the engines of the field, how it grows, what a start takes, how many small tables are checked in a second,
 * and what traces and liveness cost. Nothing here passes or fails but counts: where engines disagree, it says MISMATCH and ends with 1.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compared, comparison, type Line } from './comparing.ts';
import { costs } from './costs.ts';
import { growth } from './growth.ts';
import { type Rows, table, whole } from './lines.ts';
import { type Options, optionsIn } from './options.ts';
import { small } from './small.ts';
import { starts } from './starts.ts';
import { canMeasureMemory, TIME_INSTALL } from './timed.ts';
import { WORKS, type Work } from './works.ts';

const ROOT = join(import.meta.dirname, '..');

/** What is measured besides the works, with its title. */
const SECTIONS: { readonly [name: string]: readonly [title: string, measure: (options: Options) => Promise<Rows>] } = {
  growth: ['Growth: fleets of more and more sessions', growth],
  costs: ['What traces and liveness cost over plain reachability', costs],
  start: ['Start of the command on a table of 20 states', starts],
  small: ['Small tables in one process: read, explored and judged', small],
};

/** Measurements that print by themselves: of the naive and the compiled explorer, of reading damaged documents, of random walks. */
const SCRIPTS: readonly string[] = ['naive', 'engine', 'import', 'walk'];

/** How many configurations a work may have where only small ones are wanted. */
const SMALL = 100_000;

const options = optionsIn(process.argv.slice(2), [...WORKS.map(({ id }) => id), ...Object.keys(SECTIONS), ...SCRIPTS]);

async function bench(asked: Options): Promise<boolean> {
  const { only, quick } = asked;
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const works = WORKS.filter(({ id, expected }) =>
    only.length > 0 ? only.includes(id) : !quick || expected.configurations <= SMALL,
  );
  const sections = Object.entries(SECTIONS).filter(([name]) => isWanted(name));
  if (works.length > 0 || sections.length > 0) {
    if (!asked.built) build();
    introduce();
  }
  const written: { [name: string]: readonly Line[] | Rows } = {};
  for (const work of works) {
    const lines = await compared(work, { repetitions: repetitionsOf(work, asked), limit: asked.limit });
    written[work.id] = lines;
    const { configurations, transitions } = work.expected;
    show(
      `${work.title}: ${whole(configurations)} configurations, ${whole(transitions)} transitions`,
      comparison(lines),
    );
  }
  for (const [name, [title, measure]] of sections) {
    const rows = await measure(asked);
    written[name] = rows;
    show(title, table(rows));
  }
  for (const name of SCRIPTS.filter((each) => only.includes(each)))
    spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(written, null, 2)}\n`);
  return !JSON.stringify(written).includes('MISMATCH');
}

const repetitionsOf = ({ isLarge }: Work, { quick, repetitions }: Options): number =>
  quick || isLarge ? 1 : repetitions;

const show = (title: string, text: string): void => console.log(`\n## ${title}\n\n${text}`);

/** Builds what users install, which is what is measured. */
function build(): void {
  console.error('building …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('it cannot be built');
}

/** Says on what is measured, and what is missing. */
function introduce(): void {
  const [processor] = cpus();
  console.log(`Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'an unknown processor'}`);
  if (!canMeasureMemory) console.log(`without the memory of processes, which GNU time tells: ${TIME_INSTALL}`);
}

if ('say' in options) {
  console.error(options.say);
  process.exitCode = process.argv.includes('--help') || process.argv.includes('-h') ? 0 : 2;
} else if (!(await bench(options))) process.exitCode = 1;

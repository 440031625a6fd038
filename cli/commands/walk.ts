/** `walk`: random event sequences, in which every event is enabled when it happens, and single runs by their tokens. */
import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { heatDiagram } from '../../generators/mermaid/heat.ts';
import { heatPage } from '../../generators/report/heat-page.ts';
import { walkReport } from '../../generators/report/walk.ts';
import { walkData } from '../../generators/report/walk-data.ts';
import { machineOf } from '../../model/explore/of.ts';
import { TokenError } from '../../model/explore/token.ts';
import type { Walk } from '../../properties/random/walk.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { write } from '../files.ts';
import { driven } from '../judging.ts';
import { stoppedByUser, withinBounds } from '../limits.ts';
import { chosen } from '../load/chosen.ts';
import type { Loaded } from '../load/loaded.ts';
import { toolOf } from '../reports.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends, loadNamed, positive, wholeFrom } from './common.ts';

type Options = Common & {
  readonly table?: string;
  readonly steps: number;
  readonly length: number;
  readonly seed?: number;
  readonly uniform?: true;
  readonly maxTime?: number;
  readonly replay?: string;
  readonly diagram?: string;
  readonly language: string;
};

const MOST_SEED = 2 ** 31;

export const walkCommand = (version: string): Command =>
  common(new Command('walk'), 'print only what was broken')
    .description('take random event sequences, and say what they covered and broke')
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--table <name>', 'the table or system, where there are several')
    .option('--steps <n>', 'how many steps to take over all runs', wholeFrom(0), 10_000)
    .option('--length <n>', 'the most steps of one run', wholeFrom(0), 100)
    .option('--seed <n>', 'take the same runs again; chosen and printed unless given', wholeFrom(0))
    .option('--uniform', 'choose every enabled step alike, instead of leaning towards what is not covered yet')
    .option('--max-time <seconds>', 'stop after so many seconds', positive)
    .option('--replay <token>', 'take the run of a token, and say what it breaks')
    .option('--diagram <file>', 'write how often everything was taken: a coloured Mermaid diagram, or with .md a page')
    .option('--language <tag>', 'language of the labels in that diagram', 'en')
    .addHelpText(
      'after',
      "\nExample:\n  $ stateatlas walk order.atlas.yaml --steps 5000 --seed 1\n  $ stateatlas walk order.atlas.yaml --replay '0:place,decline'",
    )
    .action(async (files: string[], options: Options, command: Command) => {
      const { loaded, codes } = await loadNamed(files);
      if (loaded.length === 0) return ends(command, strongest(codes));
      const one = chosen(loaded, options.table);
      const random = await fastCheck();
      const walked = await driving(walkingOf(random, one, options), options);
      if (options.diagram !== undefined) write(options.diagram, heat(options.diagram, one, walked, options.language));
      if (options.format === 'json') outJson({ tool: toolOf(version), ...walkData(one, walked) });
      else print(one, walked, options);
      const isOpen = walked.failures.some(({ ruling }) => ruling === undefined);
      ends(command, strongest([...codes, isOpen ? EXIT.open : EXIT.well]));
    });

type Random = typeof import('../../properties/random/index.ts');

/** What walks at random, where fast-check is installed. */
async function fastCheck(): Promise<Random> {
  try {
    return await import('../../properties/random/index.ts');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw thrown;
    throw new Stop(
      EXIT.outside,
      'walk needs fast-check, which is not installed\n    npm install --save-dev fast-check',
    );
  }
}

/** Walks under the limits, and with Ctrl-C heard as long as it takes. */
async function driving(walking: Generator<number, Walk, string | undefined>, options: Options): Promise<Walk> {
  const bound = withinBounds(options);
  const user = stoppedByUser();
  try {
    return await driven(
      walking,
      () => undefined,
      () => user.reason('judging') ?? bound('judging'),
    );
  } catch (thrown) {
    if (thrown instanceof TokenError) throw new Stop(EXIT.usage, `--replay: ${thrown.message}`);
    throw thrown;
  } finally {
    user.release();
  }
}

/** Walks at random; along the run of a token where one is given. */
function walkingOf({ walking, replaying }: Random, { model }: Loaded, options: Options) {
  const { steps, length, uniform, replay } = options;
  if (replay !== undefined) return replaying(model, replay);
  const seed = options.seed ?? randomInt(MOST_SEED);
  return walking(model, { steps, length, seed, isGuided: uniform !== true });
}

/** A page where the file is to hold Markdown, else the diagram alone. */
const heat = (file: string, one: Loaded, walked: Walk, language: string): string =>
  /\.(md|markdown)$/i.test(file) ? heatPage(one, walked, language) : heatDiagram(one.model, walked.coverage, language);

function print(one: Loaded, walked: Walk, { quiet }: Options): void {
  const machine = machineOf(one.model);
  const text = walkReport(one, walked, (configuration) => machine.describe(configuration), quiet === true);
  if (text !== '') out(text);
  if (walked.stopped !== undefined) err(`stopped at ${walked.stopped}`);
}

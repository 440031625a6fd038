/** `suite`: writes a test suite for an implementation. */
import { Argument, Command, Option } from 'commander';
import { SUITE_FORMATS, type SuiteFormat, suiteAs, testerLanguages } from '../../generators/suites/index.ts';
import { exploreModel } from '../../model/explore/index.ts';
import type { Model } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { plural } from '../../model/table/text.ts';
import {
  OBSERVATIONS,
  type Observation,
  REFUSALS,
  type Refusals,
  SUITES,
  type Suite,
  type SuiteKind,
  suiteOf,
} from '../../properties/suites/index.ts';
import { EXIT, Stop, strongest } from '../exit.ts';
import { write } from '../files.ts';
import { chosen } from '../load/chosen.ts';
import { type SuiteReport, toolOf } from '../reports.ts';
import { err, out, outJson } from '../terminal.ts';
import { type Common, common, ends, loadNamed, wholeFrom } from './common.ts';

type Options = Common & {
  readonly table?: string;
  readonly as: SuiteFormat;
  readonly out?: string;
  readonly observe: Observation;
  readonly extra?: number;
  readonly refusals?: Refusals;
  readonly language: string;
  readonly driver: string;
};

const EXAMPLES = `
Suites:
  states, rows, row-pairs  short runs that visit every state, fire every row, or every two rows that can follow each other
  tour                     the shortest tour that takes every transition
  w, wp, hsi               find every fault of a deterministic implementation with at most --extra more states

Example:
  $ stateatlas suite tour order.atlas.yaml --out order.test.ts
  $ stateatlas suite rows order.atlas.yaml --as checklist --language fr --out order.md
  $ stateatlas suite hsi order.atlas.yaml --observe nothing --extra 1 --as csv > order.csv`;

export const suiteCommand = (version: string): Command =>
  common(new Command('suite'), 'do not say what the suite covers and proves')
    .description('write a test suite for an implementation')
    .addArgument(new Argument('<suite>', 'how its tests are chosen').choices(SUITES))
    .argument('[files...]', 'tables, systems, folders or globs; those of the project unless given')
    .option('--table <name>', 'the table or system, where there are several')
    .addOption(new Option('--as <format>', 'what to write').choices(SUITE_FORMATS).default('vitest'))
    .option('--out <file>', 'the file to write; standard output unless given')
    .addOption(
      new Option('--observe <what>', 'what can be seen of the implementation').choices(OBSERVATIONS).default('state'),
    )
    .option('--extra <n>', 'how many states more than the table the implementation may have (w, wp, hsi)', wholeFrom(0))
    .addOption(
      new Option(
        '--refusals <where>',
        'where covers and the tour send what must be refused; states, and configurations for the tour, unless given',
      ).choices(REFUSALS),
    )
    .option('--language <tag>', 'language of the labels (gherkin, checklist)', 'en')
    .option('--driver <module>', 'the module that a vitest file imports `driver` from', './driver.ts')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: SuiteKind, files: string[], options: Options, command: Command) => {
      const { loaded, codes } = await loadNamed(files);
      if (loaded.length === 0) return ends(command, strongest(codes));
      const { model } = chosen(loaded, options.table);
      insistOnLanguage(model, options.language);
      const suite = made(model, kind, options);
      const text = inOneText(suite, () => suiteAs(options.as, model, suite, options));
      if (options.out !== undefined) write(options.out, text);
      if (options.format === 'json') {
        const { tests, ...about } = suite;
        const report: SuiteReport = {
          tool: toolOf(version),
          model: model.name,
          suite: kind,
          as: options.as,
          observe: about.observation,
          ...(about.extra !== undefined && { extra: about.extra }),
          guarantee: about.guarantee,
          tests: tests.length,
          steps: about.steps,
          coverage: about.coverage,
          notes: [...about.notes],
          ...(options.out === undefined ? { text } : { file: options.out }),
        };
        inOneText(suite, () => outJson(report));
      } else {
        if (options.out === undefined) process.stdout.write(text);
        else if (!options.quiet) out(`wrote ${options.out}`);
        if (!options.quiet) for (const line of aboutIt(suite)) err(visible(line));
      }
      ends(command, strongest([...codes, EXIT.well]));
    });

/** A language that there is not would be English without a word. @throws {Stop} */
function insistOnLanguage(model: Model, language: string): void {
  const known = testerLanguages(model);
  if (known.includes(language) || known.includes(language.split('-')[0] as string)) return;
  throw new Stop(EXIT.usage, `there is no language ${visible(language)}; there are ${known.join(', ')}`);
}

/** What a suite is made from at most: more of it nobody runs. */
const LIMITS = { maxConfigurations: 500_000, maxTransitions: 5_000_000 } as const;

function made(model: Model, kind: SuiteKind, { observe, extra, refusals }: Options): Suite {
  const graph = exploreModel(model, LIMITS);
  if (graph.stopped !== undefined)
    throw new Stop(
      EXIT.undecided,
      `there is no suite ${kind} of ${model.name}: it needs every configuration, and exploring stopped at ${graph.stopped.limit}`,
    );
  try {
    return suiteOf(graph, kind, {
      observation: observe,
      model,
      ...(extra !== undefined && { extra }),
      ...(refusals && { refusals }),
    });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new Stop(EXIT.usage, `there is no suite ${kind} of ${model.name}: ${visible(thrown.message)}`);
  }
}

/** What a suite becomes as text. @throws {Stop} where it is too long for one. */
export function inOneText<T>(suite: Suite, become: () => T): T {
  try {
    return become();
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    const size = `${suite.tests.length.toLocaleString('en')} tests and ${suite.steps.toLocaleString('en')} steps`;
    const advice = 'choose a smaller suite (hsi, wp, tour), or let more be observed';
    throw new Stop(
      EXIT.usage,
      `the suite ${suite.kind} of ${suite.model} has ${size}, too many for one text; ${advice}`,
    );
  }
}

/** What the suite covers and proves, and how it recognises states. */
function aboutIt({ tests, steps, coverage, guarantee, notes, recognising = [] }: Suite): readonly string[] {
  const share = ([name, { covered, of }]: readonly [string, Suite['coverage']['rows']]): string =>
    `${covered} of ${of} ${name}`;
  return [
    `${plural(tests.length, 'test')}, ${plural(steps, 'step')}; ${Object.entries(coverage).map(share).join(', ')}`,
    guarantee,
    ...notes,
    ...recognising.map(
      ({ inputs, apart }) =>
        `${inputs.length === 0 ? 'nothing' : inputs.map(({ event }) => event).join(', ')} tells ${apart.join(' from ')}`,
    ),
  ];
}

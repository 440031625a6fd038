/** `diff`: what is different between two versions, in what they say and in what they can do. */
import { Command, Option } from 'commander';
import { differenceData } from '../../generators/difference/json.ts';
import type { Compared } from '../../generators/difference/lines.ts';
import {
  type Alone,
  aloneMarkdown,
  aloneText,
  differenceMarkdown,
  differenceText,
} from '../../generators/difference/text.ts';
import { EXIT, type ExitCode, Stop, strongest } from '../exit.ts';
import { compareLoaded } from '../judging.ts';
import type { Bounds } from '../limits.ts';
import type { Loaded, Loading } from '../load/loaded.ts';
import { loadRevision, revisionIn } from '../load/revisions.ts';
import type { ProgressKind } from '../progress.ts';
import { type DiffReport, toolOf } from '../reports.ts';
import { emphasis, err, out, outJson } from '../terminal.ts';
import { bounded, ends, loadNamed, progressing } from './common.ts';

type Options = Bounds & {
  readonly format: 'text' | 'markdown' | 'json';
  readonly quiet?: true;
  readonly progress?: ProgressKind;
  readonly rev?: string;
  readonly exitCode?: true;
  readonly language: string;
};

const EXAMPLES = `
A version is a file, or a file at a git revision: HEAD~1:order.atlas.yaml.

Example:
  $ stateatlas diff old.atlas.yaml new.atlas.yaml
  $ stateatlas diff HEAD~1:order.atlas.yaml order.atlas.yaml --format markdown > diff.md
  $ stateatlas diff --rev origin/main order.atlas.yaml --exit-code`;

export const diffCommand = (version: string): Command =>
  progressing(bounded(new Command('diff')))
    .description('compare what two versions say, what they can do, and what is true of them')
    .argument('<old>', 'the old version; with --rev the file whose versions are compared')
    .argument('[new]', 'the new version')
    .addOption(
      new Option('--format <format>', 'text for people, markdown for a pull request, json for programs')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .option('--quiet', 'say nothing of what behaves the same, and no progress')
    .option('--rev <revision>', 'compare a file at this git revision with the file as it is')
    .option('--exit-code', 'end with 1 where the behaviour changed')
    .option('--language <tag>', 'language of the labels in diagrams', 'en')
    .addHelpText('after', EXAMPLES)
    .action(async (old: string, now: string | undefined, options: Options, command: Command) => {
      const [before, after] = versionsOf(old, now, options.rev);
      const releases: (() => void)[] = [];
      try {
        const [one, other] = [await loadVersion(before, releases), await loadVersion(after, releases)];
        const codes: ExitCode[] = [...one.problems, ...other.problems].length > 0 ? [EXIT.unreadable] : [];
        const { pairs, alone: unmatched } = matched(one.loaded, other.loaded);
        // What could not be read may be what has no partner.
        const alone = codes.length > 0 ? [] : unmatched;
        const results: Compared[] = [];
        for (const [was, is] of pairs) results.push(await compareLoaded(was, is, { ...options, stoppable: true }));
        print(version, options, results, alone);
        const behaviours = results.map(({ difference }) => difference.behaviour);
        if (behaviours.includes('undecided')) codes.push(EXIT.undecided);
        if (options.exitCode && (behaviours.includes('changed') || alone.length > 0)) codes.push(EXIT.open);
        ends(command, strongest([...codes, EXIT.well]));
      } finally {
        for (const release of releases) release();
      }
    });

function versionsOf(old: string, now: string | undefined, revision: string | undefined): readonly [string, string] {
  if (revision !== undefined) {
    if (now !== undefined) throw new Stop(EXIT.usage, 'with --rev one file is compared with itself; name one file');
    return [`${revision}:${old}`, old];
  }
  if (now === undefined)
    throw new Stop(EXIT.usage, `${old} is compared with nothing; name a second file, or a revision with --rev`);
  return [old, now];
}

async function loadVersion(word: string, releases: (() => void)[]): Promise<Loading> {
  const revision = revisionIn(word);
  if (revision === undefined) return loadNamed([word]);
  const loading = await loadRevision(revision);
  releases.push(loading.release);
  for (const problem of loading.problems) err(problem);
  return loading;
}

/** Versions that belong together: of one name, or the only one of each. */
function matched(
  one: readonly Loaded[],
  other: readonly Loaded[],
): { readonly pairs: readonly (readonly [Loaded, Loaded])[]; readonly alone: readonly Alone[] } {
  const [first, second] = [one[0], other[0]];
  if (first && second && one.length === 1 && other.length === 1) return { pairs: [[first, second]], alone: [] };
  const partner = (all: readonly Loaded[], { model }: Loaded) => all.find((each) => each.model.name === model.name);
  const alone = (all: readonly Loaded[], others: readonly Loaded[], side: Alone['in']): readonly Alone[] =>
    all.flatMap((each) => (partner(others, each) ? [] : [{ name: each.model.name, file: each.file, in: side }]));
  return {
    pairs: one.flatMap((was) => {
      const is = partner(other, was);
      return is === undefined ? [] : [[was, is] as const];
    }),
    alone: [...alone(one, other, 'old'), ...alone(other, one, 'new')],
  };
}

function print(version: string, options: Options, all: readonly Compared[], alone: readonly Alone[]): void {
  const { format, quiet, language } = options;
  if (format === 'json') {
    const report: DiffReport = {
      tool: toolOf(version),
      results: all.map((each) => differenceData(each, language)),
      alone: [...alone],
    };
    return outJson(report);
  }
  const shown = quiet ? all.filter(({ difference }) => difference.behaviour !== 'same') : all;
  const style = emphasis();
  const texts =
    format === 'markdown'
      ? [...shown.map((each) => differenceMarkdown(each, language)), ...alone.map(aloneMarkdown)]
      : [...shown.map((each) => differenceText(each, style)), ...alone.map(aloneText)];
  if (texts.length > 0) out(texts.join('\n\n'));
}

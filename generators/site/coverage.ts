/** The page of coverage: what random walks covered, and how many small faults the properties notice. */
import { code, mdTable } from '../markdown/escape.ts';
import { at } from '../report/events.ts';
import type { Context } from './context.ts';
import type { CoverageNumbers, MutationNumbers } from './options.ts';
import type { SitePage } from './page.ts';
import { inEnglish, sitePage, titleOf } from './parts.ts';
import { said } from './text.ts';

/** The page, where there is something to tell. */
export function coveragePage(context: Context): SitePage | undefined {
  const { model, words, options } = context;
  const { coverage, mutation } = options;
  if (coverage === undefined && mutation === undefined) return undefined;
  return sitePage(context, `${model.name}/coverage`, words.coverage, words.coverageOf(titleOf(context)), [
    coverage === undefined ? undefined : coverageSection(context, coverage),
    mutation === undefined ? undefined : mutationSection(context, mutation),
  ]);
}

/** More than these are counted, not named. */
const MOST_NAMED = 50;

function coverageSection(context: Context, { seed, runs, steps, covered, unfired }: CoverageNumbers): string {
  const { words, input } = context;
  const parts = Object.entries(covered) as [keyof typeof covered, (typeof covered)['rows']][];
  const table = mdTable(
    [words.what, words.covered, words.thereAre],
    parts.map(([what, part]) => [
      words.coverageParts[what],
      String(part.covered),
      part.of === undefined ? '?' : String(part.of),
    ]),
  );
  const rows = unfired.slice(0, MOST_NAMED).map(({ row, instance, can }) => {
    const place =
      'states' in context.model ? code(at(input.places, ['transitions', row])) : code(`${instance}: ${row}`);
    return `- ${place}${can === undefined ? '' : ` (${can ? words.canFire : words.cannotFire})`}`;
  });
  const more = unfired.length - rows.length;
  return [
    `## ${words.randomWalks}`,
    words.walked(runs, steps, seed),
    table,
    ...(rows.length === 0 ? [] : [words.unfired(unfired.length), rows.join('\n')]),
    ...(more > 0 ? [words.andMore(more)] : []),
  ].join('\n\n');
}

function mutationSection(context: Context, { score, kinds, survivors, stopped }: MutationNumbers): string {
  const { words, input } = context;
  const sum = (of: 'killed' | 'survived' | 'equivalent' | 'undecided'): number =>
    kinds.reduce((total, kind) => total + kind[of], 0);
  const [killed, survived] = [sum('killed'), sum('survived')];
  const table = mdTable(
    [words.fault, words.score, words.killed, words.survived, words.equivalent, words.undecidedMutants],
    kinds.map((each) => [
      words.faults[each.kind],
      percent(each.score, each.killed + each.survived),
      String(each.killed),
      String(each.survived),
      String(each.equivalent),
      String(each.undecided),
    ]),
  );
  const list = survivors
    .slice(0, MOST_NAMED)
    .map(({ name, path }) => `- ${mutantText(context, name)} ${code(at(input.places, path))}`);
  const more = survivors.length - list.length;
  return [
    `## ${words.mutation}`,
    `**${percent(score, killed + survived)}** · ${words.mutated(killed, killed + survived)}`,
    ...(stopped === undefined ? [] : [said(words.mutationStopped(stopped))]),
    table,
    ...(list.length === 0 ? [] : [words.survivors, list.join('\n')]),
    ...(more > 0 ? [words.andMore(more)] : []),
  ].join('\n\n');
}

/** A mutant in words: its kind in those of the page, what it changes in the checker’s. */
function mutantText(context: Context, name: string): string {
  const { words } = context;
  const kind = (Object.keys(words.faults) as (keyof typeof words.faults)[]).find((each) => name.startsWith(`${each} `));
  return kind === undefined
    ? inEnglish(context, name)
    : `${words.faults[kind]}${words.colon}${inEnglish(context, name.slice(kind.length + 1))}`;
}

/** A score, rounded down; a dash where nothing was decided. */
const percent = (score: number, decided: number): string =>
  decided === 0 ? '—' : `${(Math.floor(score * 1000) / 10).toFixed(1)} %`;

/** The page of coverage: what random walks or the check covered, and how many small faults the properties notice. */
import { MOST_RETARGETED } from '../../properties/mutation/rows.ts';
import type { Part } from '../../properties/random/walk.ts';
import type { Input } from '../artefact.ts';
import { code, mdTable } from '../markdown/escape.ts';
import { percent } from '../report/mutation.ts';
import { commandOn } from '../report/trace.ts';
import type { Context } from './context.ts';
import { faultText } from './faults.ts';
import type { CoverageNumbers, FirstNumbers, MutationNumbers } from './options.ts';
import type { SitePage } from './page.ts';
import { sitePage, titleOf } from './parts.ts';
import { placeOf } from './source.ts';
import { said } from './text.ts';
import type { Words } from './words/index.ts';

/** The page, where there is something to tell. */
export function coveragePage(context: Context): SitePage | undefined {
  const { model, words, options } = context;
  const { coverage, mutation, leftOut } = options;
  const sections = [
    coverage && coverageSection(context, coverage),
    leftOut?.first && firstSection(context, leftOut.first),
    mutation && mutationSection(context, mutation),
    leftOut?.isMutation ? leftOutSection(context) : undefined,
  ];
  if (sections.every((section) => section === undefined)) return undefined;
  return sitePage(context, `${model.name}/coverage`, words.coverage, words.coverageOf(titleOf(context)), sections);
}

/** What the first configurations cover, where random walks take too long, and the command that takes them. */
function firstSection(context: Context, { configurations, ...parts }: FirstNumbers): string {
  const { words, input } = context;
  return [
    `## ${words.firstConfigurations}`,
    words.exploredFirst(configurations),
    partsTable(words, parts),
    `${words.walksLeftOut} ${commandText('walk', input)}`,
  ].join('\n\n');
}

/** Why the properties are not held against small faults, and the command that does so. */
function leftOutSection({ words, input }: Context): string {
  const left = words.mutationLeftOut(input.judgement.exploration.configurations);
  return [`## ${words.mutation}`, `${left} ${commandText('check --mutate', input)}`].join('\n\n');
}

const commandText = (verb: string, input: Input): string => code(`npx ${commandOn(verb, input)}`);

type Parts = { readonly [name in keyof Words['coverageParts']]?: Part };

/** So much of what there is, in lines. */
const partsTable = (words: Words, parts: Parts): string =>
  mdTable(
    [words.what, words.covered, words.thereAre],
    Object.entries(parts).map(([name, { covered, of }]) => [
      words.coverageParts[name as keyof Parts],
      String(covered),
      of === undefined ? '?' : String(of),
    ]),
  );

/** More than these are counted, not named. */
const MOST_NAMED = 50;

function coverageSection(
  context: Context,
  { seed, runs, steps, covered, unfired, isMeasured }: CoverageNumbers,
): string {
  const { words } = context;
  const rows = unfired.slice(0, MOST_NAMED).map(({ row, instance, can }) => {
    const place = 'states' in context.model ? placeOf(context, ['transitions', row]) : code(`${instance}: ${row}`);
    return `- ${place}${can === undefined ? '' : ` (${can ? words.canFire : words.cannotFire})`}`;
  });
  const more = unfired.length - rows.length;
  return [
    `## ${words.randomWalks}`,
    words.walked(runs, steps, seed),
    partsTable(words, covered),
    ...(isMeasured ? [words.onlyReachable] : []),
    ...(rows.length === 0 ? [] : [words.unfired(unfired.length), rows.join('\n')]),
    ...(more > 0 ? [words.andMore(more)] : []),
  ].join('\n\n');
}

function mutationSection(context: Context, { score, kinds, survivors, untried, stopped }: MutationNumbers): string {
  const { words } = context;
  const sum = (of: 'killed' | 'survived' | 'equivalent' | 'undecided'): number =>
    kinds.reduce((total, kind) => total + kind[of], 0);
  const [killed, survived] = [sum('killed'), sum('survived')];
  const table = mdTable(
    [words.fault, words.score, words.killed, words.survived, words.equivalent, words.undecidedMutants],
    kinds.map((each) => [
      words.faults[each.kind],
      scoreText(words, each.score),
      String(each.killed),
      String(each.survived),
      String(each.equivalent),
      String(each.undecided),
    ]),
  );
  const list = survivors
    .slice(0, MOST_NAMED)
    .map(({ kind, fault, path }) => `- ${said(faultText(context, kind, fault))} ${placeOf(context, path)}`);
  const more = survivors.length - list.length;
  return [
    `## ${words.mutation}`,
    `**${scoreText(words, score)}** · ${words.mutated(killed, killed + survived)}`,
    ...(untried === 0 ? [] : [words.untried(untried, MOST_RETARGETED)]),
    ...(stopped === undefined ? [] : [said(words.mutationStopped(stopped))]),
    table,
    ...(list.length === 0 ? [] : [words.survivors, list.join('\n')]),
    ...(more > 0 ? [words.andMore(more)] : []),
  ].join('\n\n');
}

/** A score as the language of the page writes numbers. */
const scoreText = ({ decimal }: Words, score: number | null): string => percent(score).replace('.', decimal);

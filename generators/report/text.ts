/** The report of a check for people: verdicts, findings, traces with the rows they used, and how to see them again. */
import { isSystem } from '../../model/system/types.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { plural, textIn } from '../../model/table/text.ts';
import type { Ruling } from '../../model/table/types.ts';
import { isUndecided } from '../../properties/judge/judge.ts';
import type { Exploration, Finding, Judgement, Verdict } from '../../properties/judge/verdict.ts';
import type { Mutation } from '../../properties/mutation/mutate.ts';
import { bindingText, demandOf } from '../words-system.ts';
import { type Emphasis, PLAIN } from './emphasis.ts';
import { at } from './events.ts';
import { mutationLines } from './mutation.ts';
import { type Opinion, opinionLines } from './opinion.ts';
import { type PlanTold, planLines } from './plan.ts';
import { stuckLines, toldTogether } from './stuck.ts';
import { type Source, traceLines } from './trace.ts';

/** What the report of one table or system is made from. */
export type Reported = Source & {
  readonly judgement: Judgement;
  /** What an outside engine says of the same model, where it was asked. */
  readonly opinion?: Opinion;
  /** How well the properties guard it, where that was asked. */
  readonly mutation?: Mutation;
  /** How the check was planned, where that was asked. */
  readonly plan?: PlanTold;
};

const rulingLine = (ruling: Ruling): string =>
  `   decided (${ruling.decision ?? 'accept'}): ${visible(textIn(ruling.because, 'en'))}`;

const indent = (line: string): string => `    ${line}`;

function verdictLines(reported: Reported, verdict: Verdict, style: Emphasis): readonly string[] {
  const { property, result, scope, note, trace, ruling, binding } = verdict;
  const mark = {
    holds: style.good('✓ holds    '),
    violated: style.bad('✗ violated '),
    undecided: style.open('? undecided'),
  }[result];
  const head = `  ${ruling === undefined ? mark : style.decided('• decided  ')} ${visible(property)}${scope === 'exhaustive' ? '' : ` (${scope})`}`;
  const lines = [head];
  if (note !== undefined) lines.push(style.dim(`    ${visible(note)}`));
  if (result !== 'violated') return lines;
  const { words, formula } = demandOf(reported.model, property);
  lines.push(`    violated: ${visible(words)} (${formula})`);
  if (binding !== undefined) lines.push(`    broken for ${visible(bindingText(binding))}`);
  if (trace !== undefined) lines.push(...traceLines(reported, trace).map(indent));
  if (ruling !== undefined) lines.push(indent(rulingLine(ruling)));
  return lines;
}

function findingLines(reported: Reported, findings: readonly Finding[], style: Emphasis): readonly string[] {
  const { model, places } = reported;
  const [finding] = findings as readonly [Finding, ...Finding[]];
  if (findings.length > 1 && isSystem(model)) {
    const head = `  ${style.bad('✗')} ${finding.code} nothing is enabled in the whole system, and these are not final`;
    const way = finding.trace === undefined ? [] : traceLines(reported, finding.trace);
    return [head, ...stuckLines(model, places, findings).map((line) => indent(`   ${line}`)), ...way.map(indent)];
  }
  const { code, severity, message, path, trace, ruling } = finding;
  const mark =
    ruling === undefined ? (severity === 'error' ? style.bad('✗') : style.open('!')) : style.decided('• decided');
  const where = at(places, path);
  const lines = [`  ${mark} ${code} ${visible(message)}${where === '' ? '' : `   [${where}]`}`];
  if (ruling !== undefined) return [...lines, indent(rulingLine(ruling))];
  if (trace !== undefined) lines.push(...traceLines(reported, trace).map(indent));
  return lines;
}

/** One line on what was explored and what was left. */
export function explorationLine(exploration: Exploration): string {
  const { scope, limit, queue, configurations, transitions, depth, orbits } = exploration;
  const found = plural(configurations, 'configuration');
  const held = orbits === undefined ? found : `${found} in ${plural(orbits, 'orbit')}`;
  const counts = `${held}, ${plural(transitions, 'transition')}, depth ${depth}`;
  return scope === 'exhaustive'
    ? `${counts}; all explored, nothing left on the queue`
    : `${counts}; stopped at ${limit}, ${queue} left on the queue`;
}

/** One line that sums a check up. */
export function summaryLine(judgement: Judgement): string {
  const { verdicts } = judgement;
  const findings = toldTogether(judgement.findings).flatMap((told) => told.slice(0, 1));
  const holding = verdicts.filter(({ result }) => result === 'holds').length;
  const violated = verdicts.filter(({ result }) => result === 'violated');
  const undecided = verdicts.length - holding - violated.length;
  const all = [...violated, ...findings];
  const open = all.filter(({ ruling }) => ruling === undefined).length;
  const undone = isUndecided(judgement);
  return [
    `${plural(verdicts.length, 'property', 'properties')}: ${holding} hold${undecided > 0 ? `, ${undecided} undecided` : ''}, ${violated.length} violated`,
    plural(findings.length, 'finding'),
    ...(undone ? ['undecided'] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(open === 0 && all.length > 0
      ? [`${undone ? 'all that was found' : 'everything open'} is decided (${all.length} by rulings)`]
      : []),
    ...(all.length === 0 && !undone ? ['all well'] : []),
  ].join(' · ');
}

/** The report of one table or system. Open things come with their traces; decided ones with their reason. */
export function textReport(
  reported: Reported,
  options: { readonly style?: Emphasis; readonly quiet?: boolean } = {},
): string {
  const { file, model, judgement } = reported;
  const { style = PLAIN, quiet = false } = options;
  const wanted = ({ ruling }: { ruling?: Ruling }): boolean => !quiet || ruling === undefined;
  const verdicts = judgement.verdicts.filter((each) => wanted(each) && (!quiet || each.result !== 'holds'));
  const findings = judgement.findings.filter(wanted);
  const lines = [
    `${style.strong(model.name)}  ${style.dim(file)}`,
    ...verdicts.flatMap((verdict) => verdictLines(reported, verdict, style)),
    ...toldTogether(findings).flatMap((told) => findingLines(reported, told, style)),
    ...(reported.plan === undefined || quiet ? [] : planLines(reported.plan)),
    ...(quiet ? [] : (judgement.notes ?? []).map((note) => style.dim(`  note: ${visible(note)}`))),
    `  ${explorationLine(judgement.exploration)}`,
    `  ${summaryLine(judgement)}`,
    ...(reported.opinion === undefined
      ? []
      : opinionLines(judgement, reported.opinion).map((line) => `  ${visible(line)}`)),
    ...(reported.mutation === undefined ? [] : mutationLines(reported, reported.mutation, style)),
  ];
  return lines.join('\n');
}

/** The report of a check for people: verdicts, findings, traces with the rows they used, and how to see them again. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration } from '../../model/explore/machine.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import { formatPath, type Path, visible } from '../../model/table/diagnostic.ts';
import type { Places } from '../../model/table/places.ts';
import { textIn } from '../../model/table/text.ts';
import type { Property, Ruling, Table } from '../../model/table/types.ts';
import { isUndecided } from '../../properties/judge/judge.ts';
import type { Exploration, Finding, Judgement, Verdict } from '../../properties/judge/verdict.ts';
import { propertyText, valueText } from '../words.ts';
import { type Opinion, opinionLines } from './opinion.ts';

/** How parts of the report are emphasised; the identity where there is no colour. */
export type Emphasis = {
  readonly [part in 'good' | 'bad' | 'decided' | 'open' | 'dim' | 'strong']: (text: string) => string;
};

const identity = (text: string): string => text;
export const PLAIN: Emphasis = {
  good: identity,
  bad: identity,
  decided: identity,
  open: identity,
  dim: identity,
  strong: identity,
};

/** What the report of one table is made from. The file is as its reader would type it. */
export type Reported = {
  readonly file: string;
  readonly table: Table;
  readonly judgement: Judgement;
  readonly places: Places;
  /** What an outside engine says of the same table, where it was asked. */
  readonly opinion?: Opinion;
};

/** Where a part of the table stands, as `file:line`; with its path where it is computed and has no line of its own. */
export function at(places: Places, path: Path): string {
  const place = places(path);
  if (place === undefined) return visible(formatPath(path));
  return `${place.file}:${place.line}${place.computed ? ` ${visible(formatPath(path))}` : ''}`;
}

/** What a step changed, beside the state: `attempts 0 → 1`. */
export function changes(before: Configuration, after: Configuration): string {
  return Object.keys(after.memory)
    .filter((name) => before.memory[name] !== after.memory[name])
    .map((name) => `${name} ${valueText(before.memory[name] ?? null)} → ${valueText(after.memory[name] ?? null)}`)
    .join(', ');
}

/** The command that shows a trace again. */
export const playCommand = ({ file, table }: Reported, trace: Trace): string =>
  `stateatlas play ${quoted(file)} --table ${table.name} --token ${quoted(encodeTrace(tableMachine(table), trace))}`;

const quoted = (word: string): string => (/^[\w./:,~@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

function traceLines(reported: Reported, trace: Trace): readonly string[] {
  const { table, places } = reported;
  const machine = tableMachine(table);
  const lines = [`   start  ${machine.describe(trace.initial)}`];
  let before = trace.initial;
  for (const [index, { event, row, to }] of trace.steps.entries()) {
    if (index === trace.loop) lines.push('          ↻ from here on, for ever:');
    const by = table.events[event]?.by;
    const changed = changes(before, to);
    const used = at(places, ['transitions', row]);
    lines.push(
      `${String(index + 1).padStart(8)}  ${event}${by === undefined ? '' : ` (${by})`} → ${to.state}${changed === '' ? '' : `; ${changed}`}   [${used}]`,
    );
    before = to;
  }
  if (trace.loop !== undefined) lines.push(`          ↻ and again from step ${trace.loop + 1}`);
  if (trace.stutters) lines.push('          and nothing more happens');
  return [...lines, `   again  ${playCommand(reported, trace)}`];
}

const rulingLine = (ruling: Ruling): string =>
  `   decided (${ruling.decision ?? 'accept'}): ${visible(textIn(ruling.because, 'en'))}`;

const indent = (line: string): string => `    ${line}`;

function verdictLines(reported: Reported, verdict: Verdict, style: Emphasis): readonly string[] {
  const { property, result, scope, note, trace, ruling } = verdict;
  const mark = {
    holds: style.good('✓ holds    '),
    violated: style.bad('✗ violated '),
    undecided: style.open('? undecided'),
  }[result];
  const head = `  ${ruling === undefined ? mark : style.decided('• decided  ')} ${visible(property)}${scope === 'exhaustive' ? '' : ` (${scope})`}`;
  const lines = [head];
  if (note !== undefined) lines.push(style.dim(`    ${visible(note)}`));
  if (result !== 'violated') return lines;
  const { words, formula } = propertyText(reported.table.properties?.[property] as Property);
  lines.push(`    violated: ${visible(words)} (${formula})`);
  if (trace !== undefined) lines.push(...traceLines(reported, trace).map(indent));
  if (ruling !== undefined) lines.push(indent(rulingLine(ruling)));
  return lines;
}

function findingLines(reported: Reported, finding: Finding, style: Emphasis): readonly string[] {
  const { code, severity, message, path, trace, ruling } = finding;
  const mark =
    ruling === undefined ? (severity === 'error' ? style.bad('✗') : style.open('!')) : style.decided('• decided');
  const where = at(reported.places, path);
  const lines = [`  ${mark} ${code} ${visible(message)}${where === '' ? '' : `   [${where}]`}`];
  if (ruling !== undefined) return [...lines, indent(rulingLine(ruling))];
  if (trace !== undefined) lines.push(...traceLines(reported, trace).map(indent));
  return lines;
}

/** One line on what was explored and what was left. */
export function explorationLine({ scope, limit, queue, configurations, transitions, depth }: Exploration): string {
  const counts = `${plural(configurations, 'configuration')}, ${plural(transitions, 'transition')}, depth ${depth}`;
  return scope === 'exhaustive'
    ? `${counts}; all explored, nothing left on the queue`
    : `${counts}; stopped at ${limit}, ${queue} left on the queue`;
}

const plural = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

/** One line that sums a check up. */
export function summaryLine(judgement: Judgement): string {
  const { verdicts, findings } = judgement;
  const holding = verdicts.filter(({ result }) => result === 'holds').length;
  const violated = verdicts.filter(({ result }) => result === 'violated');
  const undecided = verdicts.length - holding - violated.length;
  const all = [...violated, ...findings];
  const open = all.filter(({ ruling }) => ruling === undefined).length;
  return [
    `${plural(verdicts.length, 'property', 'properties')}: ${holding} hold${undecided > 0 ? `, ${undecided} undecided` : ''}, ${violated.length} violated`,
    plural(findings.length, 'finding'),
    ...(isUndecided(judgement) ? ['undecided'] : []),
    ...(open > 0 ? [`${open} open`] : []),
    ...(open === 0 && all.length > 0 ? [`everything open is decided (${all.length} by rulings)`] : []),
    ...(all.length === 0 && !isUndecided(judgement) ? ['all well'] : []),
  ].join(' · ');
}

/** The report of one table. Open things come with their traces; decided ones with their reason. */
export function textReport(
  reported: Reported,
  options: { readonly style?: Emphasis; readonly quiet?: boolean } = {},
): string {
  const { file, table, judgement } = reported;
  const { style = PLAIN, quiet = false } = options;
  const wanted = ({ ruling }: { ruling?: Ruling }): boolean => !quiet || ruling === undefined;
  const verdicts = judgement.verdicts.filter((each) => wanted(each) && (!quiet || each.result !== 'holds'));
  const findings = judgement.findings.filter(wanted);
  const lines = [
    `${style.strong(table.name)}  ${style.dim(file)}`,
    ...verdicts.flatMap((verdict) => verdictLines(reported, verdict, style)),
    ...findings.flatMap((finding) => findingLines(reported, finding, style)),
    ...(quiet ? [] : (judgement.notes ?? []).map((note) => style.dim(`  note: ${visible(note)}`))),
    `  ${explorationLine(judgement.exploration)}`,
    `  ${summaryLine(judgement)}`,
    ...(reported.opinion === undefined
      ? []
      : opinionLines(judgement, reported.opinion).map((line) => `  ${visible(line)}`)),
  ];
  return lines.join('\n');
}

/** The report of walks for people: what they covered, what they broke, and what exhaustive checking knows of both. */
import { visible } from '../../model/table/diagnostic.ts';
import { plural, textIn } from '../../model/table/text.ts';
import { brokenTest, replayCommand } from '../../properties/random/pasteable.ts';
import type { Part, RowPair, Stuck, Taken, Walk, WalkFailure } from '../../properties/random/walk.ts';
import { bindingText, demandOf } from '../words-system.ts';
import { at } from './events.ts';
import { type Source, traceLines } from './trace.ts';

/** So many pairs of rows are named; of the others it is said how many there are. */
const MOST_PAIRS = 10;

/** So many configurations where runs got stuck are shown; of the others it is said how many there are. */
const MOST_STUCK = 10;

const indented = (line: string): string => `    ${line}`;

const part = (name: string, { covered, of }: Part): string =>
  `${covered}${of === undefined ? '' : ` of ${of}`} ${name}`;

/** A run step by step, and the commands that take it again. */
const runLines = (source: Source, { trace, token }: Taken): readonly string[] => [
  ...traceLines(source, trace).map(indented),
  indented(`      or  ${replayCommand(source.model, token, source.file)}`),
];

function failureLines(source: Source, failure: WalkFailure, isGiven: boolean): readonly string[] {
  const { property, binding, trace, found, shortest, ruling, token } = failure;
  const shortness =
    shortest === undefined
      ? ''
      : shortest === trace.steps.length
        ? '; none is shorter'
        : `; the shortest has ${shortest}`;
  const head = `  ${ruling === undefined ? '✗ violated ' : '• decided  '} ${visible(property)} (sampled)`;
  if (ruling !== undefined)
    return [head, indented(`decided (${ruling.decision ?? 'accept'}): ${visible(textIn(ruling.because, 'en'))}`)];
  const { words, formula } = demandOf(source.model, property);
  return [
    head,
    indented(`violated: ${visible(words)} (${formula})`),
    ...(binding === undefined ? [] : [indented(`broken for ${visible(bindingText(binding))}`)]),
    indented(
      isGiven
        ? `broken after ${plural(found, 'step')}${shortness}`
        : `found after ${plural(found, 'step')}, shrunk to ${plural(trace.steps.length, 'step')}${shortness}`,
    ),
    ...runLines(source, failure),
    indented('as a test:'),
    ...brokenTest(source.model, source.file, property, token)
      .split('\n')
      .map((line) => indented(`  ${line}`).trimEnd()),
  ];
}

/** Where runs got stuck; the run that was given is shown as a whole. */
const stuckLines = (
  source: Source,
  { configuration, times, trace }: Stuck,
  isGiven: boolean,
  describe: (of: Stuck['configuration']) => string,
): readonly string[] =>
  isGiven
    ? [`  stuck at its end, outside the declared ends: ${visible(describe(configuration))}`]
    : [
        `  stuck ${plural(times, 'time')} outside the declared ends: ${visible(describe(configuration))}`,
        ...traceLines(source, trace).map(indented),
      ];

type Row = { readonly row: number; readonly instance?: string };

/** A row of a walk for people, with where it stands. */
export const rowName = ({ model, places }: Source, { row, instance }: Row): string =>
  'transitions' in model ? `row ${row + 1} [${at(places, ['transitions', row])}]` : `${instance} row ${row + 1}`;

/** The rows that never fired, in two lines: those that cannot, and those that no run came to. */
function unfiredLines(source: Source, { unfired, steps, isMeasured }: Walk): readonly string[] {
  const line = (about: string, rows: Walk['unfired']): readonly string[] =>
    rows.length === 0
      ? []
      : [
          `  ${plural(rows.length, 'row')} never fired in ${plural(steps, 'step')}, ${about}: ${rows.map((row) => rowName(source, row)).join(', ')}`,
        ];
  return isMeasured
    ? [
        ...line(
          'and cannot: exhaustive checking knows it',
          unfired.filter(({ can }) => can === false),
        ),
        ...line(
          'and can: more steps would show it',
          unfired.filter(({ can }) => can !== false),
        ),
      ]
    : line('which says nothing about whether they can', unfired);
}

/** The pairs of rows that can follow each other and never did, as far as they are named. */
function unpairedLines(source: Source, pairs: readonly RowPair[]): readonly string[] {
  if (pairs.length === 0) return [];
  const named = pairs
    .slice(0, MOST_PAIRS)
    .map(([first, second]) => `${rowName(source, first)} then ${rowName(source, second)}`);
  const more = pairs.length - named.length;
  return [
    `  ${plural(pairs.length, 'pair')} of rows never followed each other, and can: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
  ];
}

/** How it went: at random, or along the run that was given. */
function wayLine({ runs, steps, options, given, stopped }: Walk): string {
  if (options === undefined) {
    const refused = (given?.trace.steps.length ?? steps) - steps;
    return `  this run has ${plural(steps, 'step')}${refused === 0 ? '' : `, and ${plural(refused, 'refusal')}`}`;
  }
  const { isGuided, seed } = options;
  return `  ${plural(runs, 'run')}, ${plural(steps, 'step')}, none in vain; ${isGuided ? 'guided by coverage' : 'uniform'}, seed ${seed}${stopped === undefined ? '' : `; stopped at ${stopped}`}`;
}

/** The report. `describe` says what a configuration is. Where it is to be quiet, it has what was broken and is not decided alone, and is empty where nothing was. */
export function walkReport(
  source: Source,
  walk: Walk,
  describe: (of: Stuck['configuration']) => string,
  isQuiet = false,
): string {
  const { covered, failures, reached, unreached, stuck, allStuck, isMeasured, given, unpaired = [] } = walk;
  const { rows, states, configurations, transitions, pairs } = covered;
  const isGiven = given !== undefined;
  const open = failures.filter(({ ruling }) => ruling === undefined);
  const told = isQuiet ? open : failures;
  const head = [`${walk.model}  ${source.file}`, ...told.flatMap((failure) => failureLines(source, failure, isGiven))];
  if (isQuiet) return open.length === 0 ? '' : head.join('\n');
  const isShown = open.some(({ token }) => token === given?.token);
  const notSeen = (property: string): string =>
    `  ? not seen  ${visible(property)} (sampled: that no run reached it decides nothing)`;
  return [
    ...head,
    ...(isGiven && failures.length === 0 ? ['  this run breaks no property'] : []),
    ...(given !== undefined && !isShown ? runLines(source, given) : []),
    ...reached.map((property) => `  ✓ reached   ${visible(property)}`),
    ...(isGiven ? [] : unreached.map(notSeen)),
    ...stuck.slice(0, MOST_STUCK).flatMap((each) => stuckLines(source, each, isGiven, describe)),
    ...(stuck.length > MOST_STUCK
      ? [`  stuck in ${stuck.length - MOST_STUCK} more configurations outside the declared ends`]
      : []),
    ...(!isGiven && allStuck !== undefined && allStuck > stuck.length
      ? [`  ${allStuck - stuck.length} more configurations are stuck outside the declared ends, and no run came there`]
      : []),
    ...(isGiven ? [] : [...unfiredLines(source, walk), ...unpairedLines(source, unpaired)]),
    `  covered ${[part('rows', rows), part('states', states), part('configurations', configurations), part('transitions', transitions), part('pairs of rows', pairs)].join(', ')}`,
    wayLine(walk),
    isMeasured
      ? '  everything can be explored in a moment, so the shares are of all there is; `stateatlas check` decides every property'
      : '  there is too much to explore in a moment, so how much is left is not known',
  ].join('\n');
}

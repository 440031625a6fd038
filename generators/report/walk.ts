/** The report of random walks for people: what they covered, what they broke, and what exhaustive checking knows of both. */
import { visible } from '../../model/table/diagnostic.ts';
import { plural, textIn } from '../../model/table/text.ts';
import { brokenTest, replayCommand } from '../../properties/random/pasteable.ts';
import type { Part, Stuck, Walk, WalkFailure } from '../../properties/random/walk.ts';
import { at } from './events.ts';
import { type Source, traceLines } from './trace.ts';

const indented = (line: string): string => `    ${line}`;

const part = (name: string, { covered, of }: Part): string =>
  `${covered}${of === undefined ? '' : ` of ${of}`} ${name}`;

function failureLines(source: Source, failure: WalkFailure): readonly string[] {
  const { property, trace, found, shortest, ruling, token } = failure;
  const shortness =
    shortest === undefined
      ? ''
      : shortest === trace.steps.length
        ? '; none is shorter'
        : `; the shortest has ${shortest}`;
  const head = `  ${ruling === undefined ? '✗ violated ' : '• decided  '} ${visible(property)} (sampled)`;
  if (ruling !== undefined)
    return [head, indented(`decided (${ruling.decision ?? 'accept'}): ${visible(textIn(ruling.because, 'en'))}`)];
  return [
    head,
    indented(`found after ${plural(found, 'step')}, shrunk to ${plural(trace.steps.length, 'step')}${shortness}`),
    ...traceLines(source, trace).map(indented),
    indented(`      or  ${replayCommand(source.model, token, source.file)}`),
    indented('as a test:'),
    ...brokenTest(source.model, source.file, property, token)
      .split('\n')
      .map((line) => indented(`  ${line}`).trimEnd()),
  ];
}

const stuckLines = (
  source: Source,
  { configuration, times, trace }: Stuck,
  describe: (of: Stuck['configuration']) => string,
): readonly string[] => [
  `  stuck ${plural(times, 'time')} outside the declared ends: ${visible(describe(configuration))}`,
  ...traceLines(source, trace).map(indented),
];

/** The rows that never fired, in two lines: those that cannot, and those that no run came to. */
function unfiredLines({ model, places }: Source, { unfired, steps, isMeasured }: Walk): readonly string[] {
  const name = ({ row, instance }: Walk['unfired'][number]): string =>
    'transitions' in model ? `row ${row + 1} [${at(places, ['transitions', row])}]` : `${instance} row ${row + 1}`;
  const line = (about: string, rows: Walk['unfired']): readonly string[] =>
    rows.length === 0
      ? []
      : [
          `  ${plural(rows.length, 'row')} never fired in ${plural(steps, 'step')}, ${about}: ${rows.map(name).join(', ')}`,
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

/** The report. `describe` says what a configuration is. */
export function walkReport(source: Source, walk: Walk, describe: (of: Stuck['configuration']) => string): string {
  const { covered, options, runs, steps, failures, reached, unreached, stuck, allStuck, isMeasured, stopped } = walk;
  const { rows, states, configurations, transitions, pairs } = covered;
  return [
    `${walk.model}  ${source.file}`,
    ...failures.flatMap((failure) => failureLines(source, failure)),
    ...reached.map((property) => `  ✓ reached   ${visible(property)}`),
    ...unreached.map(
      (property) => `  ? not seen  ${visible(property)} (sampled: that no run reached it decides nothing)`,
    ),
    ...stuck.flatMap((each) => stuckLines(source, each, describe)),
    ...(allStuck !== undefined && allStuck > stuck.length
      ? [`  ${allStuck - stuck.length} more configurations are stuck outside the declared ends, and no run came there`]
      : []),
    ...unfiredLines(source, walk),
    `  covered ${[part('rows', rows), part('states', states), part('configurations', configurations), part('transitions', transitions), part('pairs of rows', pairs)].join(', ')}`,
    `  ${plural(runs, 'run')}, ${plural(steps, 'step')}, none in vain; ${options.isGuided ? 'guided by coverage' : 'uniform'}, seed ${options.seed}${stopped === undefined ? '' : `; stopped at ${stopped}`}`,
    isMeasured
      ? '  everything can be explored in a moment, so the shares are of all there is; `stateatlas check` decides every property'
      : '  there is too much to explore in a moment, so how much is left is not known',
  ].join('\n');
}

/**
 * What is different between two versions, as headed lists of plain lines: the text and the Markdown report show the
 * same.
 */
import type { Trace } from '../../model/explore/graph.ts';
import { labelOf } from '../../model/explore/machine.ts';
import { machineOf } from '../../model/explore/of.ts';
import { listOf } from '../../model/table/select.ts';
import { plural } from '../../model/table/text.ts';
import type { Row } from '../../model/table/types.ts';
import type { Difference, Names, RowAt, SeenStep, TableDifference, Told } from '../../properties/difference/index.ts';
import { at } from '../report/events.ts';
import type { Source } from '../report/trace.ts';
import { effectText, predicateText, stateSetText, targetText } from '../words.ts';

/** Two versions with what is different between them. */
export type Compared = { readonly old: Source; readonly new: Source; readonly difference: Difference };

/** One line: what the new version has (`+`), what the old one had (`-`), what is otherwise (`~`), or a remark. */
export type Line = { readonly mark: '+' | '-' | '~' | ' '; readonly text: string; readonly where?: string };

export type Section = { readonly title: string; readonly lines: readonly Line[] };

/** So many steps gained or lost are shown as examples. */
const EXAMPLES = 5;

/** A row in one line: `placed on pay when (attempts < 3) → paid; attempts + 1`. */
export function rowText(row: Row): string {
  const guard = row.when === undefined ? '' : ` when ${predicateText(row.when)}`;
  const effect = effectText(row);
  return `${stateSetText(row.from)} on ${listOf(row.on).join(', ')}${guard} → ${targetText(row)}${effect === '' ? '' : `; ${effect}`}`;
}

/** One sentence on behaviour. */
export function summaryOf({ behaviour, reason, gained, lost }: Difference): string {
  if (behaviour === 'same') return 'the behaviour is the same: bisimilar in events, states and finality';
  if (behaviour === 'undecided') return `whether the behaviour changed is undecided: ${reason}`;
  return `the behaviour changed: ${plural(gained.length, 'step')} gained, ${plural(lost.length, 'step')} lost`;
}

/** All that is different, in the order of the report; sections with nothing to say are left out. */
export function sectionsOf(compared: Compared): readonly Section[] {
  const { structure, verdicts } = compared.difference;
  const { tables, system } = structure;
  const several = tables.length > 1 || system !== undefined;
  const parts: readonly Section[] = [
    ...tables.flatMap((table) => tableSections(compared, table, several ? `${table.name}: ` : '')),
    ...Object.entries(system ?? {}).map(([part, names]) => ({ title: `system ${part}`, lines: nameLines(names) })),
    { title: 'behaviour', lines: behaviourLines(compared) },
    {
      title: 'verdicts',
      lines: verdicts.map(({ property, old, new: now }): Line => {
        const mark = old === undefined ? '+' : now === undefined ? '-' : '~';
        return { mark, text: `“${property}”: ${[old, now].filter((each) => each !== undefined).join(' → ')}` };
      }),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

const nameLines = ({ added, removed, changed }: Names): readonly Line[] => [
  ...removed.map((text): Line => ({ mark: '-', text })),
  ...added.map((text): Line => ({ mark: '+', text })),
  ...changed.map((text): Line => ({ mark: '~', text })),
];

function tableSections(compared: Compared, table: TableDifference, prefix: string): readonly Section[] {
  const { states, events, memory, rows, renames } = table;
  const line = (mark: '+' | '-', { row, path }: RowAt): Line => ({
    mark,
    text: rowText(row),
    where: at(compared[mark === '+' ? 'new' : 'old'].places, path),
  });
  return [
    { title: `${prefix}states`, lines: nameLines(states) },
    { title: `${prefix}events`, lines: nameLines(events) },
    { title: `${prefix}memory`, lines: nameLines(memory) },
    {
      title: `${prefix}rows`,
      lines: [
        ...rows.removed.map((each) => line('-', each)),
        ...rows.added.map((each) => line('+', each)),
        ...rows.changed.flatMap((each) => [line('-', each.old), line('+', each.new)]),
      ],
    },
    {
      title: `${prefix}perhaps renamed`,
      lines: renames.map(({ kind, from, to, alike }) => ({
        mark: '~',
        text: `${kind} ${from} → ${to} (${Math.round(alike * 100)} % of their rows alike)`,
      })),
    },
  ];
}

const stepText = ({ from, event, to }: SeenStep): string => `${from} → ${event} → ${to}`;

function behaviourLines({ old, new: now, difference }: Compared): readonly Line[] {
  const { behaviour, gained, lost, onlyOld, onlyNew, told } = difference;
  if (behaviour !== 'changed') return [];
  const steps = (mark: '+' | '-', all: readonly SeenStep[]): readonly Line[] => [
    ...all.slice(0, EXAMPLES).map((step): Line => ({ mark, text: stepText(step) })),
    ...(all.length > EXAMPLES ? [{ mark, text: `and ${plural(all.length - EXAMPLES, 'more step')}` }] : []),
  ];
  return [
    ...steps('-', lost),
    ...steps('+', gained),
    ...runLines('-', 'old', old, onlyOld),
    ...runLines('+', 'new', now, onlyNew),
    ...(told === undefined ? [] : toldLines({ old, new: now }, told)),
    ...(onlyOld === undefined && onlyNew === undefined && told === undefined
      ? [{ mark: ' ', text: 'no run tells them apart, only which choices are still open after it' } as const]
      : []),
  ];
}

/** The events of a trace, and what it starts in. */
export function runText(source: Source, { initial, steps }: Trace): string {
  const start = machineOf(source.model).describe(initial);
  return steps.length === 0 ? `it can start in ${start}` : `${steps.map(labelOf).join(', ')} (from ${start})`;
}

function runLines(mark: '+' | '-', which: string, source: Source, told: Told | 'gave up' | undefined): readonly Line[] {
  if (told === undefined) return [];
  if (told === 'gave up')
    return [
      {
        mark: ' ',
        text: `a sequence of events that only the ${which} version can take was looked for and not found in time`,
      },
    ];
  return [
    { mark, text: `only the ${which} version can take: ${runText(source, told.trace)}; otherwise ${told.instead}` },
  ];
}

function toldLines(sources: { readonly old: Source; readonly new: Source }, told: Told): readonly Line[] {
  const [mark, source] = told.side === 'one' ? (['-', sources.old] as const) : (['+', sources.new] as const);
  const end = machineOf(source.model).describe(told.trace.steps.at(-1)?.to ?? told.trace.initial);
  return [{ mark, text: `${runText(source, told.trace)} leads to ${end}; otherwise ${told.instead}` }];
}

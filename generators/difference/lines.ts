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
import { PLAIN, phrasesOf, type Voice } from '../phrases/voice.ts';
import { at } from '../report/events.ts';
import type { Source } from '../report/trace.ts';
import { effectText, predicateText, stateSetText, targetText } from '../words.ts';
import { en, type Words, wordsOf } from './words.ts';

/** Two versions with what is different between them. */
export type Compared = { readonly old: Source; readonly new: Source; readonly difference: Difference };

/** One line: what the new version has (`+`), what the old one had (`-`), what is otherwise (`~`), or a remark. */
export type Line = {
  readonly mark: '+' | '-' | '~' | ' ';
  readonly text: string;
  /** The name of the property that it is on: it stands before the text. */
  readonly property?: string;
  readonly where?: string;
  /** What the other version does instead, in the words of who compared: English. */
  readonly instead?: string;
};

export type Section = { readonly title: string; readonly lines: readonly Line[] };

/** So many steps gained or lost are shown as examples. */
const EXAMPLES = 5;

/** A row in one line: `placed on pay when (attempts < 3) → paid; attempts + 1`. */
export function rowText(row: Row, words = en, voice = PLAIN): string {
  const guard = row.when && predicateText(row.when, voice);
  const to = targetText(row, voice);
  const effect = effectText(row, voice);
  return `${words.row(stateSetText(row.from, voice), listOf(row.on).join(', '), guard, to)}${effect === '' ? '' : `; ${effect}`}`;
}

/** One sentence on behaviour. */
export function summaryOf({ behaviour, reason, gained, lost }: Difference): string {
  if (behaviour === 'same') return 'the behaviour is the same: bisimilar in events, states and finality';
  if (behaviour === 'undecided') return `whether the behaviour changed is undecided: ${reason}`;
  return `the behaviour changed: ${plural(gained.length, 'step')} gained, ${plural(lost.length, 'step')} lost`;
}

/** A line as one English text. */
export function lineText({ property, text, instead }: Line): string {
  const said = property === undefined ? text : en.about(en.quoted(property), text);
  return instead === undefined ? said : `${said}; ${en.otherwise} ${instead}`;
}

/** All that is different, in the order of the report and in a language; sections with nothing to say are left out. */
export function sectionsOf(compared: Compared, language = 'en'): readonly Section[] {
  const words = wordsOf(language);
  const voice: Voice = { ...PLAIN, phrases: phrasesOf(language) };
  const { structure, verdicts } = compared.difference;
  const { tables, system } = structure;
  const several = tables.length > 1 || system !== undefined;
  const parts: readonly Section[] = [
    ...tables.flatMap((table) =>
      tableSections(compared, table, words, voice).map(({ title, lines }) => ({
        title: several ? words.about(table.name, title) : title,
        lines,
      })),
    ),
    ...Object.entries(system ?? {}).map(([part, names]) => ({ title: words.ofSystem(part), lines: nameLines(names) })),
    { title: words.titles.behaviour, lines: behaviourLines(compared, words) },
    {
      title: words.titles.verdicts,
      lines: verdicts.map(({ property, old, new: now }): Line => {
        const mark = old === undefined ? '+' : now === undefined ? '-' : '~';
        const results = [old, now].flatMap((each) => (each === undefined ? [] : [words.verdicts[each] ?? each]));
        return { mark, property, text: results.join(' → ') };
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

function tableSections(compared: Compared, table: TableDifference, words: Words, voice: Voice): readonly Section[] {
  const { states, events, memory, rows, renames } = table;
  const { titles } = words;
  const line = (mark: '+' | '-', { row, path }: RowAt): Line => ({
    mark,
    text: rowText(row, words, voice),
    where: at(compared[mark === '+' ? 'new' : 'old'].places, path),
  });
  return [
    { title: titles.states, lines: nameLines(states) },
    { title: titles.events, lines: nameLines(events) },
    { title: titles.memory, lines: nameLines(memory) },
    {
      title: titles.rows,
      lines: [
        ...rows.removed.map((each) => line('-', each)),
        ...rows.added.map((each) => line('+', each)),
        ...rows.changed.flatMap((each) => [line('-', each.old), line('+', each.new)]),
      ],
    },
    {
      title: titles.renamed,
      lines: renames.map(({ kind, from, to, alike }) => ({
        mark: '~',
        text: words.renamed(kind, from, to, Math.round(alike * 100)),
      })),
    },
  ];
}

const stepText = ({ from, event, to }: SeenStep): string => `${from} → ${event} → ${to}`;

function behaviourLines({ old, new: now, difference }: Compared, words: Words): readonly Line[] {
  const { behaviour, gained, lost, onlyOld, onlyNew, told } = difference;
  if (behaviour !== 'changed') return [];
  const steps = (mark: '+' | '-', all: readonly SeenStep[]): readonly Line[] => [
    ...all.slice(0, EXAMPLES).map((step): Line => ({ mark, text: stepText(step) })),
    ...(all.length > EXAMPLES ? [{ mark, text: words.moreSteps(all.length - EXAMPLES) }] : []),
  ];
  return [
    ...steps('-', lost),
    ...steps('+', gained),
    ...runLines('-', old, onlyOld, words),
    ...runLines('+', now, onlyNew, words),
    ...(told === undefined ? [] : toldLines({ old, new: now }, told, words)),
    ...(onlyOld === undefined && onlyNew === undefined && told === undefined
      ? [{ mark: ' ', text: words.sameRuns } as const]
      : []),
  ];
}

/** The events of a trace, and what it starts in. */
export function runText(source: Source, { initial, steps }: Trace, words = en): string {
  const start = machineOf(source.model).describe(initial);
  return steps.length === 0 ? words.startsIn(start) : words.run(steps.map(labelOf).join(', '), start);
}

function runLines(mark: '+' | '-', source: Source, told: Told | 'gave up' | undefined, words: Words): readonly Line[] {
  if (told === undefined) return [];
  const which = mark === '-' ? 'old' : 'new';
  if (told === 'gave up') return [{ mark: ' ', text: words.gaveUp(which) }];
  return [{ mark, text: words.only(which, runText(source, told.trace, words)), instead: told.instead }];
}

function toldLines(sources: { readonly old: Source; readonly new: Source }, told: Told, words: Words): readonly Line[] {
  const [mark, source] = told.side === 'one' ? (['-', sources.old] as const) : (['+', sources.new] as const);
  const end = machineOf(source.model).describe(told.trace.steps.at(-1)?.to ?? told.trace.initial);
  return [{ mark, text: words.leadsTo(runText(source, told.trace, words), end), instead: told.instead }];
}

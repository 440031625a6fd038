/** What was checked and how it came out, at a glance. */
import type { Review } from '../../properties/review/types.ts';
import type { Context } from './context.ts';
import { pageLink } from './links.ts';
import { inEnglish } from './parts.ts';
import { plainText, said } from './text.ts';

/** Verdicts and findings in numbers, each with a link to where they are told. */
export function glanceOf(context: Context, review: Review | undefined): string {
  const { words, input, model } = context;
  const { verdicts, findings } = input.judgement;
  const count = (result: string, isDecided: boolean): number =>
    verdicts.filter((each) => each.result === result && (each.ruling !== undefined) === isDecided).length;
  const open = (all: readonly { readonly ruling?: unknown }[]): number =>
    all.filter(({ ruling }) => ruling === undefined).length;
  const item = (number: number, say: (count: number) => string, page: string): readonly string[] =>
    number === 0 ? [] : [`- ${pageLink(context, say(number), `${model.name}/${page}`)}`];
  const remarks = review?.findings ?? [];
  return [
    `## ${words.atAGlance}`,
    '',
    ...item(verdicts.filter(({ result }) => result === 'holds').length, words.holding, 'properties'),
    ...item(count('violated', false), words.violatedOpen, 'properties'),
    ...item(count('violated', true), words.violatedDecided, 'properties'),
    ...item(verdicts.filter(({ result }) => result === 'undecided').length, words.undecidedCount, 'properties'),
    ...item(open(findings), words.findingsOpen, 'findings'),
    ...item(findings.length - open(findings), words.findingsDecided, 'findings'),
    ...(findings.length === 0 ? [`- ${words.noFindings}`] : []),
    ...item(open(remarks), words.documentsOpen, 'review'),
    ...item(remarks.length - open(remarks), words.documentsDecided, 'review'),
  ].join('\n');
}

/** How and when it was checked: the scope and counts, and what a reader must know beside them. */
export function howChecked(context: Context): string {
  const { words, input, options } = context;
  const { scope, configurations, transitions, depth, limit = '', queue = 0 } = input.judgement.exploration;
  const explored =
    scope === 'exhaustive'
      ? words.exploredAll(configurations, transitions, depth)
      : words.exploredPart(limit, configurations, transitions, queue);
  const notes = (input.judgement.notes ?? []).map((note) =>
    /^time is abstract/.test(note) ? words.timeIsAbstract : inEnglish(context, note),
  );
  const when = options.checked === undefined ? [] : [words.checkedOn(words.date(options.checked))];
  return [`## ${words.howChecked}`, said(plainText([explored, ...when].join(' '))), ...notes].join('\n\n');
}

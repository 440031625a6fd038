/** The page of changes: what became different from one version of the lifecycle to the next. */

import { type Line, sectionsOf } from '../difference/lines.ts';
import { code } from '../markdown/escape.ts';
import type { Context } from './context.ts';
import type { Change } from './options.ts';
import type { SitePage } from './page.ts';
import { inEnglish, sitePage, titleOf } from './parts.ts';
import { isolated, said } from './text.ts';

/** The page, where there are versions to tell of. */
export function changesPage(context: Context): SitePage | undefined {
  const { model, words, options } = context;
  const { changes = [] } = options;
  if (changes.length === 0) return undefined;
  return sitePage(context, `${model.name}/changes`, words.changes, words.changesOf(titleOf(context)), [
    words.changesIntro,
    ...changes.map((change) => changeSection(context, change)),
  ]);
}

function changeSection(context: Context, { from, to, date, compared }: Change): string {
  const { words } = context;
  const { behaviour, gained, lost, reason = '' } = compared.difference;
  const summary = {
    same: words.behaviourSame,
    changed: words.behaviourChanged(gained.length, lost.length),
    undecided: words.behaviourUndecided(reason),
  }[behaviour];
  const sections = sectionsOf(compared).flatMap(({ title, lines }) => [
    `**${inEnglish(context, title)}**`,
    lines.map((line) => lineText(context, line)).join('\n'),
  ]);
  const when = date === undefined ? '' : ` (${said(words.date(date))})`;
  return [
    `## ${said(from)} → ${said(to)}${when}`,
    said(`${summary}.`),
    ...(sections.length === 0 ? [words.onlyWords] : sections),
  ].join('\n\n');
}

function lineText(context: Context, { mark, text, where }: Line): string {
  const sign = { '+': '**+** ', '-': '**−** ', '~': '**~** ', ' ': '' }[mark];
  return `- ${sign}${inEnglish(context, isolated(text))}${where === undefined ? '' : ` (${code(where)})`}`;
}

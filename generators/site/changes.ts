/** The page of changes: what became different from one version of the lifecycle to the next. */

import { type Compared, type Line, type Section, sectionsOf } from '../difference/lines.ts';
import { wordsOf } from '../difference/words.ts';
import { code } from '../markdown/escape.ts';
import type { Context } from './context.ts';
import type { Change, Version } from './options.ts';
import type { SitePage } from './page.ts';
import { inEnglish, marked, propertyName, sitePage, titleOf } from './parts.ts';
import { plainText, said, sameLanguage, type Worded } from './text.ts';

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

/** More characters of a name are not shown: whoever asks for versions may name them at length. */
const LONGEST_NAME = 80;

function changeSection(context: Context, change: Change): string {
  const { words } = context;
  if ('missing' in change)
    return `## ${nameOf(change.version)}${whenOf(context, change.version)}\n\n${words.missingVersion[change.missing]}`;
  const { from, to, compared } = change;
  const head = `## ${nameOf(from)} → ${to === undefined ? words.now : nameOf(to)}`;
  const span = [from, ...(to === undefined ? [] : [to])].map((each) => `${nameOf(each)}${whenOf(context, each)}`);
  return [head, span.join(' → '), ...(compared === undefined ? [words.unchanged] : comparison(context, compared))].join(
    '\n\n',
  );
}

const nameOf = ({ name }: Version): string => said(plainText(name, LONGEST_NAME));

/** When a version was made, and which revision it is, in brackets. */
function whenOf({ words }: Context, { name, revision, date }: Version): string {
  const parts = [
    ...(date === undefined ? [] : [said(words.date(date))]),
    ...(revision?.startsWith(name) !== false ? [] : [code(revision)]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function comparison(context: Context, compared: Compared): readonly string[] {
  const { words, language } = context;
  const { behaviour, gained, lost, reason = '' } = compared.difference;
  const summary = {
    same: words.behaviourSame,
    changed: words.behaviourChanged(gained.length, lost.length),
    undecided: words.behaviourUndecided(reason),
  }[behaviour];
  const sections = sectionsOf(compared, language);
  return [
    said(`${summary}.`),
    ...(sections.length === 0 ? [words.onlyWords] : sections.map(sectionText(context, compared))),
  ];
}

/** So many lines of a section are shown, the rest is folded away: a first version may differ in everything. */
const MOST_LINES = 40;

const sectionText =
  (context: Context, compared: Compared) =>
  ({ title, lines }: Section): string => {
    const all = lines.map((line) => lineText(context, compared, line));
    const more = all.slice(MOST_LINES);
    return [
      `**${said(title)}**`,
      all.slice(0, MOST_LINES).join('\n'),
      ...(more.length === 0
        ? []
        : [`<details><summary>${context.words.andMore(more.length)}</summary>`, more.join('\n'), '</details>']),
    ].join('\n\n');
  };

function lineText(context: Context, compared: Compared, { mark, property, text, where, instead }: Line): string {
  const sign = { '+': '**+** ', '-': '**−** ', '~': '**~** ', ' ': '' }[mark];
  const { about, otherwise, quoted } = wordsOf(context.language);
  const all =
    property === undefined
      ? said(text)
      : about(quoted(marked(context, nameIn(context, compared, property))), said(text));
  const rest = instead === undefined ? '' : `; ${otherwise} ${inEnglish(context, instead)}`;
  return `- ${sign}${all}${rest}${where === undefined ? '' : ` (${code(where)})`}`;
}

/** What a property is called: an older version may name it in the language of the page, or only the newest. */
function nameIn(context: Context, compared: Compared, property: string): Worded {
  const versions = [context.model, compared.new.model, compared.old.model];
  const names = versions.map((model) => propertyName({ ...context, model }, property));
  return names.find(({ language }) => sameLanguage(language, context.language)) ?? (names[0] as Worded);
}

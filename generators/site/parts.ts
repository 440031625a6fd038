/** Parts that several pages share: frames, texts, verdicts, findings and rulings in the language of the page. */
import type { Ruling, Text } from '../../model/table/types.ts';
import type { Finding, Verdict } from '../../properties/judge/verdict.ts';
import { anchorsOf } from './anchors.ts';
import { type Context, wordsFor } from './context.ts';
import { linkTo } from './links.ts';
import type { Block, SitePage } from './page.ts';
import { attribute, foreign, inLanguage, plainText, said, sameLanguage, type Worded, worded } from './text.ts';
import { isUntranslated, untranslatedMark } from './translation.ts';

export const LONGEST_TITLE = 120;
const LONGEST_DESCRIPTION = 200;

/** A page of the blocks that there are. */
export function sitePage(
  context: Context,
  path: string,
  title: string | Worded,
  description: string,
  blocks: readonly (Block | undefined)[],
): SitePage {
  const { language, model, plain, words } = context;
  const called = typeof title === 'string' ? { text: title, language } : title;
  const all = isUntranslated(model, language, plain)
    ? [`<small>${words.untranslatedModel}</small>`, ...blocks]
    : blocks;
  return {
    path,
    language,
    title: plainText(called.text, LONGEST_TITLE) || path,
    ...foreign('titleLanguage', called, language),
    description: plainText(description, LONGEST_DESCRIPTION),
    blocks: all.filter((block): block is Block => block !== undefined && block !== ''),
  };
}

/** The pages that there are. */
export const optional = (...pages: readonly (SitePage | undefined)[]): readonly SitePage[] =>
  pages.filter((page) => page !== undefined);

/** The title of the model, in the page’s language where it has one in it. */
export function titleIn(context: Context): Worded {
  const { model, language } = context;
  const title = wordsFor(context, model.title);
  const text = plainText(title?.text ?? '', LONGEST_TITLE);
  return title === undefined || text === '' ? { text: model.name, language } : { ...title, text };
}

/** The title of the model as plain text. */
export const titleOf = (context: Context): string => titleIn(context).text;

/** A text of the model as Markdown; one that is not translated is marked as such. Empty where there is none. */
export function told(context: Context, text: Text | undefined): string {
  const worded = wordsFor(context, text);
  return worded === undefined || worded.text === '' ? '' : marked(context, worded);
}

/** A text as Markdown, with a mark where it is in another language than the page. */
export const marked = (context: Context, text: Worded): string =>
  `${inLanguage(text, context.language)}${untranslatedMark(context, text)}`;

/** A text that is always in English, such as what a checker says in its own words. */
export const inEnglish = ({ language }: Context, text: string): string =>
  inLanguage({ text, language: 'en' }, language);

/** A place on a page that links can lead to. */
export const anchor = (id: string): string => `<span id="${attribute(id)}"></span>`;

/** A ruling in words: what was decided, by whom and when, and why. */
export function rulingText(context: Context, { decision = 'accept', because, by = '', date = '' }: Ruling): string {
  const { words } = context;
  return `${said(words.decidedBy(words.decisions[decision], by, date === '' ? '' : words.date(date)))}${words.colon}${told(context, because)}`;
}

/** The decision on something, or that it is open. */
export const decisionOf = (context: Context, ruling: Ruling | undefined): string =>
  ruling === undefined ? `**${context.words.open}**` : rulingText(context, ruling);

/** A verdict in a word or two. */
export function resultText({ words }: Context, { result, ruling, scope }: Verdict): string {
  const word = words.results[result];
  return `${ruling === undefined ? word : words.resultDecided} (${words.scopes[scope]})`;
}

/** What a property is called: its label where it has one in the page’s language, else its name. */
export function propertyName(context: Context, property: string): Worded {
  const { language, plain, model } = context;
  const label = worded(model.properties?.[property]?.label, language, plain);
  return label !== undefined && sameLanguage(label.language, language) ? label : { text: property, language: plain };
}

/** The place of a property on the page of properties. */
export const propertyLink = (context: Context, property: string): string => {
  const { text, language } = propertyName(context, property);
  const place = anchorsOf(context.model.properties ?? {}).get(property);
  return linkTo(context, { text: plainText(text), language }, `${context.model.name}/properties`, place);
};

/** Where a finding is told on the page of findings. */
export const findingAnchor = (context: Context, finding: Finding): string =>
  `f.${context.input.judgement.findings.indexOf(finding) + 1}`;

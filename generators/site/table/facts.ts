/** What a thing of a table is, in a line: what is peculiar to it, its name, its full label, its labels in other languages. */
import type { Described } from '../../../model/table/types.ts';
import { code } from '../../markdown/escape.ts';
import { calledIn, type TableContext, wordsFor } from '../context.ts';
import { told } from '../parts.ts';
import { markedIn, plainText, said } from '../text.ts';

export function factsOf(
  context: TableContext,
  things: { readonly [name: string]: Described } | undefined,
  name: string,
  peculiar: readonly string[],
): string {
  const { words, language } = context;
  const label = things?.[name]?.label;
  const full = wordsFor(context, label);
  const isShort = full === undefined || plainText(full.text) === calledIn(context, things, name).text;
  const others =
    typeof label === 'object'
      ? Object.entries(label)
          .filter(([tag]) => tag !== full?.language && tag !== language)
          .map(([tag, text]) => `${markedIn(said(text), tag, language)} (${said(tag)})`)
      : [];
  return [
    ...(isShort && full?.language === language ? [] : [told(context, label)]),
    ...peculiar,
    words.called(code(name)),
    ...(others.length === 0 ? [] : [words.inOtherLanguages(others.join(', '))]),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** In which language the words of a model are, and whether it is translated into the language of its pages at all. */
import { isSystem, type Model } from '../../model/system/types.ts';
import { memo } from '../../model/table/memo.ts';
import type { Described, Text } from '../../model/table/types.ts';
import { sameLanguage, type Worded, worded } from './text.ts';

/** The language of a model’s texts without one: the first that its title or a label names, English where none does. */
export function plainLanguage(model: Model): string {
  const texts: readonly (Text | undefined)[] = [
    model.title,
    model.description,
    ...Object.values('states' in model ? model.states : {}).map(({ label }) => label),
  ];
  for (const text of texts)
    if (typeof text === 'object') return Object.hasOwn(text, 'en') ? 'en' : (Object.keys(text)[0] ?? 'en');
  return 'en';
}

type Things = { readonly [name: string]: Described } | undefined;

/** Every title, label and description of a model. */
const textsOf = memo((model: Model): readonly Text[] => {
  const parts = isSystem(model) ? [model, ...model.tables] : [model];
  const things = parts.flatMap((part): readonly Things[] => [
    part.actors,
    part.events,
    part.memory,
    part.properties,
    ...('states' in part ? [part.states, part.groups] : [part.instances]),
  ]);
  const texts = [
    ...parts.flatMap(({ title, description }) => [title, description]),
    ...things.flatMap((each) => Object.values(each ?? {}).flatMap(({ label, description }) => [label, description])),
  ];
  return texts.filter((text) => text !== undefined);
});

/**
 * Whether a model has texts and none of them in a language, or in its base: its pages then say so once, where they would say it of every
 * label. `plain` is the language of texts that are given without one.
 */
export function isUntranslated(model: Model, language: string, plain: string): boolean {
  const texts = textsOf(model);
  return (
    texts.length > 0 && texts.every((text) => !sameLanguage(worded(text, language, plain)?.language ?? plain, language))
  );
}

type Translated = {
  readonly model: Model;
  readonly language: string;
  readonly plain: string;
  readonly words: { readonly untranslated: string };
};

/** The mark behind a text in another language than the page’s; nothing where the whole page is marked. */
export const untranslatedMark = ({ model, language, plain, words }: Translated, text: Worded): string =>
  sameLanguage(text.language, language) || isUntranslated(model, language, plain)
    ? ''
    : ` <small>(${words.untranslated})</small>`;

/** Sentences of findings as data, and in the words of a language. */
import { forLanguage } from '../../../model/table/text.ts';
import { en, type Sentences } from './en.ts';
import { fr } from './fr.ts';
import { BY_NAME, type Naming } from './naming.ts';

type Rest<P extends readonly unknown[]> = P extends readonly [unknown, ...infer R] ? R : never;

/** What is put into a sentence of a kind. */
type Parts<K extends keyof Sentences> = Rest<Parameters<Sentences[K]>>;

/** A sentence apart from its words: its kind, and what is put into it. Plain data. */
export type FindingSaying = {
  readonly [kind in keyof Sentences]: { readonly kind: kind; readonly of: Parts<kind> };
}[keyof Sentences];

/** A sentence of a kind about something. */
export const say = <K extends keyof Sentences>(kind: K, ...of: Parts<K>): FindingSaying =>
  ({ kind, of }) as unknown as FindingSaying;

const ALL: { readonly [language: string]: Sentences } = { en, fr };

const put = (sentences: Sentences, { kind, of }: FindingSaying, naming: Naming): string =>
  (sentences[kind] as (naming: Naming, ...of: readonly unknown[]) => string)(naming, ...of);

/** A sentence in English, with the names of the model. */
export const inEnglish = (saying: FindingSaying): string => put(en, saying, BY_NAME);

/** A sentence in a language, with things called so; nothing where there are no words of it. */
export function worded(saying: FindingSaying, language: string, naming: Naming): string | undefined {
  const base = language.split('-')[0] as string;
  const sentences = Object.hasOwn(ALL, base) ? forLanguage(ALL, language) : undefined;
  return sentences === undefined ? undefined : put(sentences, saying, naming);
}

/// <reference lib="dom" />
/** Words of a model in the simulator, with their language where it is not the page’s. */
import { h, said } from '../dom.ts';
import type { Scene } from './scene.ts';

type Speaking = Pick<Scene, 'called' | 'words'>;

/** A label: marked where it has no translation, unless none has and it is said once. */
export function named({ called, words }: Speaking, label: string): readonly (Node | string)[] {
  const language = called.foreign(label);
  const isMarked = language !== undefined && called.untranslated === undefined;
  return [said(label, language), ...(isMarked ? [' ', h('small', {}, `(${words.untranslated})`)] : [])];
}

/** A text of several labels. */
export const phrase = ({ called }: Pick<Scene, 'called'>, text: string): HTMLElement => said(text, called.untranslated);

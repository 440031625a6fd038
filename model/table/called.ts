/** What things of a table are called where others of them stand beside. */
import { memo } from './memo.ts';
import { textIn } from './text.ts';
import type { Described, Text } from './types.ts';

/** Things of one kind by their names: states, events, actors, groups, variables. */
export type Things = { readonly [name: string]: Described };

/** How many of some things look alike, by language and by what they look like. */
const alikeIn = memo((_things: Things) => new Map<string, ReadonlyMap<string, number>>());

/** Of a long label no more than this is shown where others stand beside it. */
const LOOKED_AT = 79;

/** A label as it looks: spaces, what is not seen, and the forms of characters make no difference. */
const looks = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, LOOKED_AT);

const labelOf = (things: Things, name: string, language: string): string =>
  textIn(Object.hasOwn(things, name) ? things[name]?.label : undefined, language, name) || name;

/** Whether another of the things is called alike in a language. */
export function isSharedLabel(things: Things, name: string, language: string): boolean {
  const byLanguage = alikeIn(things);
  let counts = byLanguage.get(language);
  if (counts === undefined) {
    const found = new Map<string, number>();
    for (const each of Object.keys(things)) {
      const label = looks(labelOf(things, each, language));
      found.set(label, (found.get(label) ?? 0) + 1);
    }
    byLanguage.set(language, found);
    counts = found;
  }
  return (counts.get(looks(labelOf(things, name, language))) ?? 0) > 1;
}

/**
 * The label of a thing in a language, with its name in brackets where another one has the same label; its name where it has none. `show` says how
 * a label is shown, such as shortened.
 */
export function calledIn(
  things: Things | undefined,
  name: string,
  language: string,
  show: (label: string) => string = (label) => label,
): string {
  const label = show(labelOf(things ?? {}, name, language)) || name;
  return label !== name && isSharedLabel(things ?? {}, name, language) ? `${label} (${name})` : label;
}

/** A variable whose values may have labels. */
type Labelled = Described & { readonly labels?: { readonly [value: string]: Text } };

/** What readers see for a value of a variable: its label in a language, shown as {@link calledIn} shows one; the value as it is where it has none. */
export function valueIn(
  variable: Labelled | undefined,
  value: string,
  language: string,
  show: (label: string) => string = (label) => label,
): string {
  const labels = variable?.labels;
  const label = labels !== undefined && Object.hasOwn(labels, value) ? labels[value] : undefined;
  return label === undefined ? value : show(textIn(label, language, value)) || value;
}

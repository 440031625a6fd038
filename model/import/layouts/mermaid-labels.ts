/**
 * What stands on an arrow that is drawn for several: texts, one below the other. A zero-width space begins every text but the first, and stands alone on a line between
 * the parts; the last text of a part can say which states of a composite the others are for. This is how the diagrams that are generated from a table are written.
 */
import { plain } from '../text.ts';
import type { Known } from './labels.ts';
import { shown } from './mermaid-lines.ts';

/** A text on an arrow, and the states that it is for, as they are compared, where it says so. */
export type Labelled = { readonly text: string; readonly only?: Known };

const BREAK = /<br\s*\/?>/i;
const MARK = /^(?:#8203;|\u200b)/;

/** The texts of a label. What reads “from A, B” is a text as any other unless all that it names are known labels of states. */
export function textsIn(label: string, known: Known): readonly Labelled[] {
  const parts: string[][] = [[]];
  for (const [index, line] of label.split(BREAK).entries()) {
    const part = parts.at(-1) as string[];
    const isMarked = MARK.test(line);
    const rest = line.replace(MARK, '');
    if (isMarked && rest.trim() === '' && index > 0) parts.push([]);
    else if (isMarked || part.length === 0) part.push(rest);
    else part.push(`${part.pop()} ${rest}`);
  }
  return parts.flatMap((texts): readonly Labelled[] => {
    const only = texts.length > 1 ? sourcesIn(texts.at(-1) as string, known) : undefined;
    const own = only === undefined ? texts : texts.slice(0, -1);
    return own.map((text) => ({ text: shown(text), ...(only && { only }) }));
  });
}

/** The states in “from A, B”, as they are compared. Spaces inside their labels are written so that they do not break. */
function sourcesIn(text: string, known: Known): Known | undefined {
  const [, list] = /^from (.+)$/.exec(text) ?? [];
  const labels = list?.split(', ').map((label) => plain(shown(label)));
  return labels?.every((label) => known.has(label)) ? new Set(labels) : undefined;
}

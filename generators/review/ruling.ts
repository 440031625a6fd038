/** The ruling that would decide a finding, as its owner writes it into a table in YAML. */
import { visible } from '../../model/table/diagnostic.ts';
import { listOf } from '../../model/table/select.ts';
import { rulingFor } from '../../properties/review/index.ts';
import type { ReviewFinding } from '../../properties/review/types.ts';

/** What is written where the reason is to stand. */
const REASON = '…';

/** Words that YAML takes for something else than text. */
const SPECIAL = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A text in YAML: as it is where it is a plain name, else in quotes, with what cannot be seen as escapes. */
const scalar = (text: string): string =>
  /^[A-Za-z][\w-]*$/.test(text) && !SPECIAL.test(text) ? text : visible(JSON.stringify(text));

/** The item of `rulings` that decides a finding, its reason left open; nothing where there is no table for it, or no ruling can. */
export function rulingItem(finding: ReviewFinding, isTable: boolean): string | undefined {
  const ruling = isTable ? rulingFor(finding, REASON) : undefined;
  if (ruling === undefined) return undefined;
  const parts = Object.entries(ruling).map(([key, value]) => {
    if (key === 'because') return `because: ${REASON}`;
    const all = listOf(value as string | readonly string[]);
    return `${key}: ${Array.isArray(value) ? `[${all.map(scalar).join(', ')}]` : scalar(String(value))}`;
  });
  return `- { ${parts.join(', ')} }`;
}

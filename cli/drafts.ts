/** Writing the draft of a table that documents give: a new file, whole or not at all. */

import { draftYaml } from '../generators/report/draft.ts';
import { type Draft, draftOf, type Reading } from '../model/import/index.ts';
import { visible } from '../model/table/diagnostic.ts';
import { plural } from '../model/table/text.ts';
import { EXIT, Stop } from './exit.ts';
import { textOf, write } from './files.ts';

const ENDING = '.atlas.yaml';

/** What was written, and where. `kept`: the file was there already and says the same. */
export type Written = { readonly file: string; readonly draft: Draft; readonly kept: boolean };

/**
 * Writes the draft that readings give, to a file or beside the working folder's other tables.
 *
 * @throws {Stop} where the documents give no table, where the file says something else already, or where it cannot be written.
 */
export function writeDraft(readings: readonly Reading[], wanted: string | true): Written {
  if (wanted !== true && !wanted.endsWith(ENDING))
    throw new Stop(
      EXIT.usage,
      `--write takes a file that ends in ${ENDING}, not ${visible(wanted)}\n    Name the documents first: stateatlas import article.txt --write article${ENDING}`,
    );
  const draft = draftOf(readings);
  if ('problem' in draft)
    throw new Stop(EXIT.unreadable, `${visible(`no draft: ${draft.problem}`)}\n    ${draft.remedy}`);
  const file = wanted === true ? `${draft.table.name}${ENDING}` : wanted;
  const content = draftYaml(
    draft,
    readings.map(({ document }) => document),
  );
  const there = textOf(file);
  if (there !== undefined && there !== content)
    throw new Stop(
      EXIT.usage,
      `${visible(file)} is there already and was not overwritten\n    Move it away, or name another file: --write other${ENDING}`,
    );
  if (there === undefined) write(file, content);
  return { file, draft, kept: there !== undefined };
}

/** What was written, for people, and what to do next. */
export function writtenReport({ file, draft: { table, questions }, kept }: Written): string {
  const did = kept ? 'kept' : 'wrote';
  const states = plural(Object.keys(table.states).length, 'state');
  const rows = plural(table.transitions.length, 'row');
  return visible(`${did} ${file}: ${states}, ${rows}, ${plural(questions.length, 'open question')}`).concat(
    `\nnext: decide what is marked “question”, then npx stateatlas check ${visible(file)}`,
  );
}

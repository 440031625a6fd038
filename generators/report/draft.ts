/** A draft of a table as YAML, with its open questions as comments at their places. */
import type { Draft } from '../../model/import/index.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { toYaml } from '../../model/table/write.ts';

/** What editors look for to know the language of a YAML file. */
const SCHEMA = '# yaml-language-server: $schema=./node_modules/stateatlas/schemas/table.schema.json';

/** A question is cut where it would be longer: the report of `import` has it whole. */
const LONGEST = 400;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;

/** The draft as the text of an `*.atlas.yaml` file. `documents`: where it comes from. */
export function draftYaml({ table, questions }: Draft, documents: readonly string[]): string {
  const open =
    questions.length === 0
      ? 'No question is open.'
      : `${questions.length} ${questions.length === 1 ? 'question is' : 'questions are'} open: look for “question”.`;
  const remarks = questions.map(({ path, text }) => ({ path, text: `question: ${shortened(text)}` }));
  return `${SCHEMA}\n# A draft, written by stateatlas import from ${visible(documents.join(', '))}. ${open}\n${toYaml(table, { remarks })}`;
}

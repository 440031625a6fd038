/** What a block can show of a table. */
import type { Diagram, Input, Pictures } from '../artefact.ts';
import { code, fence, picture } from '../markdown/escape.ts';
import { eventsTable, findingsTable, matrixTable, propertiesTable, rowsTable, statesTable } from '../markdown/parts.ts';
import { explorationLine, summaryLine } from '../report/text.ts';
import { known, type Request, type Resolve } from './embed.ts';

/** A table with its diagrams, and the way from the Markdown file to the table's folder in the atlas. */
export type Embeddable = { readonly input: Input; readonly diagrams: readonly Diagram[]; readonly folder: string };

type Show = (embeddable: Embeddable, request: Request) => ReturnType<Resolve>;

const linked = (markdown: string, folder: string): string =>
  markdown.replace(/\]\((states|events)\//g, `](${folder}/$1/`);

const table =
  (make: (input: Input) => string): Show =>
  ({ input, folder }) => ({ markdown: linked(make(input), folder) });

const named =
  (make: (diagram: Diagram, embeddable: Embeddable) => string): Show =>
  (embeddable, request) => {
    const found = known(
      'name',
      request.name ?? 'overview',
      new Map(embeddable.diagrams.map((each) => [each.name, each])),
    );
    return 'problem' in found ? found : { markdown: make(found.value, embeddable) };
  };

/** What is drawn where nothing is said. */
const DEFAULT_PICTURES: Pictures = { format: 'svg', themes: ['light', 'dark'] };

/** The things a block can show, by the word of `show=`. */
const SHOWS: ReadonlyMap<string, Show> = new Map<string, Show>([
  ['diagram', named(({ source }) => fence(source))],
  [
    'picture',
    named((diagram, { input, folder }) => picture(diagram, input.pictures ?? DEFAULT_PICTURES, `${folder}/`)),
  ],
  ['states', table((input) => statesTable(input, ''))],
  ['events', table((input) => eventsTable(input, ''))],
  ['matrix', table((input) => matrixTable(input, ''))],
  ['rows', table((input) => rowsTable(input, ''))],
  ['properties', table((input) => propertiesTable(input))],
  ['findings', table((input) => findingsTable(input))],
  [
    'summary',
    table(
      ({ table: { name }, judgement }) =>
        `${code(name)}: ${explorationLine(judgement.exploration)}. ${summaryLine(judgement)}.`,
    ),
  ],
]);

/** Answers the requests of blocks from the tables of a project. */
export function resolver(tables: ReadonlyMap<string, Embeddable>): Resolve {
  return (request) => {
    const embeddable = known('table', request.table, tables);
    if ('problem' in embeddable) return embeddable;
    const show = known('show', request.show, SHOWS);
    return 'problem' in show ? show : show.value(embeddable.value, request);
  };
}

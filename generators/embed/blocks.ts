/** What a block can show of a table or a system. */
import {
  type Diagram,
  type Input,
  isSystemInput,
  type Pictures,
  type SystemInput,
  type TableInput,
} from '../artefact.ts';
import { code, fence, picture } from '../markdown/escape.ts';
import { eventsTable, findingsTable, matrixTable, propertiesTable, rowsTable, statesTable } from '../markdown/parts.ts';
import { instancesTable, synchronisationTable, togetherTable } from '../markdown/system-parts.ts';
import { explorationLine, summaryLine } from '../report/text.ts';
import { known, type Request, type Resolve } from './embed.ts';

/** A table or a system with its diagrams, and the way from the Markdown file to its folder in the atlas. */
export type Embeddable = { readonly input: Input; readonly diagrams: readonly Diagram[]; readonly folder: string };

type Shown = { readonly markdown: string } | { readonly problem: string };

type Show = (embeddable: Embeddable, request: Request) => Shown;

/** Links of the pages, which lie in the model’s folder, as links from elsewhere. */
const linked = (markdown: string, folder: string): string =>
  markdown.replace(/\]\((?=(?:states|events|tables)\/|events\.md\))/g, `](${folder}/`);

/** Shows some Markdown made of a table or a system, of whichever kind of input is asked for. */
const shows =
  <I extends Input>(make: (input: I) => string): Show =>
  ({ input, folder }) => ({ markdown: linked(make(input as I), folder) });

const named =
  (otherwise: string, make: (diagram: Diagram, embeddable: Embeddable) => string): Show =>
  (embeddable, request) => {
    const all = new Map(embeddable.diagrams.map((each) => [each.name, each]));
    const found = known('name', request.name ?? otherwise, all);
    return 'problem' in found ? found : { markdown: make(found.value, embeddable) };
  };

/** What is drawn where nothing is said. */
const DEFAULT_PICTURES: Pictures = { format: 'svg', themes: ['light', 'dark'] };

/** What can be shown of both, given the diagram that is shown where none is named. */
const common = (diagram: string): readonly (readonly [string, Show])[] => [
  ['diagram', named(diagram, ({ source }) => fence(source))],
  [
    'picture',
    named(diagram, (each, { input, folder }) => picture(each, input.pictures ?? DEFAULT_PICTURES, `${folder}/`)),
  ],
  ['properties', shows(propertiesTable)],
  ['findings', shows(findingsTable)],
  [
    'summary',
    shows(
      ({ model, judgement }) =>
        `${code(model.name)}: ${explorationLine(judgement.exploration)}. ${summaryLine(judgement)}.`,
    ),
  ],
];

/** The things a block can show of a table, by the word of `show=`. */
const OF_TABLES: ReadonlyMap<string, Show> = new Map([
  ...common('overview'),
  ['states', shows((input: TableInput) => statesTable(input, ''))],
  ['events', shows((input: TableInput) => eventsTable(input, ''))],
  ['matrix', shows((input: TableInput) => matrixTable(input, ''))],
  ['rows', shows((input: TableInput) => rowsTable(input, ''))],
]);

/** The things a block can show of a system. */
const OF_SYSTEMS: ReadonlyMap<string, Show> = new Map([
  ...common('synchronisation'),
  ['instances', shows((input: SystemInput) => instancesTable(input))],
  ['together', shows((input: SystemInput) => togetherTable(input))],
  ['events', shows((input: SystemInput) => synchronisationTable(input))],
]);

/**
 * Answers the requests of blocks from the tables and systems of a project: `table=` names a table, `system=` a system. `written` puts Markdown
 * into the format of the file.
 */
export function resolver(
  models: ReadonlyMap<string, Embeddable>,
  written: (markdown: string) => string = (markdown) => markdown,
): Resolve {
  return (request) => {
    const ofSystem = request.system !== undefined;
    const kind = ofSystem ? 'system' : 'table';
    const candidates = [...models].filter(([, { input }]) => isSystemInput(input) === ofSystem);
    const embeddable = known(kind, request[kind], new Map(candidates));
    if ('problem' in embeddable) return embeddable;
    const show = known('show', request.show, ofSystem ? OF_SYSTEMS : OF_TABLES);
    if ('problem' in show) return show;
    const shown = show.value(embeddable.value, request);
    return 'problem' in shown ? shown : { text: written(shown.markdown) };
  };
}

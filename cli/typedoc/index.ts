/**
 * A plugin for TypeDoc: `@stateAtlas path/to/table#state` in a comment brings in the state’s diagram, transitions and properties.
 *
 * @module stateatlas/typedoc
 */
import { type Application, JSX, ParameterType, type ProjectReflection } from 'typedoc';
import type { Diagram, TableInput } from '../../generators/artefact.ts';
import { stateSection, tableSection } from '../../generators/markdown/section.ts';
import { neighbourhood, overview } from '../../generators/mermaid/state-diagram.ts';
import { isSystem } from '../../model/system/types.ts';
import { suggest } from '../../model/table/suggest.ts';
import { checkLoaded } from '../judging.ts';
import { load as loadTables } from '../load/load.ts';
import { diagramHtml, drawn, styles } from './picture.ts';
import { type Asked, TAG, tagsIn } from './tags.ts';

/** What is shown in place of a tag. */
type Shown = { readonly asked: Asked; readonly input: TableInput; readonly diagram: Diagram };

/** Called by TypeDoc. Tags are replaced just before pages are rendered; one that cannot be is an error with its file and line. */
export function load(app: Application): void {
  app.options.addDeclaration({
    name: 'stateAtlasPictures',
    help: 'Draw the diagrams of @stateAtlas as inline pictures, where mermaid-cli is installed',
    type: ParameterType.Boolean,
    defaultValue: true,
  });
  app.options.addDeclaration({
    name: 'stateAtlasLanguage',
    help: 'The language of the labels that @stateAtlas brings in, as a BCP 47 tag',
    type: ParameterType.String,
    defaultValue: 'en',
  });
  app.on('bootstrapEnd', () => {
    const tags = app.options.getValue('blockTags');
    if (!tags.includes(TAG)) app.options.setValue('blockTags', [...tags, TAG]);
  });
  let pictures = false;
  app.renderer.hooks.on('head.end', () =>
    pictures
      ? JSX.createElement('style', null, JSX.createElement(JSX.Raw, { html: styles() }))
      : JSX.createElement(JSX.Fragment, null),
  );
  app.renderer.on('beginRender', () => {
    app.renderer.preRenderAsyncJobs.push(async ({ project }) => {
      pictures = await bringIn(app, project);
    });
  });
}

/** Puts what tags ask for in their place. Says whether there are pictures. */
async function bringIn(app: Application, project: ProjectReflection): Promise<boolean> {
  const language = String(app.options.getValue('stateAtlasLanguage'));
  const shown: Shown[] = [];
  const inputs = new Map<string, TableInput | string>();
  for (const asked of tagsIn(project)) {
    const input = asked.problem ?? inputs.get(asked.file) ?? (await inputOf(asked.file, language));
    if (asked.problem === undefined) inputs.set(asked.file, input);
    const found = typeof input === 'string' ? input : diagramOf(input, asked.state);
    if (typeof input !== 'string' && typeof found !== 'string') shown.push({ asked, input, diagram: found });
    else app.logger.error(`${asked.place} ${TAG}: ${found as string}` as never);
  }
  const keyOf = ({ asked }: Shown): string => `${asked.file}#${asked.state ?? ''}`;
  const wanted = app.options.getValue('stateAtlasPictures') === true && shown.length > 0;
  const pictures = wanted
    ? await drawn(new Map(shown.map((each) => [keyOf(each), each.diagram])), language)
    : { missing: '' };
  if (wanted && 'missing' in pictures)
    app.logger.warn(`${TAG}: diagrams stay Mermaid source: ${pictures.missing}` as never);
  for (const each of shown) {
    const { asked, input, diagram } = each;
    const section = asked.state === undefined ? tableSection(input) : stateSection(input, asked.state);
    const html = diagramHtml(diagram, 'missing' in pictures ? undefined : pictures.get(keyOf(each)));
    asked.tag.content = [{ kind: 'text', text: `${section}\n\n${html}\n` }];
  }
  return !('missing' in pictures);
}

/** The only table of a file, checked; or what is wrong with it. */
async function inputOf(file: string, language: string): Promise<TableInput | string> {
  const { loaded, problems } = await loadTables([file]);
  const [problem] = problems;
  if (problem !== undefined) return problem;
  const tables = loaded.flatMap((each) => (isSystem(each.model) ? [] : [{ ...each, model: each.model }]));
  const [table, other] = tables;
  if (table === undefined) return `there is no table in ${loaded[0]?.file ?? file}`;
  if (other !== undefined) return `there are several tables in ${table.file}; give each a file of its own`;
  const { judgement } = await checkLoaded(table, { quiet: true });
  return { ...table, judgement, language };
}

/** The diagram of a state or of a table; or what is wrong with the name of the state. */
function diagramOf(input: TableInput, state: string | undefined): Diagram | string {
  if (state === undefined) return overview(input);
  const { states, name } = input.model;
  if (Object.hasOwn(states, state)) return neighbourhood(input, state);
  const near = suggest(state, Object.keys(states));
  return `there is no state ${JSON.stringify(state)} in ${name}; ${near === undefined ? `its states: ${Object.keys(states).join(', ')}` : `did you mean ${near}?`}`;
}

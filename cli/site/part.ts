/** The pages of one table or system in one language, with their diagrams, and the files that their programs read. */
import type { Page, Part, Planned } from '../../docs/site/site.ts';
import type { Diagram, Input } from '../../generators/artefact.ts';
import { exportModel } from '../../generators/export/index.ts';
import { diagrams as diagramsOf, tracesOf } from '../../generators/mermaid/index.ts';
import { type SiteOptions, sitePart } from '../../generators/site/index.ts';
import { partsOf } from '../../generators/site/links.ts';
import type { SitePart } from '../../generators/site/page.ts';
import { machineOf } from '../../model/explore/of.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import { isSystem } from '../../model/system/types.ts';
import { Defect } from '../../properties/judge/index.ts';

/** What one table or system gives to a site in one language. */
export type PlannedPart = {
  readonly pages: readonly Page<Planned>[];
  readonly menu: SitePart['menu'];
  readonly part: Part;
  readonly files: { readonly [path: string]: string };
};

/** Plans the pages of a table or system in the language of the input. */
export function plannedPart(input: Input, options: SiteOptions): PlannedPart {
  const { pages, menu, files, titles } = sitePart(input, options);
  const { name } = input.model;
  const diagrams = new Map(
    diagramsOf(input).map((each): [string, Diagram] => [
      each.name,
      { ...each, title: titles[each.name] ?? each.title },
    ]),
  );
  const planned = (path: string, block: SitePart['pages'][number]['blocks'][number]): Planned => {
    if (typeof block === 'string') return block;
    if ('simulator' in block) return { ...block, part: name };
    const diagram = diagrams.get(block.diagram);
    if (diagram === undefined) throw new Defect(`the page ${path} shows a diagram that there is not: ${block.diagram}`);
    return { diagram, part: name };
  };
  return {
    menu,
    part: placesOf(input, new Set(pages.map(({ path }) => path))),
    files: { ...files, ...filesOf(input, titles) },
    pages: pages.map(({ blocks, ...page }) => ({ ...page, pieces: blocks.map((block) => planned(page.path, block)) })),
  };
}

/** The pages about states and events, as far as there are such pages. */
function placesOf({ model }: Input, paths: ReadonlySet<string>): Part {
  const places = (folder: string, things: object): { readonly [id: string]: string } =>
    Object.fromEntries(
      [...partsOf(things)]
        .map(([id, part]) => [id, `${model.name}/${folder}/${part}`] as const)
        .filter(([, path]) => paths.has(path)),
    );
  return isSystem(model)
    ? { states: {}, events: places('events', model.events ?? {}) }
    : { states: places('states', model.states), events: places('events', model.events) };
}

/** The files that the programs of a part's pages read: the model as `export json` gives it, and its traces as tokens, with titles in its language. */
function filesOf(input: Input, titles: SitePart['titles']): { readonly [path: string]: string } {
  const { model, language } = input;
  const machine = machineOf(model);
  const traces = tracesOf(input).map(({ name, title, trace }) => [
    name,
    { title: titles[name] ?? title, token: encodeTrace(machine, trace) },
  ]);
  return {
    [`${model.name}/model.json`]: exportModel(model, 'json').text,
    [`${model.name}/traces.${language}.json`]: `${JSON.stringify(Object.fromEntries(traces), null, 1)}\n`,
  };
}

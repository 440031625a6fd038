/** The pages of one table or system in one language, with their diagrams and the data of their simulator. */

import type { Page, Planned } from '../../docs/site/site.ts';
import type { Diagram, Input } from '../../generators/artefact.ts';
import { exportModel } from '../../generators/export/index.ts';
import { md } from '../../generators/markdown/escape.ts';
import { diagrams as diagramsOf, tracesOf } from '../../generators/mermaid/index.ts';
import type { SitePart } from '../../generators/site/page.ts';
import { machineOf } from '../../model/explore/of.ts';
import { encodeTrace } from '../../model/explore/token.ts';
import { isSystem } from '../../model/system/types.ts';
import { textIn } from '../../model/table/text.ts';

/** What one table or system gives to a site in one language. */
export type PlannedPart = { readonly pages: readonly Page<Planned>[]; readonly menu: SitePart['menu'] };

export function plannedPart(input: Input): PlannedPart {
  const { pages, menu } = sitePart(input);
  const { name } = input.model;
  const diagrams = new Map(diagramsOf(input).map((each): [string, Diagram] => [each.name, each]));
  return {
    menu,
    pages: pages.map(({ blocks, ...page }) => ({
      ...page,
      pieces: blocks.map((block): Planned => {
        if (typeof block === 'string') return block;
        if ('simulator' in block) return { ...block, part: { name } };
        const diagram = diagrams.get(block.diagram);
        if (diagram === undefined)
          throw new Error(`the page ${page.path} shows no diagram that there is: ${block.diagram}`);
        return { diagram, part: { name } };
      }),
    })),
  };
}

/** Until the pages are there: a home and a page for each state. */
function sitePart(input: Input): SitePart {
  const { model, language } = input;
  const title = textIn(model.title ?? model.name, language);
  const states = isSystem(model) ? [] : Object.entries(model.states);
  const page = (path: string, title: string, blocks: SitePart['pages'][number]['blocks']) => ({
    path: `${model.name}${path}`,
    language,
    title,
    description: title,
    blocks,
  });
  const links = states.map(
    ([id, { label = id }]) => `- [${md(textIn(label, language))}](/${model.name}/states/${id}/)`,
  );
  return {
    pages: [
      page('', title, [
        { diagram: isSystem(model) ? 'synchronisation' : 'overview' },
        `## States\n\n${links.join('\n')}`,
      ]),
      ...states.map(([id, { label = id, description = '' }]) =>
        page(`/states/${id}`, textIn(label, language), [md(textIn(description, language)), { diagram: `state-${id}` }]),
      ),
    ],
    menu: {
      label: title,
      entries: [
        { label: 'Overview', path: model.name },
        {
          label: 'States',
          entries: states.map(([id, { label = id }]) => ({
            label: textIn(label, language),
            path: `${model.name}/states/${id}`,
          })),
        },
      ],
    },
  };
}

/** The files that the programs of a part's pages read: the model as `export json` gives it, and its traces as tokens. */
export function filesOf(input: Input): { readonly [path: string]: string } {
  const { model } = input;
  const machine = machineOf(model);
  const traces = tracesOf(input).map(({ name, title, trace }) => [name, { title, token: encodeTrace(machine, trace) }]);
  return {
    [`${model.name}/model.json`]: exportModel(model, 'json').text,
    [`${model.name}/traces.json`]: `${JSON.stringify(Object.fromEntries(traces), null, 1)}\n`,
  };
}

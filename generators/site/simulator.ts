/** The page of the simulator, with the diagrams that follow its run. */
import { isSystem } from '../../model/system/types.ts';
import { tableDiagram } from '../mermaid/index.ts';
import type { Context, SystemContext, TableContext } from './context.ts';
import { pageLink } from './links.ts';
import type { Block, SitePage } from './page.ts';
import { sitePage, titleOf } from './parts.ts';
import { tableLink, tablesOf } from './system/context.ts';
import { arrowsTable } from './table/arrows.ts';

export const simulatorPage = (context: Context): SitePage => {
  const { model, words } = context;
  return sitePage(context, `${model.name}/simulator`, words.simulator, words.simulatorOf(titleOf(context)), [
    words.simulatorIntro,
    { simulator: {} },
    ...diagrams(context),
  ]);
};

/** The diagrams of states, each with its arrows as a table, and told on the page that is linked after it. */
function diagrams(context: Context): readonly Block[] {
  const { model, words } = context;
  const told = words.simulatorDiagram;
  if (!isSystem(model))
    return [
      { diagram: 'overview' },
      `${told(pageLink(context, words.matrix, `${model.name}/matrix`))}\n\n${arrowsTable(context as TableContext)}`,
    ];
  return tablesOf(context as SystemContext).flatMap(
    ({
      seen: {
        model: { name },
      },
      context: inTable,
    }): readonly Block[] => [
      { diagram: tableDiagram(name) },
      `${told(tableLink(context as SystemContext, name))}\n\n${arrowsTable(inTable)}`,
    ],
  );
}

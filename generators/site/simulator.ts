/** The page of the simulator, with the diagrams that follow its run. */
import { isSystem } from '../../model/system/types.ts';
import { tableDiagram } from '../mermaid/index.ts';
import type { Context, SystemContext } from './context.ts';
import { pageLink } from './links.ts';
import type { Block, SitePage } from './page.ts';
import { sitePage, titleOf } from './parts.ts';
import { tableLink } from './system/context.ts';

export const simulatorPage = (context: Context): SitePage => {
  const { model, words } = context;
  return sitePage(context, `${model.name}/simulator`, words.simulator, words.simulatorOf(titleOf(context)), [
    words.simulatorIntro,
    { simulator: {} },
    ...diagrams(context),
  ]);
};

/** The diagrams of states, each told on the page that is linked after it. */
function diagrams(context: Context): readonly Block[] {
  const { model, words } = context;
  const told = words.simulatorDiagram;
  if (!isSystem(model)) return [{ diagram: 'overview' }, told(pageLink(context, words.matrix, `${model.name}/matrix`))];
  return model.tables.flatMap(({ name }): readonly Block[] => [
    { diagram: tableDiagram(name) },
    told(tableLink(context as SystemContext, name)),
  ]);
}

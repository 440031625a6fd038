/** The page of the simulator, with the diagrams that follow its run. */
import { isSystem } from '../../model/system/types.ts';
import { tableDiagram } from '../mermaid/index.ts';
import type { Context } from './context.ts';
import type { Block, SitePage } from './page.ts';
import { sitePage, titleOf } from './parts.ts';

export const simulatorPage = (context: Context): SitePage => {
  const { model, words } = context;
  const diagrams = isSystem(model) ? model.tables.map(({ name }) => tableDiagram(name)) : ['overview'];
  return sitePage(context, `${model.name}/simulator`, words.simulator, words.simulatorOf(titleOf(context)), [
    words.simulatorIntro,
    { simulator: {} },
    ...diagrams.map((diagram): Block => ({ diagram })),
  ]);
};

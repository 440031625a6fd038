/** The page of the simulator. */
import type { Context } from './context.ts';
import type { SitePage } from './page.ts';
import { sitePage, titleOf } from './parts.ts';

export const simulatorPage = (context: Context): SitePage => {
  const { model, words } = context;
  return sitePage(context, `${model.name}/simulator`, words.simulator, words.simulatorOf(titleOf(context)), [
    words.simulatorIntro,
    { simulator: {} },
  ]);
};

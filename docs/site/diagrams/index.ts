/** Diagrams as pieces of pages: laid out by Mermaid, composed as SVG that a strict policy allows, in an element that zooms and folds. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Diagram, Folding } from '../../../generators/artefact.ts';
import { markup } from '../../../generators/review/escape.ts';
import { packages } from '../work.ts';
import { cacheIn } from './cache.ts';
import { compose } from './compose.ts';
import type { DiagramJob, DrawAll } from './job.ts';
import { layOut } from './layout.ts';
import type { Scene } from './scene.ts';
import { wordsOf } from './words.ts';

export type { DiagramJob, DrawAll, DrawOptions, Shown } from './job.ts';

/** Draws diagrams; what was laid out before is taken from the cache. @throws {MissingTool} without mermaid-cli or a browser. */
export const drawAll: DrawAll = async (jobs, { cache: folder = cacheFolder(), onProgress = () => {} } = {}) => {
  const cache = cacheIn(folder);
  const scenes = new Map<string, Scene>();
  const sources = new Set(
    jobs.flatMap(({ diagram }) => [diagram, ...(diagram.foldings ?? [])]).map((each) => each.source),
  );
  for (const source of sources) {
    const scene = cache.get(source);
    if (scene !== undefined) scenes.set(source, scene);
  }
  const missing = [...sources].filter((source) => !scenes.has(source));
  let done = 0;
  if (missing.length > 0)
    await layOut(missing, (source, scene) => {
      scenes.set(source, scene);
      cache.set(source, scene);
      onProgress(++done, missing.length);
    });
  return new Map(jobs.map((job) => [job.key, element(job, scenes)]));
};

const cacheFolder = (): string => join(packages() ?? 'node_modules', '.cache/stateatlas/diagrams');

/** The element of a job: its SVG, and those with groups folded below it, to be opened by whoever has no JavaScript. */
function element(job: DiagramJob, scenes: ReadonlyMap<string, Scene>): string {
  const { key, diagram, language } = job;
  const id = `d${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
  const words = wordsOf(language);
  const picture = (each: Diagram | Folding, index: number): string => {
    const scene = scenes.get(each.source) as Scene;
    const svg = compose(scene, { id: `${id}-${index}`, diagram: each, linkOf: job.linkOf });
    return `<div class="d-canvas${index === 0 ? ' d-main' : ''}" role="group" aria-label="${markup(each.title)}" tabindex="0">${svg}</div>`;
  };
  const foldings = (diagram.foldings ?? []).map((folding, index) => {
    const name =
      folding.open === undefined ? words.foldedAll : words.only(folding.title.slice(diagram.title.length + 2));
    const open = folding.open === undefined ? '' : ` data-open="${markup(folding.open)}"`;
    return `<details class="d-folding"${open}><summary>${markup(name)}</summary>${picture(folding, index + 1)}</details>`;
  });
  return `<atlas-diagram class="not-content" data-kind="${diagram.kind}" lang="${markup(language)}">${picture(diagram, 0)}${foldings.join('')}</atlas-diagram>`;
}

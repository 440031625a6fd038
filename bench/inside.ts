/**
 * A process that explores or checks a model of a JSON file so many times, each time as if for the first time, and prints what it counted and the seconds of
 * each run. Called with the folder of the code that is measured (that of the compiled files, or of the sources), the file, what is done, and how often.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Model } from '../model/system/types.ts';

/** What the process prints. */
export type Inside = {
  readonly configurations: number;
  readonly transitions: number;
  readonly seconds: readonly number[];
  /** Bytes that the explorer holds, as it says. */
  readonly bytes: number;
};

/** What is measured: the parts of the package that explore and check, from the folder that is named. */
type Parts = Pick<typeof import('../properties/judge/checking.ts'), 'check'> &
  Pick<typeof import('../model/explore/planning.ts'), 'plan'> &
  Pick<typeof import('../model/explore/space/set-space.ts'), 'exploringStore'> &
  Pick<typeof import('../model/explore/compiled.ts'), 'exploringModel'>;

async function partsIn(folder: string): Promise<Parts> {
  const ending = folder.endsWith('dist') ? 'js' : 'ts';
  const part = (path: string) => import(pathToFileURL(join(folder, `${path}.${ending}`)).href);
  const [{ check }, { plan }, { exploringStore }, { exploringModel }] = await Promise.all(
    [
      'properties/judge/checking',
      'model/explore/planning',
      'model/explore/space/set-space',
      'model/explore/compiled',
    ].map(part),
  );
  return { check, plan, exploringStore, exploringModel };
}

function done(
  { check, plan, exploringStore, exploringModel }: Parts,
  what: string,
  model: Model,
): Omit<Inside, 'seconds'> {
  if (what === 'check') return { ...check(model).exploration, bytes: 0 };
  const { store } = plan(model);
  let bytes = 0;
  const run = store === undefined ? exploringModel(model) : exploringStore(store(), {});
  let at = run.next();
  while (!at.done) {
    bytes = at.value.bytes ?? bytes;
    at = run.next();
  }
  const found = at.value;
  if (!('survey' in found)) return { configurations: found.size, transitions: found.transitions, bytes };
  return { configurations: found.size, transitions: found.survey.transitions, bytes: found.bytes };
}

if (import.meta.main) {
  const [, , folder = '', file = '', what = '', runs = '1'] = process.argv;
  const parts = await partsIn(folder);
  const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
  const seconds: number[] = [];
  let last: Omit<Inside, 'seconds'> | undefined;
  for (let run = 0; run < Number(runs); run++) {
    // What was found out about a model is remembered by the object that it is.
    const fresh = structuredClone(model);
    const started = performance.now();
    last = done(parts, what, fresh);
    seconds.push((performance.now() - started) / 1000);
  }
  const { configurations, transitions, bytes } = last as Omit<Inside, 'seconds'>;
  console.log(JSON.stringify({ configurations, transitions, seconds, bytes } satisfies Inside));
}

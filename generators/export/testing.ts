/** Modules for XState that are generated while tests run, and imported. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import type { Model } from '../../model/system/types.ts';
import { exportModel } from './index.ts';

/** Imports the module of a model, as often as is asked; what is written is taken away after the last test. */
export function generatedModules(): (model: Model) => Promise<unknown> {
  // Beside the modules of the project, so that the generated ones find XState.
  const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.stateatlas-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let written = 0;
  return (model) => {
    const file = join(folder, `${written++}.mjs`);
    writeFileSync(file, exportModel(model, 'xstate').text);
    return import(pathToFileURL(file).href);
  };
}

/**
 * The parts of this package that the bundled command carries along. A table that imports `stateatlas` or `stateatlas/system` of the very package that
 * checks it is given these, so that nothing is loaded twice.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

const PARTS = ['table', 'system'];

/** The folder of the compiled files, as it is seen from a file of the bundle; elsewhere nothing is carried. */
const dist = new URL('../', import.meta.url);

/** From now on imports of what is carried lead to it. Nothing changes where the sources are run in place. */
export function shareCarried(): void {
  if (!existsSync(new URL('cli/carried', dist))) return;
  const carried = new Map(
    PARTS.map((part) => [new URL(`model/${part}/index.js`, dist).href, new URL(`cli/carried/${part}.js`, dist).href]),
  );
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return { ...found, url: carried.get(found.url) ?? found.url };
    },
  });
}

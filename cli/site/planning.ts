/** Plans a site in a process of its own, so that changed modules are read anew, and sends it to the process that asked. */
import { ending } from '../run.ts';
import { err } from '../terminal.ts';
import { type Asked, plan } from './plan.ts';

process.once('message', async ({ files, asked }: { readonly files: readonly string[]; readonly asked: Asked }) => {
  try {
    const { site, codes } = await plan(files, asked, { quiet: true });
    // A table that could not be read would be missing from the site: the one of before is better.
    process.send?.(codes.length === 0 ? site : null, () => process.disconnect());
  } catch (thrown) {
    for (const line of ending(thrown, false).lines) err(line);
    process.exitCode = 1;
    process.disconnect();
  }
});

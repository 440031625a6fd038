/** Reading the trace in the address of a page: as the site and the simulator write it, or as somebody pasted it. */
import { TOKEN_BEGIN } from '../../../generators/site/fragment.ts';
import { TokenError } from '../../../model/explore/token.ts';
import { type Run, runOf, type World } from './run.ts';

/** The tokens that a fragment may mean: as it is written by us, and as somebody would write it who pasted a token. */
export function tokensIn(fragment: string): readonly string[] {
  if (!fragment.startsWith(TOKEN_BEGIN)) return [];
  const written = fragment.slice(TOKEN_BEGIN.length);
  try {
    return [...new Set([decodeURIComponent(written), written])];
  } catch {
    return [written];
  }
}

/** The run that a fragment describes; `undefined` where it describes none. @throws {TokenError} where it is no run of the model. */
export function runIn(world: World, fragment: string): Run | undefined {
  let failure: unknown;
  for (const token of tokensIn(fragment))
    try {
      return runOf(world, token);
    } catch (thrown) {
      if (!(thrown instanceof TokenError)) throw thrown;
      failure ??= thrown;
    }
  if (failure !== undefined) throw failure;
  return undefined;
}

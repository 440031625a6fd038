/** The trace in the address of a page: `#token=0:place,decline`, the token that `stateatlas play --token` takes. */
import { TokenError } from '../../../model/explore/token.ts';
import { type Run, runOf, type World } from './run.ts';

const BEGIN = '#token=';

/** The fragment for a token. The marks of tokens stay readable; all else is escaped, so that whatever passes the link on cannot change it. */
export const fragmentOf = (token: string): string =>
  `${BEGIN}${encodeURIComponent(token).replace(/%(3A|2C|40)/g, (mark) => decodeURIComponent(mark))}`;

/** The tokens that a fragment may mean: as it is written by us, and as somebody would write it who pasted a token. */
export function tokensIn(fragment: string): readonly string[] {
  if (!fragment.startsWith(BEGIN)) return [];
  const written = fragment.slice(BEGIN.length);
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

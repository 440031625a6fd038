/** Names that could have been meant: the items of several lists, one list after the other, made as they are asked for. */
export function* inTurn<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

const LONGEST = 40;
const MOST_CANDIDATES = 2000;

/**
 * Number of single-character insertions, deletions, substitutions and swaps of neighbours between two texts (optimal
 * string alignment, a restriction of Damerau 1964), or `limit + 1` as soon as it is known to be more than the limit.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j] as number, line[j - 1] as number) + 1;
      best = Math.min(best, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] as number) + 1);
      line.push(best);
    }
    if (Math.min(...line) > limit) return limit + 1;
    before = last;
    last = line;
  }
  return last[b.length] as number;
}

/** The candidate that was probably meant: near in spelling, whatever its case. Bounded in time for long lists and names. */
export function suggest(wanted: string, candidates: Iterable<string>): string | undefined {
  if (wanted.length > LONGEST) return undefined;
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let nearest = limit + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (seen++ >= MOST_CANDIDATES) break;
    if (candidate.length > LONGEST) continue;
    const far = distance(wanted.toLowerCase(), candidate.toLowerCase(), limit);
    if (far < nearest) {
      best = candidate;
      nearest = far;
    }
  }
  return best;
}

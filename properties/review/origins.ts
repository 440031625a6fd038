/** Where a part of a graph begins: the groups of states that nothing outside of them leads to. */

export type Successors = ReadonlyMap<string, Iterable<string>>;

/** All that can be reached from some states, themselves included. */
export function reachedFrom(starts: Iterable<string>, next: Successors): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const at of seen) for (const to of next.get(at) ?? []) seen.add(to);
  return seen;
}

/**
 * The groups of states of a part that lead to each other and that no other state of the part leads to, each in the order of the part. From
 * a state one goes back to a state that leads to it and that it does not lead to, until there is none: its group is an origin.
 */
export function originsOf(part: readonly string[], next: Successors): readonly (readonly string[])[] {
  const within = new Set(part);
  const back = new Map<string, string[]>();
  const on = new Map<string, string[]>();
  for (const from of part)
    for (const to of next.get(from) ?? [])
      if (within.has(to)) {
        on.set(from, [...(on.get(from) ?? []), to]);
        back.set(to, [...(back.get(to) ?? []), from]);
      }
  const covered = new Set<string>();
  const origins: (readonly string[])[] = [];
  for (const state of part) {
    if (covered.has(state)) continue;
    let at: string | undefined = state;
    let before: ReadonlySet<string> = new Set();
    let after: ReadonlySet<string> = new Set();
    for (
      let above: string | undefined = state;
      above !== undefined;
      above = [...before].find((each) => !after.has(each))
    ) {
      at = above;
      before = reachedFrom([at], back);
      after = reachedFrom([at], on);
    }
    for (const each of after) covered.add(each);
    origins.push(part.filter((each) => before.has(each)));
  }
  return origins;
}

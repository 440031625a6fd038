/**
 * The cheapest flow that moves what is too much at some nodes to where it is missing: successive shortest paths (Ford and Fulkerson 1962; with
 * node potentials, Edmonds and Karp 1972).
 */

/** A way for the flow, as often as wanted, at a cost of 0 or more each time. */
export type Arc = { readonly from: number; readonly to: number; readonly cost: number };

/**
 * How often each arc is used. `surplus` is what each node has too much of, negative where it lacks something; it sums up to 0.
 *
 * @throws {RangeError} where something cannot get to where it is missing.
 */
export function cheapestFlow(nodes: number, arcs: readonly Arc[], surplus: readonly number[]): readonly number[] {
  const used = arcs.map(() => 0);
  const left = [...surplus];
  const out: number[][] = Array.from({ length: nodes }, () => []);
  const into: number[][] = Array.from({ length: nodes }, () => []);
  for (const [index, { from, to }] of arcs.entries()) {
    out[from]?.push(index);
    into[to]?.push(index);
  }
  const potential = new Float64Array(nodes);
  for (let from = 0; from < nodes; from++)
    while ((left[from] as number) > 0) {
      const { distance, cameBy } = distances(from);
      const to = left.reduce(
        (best, amount, node) =>
          amount < 0 && (best < 0 || (distance[node] as number) < (distance[best] as number)) ? node : best,
        -1,
      );
      if (to < 0 || distance[to] === Number.POSITIVE_INFINITY)
        throw new RangeError(`nothing leads from node ${from} to where it is missing`);
      const farthest = distance[to] as number;
      for (let node = 0; node < nodes; node++)
        potential[node] = (potential[node] as number) + Math.min(distance[node] as number, farthest);
      let amount = Math.min(left[from] as number, -(left[to] as number));
      for (const { arc, isBack } of path(to, cameBy)) if (isBack) amount = Math.min(amount, used[arc] as number);
      for (const { arc, isBack } of path(to, cameBy)) used[arc] = (used[arc] as number) + (isBack ? -amount : amount);
      left[from] = (left[from] as number) - amount;
      left[to] = (left[to] as number) + amount;
    }
  return used;

  /** Distances by reduced costs, which are never negative, and the arc by which each node is reached. */
  function distances(start: number) {
    const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const cameBy: ({ arc: number; isBack: boolean } | undefined)[] = Array.from({ length: nodes });
    const isDone = new Uint8Array(nodes);
    distance[start] = 0;
    const buckets: number[][] = [[start]];
    const reach = (node: number, at: number, arc: number, isBack: boolean): void => {
      if (isDone[node] === 1 || at >= (distance[node] as number)) return;
      distance[node] = at;
      cameBy[node] = { arc, isBack };
      buckets[at] ??= [];
      buckets[at]?.push(node);
    };
    for (let at = 0; at < buckets.length; at++)
      for (const node of buckets[at] ?? []) {
        if (isDone[node] === 1) continue;
        isDone[node] = 1;
        const here = at + (potential[node] as number);
        for (const arc of out[node] ?? []) {
          const { to, cost } = arcs[arc] as Arc;
          reach(to, here + cost - (potential[to] as number), arc, false);
        }
        for (const arc of into[node] ?? []) {
          const { from, cost } = arcs[arc] as Arc;
          if ((used[arc] as number) > 0) reach(from, here - cost - (potential[from] as number), arc, true);
        }
      }
    return { distance, cameBy };
  }

  function path(to: number, cameBy: readonly ({ arc: number; isBack: boolean } | undefined)[]) {
    const steps: { arc: number; isBack: boolean }[] = [];
    for (let step = cameBy[to]; step !== undefined; ) {
      steps.push(step);
      const { from, to: end } = arcs[step.arc] as Arc;
      step = cameBy[step.isBack ? end : from];
    }
    return steps;
  }
}

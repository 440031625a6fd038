/** Strongly connected components of a part of the graph. */
import type { StateGraph } from './graph.ts';

/** Configurations, by id. */
export type Ids = readonly number[];

type Frame = { readonly id: number; next: number };

/**
 * The strongly connected components of the steps that stay among `members`, each component after all those it leads to.
 * A configuration that no step leads back to is a component of its own. Configurations that were not expanded have no steps.
 *
 * R. E. Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on Computing 1(2), 1972; with an explicit
 * stack, so that a long chain cannot overflow the call stack.
 */
export function components(graph: StateGraph, members: Ids): readonly Ids[] {
  const inside = new Set(members);
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found: Ids[] = [];
  const lower = (id: number, to: number): unknown => low.set(id, Math.min(low.get(id) as number, to));

  const enter = (id: number): Frame => {
    low.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const close = (root: number): Ids => {
    const component = open.splice(open.lastIndexOf(root));
    for (const id of component) isOpen.delete(id);
    return component;
  };

  for (const start of members) {
    if (order.has(start)) continue;
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { id } = frame;
      const step = graph.steps[id]?.[frame.next++];
      if (step !== undefined) {
        if (!inside.has(step.to)) continue;
        if (!order.has(step.to)) frames.push(enter(step.to));
        else if (isOpen.has(step.to)) lower(id, order.get(step.to) as number);
        continue;
      }
      frames.pop();
      const caller = frames.at(-1);
      if (caller !== undefined) lower(caller.id, low.get(id) as number);
      if (low.get(id) === order.get(id)) found.push(close(id));
    }
  }
  return found;
}

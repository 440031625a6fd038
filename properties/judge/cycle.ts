/** A cycle that a run may go round for ever without breaking fairness. */
import type { Work } from '../../model/explore/work.ts';
import { Defect } from './defect.ts';

/**
 * What a fair cycle still owes to a label: a step with it, or for a weak one a configuration in which it is disabled.
 */
export type Debt = { readonly label: number; readonly weak: boolean };

/** What the last step of a walk is to do: come to a configuration, or pay one of some debts. */
export type Aim = { readonly to: number } | { readonly debts: readonly Debt[] };

/** Configurations round which a run may go fairly, each leading to each: what a graph, or a space, knows of them. */
export type Ring<Step extends { readonly to: number }> = {
  /** The labels that are treated weakly, and strongly. */
  readonly weak: readonly number[];
  readonly strong: readonly number[];
  /** The label of a step; -1 where fairness does not speak of it. */
  label(step: Step): number;
  isEnabled(configuration: number, label: number): boolean;
  /** Whether each label is enabled in some of the configurations. */
  enabledSomewhere(): Work<(label: number) => boolean>;
  /** The shortest walk of at least one step, inside, whose last step does what it is to do; first in the order of moves. */
  walk(from: number, aim: Aim): Work<readonly Step[] | undefined>;
};

/** Whether a step pays a debt. */
export const pays = <Step extends { readonly to: number }>(
  ring: Pick<Ring<Step>, 'label' | 'isEnabled'>,
  step: Step,
  { label, weak }: Debt,
): boolean => ring.label(step) === label || (weak && !ring.isEnabled(step.to, label));

/** A cycle through a configuration of a ring that breaks no fairness: short, though not always the shortest. */
export function* fairCycle<Step extends { readonly to: number }>(
  ring: Ring<Step>,
  entry: number,
): Work<readonly Step[]> {
  const walk = function* (from: number, aim: Aim): Work<readonly Step[]> {
    const found = yield* ring.walk(from, aim);
    if (found === undefined) throw new Defect('a fair component has no way to a step it must have');
    return found;
  };

  const shortest = yield* walk(entry, { to: entry });
  if (isFair(ring, shortest)) return shortest;

  const somewhere = yield* ring.enabledSomewhere();
  let debts: readonly Debt[] = [
    ...ring.weak.filter((label) => ring.isEnabled(entry, label)).map((label) => ({ label, weak: true })),
    ...ring.strong.filter(somewhere).map((label) => ({ label, weak: false })),
  ];
  const cycle: Step[] = [];
  const go = (leg: readonly Step[]): void => {
    for (const step of leg) cycle.push(step);
    debts = debts.filter((debt) => !leg.some((step) => pays(ring, step, debt)));
  };
  while (debts.length > 0) go(yield* walk(cycle.at(-1)?.to ?? entry, { debts }));
  const end = cycle.at(-1)?.to;
  if (end !== entry) go(yield* walk(end ?? entry, { to: entry }));
  return cycle;
}

/** Whether going round and round a cycle breaks no fairness. */
function isFair<Step extends { readonly to: number }>(ring: Ring<Step>, cycle: readonly Step[]): boolean {
  const isIgnored = (label: number): boolean => !cycle.some((step) => ring.label(step) === label);
  const enabledAt = (label: number) => (step: Step) => ring.isEnabled(step.to, label);
  return (
    !ring.weak.filter(isIgnored).some((label) => cycle.every(enabledAt(label))) &&
    !ring.strong.filter(isIgnored).some((label) => cycle.some(enabledAt(label)))
  );
}

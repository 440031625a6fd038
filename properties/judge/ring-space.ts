/** A fair part of a space, for cycles in it. */
import type { Configurations, Space, SpaceStep } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import { type Aim, type Debt, pays, type Ring } from './cycle.ts';
import { enabledIn, type SpaceDuties } from './fair-space.ts';

/** A fair part as a ring. */
export function ringOn(space: Space, duties: SpaceDuties, part: Configurations): Ring<SpaceStep> {
  const labelOf = (occasion: number): number => duties.ofOccasion[occasion] as number;
  const known: Pick<Ring<SpaceStep>, 'label' | 'isEnabled'> = {
    label: ({ occasion }) => labelOf(occasion),
    isEnabled: (position, label) => space.successors(position).some(({ occasion }) => labelOf(occasion) === label),
  };
  return {
    ...known,
    weak: duties.weak,
    strong: duties.strong,
    *enabledSomewhere() {
      const found = new Set<number>();
      for (const label of duties.strong) {
        const enabled = yield* enabledIn(space, duties, label, part);
        space.free(enabled);
        if (enabled.count > 0) found.add(label);
      }
      return (label) => found.has(label);
    },
    *walk(start, aim) {
      const last = yield* beforeAim(space, duties, part, aim);
      const path = yield* space.path({ start, within: part, goal: last });
      space.free(last);
      if (path === undefined) return undefined;
      const does = (step: SpaceStep): boolean =>
        'to' in aim ? step.to === aim.to : aim.debts.some((debt) => pays(known, step, debt));
      const step = space
        .successors(path.steps.at(-1)?.to ?? start)
        .find((each) => does(each) && space.has(part, each.to));
      return step && [...path.steps, step];
    },
  };
}

/** Those of a part from which one step inside does what it is to do; the caller frees them. */
function* beforeAim(space: Space, duties: SpaceDuties, part: Configurations, aim: Aim): Work<Configurations> {
  if ('to' in aim) {
    const goal = space.of([aim.to]);
    const before = yield* space.before(goal, part);
    space.free(goal);
    return before;
  }
  let found = space.of([]);
  for (const debt of aim.debts) {
    const paying = yield* beforePaying(space, duties, part, debt);
    const both = yield* space.either(found, paying);
    space.free(found, paying);
    found = both;
  }
  return found;
}

/** Those from which one step inside pays a debt. */
function* beforePaying(
  space: Space,
  duties: SpaceDuties,
  part: Configurations,
  { label, weak }: Debt,
): Work<Configurations> {
  const taking = yield* space.before(part, part, duties.steps[label]);
  if (!weak) return taking;
  const enabled = yield* enabledIn(space, duties, label, part);
  const disabled = yield* space.without(part, enabled);
  const leaving = yield* space.before(disabled, part);
  const both = yield* space.either(taking, leaving);
  space.free(taking, enabled, disabled, leaving);
  return both;
}

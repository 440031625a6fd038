/** Judging on a space, which has sets of configurations and no steps. */
import { DEFAULT_MAX_CONFIGURATIONS } from '../../model/explore/compiled.ts';
import type { Configurations, Space } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import { type Basis, explorationOf } from './basis.ts';
import type { Decision } from './decide.ts';
import { decideOnSpace } from './decide-space.ts';
import { rowsAndEvents } from './findings.ts';
import { followedIn } from './followed.ts';
import { namesFindings } from './names.ts';
import { NeedsSteps } from './needs-steps.ts';
import type { Checked, Report } from './report.ts';
import { expandedIn, saved, spaceEvidence } from './space-evidence.ts';
import { deadlocks, unreachable } from './states.ts';
import { endless } from './traps.ts';

/** What memory does not suffice for. */
const BEYOND_MEMORY: Decision = {
  result: 'undecided',
  note: 'the sets of configurations that it takes do not fit memory, though all configurations were explored',
};

/**
 * What judging rests on. Where something needs single steps, {@link NeedsSteps} is thrown while it is judged. A space of more than `most` configurations,
 * which no graph would hold, leaves undecided what its memory does not suffice for.
 */
export function onSpace(model: Model, space: Space, most = DEFAULT_MAX_CONFIGURATIONS): Basis {
  const checked: Checked = { model, followed: followedIn(model), evidence: spaceEvidence(space) };
  const { stopped, size, survey } = space;
  const searches: Basis['searches'] = [
    ['deadlocks', () => deadlocks(checked)],
    ['traps', () => noTraps(checked, space)],
    ['choices', () => noneExpanded(space, (among) => space.hasChoices(among), 'what is not determined')],
    ['blocked steps', () => noneExpanded(space, (among) => space.hasBlocked(among), 'what is blocked')],
    ['states', () => unreachable(checked)],
    ['rows and events', () => rowsAndEvents(checked)],
    ['names', () => namesFindings(checked)],
  ];
  return {
    model,
    get machine() {
      return space.machine;
    },
    followed: checked.followed,
    evidence: checked.evidence,
    exploration: explorationOf(space, survey.transitions),
    expanded: size - space.unexpanded.count,
    stopped,
    *decide(asked, bound) {
      const work = decideOnSpace(space, asked, bound);
      return (yield* space.size > most ? space.trying(work) : work) ?? BEYOND_MEMORY;
    },
    searches,
  };
}

/**
 * No trap where everything can reach a final configuration, one in which nothing can happen, or something that was not expanded: whatever
 * cannot comes to a component that no step leaves, and that is none of these.
 */
function* noTraps(checked: Checked, space: Space): Work<readonly Report[]> {
  if (endless(checked).length > 0) return [];
  const final = yield* space.final();
  const ends = yield* space.either(final, space.survey.stuck);
  const reaching = yield* saved(space, ends);
  const lost = yield* space.without(space.reached, reaching);
  space.free(final, ends, reaching, lost);
  if (lost.count > 0) throw new NeedsSteps('what a trap consists of');
  return [];
}

/** Finds nothing where nothing expanded is as asked; what is found is told by its steps only. */
function* noneExpanded(
  space: Space,
  ask: (among: Configurations) => Work<boolean>,
  needed: string,
): Work<readonly Report[]> {
  const expanded = yield* expandedIn(space);
  const found = yield* ask(expanded);
  space.free(expanded);
  if (found) throw new NeedsSteps(needed);
  return [];
}

/** Judging on a space, which has sets of configurations and no steps. */
import type { Space } from '../../model/explore/space/space.ts';
import type { Work } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import type { Basis } from './basis.ts';
import { decideOnSpace } from './decide-space.ts';
import { rowsAndEvents } from './findings.ts';
import { followedIn } from './followed.ts';
import { namesFindings } from './names.ts';
import { NeedsSteps } from './needs-steps.ts';
import type { Checked, Report } from './report.ts';
import { expandedIn, saved, spaceEvidence } from './space-evidence.ts';
import { deadlocks, unreachable } from './states.ts';
import { endless } from './traps.ts';

/** What judging rests on. Where something needs single steps, {@link NeedsSteps} is thrown while it is judged. */
export function onSpace(model: Model, space: Space): Basis {
  const checked: Checked = { model, followed: followedIn(model), evidence: spaceEvidence(space) };
  const { stopped, initial, size, depth, survey } = space;
  const searches: Basis['searches'] = [
    ['deadlocks', () => deadlocks(checked)],
    ['traps', () => noTraps(checked, space)],
    ['choices', () => noChoices(space)],
    ['blocked steps', () => noBlockages(space)],
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
    exploration: {
      scope: stopped === undefined ? 'exhaustive' : 'bounded',
      ...stopped,
      initial,
      configurations: size,
      transitions: survey.transitions,
      depth,
    },
    expanded: size - space.unexpanded.count,
    stopped,
    decide: (asked, bound) => decideOnSpace(space, asked, bound),
    searches,
  };
}

/** No trap where everything can reach a final configuration, or something that was not expanded. */
function* noTraps(checked: Checked, space: Space): Work<readonly Report[]> {
  if (endless(checked).length > 0) return [];
  const final = yield* space.final();
  const reaching = yield* saved(space, final);
  const lost = yield* space.without(space.reached, reaching);
  space.free(final, reaching, lost);
  if (lost.count > 0) throw new NeedsSteps('what a trap consists of');
  return [];
}

function* noChoices(space: Space): Work<readonly Report[]> {
  const expanded = yield* expandedIn(space);
  const found = yield* space.hasChoices(expanded);
  space.free(expanded);
  if (found) throw new NeedsSteps('what is not determined');
  return [];
}

function* noBlockages(space: Space): Work<readonly Report[]> {
  const expanded = yield* expandedIn(space);
  const found = yield* space.hasBlocked(expanded);
  space.free(expanded);
  if (found) throw new NeedsSteps('what is blocked');
  return [];
}

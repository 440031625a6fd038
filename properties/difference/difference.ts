/** Two versions of a table or system compared: what they say, what they can do, and what is true of them. */
import type { StateGraph } from '../../model/explore/graph.ts';
import { labelOf } from '../../model/explore/machine.ts';
import { Stopped, type Work } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import type { Judgement, Verdict } from '../judge/verdict.ts';
import { sightOf } from './behaviour.ts';
import { type StructureDifference, structureDifference } from './structure.ts';
import { compared, onlyIn, type Told } from './tell.ts';

/** One version with what was found out about it. */
export type Version = { readonly model: Model; readonly graph: StateGraph; readonly judgement: Judgement };

/** A step as it is seen: states and finality before and after, and the event with its binding. */
export type SeenStep = { readonly from: string; readonly event: string; readonly to: string };

/** A verdict that is not the same in both; absent where one of them has no such property. */
export type VerdictChange = {
  readonly property: string;
  readonly old?: Verdict['result'];
  readonly new?: Verdict['result'];
};

export type Difference = {
  readonly structure: StructureDifference;
  /** Whether they are bisimilar in events, states and finality; `undecided` where one was not explored whole. */
  readonly behaviour: 'same' | 'changed' | 'undecided';
  /** Why it is undecided. */
  readonly reason?: string;
  readonly gained: readonly SeenStep[];
  readonly lost: readonly SeenStep[];
  readonly verdicts: readonly VerdictChange[];
  /**
   * The shortest sequences of events that only the old or only the new version can take; `gave up` where the search
   * did.
   */
  readonly onlyOld?: Told | 'gave up';
  readonly onlyNew?: Told | 'gave up';
  /**
   * Where the sequences of events are the same: the shortest run that shows other states or ends. `one` is the old
   * version.
   */
  readonly told?: Told;
};

/** Compares two versions. What a limit keeps from being compared is undecided, and all else is said. */
export function* differing(old: Version, now: Version): Work<Difference> {
  const said = { structure: structureDifference(old.model, now.model), verdicts: verdictChanges(old, now) };
  const undecided = (limit: string): Difference => ({
    ...said,
    behaviour: 'undecided',
    reason: `stopped at ${limit}`,
    gained: [],
    lost: [],
  });
  const stopped = old.graph.stopped ?? now.graph.stopped;
  if (stopped !== undefined) return undecided(stopped.limit);
  try {
    return { ...said, ...(yield* behaviourDifference(old.graph, now.graph)) };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return undecided(error.limit);
  }
}

function* behaviourDifference(old: StateGraph, now: StateGraph): Work<Omit<Difference, 'structure' | 'verdicts'>> {
  const comparison = yield* compared(old, now);
  if (comparison.same) return { behaviour: 'same', gained: [], lost: [] };
  const [before, after] = [stepsOf(old), stepsOf(now)];
  const beyond = (one: typeof before, other: typeof before): readonly SeenStep[] =>
    [...one].flatMap(([key, step]) => (other.has(key) ? [] : [step]));
  const onlyOld = yield* onlyIn('one', old, now);
  const onlyNew = yield* onlyIn('other', old, now);
  return {
    behaviour: 'changed',
    gained: beyond(after, before),
    lost: beyond(before, after),
    ...(onlyOld && { onlyOld }),
    ...(onlyNew && { onlyNew }),
    ...(onlyOld === undefined && onlyNew === undefined && comparison.told && { told: comparison.told }),
  };
}

/** The steps that can be seen, each once, in the order in which they were found. */
function stepsOf(graph: StateGraph): ReadonlyMap<string, SeenStep> {
  const labels = graph.actions.map(labelOf);
  const sights = Array.from({ length: graph.size }, (_, id) => sightOf(graph, id));
  const steps = new Map<string, SeenStep>();
  for (let id = 0; id < graph.expanded; id++)
    for (let edge = graph.offset[id] as number; edge < (graph.offset[id + 1] as number); edge++) {
      const step: SeenStep = {
        from: sights[id] as string,
        event: labels[graph.action[edge] as number] as string,
        to: sights[graph.target[edge] as number] as string,
      };
      const key = JSON.stringify(Object.values(step));
      if (!steps.has(key)) steps.set(key, step);
    }
  return steps;
}

function verdictChanges({ judgement: old }: Version, { judgement: now }: Version): readonly VerdictChange[] {
  const results = ({ verdicts }: Judgement) => new Map(verdicts.map(({ property, result }) => [property, result]));
  const [before, after] = [results(old), results(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((property) => {
    const [was, is] = [before.get(property), after.get(property)];
    return was === is ? [] : [{ property, ...(was && { old: was }), ...(is && { new: is }) }];
  });
}

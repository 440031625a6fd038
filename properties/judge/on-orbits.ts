/** Judging on orbits: on graphs whose configurations stand for all their images under exchanging instances. */
import type { Limits, Trace } from '../../model/explore/graph.ts';
import type { Bound, Question } from '../../model/explore/machine.ts';
import { type Exchanged, exchangedFor } from '../../model/explore/symmetry/exchanged.ts';
import { imagesOf, renamingTo } from '../../model/explore/symmetry/images.ts';
import { lifted } from '../../model/explore/symmetry/lifting.ts';
import { exploringOrbits, type Orbits } from '../../model/explore/symmetry/orbits.ts';
import type { Work } from '../../model/explore/work.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import type { System, SystemProperty } from '../../model/system/types.ts';
import type { Fairness } from '../../model/table/types.ts';
import { type Basis, explorationOf } from './basis.ts';
import { type Asked, type Decision, decide } from './decide.ts';
import { fairOrbits } from './fair-orbits.ts';
import { SEARCHES } from './findings.ts';
import { inside } from './inside.ts';
import { checkedGraph } from './on-graph.ts';
import { orbitEvidence } from './orbit-evidence.ts';
import { orbitTraps } from './orbit-traps.ts';
import { reversing } from './paths.ts';
import { undecidedNote } from './properties.ts';
import type { CheckedGraph } from './report.ts';
import { traps } from './traps.ts';
import { listed } from './words.ts';

/** What is asked of single configurations, so that whether it holds for some binding is the same for all that one stands for. */
function askedOfEach({ invariant, never, reachable, after }: Asked): Question | undefined {
  if (invariant !== undefined) return { not: invariant } as Question;
  return after === undefined ? (never ?? reachable) : undefined;
}

/**
 * What judging rests on. A property that tells instances apart is decided on orbits of its own, in which these are not exchanged: those that it names, or is bound
 * to where it follows them through a run. What fairness demands of each binding is followed through renamings.
 */
export function onOrbits(system: System, orbits: Orbits, limits: Limits): Basis {
  const { graph, exchanged, configurations, transitions, initial } = orbits;
  const checked: CheckedGraph = {
    ...checkedGraph(system, graph),
    evidence: orbitEvidence(orbits),
    after(id, edge) {
      const { steps } = orbits.stepsOf(id);
      return steps.configuration(edge - (graph.offset[id] as number));
    },
  };
  const { properties = {} } = system;
  const ofTheirOwn = new Map<string, ReadonlySet<string>>();
  const orbitsFor = exploringOnce(orbits, limits);
  const { stopped, expanded, depth } = graph;

  return {
    model: system,
    get machine() {
      return graph.machine;
    },
    followed: checked.followed,
    evidence: checked.evidence,
    exploration: explorationOf({ stopped, initial, size: configurations, depth }, transitions, graph.size),
    expanded,
    stopped,
    *decide(asked, bound) {
      const property = asked as SystemProperty;
      const question = askedOfEach(asked);
      const named = Object.values(bound).filter((value) => typeof value === 'string');
      const left = exchangedFor(system, exchanged, property, question === undefined ? named : []);
      const apart = exchanged.flatMap(({ members }) => members).filter((each) => !isIn(left, each));
      const name = Object.keys(properties).find((each) => properties[each] === property);
      const own = yield* orbitsFor(left);
      const decision =
        question === undefined
          ? yield* onOwn(own, asked, bound)
          : yield* onEach(own, system, property, question, bound);
      if (apart.length > 0 && name !== undefined)
        ofTheirOwn.set(name, new Set([...(ofTheirOwn.get(name) ?? []), ...apart]));
      if (decision.result !== 'undecided' || own.graph.stopped === undefined) return decision;
      const why = apart.length === 0 ? '' : `, ${apartText(apart)}`;
      return { ...decision, note: `${undecidedNote(own.graph)}${why}` };
    },
    notes: () =>
      [...ofTheirOwn].map(
        ([name, apart]) => `“${name}” tells instances apart: it was decided on other orbits, ${apartText([...apart])}`,
      ),
    searches: SEARCHES.map(([name, search]) => [
      name,
      () => (search === traps ? orbitTraps(checked, orbits, limits) : search(checked)),
    ]),
  };
}

const apartText = (apart: readonly string[]): string => `with ${listed(apart)} not exchanged`;

const isIn = (exchanged: readonly Exchanged[], instance: string): boolean =>
  exchanged.some(({ members }) => members.includes(instance));

/** Explores orbits for those who exchange less; what was explored last is kept, since properties like each other mostly stand together. */
function exploringOnce(orbits: Orbits, limits: Limits): (left: readonly Exchanged[]) => Work<Orbits> {
  const nameOf = (exchanged: readonly Exchanged[]): string => exchanged.flatMap(({ members }) => members).join();
  let last: Orbits = orbits;
  return function* (left) {
    for (const known of [orbits, last]) if (nameOf(known.exchanged) === nameOf(left)) return known;
    last = orbits;
    last = yield* inside(exploringOrbits(orbits.compiled, left, limits));
    return last;
  };
}

/** Decides a property on orbits in which no instance is exchanged that it tells apart. */
function* onOwn(orbits: Orbits, asked: Asked, bound: Bound): Work<Decision> {
  const { graph } = orbits;
  const explored = { graph, reversed: reversing(graph) };
  const isExchanging = orbits.exchanged.length > 0;
  const fairRuns = (fair: Fairness) => fairOrbits(orbits, fair);
  const decision = yield* decide({ ...explored, ...(isExchanging && { fairRuns }) }, asked, bound);
  return withTrace(decision, (trace) => lifted(orbits, trace));
}

/**
 * Decides what is asked of single configurations: some image of one answers for a binding exactly where the one itself does for an image of the binding. The trace
 * is renamed so that it ends with the binding that was asked for.
 */
function* onEach(
  orbits: Orbits,
  system: System,
  property: SystemProperty,
  question: Question,
  bound: Bound,
): Work<Decision> {
  const { graph, exchanged } = orbits;
  const instances = instancesOf(system);
  const images = imagesOf(instances, exchanged, bindingsOf(instances, property.forAll ?? {}, property.distinct), bound);
  const asked = {
    ...graph,
    get machine() {
      return graph.machine;
    },
    test(about: Question) {
      const tests = images.map((image) => graph.test(about, image));
      return (id: number) => tests.some((test) => test(id));
    },
  };
  const decision = yield* decide({ graph: asked, reversed: reversing(graph) }, property as Asked, bound);
  return withTrace(decision, (trace) => {
    const end = orbits.idOf(trace.steps.at(-1)?.to ?? trace.initial);
    const image = images.find((each) => graph.test(question, each)(end)) as Bound;
    return lifted(orbits, trace, renamingTo(instances, exchanged, image, bound));
  });
}

const withTrace = ({ trace, ...decision }: Decision, take: (trace: Trace) => Trace): Decision =>
  trace === undefined ? decision : { ...decision, trace: take(trace) };

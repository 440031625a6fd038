/** Judging a table or a system: every property, every default finding, every ruling. */
import type { Limits, StateGraph } from '../../model/explore/graph.ts';
import type { Space } from '../../model/explore/space/space.ts';
import type { Orbits } from '../../model/explore/symmetry/orbits.ts';
import { finish, Stopped, type Work } from '../../model/explore/work.ts';
import { eventsOf } from '../../model/system/events.ts';
import { bindingsOf, instancesOf } from '../../model/system/instances.ts';
import { interchangeableSets, patternOf } from '../../model/system/symmetry.ts';
import { isSystem, type Model, type System, type SystemProperty } from '../../model/system/types.ts';
import type { Property } from '../../model/table/types.ts';
import type { Basis } from './basis.ts';
import { inOrder } from './findings.ts';
import { onGraph } from './on-graph.ts';
import { onOrbits } from './on-orbits.ts';
import { onSpace } from './on-space.ts';
import { type Instantiated, judgeProperty, kindOf } from './properties.ts';
import type { Report } from './report.ts';
import { applyRulings } from './rulings.ts';
import { endless } from './traps.ts';
import { insistOnRun } from './validate.ts';
import type { Judgement, Verdict } from './verdict.ts';
import { listed } from './words.ts';

/**
 * Judges a table or a system on a graph of its machine, which may be incomplete.
 *
 * @throws {Defect} when a trace does not replay through the machine, or does not show what it is claimed to show.
 */
export const judge = (model: Model, graph: StateGraph): Judgement => finish(judging(model, graph));

/**
 * Judging in pieces: it says now and then what it is at, goes on when it is asked to, and stops when it is told a
 * limit. What was not judged by then is undecided; verdicts and findings that were reached before stay.
 */
export const judging = (model: Model, graph: StateGraph): Judging => judgingOn(onGraph(model, graph));

/** The same on a space. @throws {NeedsSteps} where something cannot be told without single steps */
export const judgingSpace = (model: Model, space: Space): Judging => judgingOn(onSpace(model, space));

/** The same on orbits: traces and counts are those of the system itself. */
export const judgingOrbits = (system: System, orbits: Orbits, limits: Limits): Judging =>
  judgingOn(onOrbits(system, orbits, limits));

type Judging = Generator<string, Judgement, string | undefined>;

function* judgingOn(basis: Basis): Judging {
  const { model, machine, evidence } = basis;
  const properties: readonly (readonly [string, Property | SystemProperty])[] = Object.entries(model.properties ?? {});
  const verdicts: Verdict[] = [];
  const reports: Report[] = [];
  let stopped: string | undefined;
  try {
    for (const [name, property] of properties)
      verdicts.push(
        yield* saying(
          `“${name}”`,
          judgeProperty(basis, name, property, bindingsFor(model, property, isSymmetric(basis))),
        ),
      );
    for (const [name, search] of basis.searches) reports.push(...(yield* saying(name, search())));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    stopped = error.limit;
  }
  for (const [name, property] of properties.slice(verdicts.length))
    verdicts.push(notJudged(name, property, stopped as string));
  const findings = finish(inOrder(evidence, reports));
  for (const { code, trace } of findings) if (trace) insistOnRun(machine, code, trace);
  const complete = basis.stopped === undefined && stopped === undefined;
  const notes = notesOn(basis, stopped);
  return {
    model: model.name,
    exploration: basis.exploration,
    ...applyRulings(model, { verdicts, findings }, complete),
    ...(stopped !== undefined && { stopped }),
    ...(notes.length > 0 && { notes }),
  };
}

/** Whether what is found for a binding is true of its images: of all that there is, and of orbits, which stand for their images. */
const isSymmetric = ({ stopped, exploration }: Basis): boolean =>
  stopped === undefined || exploration.orbits !== undefined;

/** Does work while it says, at the start and at every pause, what it is. */
function* saying<T>(what: string, work: Work<T>): Generator<string, T, string | undefined> {
  const limit = yield what;
  if (limit !== undefined) throw new Stopped(limit);
  let at = work.next();
  while (!at.done) at = work.next(yield what);
  return at.value;
}

/**
 * The bindings that a property must hold for: of a table the only one, of nothing. Where what was explored is symmetric, those
 * that renaming turns into each other have one pattern, and one of them speaks for all; what was explored before a
 * limit need not be symmetric.
 */
export function bindingsFor(
  model: Model,
  property: Property | SystemProperty,
  isSymmetric: boolean,
): readonly Instantiated[] {
  if (!isSystem(model)) return [{ binding: {} }];
  const asked = property as SystemProperty;
  const instances = instancesOf(model);
  const bindings = bindingsOf(instances, asked.forAll ?? {}, asked.distinct);
  if (!isSymmetric || bindings.length < 2) return bindings.map((binding) => ({ binding }));
  const sets = interchangeableSets(model, instances, asked);
  return bindings.map((binding) => ({ binding, pattern: patternOf(instances, sets, binding) }));
}

const notJudged = (name: string, property: Property | SystemProperty, limit: string): Verdict => ({
  property: name,
  kind: kindOf(property),
  scope: 'bounded',
  result: 'undecided',
  note: `judging was stopped at ${limit}`,
});

function notesOn(basis: Basis, stopped: string | undefined): readonly string[] {
  const { model } = basis;
  const tables = endless(basis).map(({ name }) => name);
  const events = isSystem(model) ? eventsOf(model) : Object.values(model.events);
  const isTimed = events.some(({ after }) => after !== undefined);
  const enabled = isSystem(model) ? 'it is enabled' : 'its row is enabled';
  return [
    ...(stopped === undefined ? [] : [`judging was stopped at ${stopped}, so findings may be missing`]),
    ...(basis.notes?.() ?? []),
    ...(tables.length === 0
      ? []
      : [`nothing is declared final${isSystem(model) ? ` in ${listed(tables)}` : ''}, so traps are not looked for`]),
    ...(isTimed ? [`time is abstract: a timer may fire whenever ${enabled}, whatever its duration`] : []),
  ];
}

/** Whether something is left for the owner: a finding or a violated property without a ruling. */
export function isOpen({ verdicts, findings }: Judgement): boolean {
  const violated = verdicts.filter(({ result }) => result === 'violated');
  return [...findings, ...violated].some(({ ruling }) => ruling === undefined);
}

/** Whether something could not be decided: a bound was hit, so a verdict or a finding may be missing. */
export function isUndecided({ exploration, verdicts, stopped }: Judgement): boolean {
  return (
    exploration.scope !== 'exhaustive' || stopped !== undefined || verdicts.some(({ result }) => result === 'undecided')
  );
}

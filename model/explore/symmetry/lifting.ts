/**
 * Ways through orbits, taken back to the instances that they are about: the renaming of each step is carried along, and the machine itself takes the
 * steps.
 */
import type { Trace } from '../graph.ts';
import type { Configuration, Machine, Step, SystemConfiguration } from '../machine.ts';
import type { Orbits } from './orbits.ts';
import { after, inverse, type Renaming, renamedStart, renamingOf, unorderedKey } from './renaming.ts';

/** One step between configurations that stand for others: its action, and the renaming that led to the second one. */
type Leap = { readonly step: Step; readonly renaming: Renaming };

/**
 * The run of the system that a trace through its orbits stands for. The configuration that the trace ends in, or of a lasso the one that its cycle returns to, is
 * the one of the trace itself, with its instances renamed by `ending` where that is given. A cycle that only comes back to an
 * image of where it began is gone round until it closes.
 *
 * @throws {Error} where the machine has no such step, which would be a mistake of ours
 */
export function lifted(orbits: Orbits, trace: Trace, ending?: Renaming): Trace {
  const { fields } = orbits.compiled;
  const { machine } = orbits.graph;
  const leaps = leapsOf(orbits, trace);
  const turn = trace.loop ?? leaps.length;
  /** Which instance each one of what stands for others is, where the run is. */
  let naming = ending ?? renamingOf(fields.instances, new Map());
  for (const { renaming } of leaps.slice(0, turn).toReversed()) naming = after(naming, renaming);
  const initial = renamedStart(fields, trace.initial as SystemConfiguration, naming);
  const steps: Step[] = [];
  let at: Configuration = initial;
  const go = ({ step, renaming }: Leap): void => {
    const taken = stepLike(machine, at, step, naming);
    steps.push(taken);
    at = taken.to;
    naming = after(naming, inverse(renaming));
  };
  for (const leap of leaps.slice(0, turn)) go(leap);
  if (trace.loop === undefined) return { ...trace, initial, steps };
  const start = machine.key(at);
  do for (const leap of leaps.slice(turn)) go(leap);
  while (machine.key(at) !== start);
  return { ...trace, initial, steps };
}

/** Nothing is renamed. */
const NOTHING: Renaming = new Map();

/** The steps of a trace, with what was renamed in each. */
function leapsOf(orbits: Orbits, { initial, steps }: Trace): readonly Leap[] {
  let from = orbits.idOf(initial);
  return steps.map((step) => {
    // An action is a step of a configuration once at most.
    const key = unorderedKey(step, NOTHING);
    const { steps: found, count } = orbits.stepsOf(from);
    const places = Array.from({ length: count }, (_, place) => place);
    const taken = places.find((place) => unorderedKey(found.action(place), NOTHING) === key);
    from = orbits.idOf(step.to);
    return { step, renaming: found.renaming(taken as number) };
  });
}

/** The step of the machine that is like another one with its instances renamed. */
function stepLike(machine: Machine, at: Configuration, step: Step, naming: Renaming): Step {
  const wanted = unorderedKey(step, naming);
  const found = machine.moves(at).steps.find((each) => unorderedKey(each, NOTHING) === wanted);
  if (found === undefined) throw new Error(`no step is like ${wanted} where instances are exchanged`);
  return found;
}

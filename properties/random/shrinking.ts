/**
 * Shorter runs for a run that shows a failure. Every one of them is a run of the machine: what is left out is made up for by going on from where
 * one then stands. None is asked of an exhaustive search; a way is looked for only in the neighbourhood of the run itself.
 */
import { type Configuration, labelOf, rowKey, type Step } from '../../model/explore/machine.ts';
import { configurationsOf, type Roads, type Run } from './runs.ts';

/** How many configurations are looked at for a shorter way between two places of the run. */
const NEIGHBOURHOOD = 400;
/** So many last steps are taken from elsewhere. */
const LONGEST_ENDING = 3;

/** Shorter runs, the ones that shrink most first; each of them is shorter than the given one. */
export function* shorter(roads: Roads, run: Run): Generator<Run> {
  yield* withoutLoops(roads, run);
  yield* beginnings(run);
  yield* shortcuts(roads, run);
  yield* withoutSteps(roads, run);
  yield* detours(roads, run);
  yield* otherStarts(roads, run);
  yield* endings(roads, run);
}

/** Without what lies between two visits to the same configuration: the longest loops first. */
function* withoutLoops({ machine }: Roads, run: Run): Generator<Run> {
  const keys = configurationsOf(run).map((each) => machine.key(each));
  const loops = keys.flatMap((key, from) => {
    const to = keys.lastIndexOf(key);
    return to > from ? [{ from, to }] : [];
  });
  for (const { from, to } of loops.toSorted((one, other) => other.to - other.from - (one.to - one.from)))
    yield { initial: run.initial, steps: run.steps.toSpliced(from, to - from) };
}

/** Only the beginning: half of it, then more and more. */
function* beginnings({ initial, steps }: Run): Generator<Run> {
  for (let cut = Math.ceil(steps.length / 2); cut >= 1; cut = cut === 1 ? 0 : Math.ceil(cut / 2))
    yield { initial, steps: steps.slice(0, steps.length - cut) };
}

/** Along a shorter way between two of its configurations, or from a beginning to one of them, where there is one nearby. */
function* shortcuts(roads: Roads, run: Run): Generator<Run> {
  const { machine } = roads;
  const last = new Map(configurationsOf(run).map((each, index) => [machine.key(each), index] as const));
  const own = machine.key(run.initial);
  for (const start of machine.initial) {
    if (machine.key(start) === own) continue;
    const to = last.get(machine.key(start));
    if (to !== undefined) yield { initial: start, steps: run.steps.slice(to) };
    for (const { way, key } of around(roads, start))
      if ((last.get(key) ?? -1) > way.length)
        yield { initial: start, steps: [...way, ...run.steps.slice(last.get(key))] };
  }
  for (const [from, start] of configurationsOf(run).entries())
    for (const { way, key } of around(roads, start))
      if ((last.get(key) ?? -1) - from > way.length)
        yield { initial: run.initial, steps: run.steps.toSpliced(from, (last.get(key) as number) - from, ...way) };
}

/** The configurations around one, nearest first, with a shortest way to each. */
function* around(
  roads: Roads,
  start: Configuration,
): Generator<{ readonly way: readonly Step[]; readonly key: string }> {
  const { machine } = roads;
  const seen = new Set([machine.key(start)]);
  const queue: { at: Configuration; way: readonly Step[] }[] = [{ at: start, way: [] }];
  for (const { at, way } of queue) {
    if (!roads.isOpen(at)) continue;
    for (const step of roads.from(at)) {
      const key = machine.key(step.to);
      if (seen.has(key)) continue;
      if (seen.size > NEIGHBOURHOOD) return;
      seen.add(key);
      const longer = [...way, step];
      yield { way: longer, key };
      queue.push({ at: step.to, way: longer });
    }
  }
}

/** Without some steps in the middle: many first. The others are taken as far as they are enabled. */
function* withoutSteps(roads: Roads, { initial, steps }: Run): Generator<Run> {
  for (let size = Math.max(1, steps.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1)
    for (let from = 0; from + size <= steps.length; from++) {
      const rest = followed(roads, from === 0 ? initial : (steps[from - 1] as Step).to, steps.slice(from + size));
      yield { initial, steps: [...steps.slice(0, from), ...rest] };
    }
}

/** Another step in one place, in place of it and of at least one more; then what follows, as far as it is enabled. */
function* detours(roads: Roads, { initial, steps }: Run): Generator<Run> {
  for (let from = steps.length - 2; from >= 0; from--) {
    const at = from === 0 ? initial : (steps[from - 1] as Step).to;
    for (const other of roads.from(at)) {
      if (labelOf(other) === labelOf(steps[from] as Step)) continue;
      for (let left = 2; from + left <= steps.length; left++)
        yield {
          initial,
          steps: [...steps.slice(0, from), other, ...followed(roads, other.to, steps.slice(from + left))],
        };
    }
  }
}

/** Only its last steps, or others that take some of the same rows, from the start or somewhere near it. */
function* endings(roads: Roads, { steps }: Run): Generator<Run> {
  const places = roads.machine.initial.flatMap((initial) => [
    { initial, way: [] },
    ...[...around(roads, initial)].map(({ way }) => ({ initial, way })),
  ]);
  for (let size = 1; size <= Math.min(LONGEST_ENDING, steps.length - 1); size++)
    for (const { initial, way } of places)
      if (way.length + size < steps.length)
        for (const ending of likened(roads, way.at(-1)?.to ?? initial, steps.slice(-size)))
          yield { initial, steps: [...way, ...ending] };
}

/** The ways to take from a configuration, for each of some steps, one that takes some row of it. */
function* likened(roads: Roads, at: Configuration, [first, ...others]: readonly Step[]): Generator<readonly Step[]> {
  if (first === undefined) {
    yield [];
    return;
  }
  const rows = new Set(first.rows.map(rowKey));
  for (const step of roads.from(at))
    if (labelOf(step) === labelOf(first) || step.rows.some((row) => rows.has(rowKey(row))))
      for (const rest of likened(roads, step.to, others)) yield [step, ...rest];
}

/** From another initial configuration, as far as its steps are enabled there. */
function* otherStarts(roads: Roads, { initial, steps }: Run): Generator<Run> {
  const key = roads.machine.key(initial);
  for (const start of roads.machine.initial) {
    if (roads.machine.key(start) === key) continue;
    const taken = followed(roads, start, steps);
    if (taken.length < steps.length) yield { initial: start, steps: taken };
  }
}

/** The steps on these events from a configuration; those that are not enabled are left out. */
function followed(roads: Roads, start: Configuration, wanted: readonly Step[]): readonly Step[] {
  const taken: Step[] = [];
  let at = start;
  for (const each of wanted) {
    const step = roads.like(at, each);
    if (step === undefined) continue;
    taken.push(step);
    at = step.to;
  }
  return taken;
}

/** A shortest run that shrinking leads to while the failure is shown: always the first shorter run that shows it, as fast-check does. */
export function shrunk(roads: Roads, run: Run, isFailure: (run: Run) => boolean): Run {
  let best = run;
  for (;;) {
    const { length } = best.steps;
    const next = firstOf(shorter(roads, best), (each) => each.steps.length < length && isFailure(each));
    if (next === undefined) return best;
    best = next;
  }
}

function firstOf<T>(all: Iterable<T>, test: (each: T) => boolean): T | undefined {
  for (const each of all) if (test(each)) return each;
  return undefined;
}

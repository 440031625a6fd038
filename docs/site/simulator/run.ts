/** A run that can be steered: taken step by step, undone and done again. Everything that a step does comes from the machine. */
import { actionKey, type Configuration, type Machine, type Step } from '../../../model/explore/machine.ts';
import { machineOf } from '../../../model/explore/of.ts';
import { decodeTrace, encodeTrace } from '../../../model/explore/token.ts';
import type { Model } from '../../../model/system/types.ts';
import { type Clock, clockOf, type Time } from '../../../properties/suites/clock.ts';

/** What is simulated: a model with its behaviour and its clock. */
export type World = { readonly model: Model; readonly machine: Machine; readonly clock: Clock };

export const worldOf = (model: Model): World => ({ model, machine: machineOf(model), clock: clockOf(model) });

/** What was done: a step, or waiting, in milliseconds. */
export type Entry = { readonly step: Step } | { readonly wait: number };

/** A run with its future: the entries from `at` on are undone, and can be done again. */
export type Run = {
  /** The place of its initial configuration among those of the machine. */
  readonly start: number;
  readonly entries: readonly Entry[];
  /** How many entries are done. */
  readonly at: number;
};

/** Where a run stands after some of its entries. */
export type Place = { readonly configuration: Configuration; readonly time: Time };

/** A step that can be taken now; `due` is when its timer is, in milliseconds of the clock. */
export type Choice = { readonly step: Step; readonly due?: number };

/** A run that has not begun. */
export const begun = (start = 0): Run => ({ start, entries: [], at: 0 });

/** Every place of a run, the start first. @throws {RangeError} where the machine has no such start. */
export function placesOf({ machine, clock }: World, { start, entries }: Run): readonly Place[] {
  const initial = machine.initial[start];
  if (initial === undefined) throw new RangeError(`there is no initial configuration ${start}`);
  const places: Place[] = [{ configuration: initial, time: clock.start(initial) }];
  for (const entry of entries) {
    const { configuration, time } = places.at(-1) as Place;
    places.push(
      'wait' in entry
        ? { configuration, time: { ...time, now: time.now + entry.wait } }
        : { configuration: entry.step.to, time: clock.after(time, entry.step) },
    );
  }
  return places;
}

/** Where a run stands now. */
export const placeOf = (world: World, run: Run): Place => placesOf(world, run)[run.at] as Place;

/** The steps that the machine allows in a place, in its order. */
export const choicesAt = ({ machine, clock }: World, { configuration, time }: Place): readonly Choice[] =>
  machine.moves(configuration).steps.map((step) => {
    const due = clock.due(time, step);
    return { step, ...(due !== undefined && { due }) };
  });

const done = (run: Run, entry: Entry): Run => ({
  start: run.start,
  entries: [...run.entries.slice(0, run.at), entry],
  at: run.at + 1,
});

/** Takes a step. What was undone is forgotten, unless the step is what comes next anyway. */
export function taken(run: Run, step: Step): Run {
  const next = run.entries[run.at];
  if (next !== undefined && 'step' in next && actionKey(next.step) === actionKey(step)) return moved(run, 1);
  return done(run, { step });
}

/** Lets time pass, but not beyond the moment at which the next timer is due. */
export function waited(world: World, run: Run, milliseconds: number): Run {
  const { now } = placeOf(world, run).time;
  const next = nextDue(world, run)?.due ?? now + milliseconds;
  return done(run, { wait: Math.min(milliseconds, next - now) });
}

/** The enabled timer that is due next, and not yet; `undefined` where none is to come. */
export function nextDue(world: World, run: Run): Required<Choice> | undefined {
  const place = placeOf(world, run);
  const coming = choicesAt(world, place).flatMap(({ step, due }) =>
    due !== undefined && due > place.time.now ? [{ step, due }] : [],
  );
  return coming.reduce<Required<Choice> | undefined>(
    (first, each) => (first && first.due <= each.due ? first : each),
    undefined,
  );
}

/** Undoes entries (a negative number), or does them again; as many as there are. */
export const moved = (run: Run, by: number): Run => ({
  ...run,
  at: Math.min(Math.max(run.at + by, 0), run.entries.length),
});

/** The steps that are done, as the trace of a run of the machine. */
export function traceOf(
  { machine }: World,
  { start, entries, at }: Run,
): { readonly initial: Configuration; readonly steps: readonly Step[] } {
  const initial = machine.initial[start] as Configuration;
  return { initial, steps: entries.slice(0, at).flatMap((entry) => ('step' in entry ? [entry.step] : [])) };
}

/** The token of the steps that are done. */
export const tokenOf = (world: World, run: Run): string => encodeTrace(world.machine, traceOf(world, run));

/** The run of a token, done to its end. @throws {TokenError} */
export function runOf({ machine }: World, token: string): Run {
  const { initial, steps } = decodeTrace(machine, token);
  const key = machine.key(initial);
  return {
    start: machine.initial.findIndex((each) => machine.key(each) === key),
    entries: steps.map((step) => ({ step })),
    at: steps.length,
  };
}

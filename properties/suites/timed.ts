/**
 * The tests of a driver that lets time pass: its timers fire by themselves, so a step of a timer is done by waiting until it is due. What another timer
 * does first cannot be reached by waiting.
 */
import { type Configuration, labelOf, type Machine, type Step } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import { plural } from '../../model/table/text.ts';
import { Roads } from '../random/runs.ts';
import { type Clock, clockOf, type Time } from './clock.ts';
import type { SuiteStep, SuiteTest } from './tests.ts';

/** What can happen in a configuration, by the steps of the model alone; and what tells configurations apart. */
export type Timeable = { readonly enabled: (at: Configuration) => readonly Step[]; readonly key: Machine['key'] };

/**
 * Where a run is, on the clock too, and the timers that fired, each with when it was due. Where rows on one event lead to the same configuration, and only some of
 * them start the clock again, it is unclear: no timer can be waited for any more.
 */
type Moment = {
  readonly at: Configuration;
  readonly time: Time;
  readonly fired: ReadonlyMap<string, number>;
  readonly isUnclear?: true;
};

/** The tests, those of a model with timers with how long they are waited for. */
export function waiting(model: Model, machine: Machine, tests: readonly SuiteTest[]): readonly SuiteTest[] {
  const clock = clockOf(model);
  const roads = new Roads(machine);
  const timeable = { enabled: (at: Configuration) => roads.from(at), key: (at: Configuration) => roads.key(at) };
  return tests.map((test) => ({ ...test, steps: timed(clock, timeable, test) }));
}

/** Which tests a driver that lets time pass does not take to their end. */
export function timerNotes(tests: readonly SuiteTest[]): readonly string[] {
  const ending = tests.filter(({ steps }) =>
    steps.some(({ wait, expect }) => wait === 'never' && expect === 'accepted'),
  );
  return ending.length === 0
    ? []
    : [
        `${plural(ending.length, 'test')} of ${tests.length} ${ending.length === 1 ? 'ends' : 'end'} early with a driver that lets time pass: a timer in ${ending.length === 1 ? 'it' : 'them'} cannot be waited for, since another one fires before`,
      ];
}

/** The steps of a test, those of timers with how long they are waited for. */
export function timed<S extends SuiteStep>(
  clock: Clock,
  { enabled, key }: Timeable,
  { initial, steps }: { readonly initial: Configuration; readonly steps: readonly S[] },
): readonly S[] {
  if (!clock.hasTimers) return steps;
  let moment: Moment = { at: initial, time: clock.start(initial), fired: new Map() };
  return steps.map((step) => {
    const waiting = waitingFor(step);
    const { time } = moment;
    if (step.expect === 'refused') {
      if (typeof waiting.wait === 'number') moment = { ...moment, time: { ...time, now: time.now + waiting.wait } };
      return { ...step, ...waiting };
    }
    const ends = typeof waiting.wait === 'number' ? atOnce(time.now + waiting.wait) : alike(step);
    const there = ends.get(key(step.to));
    const isUnclear = moment.isUnclear || (there !== undefined && there.length > 1);
    moment = { ...(there?.[0] ?? after(moment, step)), ...(isUnclear && { isUnclear }) };
    if (typeof waiting.wait !== 'number') return { ...step, ...waiting };
    const named = new Map([step.to, ...(step.or ?? [])].map((to) => [key(to), to] as const));
    if (ends.size === named.size && [...ends.keys()].every((each) => named.has(each))) return { ...step, ...waiting };
    const waited = [...ends].map(([each, [end]]) => named.get(each) ?? (end as Moment).at);
    return { ...step, ...waiting, waited };
  });

  function waitingFor(step: S): Pick<SuiteStep, 'wait'> {
    const due = clock.due(moment.time, step);
    if (due === undefined) return {};
    const wait = due - moment.time.now;
    const others = pending(moment).filter((each) => labelOf(each.step) !== labelOf(step));
    const isFirst = others.every((other) => other.due > due || (other.due === due && step.expect === 'accepted'));
    return { wait: wait > 0 && isFirst && !moment.isUnclear ? wait : 'never' };
  }

  /** The timers that are enabled and have not fired since they began to count. One that is overdue may fire at any time. */
  function pending({ at, time, fired }: Moment): readonly { readonly step: Step; readonly due: number }[] {
    return enabled(at).flatMap((step) => {
      const due = clock.due(time, step);
      return due === undefined || fired.get(labelOf(step)) === due ? [] : [{ step, due }];
    });
  }

  function after(moment: Moment, step: Pick<Step, 'event' | 'binding' | 'rows' | 'to'>): Moment {
    const due = clock.due(moment.time, step);
    return {
      at: step.to,
      time: clock.after(moment.time, step),
      fired: due === undefined ? moment.fired : new Map(moment.fired).set(labelOf(step), due),
    };
  }

  /** Where the steps on the event of a step lead, by configurations. */
  function alike(step: S): ReadonlyMap<string, readonly Moment[]> {
    const those = enabled(moment.at).filter((each) => labelOf(each) === labelOf(step));
    return byEnd(those.map((each) => after(moment, each)));
  }

  /** Where all that is due at a time leads, whatever fires first, by configurations. What becomes possible only then fires or not. */
  function atOnce(now: number): ReadonlyMap<string, readonly Moment[]> {
    const seen = new Set<string>();
    const ends: Moment[] = [];
    const left: Moment[] = [{ ...moment, time: { ...moment.time, now } }];
    const must = new Set(pending(moment).map(({ step }) => labelOf(step)));
    for (const each of left) {
      const known = `${key(each.at)} ${clocks(each)}`;
      if (seen.has(known)) continue;
      seen.add(known);
      const next = pending(each).filter(({ due }) => due === now);
      if (!next.some(({ step }) => must.has(labelOf(step)))) ends.push(each);
      left.push(...next.map(({ step }) => after(each, step)));
    }
    return byEnd(ends);
  }

  /** Moments by their configurations, those on the same clocks once. */
  function byEnd(moments: readonly Moment[]): ReadonlyMap<string, readonly Moment[]> {
    const once = [...new Map(moments.map((each) => [`${key(each.at)} ${clocks(each)}`, each] as const)).values()];
    return Map.groupBy(once, ({ at }) => key(at));
  }
}

/** What tells the clocks of moments apart. */
const clocks = ({ time, fired }: Moment): string => JSON.stringify([time, [...fired].sort()]);

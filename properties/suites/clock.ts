/**
 * The virtual clock of a run. A timer starts when its state is entered, not on `stay`; it is due once its duration has passed. Nothing fires by itself:
 * a timer that is due is one more event that can happen. A timer of a system counts from the entering of the states of those that it moves.
 */
import { type Action, type Configuration, isSystemConfiguration, type Step } from '../../model/explore/machine.ts';
import { eventsOf, type NamedEvent } from '../../model/system/events.ts';
import { denoted, type Instance, instancesOf } from '../../model/system/instances.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import { STAY, type Table } from '../../model/table/types.ts';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Milliseconds of the parts of a duration before and after its `T`; a month has 30 days and a year 365. */
const UNITS = { Y: 365 * DAY, M: 30 * DAY, W: 7 * DAY, D: DAY } as const;
const TIME_UNITS = { H: 3_600 * SECOND, M: 60 * SECOND, S: SECOND } as const;

/** The milliseconds of an ISO 8601 duration: `PT30M` is 1,800,000. */
export function millisecondsOf(duration: string): number {
  const [days = '', time = ''] = duration.slice(1).split('T');
  const sum = (text: string, units: { readonly [unit: string]: number }): number =>
    [...text.matchAll(/([\d.,]+)([A-Z])/g)].reduce(
      (total, [, amount = '', unit = '']) => total + Number(amount.replace(',', '.')) * (units[unit] ?? 0),
      0,
    );
  return sum(days, UNITS) + sum(time, TIME_UNITS);
}

/** What time it is on the virtual clock, and when each instance entered its state (of a table: the one without a name), in milliseconds. */
export type Time = { readonly now: number; readonly entered: { readonly [instance: string]: number } };

/** The name under which the only state of a table is clocked. */
const TABLE = '';

/** The clock of a table or a system. */
export type Clock = {
  /** Whether any event is a timer. */
  readonly hasTimers: boolean;
  /** The time at the start of a run. */
  readonly start: (initial: Configuration) => Time;
  /** When the timer of an action is due; `undefined` where its event is none. */
  readonly due: (time: Time, action: Action) => number | undefined;
  /** The time after a step. One of a timer that is not due yet waits until it is. */
  readonly after: (time: Time, step: Step) => Time;
};

/** The clock of a table or a system. */
export function clockOf(model: Model): Clock {
  const events = new Map(
    (isSystem(model) ? eventsOf(model) : Object.entries(model.events).map(([name, event]) => ({ ...event, name }))).map(
      (event): [string, NamedEvent] => [event.name, event],
    ),
  );
  const instances: ReadonlyMap<string, Instance> = isSystem(model) ? instancesOf(model) : new Map();
  const tableOf = (instance: string | undefined): Table =>
    isSystem(model) ? ((instances.get(instance as string) as Instance).table as Table) : model;
  const due: Clock['due'] = ({ entered }, { event, binding = {} }) => {
    const { after, moves = {} } = events.get(event) ?? {};
    if (after === undefined) return undefined;
    const moved = !isSystem(model) ? [TABLE] : Object.keys(moves).map((each) => denoted(each, binding));
    return Math.max(0, ...moved.map((each) => entered[each] ?? 0)) + millisecondsOf(after);
  };
  return {
    hasTimers: [...events.values()].some(({ after }) => after !== undefined),
    start: (initial) => ({
      now: 0,
      entered: Object.fromEntries(
        (isSystemConfiguration(initial) ? Object.keys(initial.instances) : [TABLE]).map((each) => [each, 0]),
      ),
    }),
    due,
    after(time, step) {
      const now = Math.max(time.now, due(time, step) ?? 0);
      const entering = step.rows.filter(({ row, instance }) => tableOf(instance).transitions[row]?.to !== STAY);
      const entered = entering.map(({ instance = TABLE }) => [instance, now] as const);
      return { now, entered: { ...time.entered, ...Object.fromEntries(entered) } };
    },
  };
}

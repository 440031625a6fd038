/**
 * Several clients at once: their calls overlap, in an order that fast-check's scheduler chooses, and what comes of it must be what some order of the table's steps
 * gives, one after the other (linearizability, Herlihy and Wing 1990).
 */
import fc from 'fast-check';
import { encodeTrace, machineOf } from '../../model/explore/index.ts';
import { type Configuration, labelOf, type Machine, rowKey } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { Run } from '../random/runs.ts';
import { runsOfMachine } from '../random/sequences.ts';
import { type Answer, answered, type Driver, differences, type Observed } from '../suites/follow.ts';
import type { Input } from '../suites/test-machine.ts';
import { freshSeed } from './conformance.ts';
import { graphOf, inputsOf } from './refusing.ts';

/** Waits for its turn: called at every place where the implementation lets others go on. The scheduler chooses who is next. */
export type Turn = <T>(label: string, act: () => T | Promise<T>) => Promise<T>;

/** An implementation that several clients use at once. */
export type RacingDriver = Pick<Driver, 'observe' | 'stop' | 'refuses'> & {
  readonly start: (initial: Configuration, turn: Turn) => void | Promise<void>;
  /** Sends an event for a client, counted from 0. */
  readonly send: (event: string, binding: NonNullable<Input['binding']>, client: number) => unknown;
};

/** How clients race against each other. */
export type RacingOptions = {
  /** How many clients, 2 unless given; how many calls there are at most, 3 unless given, the clients in turn; how many races, 200 unless given. */
  readonly clients?: number;
  readonly calls?: number;
  readonly races?: number;
  /** The most steps before a race, one after the other; 6 unless given. */
  readonly maxSteps?: number;
  readonly seed?: number;
};

/** A race that no order of the table's steps explains. */
export type RaceFailure = {
  /** The steps before the race, as a token. */
  readonly token: string;
  /** What happened in the race, in order. */
  readonly interleaving: readonly string[];
  readonly observed: string;
  readonly text: string;
};

/** What racing clients against each other found. */
export type Racing = {
  readonly model: string;
  readonly seed: number;
  readonly races: number;
  readonly failure?: RaceFailure;
};

type Call = { readonly client: number; readonly input: Input; begun: number; ended: number; answer: Answer };

/** Races an implementation. Only the first failure is reported, shrunk by fast-check. */
export async function racing(
  model: Model,
  driver: RacingDriver,
  { clients = 2, calls = 3, races = 200, maxSteps = 6, seed = freshSeed() }: RacingOptions = {},
): Promise<Racing> {
  const machine = machineOf(model);
  const inputs = inputsOf(model, graphOf(model));
  let last: RaceFailure | undefined;
  const propertyOf = (size: number) =>
    fc.asyncProperty(
      runsOfMachine(machine, { maxSteps }),
      fc.array(fc.nat({ max: 10_000 }), { minLength: size, maxLength: size }),
      fc.scheduler(),
      async (run, choices, scheduler) => {
        const wanted = choices.map((choice, index) => ({ choice, client: index % clients }));
        const found = await race(machine, driver, run, callsOf(machine, inputs, run, wanted), scheduler);
        last = found ?? last;
        return found === undefined;
      },
    );
  let done = 0;
  // Where nothing can be sent, nothing can race.
  if (inputs.length === 0) return { model: machine.name, seed, races: 0 };
  // Few calls first: what two can break is shown by two.
  for (let size = 2; size <= calls; size++) {
    const numRuns = Math.ceil(races / (calls - 1));
    const checked = await fc.check(propertyOf(size), { seed, numRuns });
    done += checked.numRuns;
    if (checked.failed && last === undefined) throw checked.errorInstance;
    if (last !== undefined) return { model: machine.name, seed, races: done, failure: last };
  }
  return { model: machine.name, seed, races: done };
}

/** What is called: rather what is enabled where the race begins, since only that can get in its own way. */
function callsOf(
  machine: Machine,
  inputs: readonly Input[],
  run: Run,
  wanted: readonly { readonly client: number; readonly choice: number }[],
): readonly Call[] {
  const enabled = machine.moves(run.steps.at(-1)?.to ?? run.initial).steps;
  const choices: readonly Input[] = [...enabled, ...enabled, ...inputs];
  return wanted.map(({ client, choice }) => {
    const { event, binding } = choices[choice % choices.length] as Input;
    return { client, input: { event, ...(binding && { binding }) }, begun: 0, ended: 0, answer: {} };
  });
}

async function race(
  machine: Machine,
  driver: RacingDriver,
  run: Run,
  calls: readonly Call[],
  scheduler: fc.Scheduler,
): Promise<RaceFailure | undefined> {
  const log: string[] = [];
  let isRacing = false;
  const turn: Turn = async (label, act) => {
    if (!isRacing) return act();
    await scheduler.schedule(Promise.resolve(), label);
    log.push(label);
    return act();
  };
  await driver.start(run.initial, turn);
  try {
    for (const { event, binding = {} } of run.steps) await driver.send(event, binding, 0);
    const start = run.steps.at(-1)?.to ?? run.initial;
    // Where even one client alone goes another way, or the table leaves the choice, a race would say nothing.
    if (!agrees(start, (await driver.observe?.()) ?? {})) return undefined;
    isRacing = true;
    const clients = [...new Set(calls.map(({ client }) => client))];
    const running = clients.map(async (client) => {
      for (const call of calls) if (call.client === client) await made(call);
    });
    await scheduler.waitFor(Promise.all(running));
    isRacing = false;
    const seen = (await driver.observe?.()) ?? {};
    if (explains(machine, start, calls, seen)) return undefined;
    return failureOf(machine, run, start, log, JSON.stringify(seen));
  } finally {
    await driver.stop?.();
  }

  async function made(call: Call): Promise<void> {
    const { event, binding = {} } = call.input;
    const name = `client ${call.client + 1}: ${labelOf(call.input)}`;
    await turn(`${name} is called`, () => undefined);
    call.begun = log.length;
    call.answer = await answered(driver, () => driver.send(event, binding, call.client));
    const { isAccepted } = call.answer;
    call.ended = log.push(
      `${name} ${isAccepted === undefined ? 'returns' : isAccepted ? 'is accepted' : 'is refused'}`,
    );
  }
}

const agrees = (configuration: Configuration, seen: Observed): boolean => differences(configuration, seen).length === 0;

/** Whether the answers and what is seen in the end come about in some order: calls that ended before another began keep theirs. */
export function explains(machine: Machine, at: Configuration, calls: readonly Call[], seen: Observed): boolean {
  if (calls.length === 0) return agrees(at, seen);
  return calls.some((call) => {
    const others = calls.filter((other) => other !== call);
    if (others.some(({ ended }) => ended <= call.begun)) return false;
    const ways = machine.moves(at).steps.filter((step) => labelOf(step) === labelOf(call.input));
    const { isAccepted } = call.answer;
    return (
      (isAccepted !== false && ways.some(({ to }) => explains(machine, to, others, seen))) ||
      (isAccepted !== true && ways.length === 0 && explains(machine, at, others, seen))
    );
  });
}

function failureOf(
  machine: Machine,
  run: Run,
  start: Configuration,
  interleaving: readonly string[],
  observed: string,
): RaceFailure {
  const token = encodeTrace(machine, run);
  const enabled = machine
    .moves(start)
    .steps.map((step) => `${labelOf(step)} (row ${step.rows.map(rowKey).join(', ')})`);
  const text = [
    `${machine.name}: no order of the table's steps explains what two or more clients did at once`,
    '',
    `  0. ${machine.describe(start)}, after ${token}; enabled: ${enabled.join(', ') || 'nothing'}`,
    ...interleaving.map((each, index) => `  ${index + 1}. ${each}`),
    '',
    `  observed  ${observed}`,
  ].join('\n');
  return { token, interleaving, observed, text };
}

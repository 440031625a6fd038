/**
 * Several clients at once: their calls overlap, in an order that fast-check's scheduler chooses, and what comes of it must be what some order of the table's steps
 * gives, one after the other.
 */
import fc from 'fast-check';
import { encodeTrace, machineOf, TokenError } from '../../model/explore/index.ts';
import { type Configuration, labelOf, type RowTaken } from '../../model/explore/machine.ts';
import { eventsOf } from '../../model/system/events.ts';
import { isSystem, type Model } from '../../model/system/types.ts';
import type { Places } from '../../model/table/places.ts';
import { suggest } from '../../model/table/suggest.ts';
import { graphOf, incompleteOf } from '../random/refusing.ts';
import { Roads, type Run } from '../random/runs.ts';
import { runsOfMachine } from '../random/sequences.ts';
import { clockOf } from '../suites/clock.ts';
import { type Answer, answered, type Driver, lookedAt, type Observed, reasonText, takenBy } from '../suites/follow.ts';
import { type Input, inputsOf } from '../suites/inputs.ts';
import { freshSeed } from './conformance.ts';
import { rowAt, rowText } from './failure.ts';
import { agrees, type Call, callText, explains, ordersOf } from './orders.ts';
import { testSteps } from './taking.ts';
import { type Turn, Turns } from './turns.ts';

/** An implementation that several clients use at once. */
export type RacingDriver = Pick<Driver, 'observe' | 'stop' | 'refuses' | 'advance'> & {
  /** Starts afresh in an initial configuration. The implementation goes through `turn` wherever it lets others go on. */
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
  /** What clients may call, by name. Unless given, all events; without timers where the driver lets time pass. */
  readonly events?: readonly string[];
  /** How many milliseconds a call is waited for that neither takes a turn nor ends, since it waits for another one; 20 unless given. */
  readonly patience?: number;
  /** Where the rows of a table stand; `places` of what reading a file gives. */
  readonly places?: Places;
  /** Only this race: the token of a failure. */
  readonly replay?: string;
};

/** A race that no order of the table's steps explains. */
export type RaceFailure = {
  /** The race as a word that `replay` takes. */
  readonly token: string;
  /** The steps before the race, as a token of runs. */
  readonly before: string;
  /** What happened in the race, in order. */
  readonly interleaving: readonly string[];
  /** What the orders of the table's steps give, each with its answers; and what was observed in the end. */
  readonly expected: readonly string[];
  readonly observed: string;
  readonly text: string;
};

/** What racing clients against each other found. */
export type Racing = {
  readonly model: string;
  readonly seed: number;
  readonly races: number;
  /** The limit at which exploring the model stopped: what can be called only beyond it was not. */
  readonly incomplete?: string;
  readonly failure?: RaceFailure;
};

/** How a race is made again: the seed, the calls, the clients, the most steps before, and fast-check's path to it. */
type Token = { seed: number; size: number; clients: number; maxSteps: number; path: string };

const tokenText = ({ seed, size, clients, maxSteps, path }: Token): string =>
  `race.${seed}.${size}.${clients}.${maxSteps}.${path}`;

function tokenOf(text: string): Token {
  const parts = /^race\.(-?\d{1,10})\.(\d{1,3})\.(\d{1,3})\.(\d{1,4})\.(\d+(?::\d+)*)$/.exec(text);
  if (parts === null) throw new TokenError(`${text.slice(0, 80)} is no race`);
  const [seed, size, clients, maxSteps] = parts.slice(1, 5).map(Number) as [number, number, number, number];
  return { seed, size, clients, maxSteps, path: parts[5] as string };
}

/** A name that is no event would be raced as nothing, and pass. */
function insistOnEvents(model: Model, called: readonly string[] = []): void {
  const names = isSystem(model) ? eventsOf(model).map(({ name }) => name) : Object.keys(model.events);
  for (const event of called.filter((each) => !names.includes(each))) {
    const meant = suggest(event, names);
    throw new RangeError(`${model.name} has no event ${event}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
}

/**
 * Races an implementation. Only the first failure is reported, shrunk by fast-check.
 *
 * @throws {TokenError} where the token to replay is no race.
 * @throws {RangeError} where clients are to call an event that the model does not have.
 */
export async function racing(model: Model, driver: RacingDriver, options: RacingOptions = {}): Promise<Racing> {
  const { clients = 2, calls = 3, races = 200, maxSteps = 6, events, patience = 20, places, replay } = options;
  const again = replay === undefined ? undefined : tokenOf(replay);
  const seed = again?.seed ?? options.seed ?? freshSeed();
  const machine = machineOf(model);
  const graph = graphOf(model);
  insistOnEvents(model, events);
  const clock = clockOf(model);
  const roads = new Roads(machine);
  const isSent = (input: Input): boolean =>
    driver.advance === undefined ||
    machine.initial.every((at) => clock.due(clock.start(at), { ...input, rows: [] }) === undefined);
  const isCalled = (input: Input): boolean => events?.includes(input.event) ?? isSent(input);
  const inputs = inputsOf(model, graph).filter(isCalled);
  const rowsText = (rows: readonly RowTaken[]): string =>
    rows.map((row) => `row ${rowText(rowAt(model, row, places))}`).join(', ');
  let done = 0;
  let failure: RaceFailure | undefined;
  // Where nothing can be sent, nothing can race. Few calls first: what two can break is shown by two.
  if (inputs.length > 0)
    for (let size = again?.size ?? 2; size <= (again?.size ?? calls) && failure === undefined; size++)
      await raced({ seed, size, clients: again?.clients ?? clients, maxSteps: again?.maxSteps ?? maxSteps });
  return { model: machine.name, seed, races: done, ...incompleteOf(graph), ...(failure && { failure }) };

  async function raced(token: Omit<Token, 'path'>): Promise<void> {
    let last: Omit<RaceFailure, 'token' | 'text'> | undefined;
    const property = fc.asyncProperty(
      runsOfMachine(machine, { maxSteps: token.maxSteps }),
      fc.array(fc.nat({ max: 10_000 }), { minLength: token.size, maxLength: token.size }),
      fc.nat(),
      async (run, choices, order) => {
        const end = takenBy(driver, testSteps(clock, roads, run)).at(-1)?.to ?? run.initial;
        const wanted = inputsFrom(machine.moves(end).steps.filter(isCalled), inputs, choices);
        // A scheduler that fast-check shrinks with goes on where it was, so that a path does not lead to it again; a seed of its own does.
        const [scheduler] = fc.sample(fc.scheduler(), { seed: order, numRuns: 1 }) as [fc.Scheduler];
        const found = await race(wanted, { run, clients: token.clients, turns: new Turns(scheduler, patience) });
        last = found ?? last;
        return found === undefined;
      },
    );
    const numRuns = again === undefined ? Math.ceil(races / (calls - 1)) : 1;
    const repeated = again && { path: again.path, endOnFailure: true };
    const checked = await fc.check(property, { seed: token.seed, numRuns, ...repeated });
    done += again === undefined ? checked.numRuns : 1;
    if (checked.failed && last === undefined) throw checked.errorInstance;
    if (last === undefined) return;
    const path = again?.path ?? checked.counterexamplePath ?? '0';
    failure = told({ ...last, token: tokenText({ ...token, path }) });
  }

  async function race(
    wanted: readonly Input[],
    { run, clients, turns }: { readonly run: Run; readonly clients: number; readonly turns: Turns },
  ): Promise<Omit<RaceFailure, 'token' | 'text'> | undefined> {
    await driver.start(run.initial, turns.turn);
    try {
      const before = takenBy(driver, testSteps(clock, roads, run));
      for (const { event, binding = {}, wait } of before)
        await (wait === undefined ? driver.send(event, binding, 0) : driver.advance?.(wait));
      const start = before.at(-1)?.to ?? run.initial;
      // Where even one client alone goes another way, or the table leaves the choice, a race would say nothing.
      if (!agrees(start, (await driver.observe?.()) ?? {})) return undefined;
      const made: Call[] = [];
      const client = (number: number) => async () => {
        for (const input of wanted.filter((_, index) => index % clients === number))
          made.push(await called(driver, { client: number, input }, turns));
      };
      await turns.race(Array.from({ length: Math.min(clients, wanted.length) }, (_, number) => client(number)));
      const to = { initial: run.initial, steps: before };
      const seen = await seenAfter(driver);
      const isExplained = !('threw' in seen) && explains(machine, start, made, seen.state);
      return isExplained ? undefined : raceOf(to, start, { made, seen, log: turns.log });
    } finally {
      await driver.stop?.();
    }
  }

  function raceOf(
    run: Run,
    start: Configuration,
    { made, seen, log }: { readonly made: readonly Call[]; readonly seen: Seen; readonly log: readonly string[] },
  ): Omit<RaceFailure, 'token' | 'text'> {
    const enabled = machine.moves(start).steps.map((step) => `${labelOf(step)} (${rowsText(step.rows)})`);
    const orders = ordersOf(machine, start, made).map(
      ({ answers, end }) =>
        `${answers.join(', then ')}: ${JSON.stringify('threw' in seen ? end : lookedAt(end, seen.state))}`,
    );
    return {
      before: encodeTrace(machine, run),
      interleaving: [`${machine.describe(start)}; enabled: ${enabled.join(', ') || 'nothing'}`, ...log],
      expected: [...new Set(orders)],
      observed: `${made.map((call) => `${callText(call)} ${answerText(call.answer)}`).join(', ')}: ${'threw' in seen ? `observe threw: ${seen.threw}` : JSON.stringify(seen.state)}`,
    };
  }

  function told(found: Omit<RaceFailure, 'text'>): RaceFailure {
    const { token, before, expected, observed } = found;
    const [start, ...interleaving] = found.interleaving;
    const text = [
      `${machine.name}: no order of the table's steps explains what clients did at once`,
      '',
      `  before    ${before}`,
      `  0. ${start}`,
      ...interleaving.map((each, index) => `  ${index + 1}. ${each}`),
      '',
      ...expected.map((each, index) => `  ${index === 0 ? 'expected ' : 'or       '} ${each}`),
      `  observed  ${observed}`,
      `  token     ${token}`,
    ].join('\n');
    return { ...found, interleaving, text };
  }
}

/**
 * What is called: first something that is enabled where the race begins, since only that can get in its own way; then half of the time the same, as who clicks twice
 * does, else rather what is enabled.
 */
function inputsFrom(enabled: readonly Input[], inputs: readonly Input[], choices: readonly number[]): readonly Input[] {
  const first = enabled.length > 0 ? enabled : inputs;
  const chosen: Input[] = [];
  for (const choice of choices) {
    const from =
      chosen.length === 0 ? first : choice % 2 === 1 ? chosen.slice(0, 1) : [...enabled, ...enabled, ...inputs];
    const { event, binding } = from[(choice >> 1) % from.length] as Input;
    chosen.push({ event, ...(binding && { binding }) });
  }
  return chosen;
}

/** What is seen after a race: a state that cannot even be observed is one that no order leads to. */
type Seen = { readonly state: Observed } | { readonly threw: string };

async function seenAfter(driver: RacingDriver): Promise<Seen> {
  try {
    return { state: (await driver.observe?.()) ?? {} };
  } catch (reason) {
    return { threw: reasonText(reason) };
  }
}

const answerText = ({ isAccepted }: Answer): string =>
  isAccepted === undefined ? 'returns' : isAccepted ? 'is accepted' : 'is refused';

/** A call of a client, from its first turn to its answer. */
async function called(
  driver: RacingDriver,
  { client, input }: Pick<Call, 'client' | 'input'>,
  turns: Turns,
): Promise<Call> {
  const { event, binding = {} } = input;
  const name = callText({ client, input });
  await turns.turn(`${name} is called`, () => undefined);
  const begun = turns.log.length;
  const answer = await answered(driver, () => driver.send(event, binding, client));
  const ended = turns.log.push(`${name} ${answerText(answer)}`);
  return { client, input, begun, ended, answer };
}

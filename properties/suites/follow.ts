/** Runs a test of a suite against an implementation. */
import { type Configuration, labelOf } from '../../model/explore/machine.ts';
import type { Value } from '../../model/table/types.ts';
import type { SuiteStep, SuiteTest } from './tests.ts';

/** What was seen of an implementation: a part of its configuration, as much as can be observed. */
export type Observed = {
  readonly state?: string;
  readonly memory?: { readonly [variable: string]: Value };
  readonly instances?: { readonly [instance: string]: Observed };
};

/** An implementation under test. */
export type Driver = {
  /** Starts afresh in an initial configuration. */
  readonly start: (initial: Configuration) => void | Promise<void>;
  /** Sends an event. It was refused where this gives `false` or an `Error`, or throws; anything else is an acceptance. See `refuses`. */
  readonly send: (event: string, binding: { readonly [parameter: string]: Value }) => unknown;
  /**
   * How events that are not enabled are answered, where the implementation keeps to one way. One that throws has to throw then; of one that returns `false` or
   * an `Error` a throw is a defect, and either of the two is a refusal, whichever is declared; of one that ignores them nothing but what is observed tells.
   * Without it, `false`, an `Error` that is returned and a throw are all refusals.
   */
  readonly refuses?: 'throws' | 'ignores' | 'returns false' | 'returns an error';
  /** Lets time pass on the implementation's clock, in milliseconds: its timers fire by themselves. Without it they are sent like other events. */
  readonly advance?: (milliseconds: number) => void | Promise<void>;
  /** Ends the implementation and begins it again, as a crash does; what is observed must have survived. */
  readonly restart?: () => void | Promise<void>;
  /** What can be seen now. */
  readonly observe?: () => Observed | Promise<Observed>;
  /** Ends what `start` began. */
  readonly stop?: () => void | Promise<void>;
};

/** A step that is taken: where it is one of a timer and time is let pass, it is waited for; a crash and a restart is a step too. */
export type FollowedStep = Omit<SuiteStep, 'wait'> & { readonly wait?: number; readonly restart?: true };

/** What stands beside each other in a mismatch. */
export type Compared = { readonly expected: string; readonly observed: string };

/** An implementation does not do what a test expects. Where it threw, or answered with an `Error`, that is the `cause`. */
export class Mismatch extends Error {
  override name = 'Mismatch';
  /** The steps taken, the one that shows it last; none where it shows at the start. */
  readonly sent: readonly FollowedStep[];
  readonly compared: Compared;

  constructor(message: string, sent: readonly FollowedStep[], compared: Compared, cause?: unknown) {
    const labels = sent.map((step, index) =>
      step.expect === 'refused' && index < sent.length - 1 ? `${labelOf(step)} (refused)` : labelOf(step),
    );
    super(
      `${sent.length === 0 ? 'at the start' : `after ${labels.join(', ')}`}: ${message}`,
      cause === undefined ? {} : { cause },
    );
    this.sent = sent;
    this.compared = compared;
  }
}

/** The part of what is expected that was looked at. */
export function lookedAt(expected: unknown, seen: unknown): unknown {
  if (typeof seen !== 'object' || seen === null || typeof expected !== 'object' || expected === null) return expected;
  return Object.fromEntries(
    Object.entries(seen).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, lookedAt((expected as Record<string, unknown>)[key], value)]],
    ),
  );
}

/** The differences between what is expected and what was seen, as far as it was: the path, what was expected, and what was seen. */
export function differences(expected: unknown, seen: unknown, path = ''): readonly string[] {
  if (typeof seen === 'object' && seen !== null && typeof expected === 'object' && expected !== null)
    return Object.entries(seen).flatMap(([key, value]) =>
      value === undefined
        ? []
        : differences((expected as Record<string, unknown>)[key], value, path === '' ? key : `${path}.${key}`),
    );
  return expected === seen ? [] : [`${path}: expected ${JSON.stringify(expected)}, observed ${JSON.stringify(seen)}`];
}

/** A step of a test, of a suite or of a run with restarts. */
export type Following = SuiteStep & { readonly restart?: true };

/** The steps of a test as a driver takes them: whether it sends timers, or lets time pass as far as waiting leads where the test does. */
export function takenBy({ advance }: Pick<Driver, 'advance'>, steps: readonly Following[]): readonly FollowedStep[] {
  if (advance === undefined) return steps.map(({ wait, waited, ...step }) => step);
  const taken: FollowedStep[] = [];
  for (const { wait, ...step } of steps) {
    if (wait !== 'never') taken.push({ ...step, ...(wait !== undefined && { wait }) });
    else if (step.expect === 'accepted') break;
  }
  return taken;
}

/**
 * Takes an implementation through a test. It ends early, without a verdict on the rest, where the table leaves a choice and the implementation
 * takes another of the ways it allows, and where a timer has to be waited for that another one comes before; what has to be refused then is left out.
 * Gives the steps that were taken as the test names them.
 *
 * @throws {Mismatch} where the implementation answers otherwise or something else is observed, with the events sent up to there.
 */
export async function follow(
  driver: Driver,
  { initial, steps: all }: Pick<SuiteTest, 'initial'> & { readonly steps: readonly Following[] },
): Promise<readonly FollowedStep[]> {
  const steps = takenBy(driver, all);
  await driver.start(initial);
  let taken: readonly FollowedStep[];
  try {
    taken = await taking(driver, initial, steps);
  } catch (thrown) {
    // What has crashed may fail to stop, too; what it did before is what is told.
    await (async () => driver.stop?.())().catch(() => undefined);
    throw thrown;
  }
  await driver.stop?.();
  return taken;
}

/** Takes the steps one after the other, as far as the implementation goes the same way. */
async function taking(
  driver: Driver,
  initial: Configuration,
  steps: readonly FollowedStep[],
): Promise<readonly FollowedStep[]> {
  await insist(driver, [initial], []);
  for (const [index, step] of steps.entries()) {
    const sent = steps.slice(0, index + 1);
    const allowed = step.waited ?? [step.to, ...(step.or ?? [])];
    await insistAnswer(driver, step, allowed, sent);
    const met = await insist(driver, allowed, sent);
    if (met !== step.to && JSON.stringify(met) !== JSON.stringify(step.to)) return sent.slice(0, -1);
  }
  return steps;
}

/** An answer: whether the event was accepted, where that can be told; whether it was thrown; and the error that was thrown or returned. */
export type Answer = { readonly isAccepted?: boolean; readonly isThrown?: true; readonly reason?: unknown };

/** Sends an event and reads the answer as the driver declares it. */
export async function answered({ refuses }: Pick<Driver, 'refuses'>, send: () => unknown): Promise<Answer> {
  try {
    const answer = await send();
    if (refuses === 'ignores') return {};
    if (refuses === 'throws') return { isAccepted: true };
    return answer instanceof Error ? { isAccepted: false, reason: answer } : { isAccepted: answer !== false };
  } catch (reason) {
    return { isAccepted: false, isThrown: true, reason };
  }
}

/** What was thrown, in words. */
export const reasonText = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

async function insistAnswer(
  driver: Driver,
  { event, binding = {}, expect, wait, restart }: FollowedStep,
  allowed: readonly Configuration[],
  sent: readonly FollowedStep[],
): Promise<void> {
  if (restart && driver.restart !== undefined) return unthrown('restart', () => driver.restart?.(), { allowed, sent });
  if (wait !== undefined && driver.advance !== undefined)
    return unthrown('advance', () => driver.advance?.(wait), { allowed, sent });
  const { isAccepted, isThrown, reason } = await answered(driver, () => driver.send(event, binding));
  const isWrongWay = isThrown === true && expect === 'refused' && (driver.refuses ?? 'throws') !== 'throws';
  if (!isWrongWay && (isAccepted === undefined || isAccepted === (expect === 'accepted'))) return;
  const why = isThrown || reason !== undefined ? ` (${reasonText(reason)})` : '';
  const observed = isAccepted ? 'accepted' : isWrongWay ? `thrown at${why}` : `refused${why}`;
  const compared = { expected: isWrongWay ? `refused: ${driver.refuses}` : expect, observed };
  throw new Mismatch(`expected to be ${expect}, was ${observed}`, sent, compared, reason);
}

/** Does what must not throw. @throws {Mismatch} where it does, with what was thrown as its cause */
async function unthrown<T>(
  member: keyof Driver,
  act: () => T | Promise<T>,
  { allowed, sent }: { readonly allowed: readonly Configuration[]; readonly sent: readonly FollowedStep[] },
): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const observed = `threw: ${reasonText(cause)}`;
    const expected = allowed.map((each) => JSON.stringify(each)).join(' or ');
    throw new Mismatch(`${member} ${observed}`, sent, { expected, observed }, cause);
  }
}

/** The configuration that is observed, among those that are allowed; where several look alike the first. @throws {Mismatch} where none is */
async function insist(
  driver: Driver,
  allowed: readonly Configuration[],
  sent: readonly FollowedStep[],
): Promise<Configuration> {
  const seen = (await unthrown('observe', () => driver.observe?.(), { allowed, sent })) ?? {};
  const different = allowed.map((each) => differences(each, seen));
  const index = different.findIndex(({ length }) => length === 0);
  if (index < 0)
    throw new Mismatch((different[0] as readonly string[]).join('; '), sent, {
      expected: allowed.map((each) => JSON.stringify(lookedAt(each, seen))).join(' or '),
      observed: JSON.stringify(seen),
    });
  return allowed[index] as Configuration;
}

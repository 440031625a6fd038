/** Runs a test of a suite against an implementation. */
import { type Configuration, labelOf } from '../../model/explore/machine.ts';
import type { Value } from '../../model/table/types.ts';
import type { SuiteStep, SuiteTest } from './suite.ts';

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
  /** Sends an event; whether it was accepted. An event that throws was refused. */
  readonly send: (event: string, binding: { readonly [parameter: string]: Value }) => boolean | Promise<boolean>;
  /** What can be seen now. */
  readonly observe?: () => Observed | Promise<Observed>;
  /** Ends what `start` began. */
  readonly stop?: () => void | Promise<void>;
};

/** An implementation does not do what a test expects. */
export class Mismatch extends Error {
  override name = 'Mismatch';
}

/** The differences between what is expected and what was seen, as far as it was: the path, what was expected, and what was seen. */
function differences(expected: unknown, seen: unknown, path = ''): readonly string[] {
  if (typeof seen === 'object' && seen !== null && typeof expected === 'object' && expected !== null)
    return Object.entries(seen).flatMap(([key, value]) =>
      value === undefined
        ? []
        : differences((expected as Record<string, unknown>)[key], value, path === '' ? key : `${path}.${key}`),
    );
  return expected === seen ? [] : [`${path}: expected ${JSON.stringify(expected)}, observed ${JSON.stringify(seen)}`];
}

/**
 * Takes an implementation through a test. It ends early, without a verdict on the rest, where the table leaves a choice and the implementation
 * takes another of the ways it allows.
 *
 * @throws {Mismatch} where the implementation answers otherwise or something else is observed, with the events sent up to there.
 */
export async function follow(driver: Driver, { initial, steps }: SuiteTest): Promise<void> {
  await driver.start(initial);
  try {
    await insist(driver, [initial], []);
    for (const [index, step] of steps.entries()) {
      const sent = steps.slice(0, index + 1);
      await insistAnswer(driver, step, sent);
      const met = await insist(driver, [step.to, ...(step.or ?? [])], sent);
      if (met !== step.to) return;
    }
  } finally {
    await driver.stop?.();
  }
}

async function insistAnswer(
  driver: Driver,
  { event, binding = {}, expect }: SuiteStep,
  sent: readonly SuiteStep[],
): Promise<void> {
  let isAccepted: boolean;
  let reason = '';
  try {
    isAccepted = await driver.send(event, binding);
  } catch (thrown) {
    isAccepted = false;
    reason = ` (${thrown instanceof Error ? thrown.message : String(thrown)})`;
  }
  if (isAccepted !== (expect === 'accepted'))
    throw new Mismatch(`${said(sent)}: expected to be ${expect}, was ${isAccepted ? 'accepted' : `refused${reason}`}`);
}

/** The configuration that is observed, among those that are allowed; where several look alike the first. @throws {Mismatch} where none is */
async function insist(
  driver: Driver,
  allowed: readonly Configuration[],
  sent: readonly SuiteStep[],
): Promise<Configuration> {
  const seen = (await driver.observe?.()) ?? {};
  const different = allowed.map((each) => differences(each, seen));
  const index = different.findIndex(({ length }) => length === 0);
  if (index < 0) throw new Mismatch(`${said(sent)}: ${(different[0] as readonly string[]).join('; ')}`);
  return allowed[index] as Configuration;
}

const said = (sent: readonly SuiteStep[]): string =>
  sent.length === 0 ? 'at the start' : `after ${sent.map(labelOf).join(', ')}`;

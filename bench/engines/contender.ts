/** An engine that is measured. */
import { EXIT, Stop } from '../../cli/exit.ts';
import type { Counts, Measured } from '../lines.ts';
import { type Timed, timed } from '../timed.ts';
import type { Work } from '../works.ts';

/** A work that is ready to be measured. */
export type Ready = {
  /** What compiling took in seconds, where there is such a step. */
  readonly compile?: number;
  /** Why it may count something else than the whole work. */
  readonly partial?: string;
  readonly once: () => Promise<Measured>;
};

/** What a measurement may take, and in which folder it may write. */
export type Place = { readonly folder: string; readonly limit: number };

export type Contender = {
  readonly name: string;
  /** Makes a work ready. @throws {Stop} with code 5 and the command that installs what is missing */
  readonly prepare: (work: Work, place: Place) => Promise<Ready>;
};

/** Runs a command once, and reads its counts. @throws {Stop} with code 5 where it says none and was not stopped */
export async function measured(
  { folder, limit }: Place,
  command: readonly string[],
  counts: (ran: Timed) => Counts,
): Promise<Measured> {
  const ran = await timed(folder, command, limit);
  const { seconds, processor, megabytes, stopped } = ran;
  const known = {
    seconds,
    ...(processor !== undefined && { processor }),
    ...(megabytes !== undefined && { megabytes }),
    ...(stopped !== undefined && { stopped }),
  };
  if (stopped !== undefined) return known;
  const { configurations, transitions } = counts(ran);
  if (configurations === undefined || Number.isNaN(configurations))
    throw new Stop(EXIT.outside, `${command.join(' ')} did not finish:\n${(ran.err || ran.out).slice(0, 500)}`);
  return { ...known, configurations, ...(transitions !== undefined && { transitions }) };
}

/** Does a step that is measured by itself, and says what it took. */
export async function compiling<T>(work: () => Promise<T>): Promise<{ readonly made: T; readonly compile: number }> {
  const started = performance.now();
  const made = await work();
  return { made, compile: (performance.now() - started) / 1000 };
}

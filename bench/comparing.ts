/** One work, all engines: made ready, measured in turns, put into one table. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../cli/engines/tool.ts';
import { Stop } from '../cli/exit.ts';
import type { Contender, Ready } from './engines/contender.ts';
import { HASH } from './engines/hash.ts';
import { OURS } from './engines/ours.ts';
import { RUMUR } from './engines/rumur.ts';
import { SPIN } from './engines/spin.ts';
import { XSTATE } from './engines/xstate.ts';
import { type Measured, mismatch, seconds, table, times, together, whole } from './lines.ts';
import type { Work } from './works.ts';

const CONTENDERS: readonly Contender[] = [...OURS, HASH, ...SPIN, RUMUR, XSTATE];

/** A line of the table: an engine with what it took, or why there is nothing to say. */
export type Line = {
  readonly engine: string;
  readonly measured?: Measured;
  readonly compile?: number;
  /** Why it may count something else than the whole work. */
  readonly partial?: string;
  /** Why it could not be measured, or MISMATCH. */
  readonly problem?: string;
};

/** How often each engine is measured, and for how many seconds at most. */
export type Patience = { readonly repetitions: number; readonly limit: number };

/** Measures all engines on a work: each in turn, as often as is asked, so that what else the machine does meets all of them. */
export const compared = (work: Work, { repetitions, limit }: Patience): Promise<readonly Line[]> =>
  inFolder(async (root) => {
    const all = await inOrder(CONTENDERS, async (contender, index) => {
      const folder = join(root, String(index));
      mkdirSync(folder);
      return { contender, runs: [] as Measured[], ...(await prepared(contender, work, { folder, limit })) };
    });
    for (let round = 0; round < repetitions; round++)
      for (const each of all)
        try {
          // Whoever was stopped once would be stopped again.
          if (each.runs.every(({ stopped }) => stopped === undefined)) each.runs.push(...(await one(each.ready)));
        } catch (thrown) {
          each.problem = said(thrown);
          delete each.ready;
        }
    return all.map(({ contender: { name }, runs, ready, problem }): Line => {
      const found = runs.length > 0 ? together(runs) : undefined;
      const wrong = found && mismatch(found, work.expected);
      const partial = wrong && ready?.partial;
      const trouble = problem ?? (partial === undefined ? wrong : undefined);
      return {
        engine: name,
        ...(found && { measured: found }),
        ...(ready?.compile !== undefined && { compile: ready.compile }),
        ...(partial !== undefined && { partial }),
        ...(trouble !== undefined && { problem: trouble }),
      };
    });
  });

/** Does something with each, one after the other. */
async function inOrder<T, R>(all: readonly T[], work: (each: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const [index, each] of all.entries()) done.push(await work(each, index));
  return done;
}

const one = async (ready: Ready | undefined): Promise<readonly Measured[]> => (ready ? [await ready.once()] : []);

async function prepared(
  contender: Contender,
  work: Work,
  place: Parameters<Contender['prepare']>[1],
): Promise<{ ready?: Ready; problem?: string }> {
  try {
    return { ready: await contender.prepare(work, place) };
  } catch (thrown) {
    return { problem: said(thrown) };
  }
}

/** Why an engine has nothing to say; what is no such reason is a defect of the measurement. */
function said(thrown: unknown): string {
  if (!(thrown instanceof Stop)) throw thrown;
  return thrown.message.split('\n').slice(0, 2).join(' ');
}

const number = (of: number | undefined, show: (of: number) => string): string => (of === undefined ? '' : show(of));

/** The table of a work. Ratios are to the first line, which is ours: of the run alone, and with what compiling took. */
export function comparison(lines: readonly Line[]): string {
  const base = lines[0]?.measured?.seconds;
  return table(
    lines.map(({ engine, measured, compile, partial, problem }) => {
      const isStopped = measured?.stopped !== undefined;
      const ratio = (of: number | undefined): string =>
        of === undefined || base === undefined || isStopped ? '' : times(of / base);
      return {
        engine,
        configurations: number(measured?.configurations, whole),
        transitions: number(measured?.transitions, whole),
        'compile s': number(compile, seconds),
        seconds: number(measured?.seconds, (of) => (isStopped ? `> ${seconds(of)}` : seconds(of))),
        'processor s': number(measured?.processor, (of) => of.toFixed(2)),
        'peak MB': number(measured?.megabytes, whole),
        ratio: ratio(measured?.seconds),
        'with compiling': ratio(
          measured && compile === undefined ? undefined : (measured?.seconds ?? 0) + (compile ?? 0),
        ),
        note: problem ?? (isStopped ? `stopped after ${measured?.stopped}` : (partial ?? '')),
      };
    }),
  );
}

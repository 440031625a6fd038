/** A second opinion from SPIN, the model checker for Promela and linear temporal logic. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promela, promelaCanSay } from '../../generators/export/promela.ts';
import type { EngineVerdict, Opinion } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import { tableMachine } from '../../model/explore/naive.ts';
import type { Property, Table } from '../../model/table/types.ts';
import { EXIT, Stop } from '../exit.ts';
import { inFolder, must } from './tool.ts';
import { runOf } from './trace.ts';

const INSTALL = 'apt-get install spin gcc libc6-dev';

/** With global variables `spin -a` can merge steps that must stay apart; these options keep it from optimising. */
const PLAIN = ['-o1', '-o2', '-o3'];

const DEEPEST = '10000000';

type Pan = { readonly stored: number; readonly transitions: number; readonly errors: number };

/** Asks SPIN about a table. @throws {Stop} with code 5 where SPIN or a C compiler is missing or fails. */
export const askSpin = (table: Table): Promise<Opinion> =>
  inFolder(async (folder) => {
    const all = Object.entries(table.properties ?? {});
    const starts = tableMachine(table).initial.length;
    const { stored, transitions } = await verify(folder, table);
    const verdicts: EngineVerdict[] = [];
    for (const [property, each] of all.filter(([, one]) => promelaCanSay(one)))
      verdicts.push({ property, ...(await judged(folder, table, each)) });
    return {
      engine: 'spin',
      // One state more, from which the initial configuration is chosen, with a transition for each choice and one to begin.
      configurations: stored - 1,
      transitions: transitions - starts - 1,
      verdicts,
      unsaid: all.filter(([, one]) => !promelaCanSay(one)).map(([property]) => property),
    };
  });

async function judged(folder: string, table: Table, property: Property): Promise<Omit<EngineVerdict, 'property'>> {
  const { errors } = await verify(folder, table, property);
  const reachable = 'reachable' in property;
  const result = errors > 0 === reachable ? 'holds' : 'violated';
  return errors === 0 ? { result } : { result, trace: await traced(folder, table, property) };
}

/** Generates, compiles and runs SPIN's verifier, exhaustively and without its reduction. */
async function verify(folder: string, table: Table, property?: Property): Promise<Pan> {
  await writeFile(join(folder, 'model.pml'), promela(table, property));
  await must(folder, 'spin', ['-a', ...PLAIN, 'model.pml'], INSTALL);
  const goal = property === undefined ? ['-DSAFETY'] : [];
  await must(folder, 'cc', ['-w', '-DNOREDUCE', ...goal, 'pan.c', '-o', 'pan'], INSTALL);
  const search = property === undefined ? [] : ['-a'];
  const { out } = await must(folder, join(folder, 'pan'), [`-m${DEEPEST}`, '-E', ...search], INSTALL);
  const errors = /errors: (\d+)/.exec(out)?.[1];
  const stored = /(\d+) states, stored/.exec(out)?.[1];
  const transitions = /(\d+) transitions/.exec(out)?.[1];
  if (errors === undefined || stored === undefined || /max search depth too small/.test(out))
    throw new Stop(EXIT.outside, `SPIN’s verifier did not finish:\n${out.slice(0, 500)}`);
  return { stored: Number(stored), transitions: Number(transitions), errors: Number(errors) };
}

/** The run in SPIN's trail, taken through our own semantics; a cycle that holds no step of ours is a run that stops. */
async function traced(folder: string, table: Table, property: Property): Promise<Trace> {
  const { out } = await must(folder, 'spin', ['-t', '-B', ...PLAIN, 'model.pml'], INSTALL);
  const [before = '', round = ''] = out.split('START OF CYCLE');
  const steps = (text: string) => [...text.matchAll(/atlas step (\S+)/g)].map(([, name]) => name as string);
  const start = Number(/atlas start (\d+)/.exec(out)?.[1]);
  const prefix = steps(before);
  const cycle = steps(round);
  const whole = runOf(table, start, [...prefix, ...cycle]);
  if (!('eventually' in property || 'leadsTo' in property)) return whole;
  return cycle.length === 0 ? { ...whole, stutters: true } : { ...whole, loop: prefix.length };
}

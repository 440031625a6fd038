/** A second opinion from rumur, an explicit-state model checker for Murphi. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { murphi, murphiCanSay, type Question } from '../../generators/export/murphi.ts';
import type { EngineVerdict, Opinion } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { Table } from '../../model/table/types.ts';
import { EXIT, Stop } from '../exit.ts';
import { inFolder, must, run } from './tool.ts';
import { runOf } from './trace.ts';

const INSTALL = 'apt-get install rumur gcc libc6-dev';

/** Rumur compares and swaps 16 bytes at once, for which x86-64 needs an option. */
const WIDE = process.arch === 'x64' ? ['-mcx16'] : [];

type Answer = {
  readonly configurations: number;
  readonly transitions: number;
  /** Whether the question was met: the invariant holds, the goal is covered or stays reachable. */
  readonly met: boolean;
  readonly trace?: Trace;
};

/** Asks rumur about a table. @throws {Stop} with code 5 where rumur or a C compiler is missing or fails. */
export const askRumur = (table: Table): Promise<Opinion> =>
  inFolder(async (folder) => {
    const all = Object.entries(table.properties ?? {});
    const counts = await ask(folder, table);
    const stuck = await ask(folder, table, 'stuck');
    const verdicts: EngineVerdict[] = [];
    for (const [property, each] of all.filter(([, one]) => murphiCanSay(one))) {
      const { met, trace } = await ask(folder, table, { property: each });
      verdicts.push({ property, result: met ? 'holds' : 'violated', ...(trace && { trace }) });
    }
    return {
      engine: 'rumur',
      configurations: counts.configurations,
      transitions: counts.transitions,
      stuck: !stuck.met,
      verdicts,
      unsaid: all.filter(([, one]) => !murphiCanSay(one)).map(([property]) => property),
    };
  });

async function ask(folder: string, table: Table, question?: Question): Promise<Answer> {
  await writeFile(join(folder, 'model.m'), murphi(table, question));
  const options = [
    ...['--deadlock-detection', 'off', '--symmetry-reduction', 'off'],
    ...['--value-type', 'int32_t', '--output-format', 'machine-readable'],
  ];
  await must(folder, 'rumur', [...options, 'model.m', '--output', 'model.c'], INSTALL);
  await must(folder, 'cc', ['-std=c11', ...WIDE, '-w', 'model.c', '-o', 'model', '-lpthread'], INSTALL);
  const { out, err } = await run(folder, join(folder, 'model'), [], INSTALL);
  const summary = /<summary states="(\d+)" rules_fired="(\d+)" errors="(\d+)"/.exec(out);
  if (summary === null) throw new Stop(EXIT.outside, `rumur’s verifier did not finish:\n${(err || out).slice(0, 500)}`);
  const [, configurations, transitions, errors] = summary.map(Number) as [number, number, number, number];
  const uncovered = /<cover_result message="asked" count="0"\/>/.test(out);
  return { configurations, transitions, met: errors === 0 && !uncovered, ...traced(table, out) };
}

/** The trace in rumur's report, taken through our own semantics. */
function traced(table: Table, report: string): { readonly trace?: Trace } {
  const names = [...report.matchAll(/<transition>(Startstate|Rule) &quot;(.*?)&quot;<\/transition>/g)];
  const [start, ...steps] = names.map(([, , name]) => name as string);
  if (start === undefined) return {};
  return { trace: runOf(table, Number(start), steps) };
}

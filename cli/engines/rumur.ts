/** A second opinion from rumur, an explicit-state model checker for Murphi. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Claim, monitored, stuck } from '../../generators/export/claims.ts';
import { commandsOf, type Program } from '../../generators/export/commands.ts';
import { isMet } from '../../generators/export/evaluate.ts';
import { all, any, compare, read, type Variable, value } from '../../generators/export/expressions.ts';
import { alwaysReachable, covered, forbidden, murphiCanSay, murphiModel } from '../../generators/export/murphi.ts';
import type { Opinion } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { Model } from '../../model/system/types.ts';
import type { Value } from '../../model/table/types.ts';
import { EXIT, Stop } from '../exit.ts';
import { inFolder, inTurns, isLarge, must, run } from './tool.ts';
import { runOf } from './trace.ts';
import { type Answer, sayable, verdictOf } from './verdicts.ts';

/** How rumur and a C compiler are installed. */
export const RUMUR_INSTALL = 'apt-get install rumur gcc libc6-dev';

/** Rumur compares and swaps 16 bytes at once, for which x86-64 needs an option. */
const WIDE = process.arch === 'x64' ? ['-mcx16'] : [];

const BYTES_PER_SLOT = 8;

/**
 * Asks rumur about a model. All that can be answered without a trace is asked in one run, or in two where properties wait for a condition; each
 * invariant that is broken, and each witness, takes a run more, which ends there. Rumur works with one thread, so that it says the same every
 * time; two runs at a time keep two processors busy.
 *
 * @param expected - how many configurations there probably are; what is too low or too high only takes longer.
 * @throws {Stop} with code 5 where rumur or a C compiler is missing or fails.
 */
export async function askRumur(model: Model, expected = 0): Promise<Opinion> {
  const program = commandsOf(model);
  const { properties, unsaid } = sayable(program, murphiCanSay);
  const claims = properties.flatMap((each) => each.claims);
  const waiting = claims.filter(({ after }) => after !== undefined);
  const plain = claims.filter(({ after }) => after === undefined);
  const watching = monitored(program, waiting);
  const isStuck = { kind: 'never', goal: stuck(program) } as const;
  const [counts, later] = await inTurns([
    () => survey(program, program, [...plain, isStuck], expected),
    async () => (waiting.length === 0 ? undefined : survey(program, watching.program, watching.claims, expected)),
  ]);
  const { configurations, transitions, answers: told } = counts as Survey;
  const answers = new Map([
    ...plain.map((claim, index) => [claim, told[index] as Answer] as const),
    ...waiting.map((claim, index) => [claim, later?.answers[index] as Answer] as const),
  ]);
  const verdicts = await inTurns(properties.map((each) => () => verdictOf(each, answers)));
  return {
    engine: 'rumur',
    configurations,
    transitions,
    stuck: told.at(-1)?.found === true,
    verdicts,
    unsaid,
  };
}

/** What one run says: counts, and of each claim whether it was found. */
type Survey = { readonly configurations: number; readonly transitions: number; readonly answers: readonly Answer[] };

/**
 * Asks about claims that wait for nothing. Traces are those of the program that is asked about, whatever a watching one does beside it.
 *
 * Rumur takes a condition that is never met for an error, and after an error does not ask what stays reachable. So each condition is met by the
 * first initial configuration as well, which is subtracted from what rumur counts.
 */
async function survey(
  asking: Program,
  program: Program,
  claims: readonly Pick<Claim, 'kind' | 'goal'>[],
  expected: number,
): Promise<Survey> {
  const start: ReadonlyMap<Variable, Value> = program.starts[0] ?? new Map();
  const isStart = all([...start].map(([variable, is]) => compare('eq', read(variable), value(is))));
  const asked = claims.map(({ kind, goal }, index) =>
    kind === 'canReach' ? alwaysReachable(String(index), goal) : covered(String(index), any([goal, isStart])),
  );
  const report = await verify(program, asked, expected);
  const counted = new Map(
    [...report.matchAll(/<cover_result message="(\d+)" count="(\d+)"/g)].map((each) => [each[1], Number(each[2])]),
  );
  const lost = new Map(
    [...report.matchAll(/<error [^>]*>\s*<message>liveness property &quot;(\d+)&quot;.*?<\/error>/gs)].map(
      ([error, name]) => [name, error],
    ),
  );
  const answers = claims.map(({ kind, goal }, index): Answer => {
    const error = lost.get(String(index));
    if (kind === 'canReach') return { found: error !== undefined, trace: async () => traced(asking, error ?? '') };
    const besides = program.starts.length > 0 && !isMet(goal, start) ? 1 : 0;
    const trace = async () => traced(asking, await verify(program, [forbidden('asked', goal)], expected));
    return { found: (counted.get(String(index)) ?? 0) > besides, trace };
  });
  return { ...rumurCounts(report), answers };
}

/** What rumur counted, as its report says. */
export function rumurCounts(report: string): { readonly configurations: number; readonly transitions: number } {
  const counts = /<summary states="(\d+)" rules_fired="(\d+)"/.exec(report);
  return { configurations: Number(counts?.[1]), transitions: Number(counts?.[2]) };
}

/** Generates, compiles and runs rumur's verifier. Its report is that of an exploration that came to an end, or found what was asked. */
const verify = (program: Program, asked: readonly string[], expected: number): Promise<string> =>
  inFolder(async (folder) => {
    const verifier = await compileRumur(folder, murphiModel(program, asked), { expected, threads: 1 });
    const { out, err } = await run(folder, verifier, [], RUMUR_INSTALL);
    if (!out.includes('<summary '))
      throw new Stop(EXIT.outside, `rumur’s verifier did not finish:\n${(err || out).slice(0, 500)}`);
    return out;
  });

/**
 * Generates and compiles rumur's verifier of a model in a folder, with optimisation where the configurations are worth it. Gives its path.
 *
 * @throws {Stop} with code 5 where rumur or a C compiler is missing or fails.
 */
export async function compileRumur(
  folder: string,
  model: string,
  { expected, threads }: { readonly expected: number; readonly threads: number },
): Promise<string> {
  await writeFile(join(folder, 'model.m'), model);
  const options = [
    ...['--deadlock-detection', 'off', '--symmetry-reduction', 'off', '--value-type', 'int32_t'],
    ...['--output-format', 'machine-readable', '--threads', String(threads)],
    ...(isLarge(expected) ? ['--set-capacity', String(2 * BYTES_PER_SLOT * expected)] : []),
  ];
  await must(folder, 'rumur', [...options, 'model.m', '--output', 'model.c'], RUMUR_INSTALL);
  const fast = isLarge(expected) ? ['-O3', '-march=native'] : ['-O0'];
  await must(folder, 'cc', ['-std=c11', ...WIDE, ...fast, '-w', 'model.c', '-o', 'model', '-lpthread'], RUMUR_INSTALL);
  return join(folder, 'model');
}

/** The first trace in a report, taken through our own semantics. */
function traced(program: Program, report: string): Trace {
  const numbers = (what: RegExp, text: string): readonly number[] =>
    [...text.matchAll(what)].map(([, number]) => Number(number));
  const [start = ''] = /<transition>Startstate.*?<\/transition>/.exec(report) ?? [];
  const named = numbers(/&quot;(\d+)&quot;/g, start);
  const chosen = named.length > 0 ? named : numbers(/<parameter [^>]*>(\d+)<\/parameter>/g, start);
  return runOf(program, chosen, numbers(/<transition>Rule &quot;(\d+)/g, report));
}

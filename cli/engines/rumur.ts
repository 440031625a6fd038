/** A second opinion from rumur, an explicit-state model checker for Murphi. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Claim, monitored, stuck } from '../../generators/export/claims.ts';
import { commandsOf, type Program } from '../../generators/export/commands.ts';
import { alwaysReachable, covered, forbidden, murphiCanSay, murphiModel } from '../../generators/export/murphi.ts';
import type { Opinion } from '../../generators/report/opinion.ts';
import type { Trace } from '../../model/explore/graph.ts';
import type { Model } from '../../model/system/types.ts';
import { EXIT, Stop } from '../exit.ts';
import { inFolder, isLarge, must, run } from './tool.ts';
import { runOf } from './trace.ts';
import { type Answer, sayable, verdictOf } from './verdicts.ts';

const INSTALL = 'apt-get install rumur gcc libc6-dev';

/** Rumur compares and swaps 16 bytes at once, for which x86-64 needs an option. */
const WIDE = process.arch === 'x64' ? ['-mcx16'] : [];

const BYTES_PER_SLOT = 8;

/**
 * Asks rumur about a model. All that can be answered without a trace is asked in one run, or in two where properties wait for a condition; each
 * invariant that is broken, and each witness, takes a short run more.
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
  const counts = await survey(program, program, plain, expected, true);
  const answers = new Map(counts.answers);
  if (waiting.length > 0) {
    const watching = monitored(program, waiting);
    const { answers: more } = await survey(program, watching.program, watching.claims, expected, false);
    for (const [index, claim] of waiting.entries())
      answers.set(claim, more.get(watching.claims[index] as Claim) as Answer);
  }
  const verdicts = properties.map(({ name, property, claims: all }) =>
    verdictOf(name, 'reachable' in property ? 'reachable' : 'other', all, answers),
  );
  return {
    engine: 'rumur',
    configurations: counts.configurations,
    transitions: counts.transitions,
    stuck: counts.isStuck,
    verdicts: await Promise.all(verdicts),
    unsaid,
  };
}

/**
 * What one run says of claims that wait for nothing; what must stay reachable is asked in a run of its own, since rumur takes a condition that is
 * never met for an error, and after an error looks for nothing more. Traces are those of the program that is asked about, whatever a
 * watching one does beside it.
 */
async function survey(asking: Program, program: Program, claims: readonly Claim[], expected: number, counts: boolean) {
  const isStaying = ({ kind }: Claim): boolean => kind === 'canReach';
  const asked = (some: (claim: Claim) => boolean, ask: typeof covered): readonly string[] =>
    claims.flatMap((claim, index) => (some(claim) ? [ask(String(index), claim.goal)] : []));
  const toCover = asked((claim) => !isStaying(claim), covered);
  const report = await verify(program, [...(counts ? [covered('stuck', stuck(program))] : []), ...toCover], expected);
  const staying = asked(isStaying, alwaysReachable);
  const losses = staying.length === 0 ? '' : await verify(program, staying, expected);
  const isCovered = (name: string): boolean => !report.includes(`<cover_result message="${name}" count="0"/>`);
  const lost = new Map(
    [...losses.matchAll(/<error [^>]*>\s*<message>liveness property &quot;(\d+)&quot;.*?<\/error>/gs)].map(
      ([error, name]) => [name, error] as const,
    ),
  );
  const answers = claims.map((claim, index): readonly [Claim, Answer] => {
    if (claim.kind !== 'canReach')
      return [claim, { found: isCovered(String(index)), trace: () => traceTo(asking, program, claim, expected) }];
    const error = lost.get(String(index));
    return [claim, { found: error !== undefined, trace: async () => traced(asking, error ?? '') }];
  });
  const [, configurations, transitions] = (/<summary states="(\d+)" rules_fired="(\d+)"/.exec(report) ?? []).map(
    Number,
  );
  return {
    configurations: configurations as number,
    transitions: transitions as number,
    isStuck: isCovered('stuck'),
    answers: new Map(answers),
  };
}

/** A shortest way to what a claim is about. */
const traceTo = async (asking: Program, program: Program, { goal }: Claim, expected: number): Promise<Trace> =>
  traced(asking, await verify(program, [forbidden('asked', goal)], expected));

/** Generates, compiles and runs rumur's verifier. Its report is that of an exploration that came to an end, or found what was asked. */
const verify = (program: Program, asked: readonly string[], expected: number): Promise<string> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'model.m'), murphiModel(program, asked));
    const options = [
      ...['--deadlock-detection', 'off', '--symmetry-reduction', 'off', '--value-type', 'int32_t'],
      ...['--output-format', 'machine-readable'],
      ...(isLarge(expected)
        ? ['--threads', '2', '--set-capacity', String(2 * BYTES_PER_SLOT * expected)]
        : ['--threads', '1']),
    ];
    await must(folder, 'rumur', [...options, 'model.m', '--output', 'model.c'], INSTALL);
    const fast = isLarge(expected) ? ['-O3', '-march=native'] : ['-O0'];
    await must(folder, 'cc', ['-std=c11', ...WIDE, ...fast, '-w', 'model.c', '-o', 'model', '-lpthread'], INSTALL);
    const { out, err } = await run(folder, join(folder, 'model'), [], INSTALL);
    if (!out.includes('<summary '))
      throw new Stop(EXIT.outside, `rumur’s verifier did not finish:\n${(err || out).slice(0, 500)}`);
    return out;
  });

/** The first trace in a report, taken through our own semantics. */
function traced(program: Program, report: string): Trace {
  const names = [...report.matchAll(/<transition>(?:Startstate|Rule) &quot;(\d+).*?<\/transition>/g)];
  const [start = 0, ...steps] = names.map(([, number]) => Number(number));
  return runOf(program, start, steps);
}

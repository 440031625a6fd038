/** A second opinion from SPIN, the model checker for Promela and linear temporal logic. */
import { type Claim, monitored, stuck } from '../../generators/export/claims.ts';
import { commandsOf, type Program } from '../../generators/export/commands.ts';
import { bytesOf, promelaCanSay, promelaModel } from '../../generators/export/promela.ts';
import type { Opinion } from '../../generators/report/opinion.ts';
import { machineOf } from '../../model/explore/of.ts';
import type { Model } from '../../model/system/types.ts';
import { type Found, lookNear, type Trail } from './pan.ts';
import { fairCycle } from './spin-fair.ts';
import { inTurns } from './tool.ts';
import { runOf } from './trace.ts';
import { type Answer, sayable, verdictOf } from './verdicts.ts';

/**
 * Asks SPIN about a model: counts, what can be stuck, and what must never be or is to be reached in one run, or in two where properties wait for
 * a condition; what must happen in runs of its own, one or some for each binding.
 *
 * @param expected - how many configurations there probably are; what is too low or too high only takes longer.
 * @throws {Stop} with code 5 where SPIN or a C compiler is missing or fails.
 */
export async function askSpin(model: Model, expected = 0): Promise<Opinion> {
  const program = commandsOf(model);
  const { properties, unsaid } = sayable(program, promelaCanSay);
  const claims = properties.flatMap((each) => each.claims);
  const safe = claims.filter(({ kind }) => kind !== 'leadsTo');
  const waiting = safe.filter(({ after }) => after !== undefined);
  const plain = safe.filter(({ after }) => after === undefined);
  const answers = new Map<Claim, Answer>();
  let counts: Found | undefined;

  const lookFor = async (watching: Program, goals: readonly Claim['goal'][]): Promise<Found> =>
    lookNear({ model: promelaModel(watching, { looksFor: goals }), bytes: bytesOf(watching), expected });
  /** What the trails of a search show: the first conditions are about the claims, in order. */
  const learn = (of: readonly Claim[], { trails }: Found): void => {
    for (const [index, claim] of of.entries()) {
      const trail = trails.find(({ shows }) => shows === index);
      answers.set(claim, { found: trail !== undefined, ...(trail && { trace: async () => traceOf(program, trail) }) });
    }
  };
  const tasks = [
    async () => {
      counts = await lookFor(program, [...plain.map(({ goal }) => goal), stuck(program)]);
      learn(plain, counts);
    },
    async () => {
      if (waiting.length === 0) return;
      const watching = monitored(program, waiting);
      learn(
        waiting,
        await lookFor(
          watching.program,
          watching.claims.map(({ goal }) => goal),
        ),
      );
    },
    ...properties.map((property) => async () => {
      for (const claim of property.claims.filter(({ kind }) => kind === 'leadsTo')) {
        const answer = await fairCycle(program, claim, expected);
        answers.set(claim, answer);
        if (answer.found) return;
      }
    }),
  ];
  await inTurns(tasks);
  const { stored, transitions, trails } = counts as unknown as Found;
  const gaveUp = properties.filter((each) => each.claims.some((claim) => answers.get(claim)?.gaveUp));
  const verdicts = properties
    .filter((each) => !gaveUp.includes(each))
    .map(({ name, property, claims: all }) =>
      verdictOf(name, 'reachable' in property ? 'reachable' : 'other', all, answers),
    );
  // One state more, from which the initial configuration is chosen, with a transition for each choice and one to begin; and one for all that is shown.
  const besides = machineOf(model).initial.length + 1 + trails.length;
  return {
    engine: 'spin',
    configurations: stored - 1,
    transitions: transitions - besides,
    stuck: trails.some(({ shows }) => shows === plain.length),
    verdicts: await Promise.all(verdicts),
    unsaid,
    ...(gaveUp.length > 0 && { gaveUp: gaveUp.map(({ name }) => name) }),
  };
}

const traceOf = (program: Program, { start, steps }: Trail) => runOf(program, start, steps);

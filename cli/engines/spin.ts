/** A second opinion from SPIN, the model checker for Promela and linear temporal logic. */
import { type Claim, monitored, stuck } from '../../generators/export/claims.ts';
import { commandsOf, type Program } from '../../generators/export/commands.ts';
import type { Condition } from '../../generators/export/expressions.ts';
import { before, bytesOf, promelaCanSay, promelaModel } from '../../generators/export/promela.ts';
import type { Opinion } from '../../generators/report/opinion.ts';
import type { Model } from '../../model/system/types.ts';
import { type Found, lookNear, type Trail } from './pan.ts';
import { fairCycle } from './spin-fair.ts';
import { inTurns } from './tool.ts';
import { runOf } from './trace.ts';
import { type Answer, type Claimed, sayable, verdictOf } from './verdicts.ts';

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
  const watching = monitored(program, waiting);
  const goals = (of: readonly Claim[]): readonly Condition[] => of.map(({ goal }) => goal);
  const search = (asked: Program, of: readonly Condition[]): Promise<Found> =>
    lookNear({ model: promelaModel(asked, { looksFor: of }), bytes: bytesOf(asked), expected });
  const fair = new Map<Claim, Answer>();
  const [counts, later] = await inTurns([
    () => search(program, [...goals(plain), stuck(program)]),
    async () => (waiting.length === 0 ? undefined : search(watching.program, goals(watching.claims))),
    ...properties.map(({ claims: all }) => async () => {
      for (const claim of all.filter(({ kind }) => kind === 'leadsTo')) {
        const answer = await fairCycle(program, claim, expected);
        fair.set(claim, answer);
        if (answer.found) return undefined;
      }
      return undefined;
    }),
  ]);
  const { stored, transitions, trails } = counts as Found;
  /** What a search shows: its first conditions are about the claims, in order. */
  const shown = (of: readonly Claim[], all: readonly Trail[]): readonly (readonly [Claim, Answer])[] =>
    of.map((claim, index) => {
      const trail = all.find(({ shows }) => shows === index);
      const trace = trail && { trace: async () => runOf(program, trail.chosen, trail.steps) };
      return [claim, { found: trail !== undefined, ...trace }];
    });
  const answers = new Map([...shown(plain, trails), ...shown(waiting, later?.trails ?? []), ...fair]);
  const hasOne = (some: 'found' | 'gaveUp', { claims: all }: Claimed): boolean =>
    all.some((claim) => answers.get(claim)?.[some]);
  const gaveUp = properties.filter((each) => hasOne('gaveUp', each) && !hasOne('found', each));
  const decided = properties.filter((each) => !gaveUp.includes(each));
  const besides = before(program);
  return {
    engine: 'spin',
    configurations: stored - besides.states,
    // What is shown is a transition, once.
    transitions: transitions - besides.transitions - trails.length,
    stuck: trails.some(({ shows }) => shows === plain.length),
    verdicts: await Promise.all(decided.map((each) => verdictOf(each, answers))),
    unsaid,
    ...(gaveUp.length > 0 && { gaveUp: gaveUp.map(({ name }) => name) }),
  };
}

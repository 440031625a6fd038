/**
 * What must happen under fairness, asked of SPIN step by step. Each event that is strongly fair, with each of its bindings, may double the
 * configurations of the model, and most of them do not matter. So at first all fairness is taken to be weak: what holds then holds. A cycle that is
 * found then is a counterexample where it is strongly fair as well; otherwise the bindings for which it is not are made strongly fair,
 * and SPIN is asked again. (Counterexample-guided refinement: Clarke, Grumberg, Jha, Lu and Veith, 2000.)
 */
import { type Claim, canTake, type FairLabel } from '../../generators/export/claims.ts';
import type { Command, Program } from '../../generators/export/commands.ts';
import { isMet, valuesAfter } from '../../generators/export/evaluate.ts';
import { bytesOf, promelaModel, promelaText } from '../../generators/export/promela.ts';
import { endsClaim, watchOf } from '../../generators/export/promela-watch.ts';
import { chosenStart } from '../../generators/export/starts.ts';
import type { Trace } from '../../model/explore/graph.ts';
import { lookForCycle, type Trail } from './pan.ts';
import { isLarge } from './tool.ts';
import { runOf } from './trace.ts';
import type { Answer } from './verdicts.ts';

/** Looks for a fair run that breaks a claim. */
export async function fairCycle(program: Program, claim: Claim, expected: number): Promise<Answer> {
  const { weak, strong } = claim.fair;
  let strongly: readonly FairLabel[] = strong.filter((label) => endsClaim(label, claim));
  for (;;) {
    const weakly = [...weak, ...strong.filter((each) => !strongly.includes(each))];
    const asked = { ...claim, fair: { weak: weakly, strong: strongly } };
    const model = promelaModel(program, { watch: watchOf([asked], promelaText) });
    const found = await lookForCycle({ model, bytes: bytesOf(program) + strongly.length, expected });
    if (found === 'gave up') return { found: false, gaveUp: true };
    if (found === 'none') return { found: false };
    const broken = brokenBy(program, found, strong);
    if (broken.length === 0) return { found: true, trace: async () => lasso(program, found) };
    // Of many configurations each label may double the number; few are looked at sooner than the model is compiled once more.
    const events = new Set(broken.map(eventOf));
    const more = isLarge(expected) ? broken.slice(0, 1) : strong.filter((each) => events.has(eventOf(each)));
    strongly = [...new Set([...strongly, ...more])];
  }
}

const eventOf = ({ commands }: FairLabel): string | undefined => commands[0]?.event;

/** The fair labels that a run can take again and again and never takes, those that it could take most often first. */
function brokenBy(program: Program, trail: Trail, strong: readonly FairLabel[]): readonly FairLabel[] {
  const { starts, commands } = program;
  const { chosen, steps, cycle = [] } = trail;
  const own = (numbers: readonly number[]): readonly Command[] => numbers.flatMap((number) => commands[number] ?? []);
  let at = starts[chosenStart(program, chosen)] as (typeof starts)[number];
  for (const command of own(steps)) at = valuesAfter(command, at);
  const round = [at];
  const taken = own(cycle);
  for (const command of taken) {
    at = valuesAfter(command, at);
    round.push(at);
  }
  const isTaken = (label: FairLabel): boolean => taken.some((command) => label.commands.includes(command));
  return strong
    .filter((label) => !isTaken(label))
    .map((label) => ({ label, times: round.filter((values) => isMet(canTake(label), values)).length }))
    .filter(({ times }) => times > 0)
    .sort((one, other) => other.times - one.times)
    .map(({ label }) => label);
}

/** The run, taken through our own semantics; a cycle that holds no step of ours is a run that stops. */
function lasso(program: Program, { chosen, steps, cycle = [] }: Trail): Trace {
  const run = runOf(program, chosen, [...steps, ...cycle]);
  const own = (numbers: readonly number[]): number =>
    numbers.filter((number) => number < program.commands.length).length;
  return own(cycle) === 0 ? { ...run, stutters: true } : { ...run, loop: own(steps) };
}

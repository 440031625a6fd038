/** Runs by their tokens: what a failure printed can be taken again, in a test or on the command line. */
import { encodeTrace, type Machine, machineOf, type Step, TokenError } from '../../model/explore/index.ts';
import { initialOf, REFUSED, stepCalled, wordOf, wordsIn } from '../../model/explore/token.ts';
import type { Model } from '../../model/system/types.ts';
import { inputsOf } from '../suites/inputs.ts';
import { Monitor } from './monitor.ts';
import { graphOf, isRefused, type Refused } from './refusing.ts';
import { Roads, type Run } from './runs.ts';

/** The run of a model as a token, which {@link runOf} and `stateatlas walk --replay` take: one word, safe in a shell. */
export const tokenOf = (model: Model, run: Run): string => tokenIn(machineOf(model), run);

/** The run of a machine as a token. Behind what is refused stands `~refused`. */
export function tokenIn(machine: Machine, { initial, steps }: Run): string {
  const { start, steps: own } = wordsIn(
    encodeTrace(machine, { initial, steps: steps.filter((step) => !isRefused(step)) }),
  );
  const words = own.values();
  return `${start}:${steps.map((step) => (isRefused(step) ? `${wordOf(step)}${REFUSED}` : words.next().value)).join(',')}`;
}

/**
 * The run of a token.
 *
 * @throws {TokenError} where the token is malformed, or is no run of the model any more.
 */
export function runOf(model: Model, token: string): Run {
  const machine = machineOf(model);
  const words = wordsIn(token);
  const initial = initialOf(machine, words.start);
  const steps: Step[] = [];
  for (const [index, word] of words.steps.entries()) {
    const at = steps.at(-1)?.to ?? initial;
    steps.push(
      word.endsWith(REFUSED) ? refusedStep(model, machine, at, word, index) : stepCalled(machine, at, word, index),
    );
  }
  return { initial, steps };
}

function refusedStep(model: Model, machine: Machine, at: Run['initial'], word: string, index: number): Refused {
  const wanted = word.slice(0, -REFUSED.length);
  const enabled = machine.moves(at).steps;
  const which = `step ${index + 1}, ${wanted},`;
  if (enabled.some((step) => wordOf(step) === wanted))
    throw new TokenError(`${which} is not refused in ${machine.describe(at)}: it is enabled there`);
  const input = inputsOf(model, graphOf(model)).find((each) => wordOf({ ...each, rows: [] }) === wanted);
  if (input === undefined)
    throw new TokenError(`${which} is no event that ${model.name} has, or not with these values`);
  return { ...input, rows: [], to: at, refused: true };
}

/**
 * The properties that a run breaks, by name; none where it breaks none. The run may be given by its token.
 *
 * @throws {TokenError} where the token is no run of the model any more.
 */
export function brokenBy(model: Model, run: Run | string): readonly string[] {
  const roads = new Roads(machineOf(model));
  const taken = typeof run === 'string' ? runOf(model, run) : run;
  return new Monitor(model, roads).broken(taken).map(({ property }) => property);
}

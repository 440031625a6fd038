/** A machine in which what is not enabled can be sent too: it is refused and changes nothing. So runs, shrinking and tokens serve for it as well. */
import { exploreModel } from '../../model/explore/compiled.ts';
import type { StateGraph } from '../../model/explore/graph.ts';
import { type Configuration, labelOf, type Machine, type Moves, type Step } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import type { Input } from '../suites/inputs.ts';

/** The word of a crash and a restart in runs and tokens; no event can be called so. */
export const RESTART = '.restart';

/** A step that the table does not have: marked, since steps of a system may take no row too. */
export type Refused = Step & { readonly refused: true };

/** Whether a step of a refusing machine is an event that is refused. */
export const isRefused = (step: Step): step is Refused => 'refused' in step;

/** Whether a step is one of the table. */
export const isOwn = (step: Step): boolean => !isRefused(step) && step.event !== RESTART;

/** What an exploration may cost before only random runs are left. */
const LIMITS = { maxConfigurations: 50_000, maxTransitions: 500_000 } as const;

/** The graph of a model as far as it is explored for tests. */
export const graphOf = (model: Model): StateGraph => exploreModel(model, LIMITS);

/** The limit at which the exploration stopped, where it did: what is known only beyond it is missing. */
export const incompleteOf = ({ stopped }: StateGraph): { readonly incomplete?: string } =>
  stopped === undefined ? {} : { incomplete: stopped.limit };

/** The machine with refused inputs, and with a restart where there is one, as steps that lead back to where they begin. */
export function refusing(machine: Machine, inputs: readonly Input[], hasRestart: boolean): Machine {
  return {
    name: machine.name,
    initial: machine.initial,
    moves: (at: Configuration): Moves => {
      const { steps, blocked } = machine.moves(at);
      const enabled = new Set(steps.map(labelOf));
      const refused = inputs
        .filter((input) => !enabled.has(labelOf(input)))
        .map((input): Refused => ({ ...input, rows: [], to: at, refused: true }));
      return { steps: [...steps, ...refused, ...(hasRestart ? [{ event: RESTART, rows: [], to: at }] : [])], blocked };
    },
    holds: (question, at, bound) => machine.holds(question, at, bound),
    isFinal: (at) => machine.isFinal(at),
    key: (at) => machine.key(at),
    describe: (at) => machine.describe(at),
  };
}

/** Runs of a machine: an initial configuration and steps that were enabled one after the other. Nothing in a run was skipped. */
import { type Action, type Configuration, labelOf, type Machine, type Step } from '../../model/explore/machine.ts';

/** A run; a trace without a cycle. */
export type Run = { readonly initial: Configuration; readonly steps: readonly Step[] };

/** The configuration before each step, and the last one. */
export const configurationsOf = ({ initial, steps }: Run): readonly Configuration[] => [
  initial,
  ...steps.map(({ to }) => to),
];

/** A machine whose moves are remembered, so that walking the same ways again costs nothing. */
export class Roads {
  readonly machine: Machine;
  readonly #steps = new Map<string, readonly Step[]>();
  readonly #keys = new WeakMap<Configuration, string>();
  #most = Number.POSITIVE_INFINITY;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** The key of a configuration. */
  key(configuration: Configuration): string {
    const known = this.#keys.get(configuration);
    if (known !== undefined) return known;
    const key = this.machine.key(configuration);
    this.#keys.set(configuration, key);
    return key;
  }

  /** Of how many configurations the steps are remembered. */
  get size(): number {
    return this.#steps.size;
  }

  /** Whether the steps of a configuration are remembered. */
  isKnown(configuration: Configuration): boolean {
    return this.#steps.has(this.key(configuration));
  }

  /** From now on, at most so many more unknown configurations are open: of a large model each of them costs. */
  limit(more: number): void {
    this.#most = this.size + more;
  }

  /** Whether looking for a way through a configuration is not too much. */
  isOpen(configuration: Configuration): boolean {
    return this.size < this.#most || this.isKnown(configuration);
  }

  /** The steps that are enabled; always the same objects for the same configuration. */
  from(configuration: Configuration): readonly Step[] {
    const key = this.key(configuration);
    const known = this.#steps.get(key);
    if (known !== undefined) return known;
    const { steps } = this.machine.moves(configuration);
    this.#steps.set(key, steps);
    return steps;
  }

  /** The enabled step on the same event and binding, best with the same rows. */
  like(configuration: Configuration, { event, binding, rows }: Action): Step | undefined {
    const wanted = labelOf({ event, ...(binding && { binding }) });
    const alike = this.from(configuration).filter((step) => labelOf(step) === wanted);
    const taken = JSON.stringify(rows);
    return alike.find((step) => JSON.stringify(step.rows) === taken) ?? alike[0];
  }
}

/** What holds in one configuration, given by its local ids. */
import type { Compiled, Condition, Guard, Lookup, Occasion, Part } from '../compile/index.ts';
import { Tape, writeCondition } from './tape.ts';

/** Evaluates conditions. What it finds is kept until another configuration is looked at. */
export class Evaluation {
  readonly tape = new Tape();
  /** The local ids of the configuration that is looked at; call {@link begin} after changing them. */
  readonly locals: Int32Array;
  readonly #conditions: readonly Condition[];
  readonly #occasions: readonly Occasion[];
  /** Where each condition stands. */
  readonly #places: Int32Array;
  /** For each condition the time at which it was found not to hold, or that time plus 1 where it was found to hold. */
  readonly #answers: Int32Array;
  #now = 0;

  constructor({ components, occasions }: Pick<Compiled, 'components' | 'occasions'>, conditions: readonly Condition[]) {
    this.locals = new Int32Array(components.length);
    this.#conditions = conditions;
    this.#occasions = occasions;
    this.#places = Int32Array.from(conditions, (condition) => writeCondition(this.tape, condition));
    this.#answers = new Int32Array(conditions.length).fill(-1);
  }

  /** Forgets what was found. */
  begin(): void {
    this.#now += 2;
    if (this.#now < 1 << 30) return;
    this.#now = 0;
    this.#answers.fill(-1);
  }

  /** Whether the condition with a number holds. */
  holds(number: number): boolean {
    const known = this.#answers[number] as number;
    if (known >= this.#now) return known > this.#now;
    const place = this.#places[number] as number;
    const answer = place < 0 ? this.#isSomeEnabled(number) : this.#isMet(place);
    this.#answers[number] = answer ? this.#now + 1 : this.#now;
    return answer;
  }

  #isMet(place: number): boolean {
    const { numbers } = this.tape;
    const { locals } = this;
    let total = 0;
    let at = place + 4;
    for (const end = at + 2 * (numbers[place + 3] as number); at < end; at += 2)
      total += numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
    const end = at + (numbers[at] as number);
    while (at < end) if (this.holds(numbers[++at] as number)) total++;
    return (
      ((numbers[place] as number) <= total && total <= (numbers[place + 1] as number)) !== (numbers[place + 2] === 1)
    );
  }

  /** Whether a guard holds. */
  meets({ local, general }: Guard): boolean {
    return local.every((lookup) => this.#at(lookup) === 1) && general.every((number) => this.holds(number));
  }

  #at({ component, table }: Lookup): number {
    return table[this.locals[component] as number] as number;
  }

  #isSomeEnabled(number: number): boolean {
    const { enabled } = this.#conditions[number] as Exclude<Condition, { from: number }>;
    return enabled.some((index) => this.#isEnabled(this.#occasions[index] as Occasion));
  }

  /** Whether some step of an occasion is enabled and not blocked. */
  #isEnabled({ common, choices }: Occasion): boolean {
    const isPossible = (part: Part): boolean =>
      this.meets(part.guard) && [...part.blockings, ...part.late].every((blocking) => this.#at(blocking) === -1);
    return isPossible(common) && choices.every((parts) => parts.some(isPossible));
  }
}

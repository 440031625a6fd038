/** What holds in one configuration, given by its local ids. */
import type { Compiled, Condition, Guard, Occasion } from '../../compile/index.ts';
import { Tape, writeEnabled, writePart, writeSum } from './tape.ts';

/** The place of a condition that is not written yet. */
const UNWRITTEN = -(2 ** 31);

/** Evaluates conditions. What it finds is kept until another configuration is looked at. */
export class Evaluation {
  readonly tape = new Tape();
  /** The local ids of the configuration that is looked at; call {@link begin} after changing them. */
  readonly locals: Int32Array;
  readonly #conditions: readonly Condition[];
  readonly #occasions: readonly Occasion[];
  /** Where each condition stands, once it was asked for; of one that asks what is enabled, -1 minus that. */
  readonly #places: Int32Array;
  /** For each condition the time at which it was found not to hold, or that time plus 1 where it was found to hold. */
  readonly #answers: Int32Array;
  #now = 0;

  constructor({ components, occasions }: Pick<Compiled, 'components' | 'occasions'>, conditions: readonly Condition[]) {
    this.locals = new Int32Array(components.length);
    this.#conditions = conditions;
    this.#occasions = occasions;
    this.#places = new Int32Array(conditions.length).fill(UNWRITTEN);
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
    const place = this.#placeOf(number);
    const answer = place < 0 ? this.#isSomeEnabled(-1 - place) : this.#isMet(place);
    this.#answers[number] = answer ? this.#now + 1 : this.#now;
    return answer;
  }

  /** Where a condition stands. */
  #placeOf(number: number): number {
    const place = this.#places[number] as number;
    if (place !== UNWRITTEN) return place;
    const condition = this.#conditions[number] as Condition;
    const written =
      'enabled' in condition
        ? -1 -
          writeEnabled(
            this.tape,
            condition.enabled.map((index) => this.#occasions[index] as Occasion),
          )
        : writeSum(this.tape, condition);
    this.#places[number] = written;
    return written;
  }

  /** A test of a guard. */
  tester(guard: Guard): () => boolean {
    const place = writePart(this.tape, { guard, blockings: [], late: [] });
    return () => this.meets(place);
  }

  /** Whether the guard of the part that stands at a place holds. */
  meets(place: number): boolean {
    const { numbers } = this.tape;
    let at = place + 1 + 2 * (numbers[place] as number);
    if (!this.#areAll(place, 1)) return false;
    for (const last = at + (numbers[at] as number); at < last; ) if (!this.holds(numbers[++at] as number)) return false;
    return true;
  }

  /** Whether all lookups that stand at a place give a number. */
  #areAll(place: number, wanted: number): boolean {
    const { numbers } = this.tape;
    const { locals } = this;
    let at = place + 1;
    for (const end = at + 2 * (numbers[place] as number); at < end; at += 2)
      if (numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] !== wanted) return false;
    return true;
  }

  #isMet(place: number): boolean {
    const { numbers } = this.tape;
    const { locals } = this;
    let total = 0;
    let at = place + 4;
    for (const end = at + 2 * (numbers[place + 3] as number); at < end; at += 2)
      total += numbers[(numbers[at + 1] as number) + (locals[numbers[at] as number] as number)] as number;
    for (const last = at + (numbers[at] as number); at < last; ) if (this.holds(numbers[++at] as number)) total++;
    const isBetween = (numbers[place] as number) <= total && total <= (numbers[place + 1] as number);
    return isBetween !== (numbers[place + 2] === 1);
  }

  /** Whether the guard of a part holds and nothing in it is blocked. */
  #isPossible(place: number): boolean {
    const { numbers } = this.tape;
    const general = place + 1 + 2 * (numbers[place] as number);
    return this.meets(place) && this.#areAll(general + 1 + (numbers[general] as number), -1);
  }

  /** Whether some step of the occasions that stand at a place is enabled. */
  #isSomeEnabled(place: number): boolean {
    const { numbers } = this.tape;
    let at = place + 1;
    for (let left = numbers[place] as number; left > 0; left--) {
      let isPossible = this.#isPossible(numbers[at++] as number);
      for (let choices = numbers[at++] as number; choices > 0; choices--) {
        let hasPart = false;
        for (let parts = numbers[at++] as number; parts > 0; parts--, at++)
          hasPart ||= isPossible && this.#isPossible(numbers[at] as number);
        isPossible &&= hasPart;
      }
      if (isPossible) return true;
    }
    return false;
  }
}

/** The steps of configurations that stand for others, as they are before what they lead to is exchanged for what stands for that. */
import type { Compiled, Occasion } from '../../compile/index.ts';
import type { Value } from '../../table/types.ts';
import { type Packing, unpack } from '../compiled/packing.ts';
import { reading } from '../compiled/reading.ts';
import { actionOf } from '../compiled/search.ts';
import { Successors } from '../compiled/successors.ts';
import type { Field } from '../graph.ts';
import type { Action, Configuration, Machine } from '../machine.ts';
import type { Arrangement } from './arrangement.ts';
import type { Renaming } from './renaming.ts';

/** Finds the steps of one configuration after the other; what it answers is about those it found last, by their number from 0. */
export class RawSteps {
  readonly #packing: Packing;
  readonly #arrangement: Arrangement;
  readonly #successors: Successors;
  readonly #reading: ReturnType<typeof reading>;
  readonly #locals: Int32Array;

  constructor(compiled: Compiled, packing: Packing, arrangement: Arrangement, machine: () => Machine) {
    this.#packing = packing;
    this.#arrangement = arrangement;
    const successors = new Successors(compiled, packing);
    this.#successors = successors;
    this.#locals = new Int32Array(compiled.components.length);
    const located = {
      size: 0,
      localOf(component: number) {
        const [word, weight, size] = [packing.word, packing.weight, packing.size].map(
          (each) => each[component] as number,
        );
        return (step: number): number =>
          (((successors.words[step * packing.words + (word as number)] as number) / (weight as number)) | 0) %
          (size as number);
      },
      unpack: (step: number, locals: Int32Array): void =>
        unpack(packing, successors.words, step * packing.words, locals),
    };
    this.#reading = reading(compiled, located, machine);
  }

  /** Finds the steps of the configuration whose words begin at a place, in the order of its edges. How many there are. */
  find(keys: Int32Array, from: number): number {
    this.#successors.clear();
    this.#successors.find(keys, from);
    return this.#successors.count;
  }

  /** What happens in a step. */
  action(step: number): Action {
    return actionOf(this.#successors.all[this.#successors.occasions[step] as number] as Occasion);
  }

  /** Reads a field of what a step leads to. */
  read(field: Field): (step: number) => Value {
    return this.#reading.read(field);
  }

  /** What a step leads to. */
  configuration(step: number): Configuration {
    return this.#reading.configuration(step);
  }

  /** The renaming of what a step leads to into what stands for it. */
  renaming(step: number): Renaming {
    return this.arranged(step).renaming();
  }

  /** The same with a number that tells it from others, to be asked for before anything else is arranged. */
  arranged(step: number): { readonly code: number; readonly renaming: () => Renaming } {
    unpack(this.#packing, this.#successors.words, step * this.#packing.words, this.#locals);
    this.#arrangement.arrange(this.#locals);
    return { code: this.#arrangement.code, renaming: () => this.#arrangement.renaming };
  }
}

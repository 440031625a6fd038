/**
 * What a run shows of properties. A finite run can break an invariant, and what must never happen; it can show that something is reachable; and where
 * nothing is enabled any more, what had to stay possible or to happen can be broken too. Everything else a run cannot decide.
 */
import type { Bound, Machine, Question } from '../../model/explore/machine.ts';
import type { Model } from '../../model/system/types.ts';
import { bindingsFor } from '../judge/judge.ts';
import type { Roads, Run } from './runs.ts';

/** A property with its parameters bound. */
type Watched = { readonly property: string; readonly asked: Asked; readonly bound: Bound };
type Asked = {
  readonly [word in
    | 'invariant'
    | 'never'
    | 'reachable'
    | 'alwaysCanReach'
    | 'eventually'
    | 'leadsTo'
    | 'after'
    | 'when']?: Question;
};

/** A property that a run breaks, and after how many steps. */
export type Broken = { readonly property: string; readonly binding?: Bound; readonly after: number };

export class Monitor {
  readonly #machine: Machine;
  readonly #roads: Roads;
  readonly #watched: readonly Watched[];
  readonly #sought: readonly Watched[];

  constructor(model: Model, roads: Roads) {
    this.#machine = roads.machine;
    this.#roads = roads;
    const all = Object.entries(model.properties ?? {}).flatMap(([property, asked]) =>
      bindingsFor(model, asked, false).map(
        ({ binding }): Watched => ({ property, asked: asked as Asked, bound: binding }),
      ),
    );
    this.#watched = all.filter(({ asked }) => asked.reachable === undefined);
    this.#sought = all.filter(({ asked }) => asked.reachable !== undefined);
  }

  /** The properties that a run breaks, each with the first place where it does. */
  broken(run: Run): readonly Broken[] {
    const found = this.#watched.flatMap(({ property, asked, bound }): readonly Broken[] => {
      const after = this.#breaks(run, asked, bound);
      const binding = Object.keys(bound).length === 0 ? {} : { binding: bound };
      return after === undefined ? [] : [{ property, ...binding, after }];
    });
    return [...Map.groupBy(found, ({ property }) => property).values()].map((same) =>
      same.reduce((one, other) => (other.after < one.after ? other : one)),
    );
  }

  /** The properties that ask whether something is reachable, and the run reaches it. */
  reached({ initial, steps }: Run): readonly string[] {
    const met = this.#sought.filter(({ asked, bound }) =>
      [initial, ...steps.map(({ to }) => to)].some((each) =>
        this.#machine.holds(asked.reachable as Question, each, bound),
      ),
    );
    return met.map(({ property }) => property);
  }

  /** After how many steps a run breaks what is asked. */
  #breaks({ initial, steps }: Run, asked: Asked, bound: Bound): number | undefined {
    const condition = asked.after ?? asked.when;
    let isAsked = condition === undefined;
    let isOpen = false;
    let at = initial;
    for (let taken = 0; taken <= steps.length; taken++) {
      if (taken > 0) at = (steps[taken - 1] as Run['steps'][number]).to;
      const holds = (question: Question): boolean => this.#machine.holds(question, at, bound);
      if (condition !== undefined && holds(condition)) isAsked = isOpen = true;
      else if (condition === undefined && taken === 0) isOpen = true;
      if (asked.invariant !== undefined && !holds(asked.invariant)) return taken;
      if (isAsked && asked.never !== undefined && holds(asked.never)) return taken;
      const goal = asked.eventually ?? asked.leadsTo;
      if (goal !== undefined && holds(goal)) isOpen = false;
      if (taken < steps.length || this.#roads.from(at).length > 0) continue;
      if (goal !== undefined && isOpen) return taken;
      if (isAsked && asked.alwaysCanReach !== undefined && !holds(asked.alwaysCanReach)) return taken;
    }
    return undefined;
  }
}

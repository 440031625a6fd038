/**
 * Whether the checks bite: every small fault is put into a table or system, and a property ought to notice it.
 *
 * A mutant is killed where a property that holds of the original is violated of it. Default findings kill nothing, nor
 * does a property that merely restates one row: one for which there is a row (or an event of a system) that every
 * mutant that breaks it changes. What is not killed is equivalent where it is bisimilar to the original in events,
 * states and finality, and survives otherwise.
 */
import type { StateGraph } from '../../model/explore/graph.ts';
import { Stopped, type Work } from '../../model/explore/work.ts';
import type { Model } from '../../model/system/types.ts';
import { formatPath, type Path } from '../../model/table/diagnostic.ts';
import { compared, type Told } from '../difference/index.ts';
import { type Behaving, behaving, broken, explored, type Named, resultOn, verdictOn } from './breakers.ts';
import { MUTATION_KINDS, type Mutant, type MutationKind } from './mutant.ts';
import { mutantsOf, untriedOf } from './mutants.ts';
import { type Idle, idleProperties } from './premises.ts';
import { type Suggestion, truths } from './suggest.ts';

/** What became of a mutant. */
export type Fate = 'killed' | 'survived' | 'equivalent' | 'undecided';

export type Judged = Omit<Mutant, 'model'> & {
  readonly fate: Fate;
  /** The properties that break on it, those that restate one row included. */
  readonly brokenBy: readonly string[];
  /** Why it is undecided. */
  readonly reason?: string;
  /**
   * A shortest run that shows how it differs, where it survived and a run shows it: `one` is the original, `other` the
   * mutant.
   */
  readonly told?: Told;
  /** A property that kills it, by its name among the suggestions. */
  readonly suggestion?: string;
};

export type KindScore = { readonly [fate in Fate]: number } & {
  readonly kind: MutationKind;
  readonly score: number | null;
};

/** A property that restates one row or event, with the path of that. */
export type Restating = { readonly property: string; readonly path: Path };

export type Mutation = {
  /** Killed mutants over killed and survived ones, from 0 to 1; null where there are none of either. */
  readonly score: number | null;
  readonly kinds: readonly KindScore[];
  readonly mutants: readonly Judged[];
  readonly restating: readonly Restating[];
  /** Properties that hold and that no mutant breaks. */
  readonly unbroken: readonly string[];
  /** Properties that hold, all or part of them, because what they speak of never occurs. */
  readonly idle: readonly Idle[];
  readonly suggestions: readonly Suggestion[];
  /** How many faults were not tried: rows led to states beyond the first ones, where there would be too many mutants. */
  readonly untried: number;
  /** The limit at which it was stopped. */
  readonly stopped?: string;
};

/**
 * How many times the configurations of the original a mutant may have, unless a bound is given; and what is always
 * allowed.
 */
const MOST_TIMES = 20;
const LEAST_BOUND = 10_000;

type Options = {
  readonly maxConfigurations?: number;
  /** Whether properties are sought that would kill what survives, which takes most of the time; they are unless told otherwise. */
  readonly suggests?: boolean;
};

/**
 * Judges all mutants, in pieces: it says now and then how far it is, and stops when it is told a limit; mutants that
 * were not looked at by then are undecided.
 */
export function* mutating(
  model: Model,
  graph: StateGraph,
  { maxConfigurations, suggests = true }: Options = {},
): Generator<string, Mutation, string | undefined> {
  const bound = maxConfigurations ?? Math.max(LEAST_BOUND, MOST_TIMES * graph.size);
  const plain = withoutWords(model);
  const run = new Run(behaving(plain, graph), bound, suggests);
  const mutants = [...mutantsOf(plain)];
  const stopped = yield* saying(() => `mutant ${run.seen} of ${mutants.length}`, run.all(mutants));
  return run.result(mutants, stopped);
}

/** Does work while it says where it is; gives the limit that stopped it. */
function* saying(where: () => string, work: Work<void>): Generator<string, string | undefined, string | undefined> {
  let limit = yield where();
  try {
    if (limit !== undefined) throw new Stopped(limit);
    let at = work.next();
    while (!at.done) {
      limit = yield where();
      at = work.next(limit);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return error.limit;
  }
}

/** The model without documents, rulings and words: nothing that behaves is left out. */
function withoutWords(model: Model): Model {
  const { rulings: _, ...rest } = model as Model & { sources?: unknown };
  delete (rest as { sources?: unknown }).sources;
  return rest as Model;
}

/** One round over all mutants. */
class Run {
  seen = 0;
  private readonly original: Behaving;
  private readonly bound: number;
  private readonly suggests: boolean;
  private holding: readonly Named[] = [];
  private idle: readonly Idle[] = [];
  private readonly judged = new Map<string, Judged>();
  private candidates: readonly Suggestion[] | undefined;
  private readonly suggestions: Suggestion[] = [];

  constructor(original: Behaving, bound: number, suggests: boolean) {
    this.original = original;
    this.bound = bound;
    this.suggests = suggests;
  }

  *all(mutants: readonly Mutant[]): Work<void> {
    const { model, graph } = this.original;
    const named: readonly Named[] = Object.entries(model.properties ?? {});
    const holding: Named[] = [];
    for (const each of named) if ((yield* resultOn(this.original, each)) === 'holds') holding.push(each);
    this.holding = holding;
    this.idle = yield* idleProperties(this.original, holding);
    if (graph.stopped !== undefined) throw new Stopped(graph.stopped.limit);
    for (const mutant of mutants) {
      yield* this.first(mutant);
      this.seen++;
    }
    const restating = new Set(this.restating().map(({ property }) => property));
    for (const mutant of mutants) {
      const judged = this.judged.get(mutant.name) as Judged;
      if (judged.fate === 'killed' && judged.brokenBy.every((name) => restating.has(name)))
        yield* this.notKilled(mutant, yield* this.explored(mutant), judged.brokenBy);
    }
  }

  /** Judges a mutant as though every property counted. */
  private *first(mutant: Mutant): Work<void> {
    const on = yield* this.explored(mutant);
    const { violated, undecided } = yield* broken(on, this.holding);
    if (violated.length > 0) this.put(mutant, 'killed', violated);
    else if (undecided.length > 0 || on.graph.stopped !== undefined)
      this.put(mutant, 'undecided', violated, { reason: `stopped at ${on.graph.stopped?.limit}` });
    else yield* this.notKilled(mutant, on, violated);
  }

  private explored({ model }: Mutant): Work<Behaving> {
    return explored(model, this.original.graph.size, this.bound);
  }

  /** What becomes of a mutant that nothing kills. */
  private *notKilled(mutant: Mutant, on: Behaving, violated: readonly string[]): Work<void> {
    if (on.graph.stopped !== undefined)
      return this.put(mutant, 'undecided', violated, { reason: `stopped at ${on.graph.stopped.limit}` });
    const difference = yield* compared(this.original.graph, on.graph);
    if (difference.same) return this.put(mutant, 'equivalent', violated);
    const suggestion = this.suggests ? yield* this.suggestionFor(on) : undefined;
    this.put(mutant, 'survived', violated, {
      ...(difference.told && { told: difference.told }),
      ...(suggestion && { suggestion: suggestion.name }),
    });
  }

  /**
   * A property that holds of the original and is violated of a mutant: one that was suggested already, if it will do.
   */
  private *suggestionFor(on: Behaving): Work<Suggestion | undefined> {
    for (const each of this.suggestions)
      if ((yield* resultOn(on, [each.name, each.property])) === 'violated') return each;
    this.candidates ??= yield* truths(this.original.model, this.original.graph);
    for (const each of this.candidates) {
      const named: Named = [each.name, each.property];
      if ((yield* resultOn(on, named)) !== 'violated') continue;
      if ((yield* resultOn(this.original, named)) !== 'holds') continue;
      // What is suggested is shown to break: its counterexample is taken through the semantics once more.
      yield* verdictOn(on, named);
      this.suggestions.push(each);
      return each;
    }
    return undefined;
  }

  private put(
    { kind, fault, name, path, changes }: Mutant,
    fate: Fate,
    brokenBy: readonly string[],
    more: Pick<Judged, 'reason' | 'told' | 'suggestion'> = {},
  ): void {
    this.judged.set(name, { kind, fault, name, path, changes, fate, brokenBy, ...more });
  }

  /** The properties that one row explains: each mutant that breaks it changes that row. */
  private restating(): readonly Restating[] {
    return this.holding.flatMap(([property]) => {
      const [first, ...others] = [...this.judged.values()].filter(({ brokenBy }) => brokenBy.includes(property));
      const path = first?.changes.find((each) => {
        const text = formatPath(each);
        return others.every(({ changes }) => changes.some((other) => formatPath(other) === text));
      });
      return path === undefined ? [] : [{ property, path }];
    });
  }

  result(all: readonly Mutant[], stopped: string | undefined): Mutation {
    const mutants = all.map(
      ({ kind, fault, name, path, changes }): Judged =>
        this.judged.get(name) ?? {
          kind,
          fault,
          name,
          path,
          changes,
          fate: 'undecided',
          brokenBy: [],
          reason: `stopped at ${stopped}`,
        },
    );
    const broken = new Set(mutants.flatMap(({ brokenBy }) => brokenBy));
    const isWhole = mutants.every(({ fate }) => fate !== 'undecided');
    return {
      score: scoreOf(mutants),
      kinds: MUTATION_KINDS.flatMap((kind) => {
        const those = mutants.filter((each) => each.kind === kind);
        return those.length === 0 ? [] : [{ kind, ...countsOf(those), score: scoreOf(those) }];
      }),
      mutants,
      restating: stopped === undefined ? this.restating() : [],
      unbroken: isWhole ? this.holding.map(([name]) => name).filter((name) => !broken.has(name)) : [],
      idle: this.idle,
      suggestions: this.suggestions,
      untried: untriedOf(this.original.model),
      ...(stopped !== undefined && { stopped }),
    };
  }
}

/** How many mutants had each fate. */
export function countsOf(mutants: readonly Judged[]): { readonly [fate in Fate]: number } {
  const count = (wanted: Fate): number => mutants.filter(({ fate }) => fate === wanted).length;
  return {
    killed: count('killed'),
    survived: count('survived'),
    equivalent: count('equivalent'),
    undecided: count('undecided'),
  };
}

function scoreOf(mutants: readonly Judged[]): number | null {
  const { killed, survived } = countsOf(mutants);
  return killed + survived === 0 ? null : killed / (killed + survived);
}

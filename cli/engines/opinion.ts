/** What an outside engine says of a table, in our terms. */
import type { Trace } from '../../model/explore/graph.ts';
import type { Configuration, Machine, Step } from '../../model/explore/machine.ts';
import { Defect } from '../../properties/judge/index.ts';

/** An engine's verdict on one property, with its witness or counterexample where it gave one. */
export type EngineVerdict = {
  readonly property: string;
  readonly result: 'holds' | 'violated';
  readonly trace?: Trace;
};

/** A second opinion: counts, whether something can be stuck, and the properties that the engine's language can say. */
export type Opinion = {
  readonly engine: EngineName;
  readonly configurations: number;
  readonly transitions: number;
  /** Whether a configuration is reachable that is not final and has no enabled row; nothing where the engine was not asked. */
  readonly stuck?: boolean;
  readonly verdicts: readonly EngineVerdict[];
  /** The properties that the engine's language cannot say. */
  readonly unsaid: readonly string[];
};

export const ENGINES = ['rumur', 'spin'] as const;
export type EngineName = (typeof ENGINES)[number];

/** A step as the exported models name it. */
export type Named = { readonly row: number; readonly event: string };

/** Reads the names of steps that the exported models give to rules: `row:event:from`. */
export function named(text: string): Named {
  const [, row, event] = /^(\d+):([^:]+):/.exec(text) ?? [];
  if (row === undefined || event === undefined) throw new Defect(`an engine named a step ${text}`);
  return { row: Number(row), event };
}

/** The run of the machine that takes the named steps. @throws {Defect} where one of them is not enabled. */
export function runOf(machine: Machine, start: number, steps: readonly Named[]): Trace {
  const initial = machine.initial[start];
  if (initial === undefined)
    throw new Defect(`an engine starts from initial configuration ${start}, which does not exist`);
  let at: Configuration = initial;
  const taken = steps.map(({ row, event }): Step => {
    const step = machine.moves(at).steps.find((each) => each.row === row && each.event === event);
    if (step === undefined) throw new Defect(`an engine takes ${event} (row ${row}) in ${machine.describe(at)}`);
    at = step.to;
    return step;
  });
  return { initial, steps: taken };
}

/**
 * The initial configurations as a few independent choices where they are that, so that a model need not list them one by one: six machines with
 * six initial states each are six choices, and 46,656 initial configurations.
 */
import type { Value } from '../../model/table/types.ts';
import type { Program } from './commands.ts';
import type { Variable } from './expressions.ts';

type Values = ReadonlyMap<Variable, Value>;

/** Values among which one is chosen. */
export type Choice = readonly Values[];

/**
 * The choices that make an initial configuration, each of some variables. All variables get a value: those that always start with the same one in every option
 * of the first choice. There is one choice among all initial configurations where they are no independent ones.
 */
export function startChoices({ starts, variables }: Pick<Program, 'starts' | 'variables'>): readonly Choice[] {
  const all = variables.all.map((variable) => ({
    variable,
    values: [...new Set(starts.map((start) => start.get(variable) as Value))],
  }));
  const open = all.filter(({ values }) => values.length > 1);
  const number = open.reduce((product, { values }) => product * values.length, 1);
  if (open.length < 2 || number !== starts.length) return [starts];
  const fixed = all
    .filter(({ values }) => values.length === 1)
    .map(({ variable, values }) => [variable, values[0] as Value] as const);
  return open.map(({ variable, values }, index) =>
    values.map((value) => new Map([...(index === 0 ? fixed : []), [variable, value] as const])),
  );
}

/** The initial configuration that is made by choosing the options of these numbers, by its own number; -1 where there is none. */
export function chosenStart(program: Program, numbers: readonly number[]): number {
  const chosen = startChoices(program).flatMap((choice, index) => [...(choice[numbers[index] as number] ?? [])]);
  return program.starts.findIndex((start) => chosen.every(([variable, value]) => start.get(variable) === value));
}

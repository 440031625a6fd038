/**
 * The most consistent whole: every variable takes one of its options so that the sum of what the options are worth alone and in pairs is
 * greatest. Reading a document is such a choice: how each row is split and what each label means, worth more where rows confirm each other.
 *
 * Solved exactly by depth-first branch and bound over a weighted constraint network (T. Schiex, H. Fargier, G. Verfaillie, “Valued constraint
 * satisfaction problems: hard and easy problems”, IJCAI 1995), with the bound of partial forward checking: an open
 * variable is worth at most its best option, counting what assigned variables add and the most that open ones could.
 */

/** Variables by index, the worth of each option alone, and of pairs of options of two variables. Worths are integers, so sums are exact. */
export type Network = {
  readonly alone: readonly (readonly number[])[];
  /** `together(i, a, j, b)`: what option a of variable i adds to option b of variable j, for i < j. */
  readonly together: (i: number, a: number, j: number, b: number) => number;
};

/** The best choice. `proved` is false where the search was cut short, so that a better one may exist. */
export type Choice = { readonly options: readonly number[]; readonly worth: number; readonly proved: boolean };

/** The most steps of one search. */
const MOST_STEPS = 200_000;

/** The tables of a network that every search on it uses. */
type Tables = {
  readonly alone: readonly (readonly number[])[];
  /** `pair[i][j][a][b]`, for every two different variables. */
  readonly pair: readonly (readonly (readonly (readonly number[])[])[])[];
  /** `most[i][j][a]`: the most that any option of j adds to option a of i. */
  readonly most: readonly (readonly (readonly number[])[])[];
  /** The order in which variables are assigned: those that decide most first. */
  readonly order: readonly number[];
};

function tablesOf({ alone, together }: Network): Tables {
  const ids = alone.map((_, i) => i);
  const pair = ids.map((i) =>
    ids.map((j) =>
      (alone[i] as readonly number[]).map((_, a) =>
        (alone[j] as readonly number[]).map((_, b) =>
          i === j ? 0 : i < j ? together(i, a, j, b) : together(j, b, i, a),
        ),
      ),
    ),
  );
  const most = pair.map((row) =>
    row.map((matrix) => matrix.map((line) => line.reduce((x, y) => Math.max(x, y), -Infinity))),
  );
  const spread = (i: number): number =>
    ids.reduce((sum, j) => {
      let [least, greatest] = [0, 0];
      for (const line of pair[i]?.[j] ?? [])
        for (const worth of line) {
          least = Math.min(least, worth);
          greatest = Math.max(greatest, worth);
        }
      return sum + greatest - least;
    }, 0);
  const spreads = ids.map(spread);
  const order = ids.toSorted((i, j) => (spreads[j] as number) - (spreads[i] as number) || i - j);
  return { alone, pair, most, order };
}

/** Searches for a choice worth more than `floor` in which a variable takes one of some options, if that is asked for. */
function search({ alone, pair, most, order }: Tables, floor: number, asked?: Asked): Choice | undefined {
  const size = alone.length;
  const chosen = new Array<number>(size).fill(-1);
  let best: readonly number[] | undefined;
  let worth = floor;
  let steps = 0;
  const open = order.toSorted((i, j) => Number(j === asked?.variable) - Number(i === asked?.variable));

  /** For each open variable what its options are worth with all that is assigned; then the sum of what each can reach at most. */
  const descend = (depth: number, sum: number, gains: readonly (readonly number[])[]): void => {
    if (depth === size) {
      if (sum > worth || best === undefined) {
        worth = sum;
        best = [...chosen];
      }
      return;
    }
    if (++steps > MOST_STEPS) return;
    const reach = (at: number, option: number): number => {
      const i = open[at] as number;
      let top = (gains[i] as readonly number[])[option] as number;
      for (let later = at + 1; later < size; later++) top += most[i]?.[open[later] as number]?.[option] as number;
      return top;
    };
    let bound = sum;
    for (let at = depth + 1; at < size; at++) {
      let top = -Infinity;
      const options = (gains[open[at] as number] as readonly number[]).length;
      for (let option = 0; option < options; option++) top = Math.max(top, reach(at, option));
      bound += top;
    }
    const i = open[depth] as number;
    const own = gains[i] as readonly number[];
    const options = i === asked?.variable ? asked.options : own.map((_, option) => option);
    const ranked = options
      .map((option) => ({ option, reach: reach(depth, option) }))
      .sort((one, other) => other.reach - one.reach || one.option - other.option);
    for (const { option, reach: top } of ranked) {
      if (bound + top <= worth) return;
      chosen[i] = option;
      const next = gains.map((line, j) =>
        j === i || chosen[j] !== -1
          ? line
          : line.map((gain, other) => gain + (pair[i]?.[j]?.[option]?.[other] as number)),
      );
      descend(depth + 1, sum + (own[option] as number), next);
      chosen[i] = -1;
    }
  };

  descend(0, 0, alone);
  return best === undefined ? undefined : { options: best, worth, proved: steps <= MOST_STEPS };
}

/** Choices in which a variable takes one of some options. */
export type Asked = { readonly variable: number; readonly options: readonly number[] };

/** Answers about one network. */
export type Consistency = {
  /** The choice that is worth most; among equal ones the first that is found, always the same one. */
  readonly best: Choice;
  /** The best of the choices that are asked for; nothing where none of them is worth at least `least`. */
  readonly bestWith: (asked: Asked, least: number) => Choice | undefined;
};

/** Solves a network. */
export function consistency(network: Network): Consistency {
  const tables = tablesOf(network);
  const none: Choice = { options: [], worth: 0, proved: true };
  return {
    best: network.alone.length === 0 ? none : (search(tables, -Infinity) as Choice),
    bestWith: (asked, least) => search(tables, least - 1, asked),
  };
}

/** How a check was planned, for people. */
import type { Plan } from '../../model/explore/planning.ts';
import type { Symmetry } from '../../model/explore/symmetry/exchanged.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { plural } from '../../model/table/text.ts';

/** A plan, and why it was given up for a graph, where it was. */
export type PlanTold = Omit<Plan, 'compiled' | 'store'> & { readonly turned?: string };

const MEGABYTE = 1024 * 1024;

/** Large numbers are told by their magnitude. */
const count = (number: number): string => (number < 1e15 ? String(number) : number.toExponential(1));

/** A plan in lines. */
export function planLines({
  strategy,
  because,
  components,
  product,
  bits,
  memory,
  symmetry,
  turned,
}: PlanTold): readonly string[] {
  const parts = components.map(({ name, localIds }) => `    ${visible(name)}: ${plural(localIds, 'local id')}`);
  const size = `    product ${count(product)}, ${plural(bits, 'bit')}`;
  const held = memory === undefined ? '' : `; at most ${Math.ceil(memory / MEGABYTE)} MB expected beside the program`;
  return [
    `  plan: ${strategy}; ${because}`,
    ...(components.length === 0
      ? []
      : [`    ${plural(components.length, 'component')}:`, ...parts.map((line) => `  ${line}`)]),
    ...(components.length === 0 ? [] : [`${size}${held}`]),
    ...(symmetry === undefined ? [] : symmetryLines(symmetry)),
    ...(turned === undefined ? [] : [`    went on with a graph: ${turned}`]),
  ];
}

/** What is exchanged, and what is not and why, in lines. */
const symmetryLines = ({ exchanged, apart }: Symmetry): readonly string[] => [
  ...exchanged.map(({ set, members }) => `    exchanged: ${visible(set)}, all ${members.length} of it`),
  ...[...apart].map(([set, because]) => `    not exchanged: ${visible(set)}, for ${visible(because)}`),
];

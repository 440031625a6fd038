/** The orders in which overlapping calls may have happened, one after the other (linearizability, Herlihy and Wing 1990). */
import { type Configuration, labelOf, type Machine } from '../../model/explore/machine.ts';
import { type Answer, differences, type Observed } from '../suites/follow.ts';
import type { Input } from '../suites/inputs.ts';

/** A call of a client, and between which entries of the log it ran. */
export type Call = {
  readonly client: number;
  readonly input: Input;
  readonly begun: number;
  readonly ended: number;
  readonly answer: Answer;
};

/** A way in which calls come about one after the other: the answers in their order, and where it ends. */
export type Order = { readonly answers: readonly string[]; readonly end: Configuration };

/** A call in words, as interleavings and orders show it. */
export const callText = ({ client, input }: Pick<Call, 'client' | 'input'>): string =>
  `client ${client + 1}: ${labelOf(input)}`;

/** Whether nothing that is seen differs from a configuration. */
export const agrees = (configuration: Configuration, seen: Observed): boolean =>
  differences(configuration, seen).length === 0;

/** Whether the answers and what is seen in the end come about in some order: calls that ended before another began keep theirs. */
export function explains(machine: Machine, at: Configuration, calls: readonly Call[], seen: Observed): boolean {
  if (calls.length === 0) return agrees(at, seen);
  return calls.some((call) => {
    const { isAccepted } = call.answer;
    return waysOf(machine, at, call, calls).some(
      ({ accepted, to }) =>
        (isAccepted === undefined || isAccepted === accepted) &&
        explains(
          machine,
          to,
          calls.filter((other) => other !== call),
          seen,
        ),
    );
  });
}

/** Every order that the table allows, whatever was answered. */
export function ordersOf(machine: Machine, at: Configuration, calls: readonly Call[]): readonly Order[] {
  if (calls.length === 0) return [{ answers: [], end: at }];
  return calls.flatMap((call) =>
    waysOf(machine, at, call, calls).flatMap(({ accepted, to }) =>
      ordersOf(
        machine,
        to,
        calls.filter((other) => other !== call),
      ).map(({ answers, end }) => ({
        answers: [`${callText(call)} is ${accepted ? 'accepted' : 'refused'}`, ...answers],
        end,
      })),
    ),
  );
}

/** What a call may do as the first of those that are left: nothing where another ended before it began; a refusal where the table has no step. */
function waysOf(
  machine: Machine,
  at: Configuration,
  call: Call,
  left: readonly Call[],
): readonly { readonly accepted: boolean; readonly to: Configuration }[] {
  if (left.some((other) => other !== call && other.ended <= call.begun)) return [];
  const steps = machine.moves(at).steps.filter((step) => labelOf(step) === labelOf(call.input));
  return steps.length === 0 ? [{ accepted: false, to: at }] : steps.map(({ to }) => ({ accepted: true, to }));
}

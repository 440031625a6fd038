/** A trace as one readable, shell-safe word: `0:place,decline,decline~1`. */
import type { Trace } from './graph.ts';
import type { Configuration, Machine, Step } from './machine.ts';

/** A token that does not describe a run of the machine; the message names the position. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

const sameEvent = (machine: Machine, at: Configuration, event: string): readonly Step[] =>
  machine.moves(at).steps.filter((step) => step.event === event);

/**
 * The trace as a token: the index of the initial configuration, a colon, and the events in order. Where several steps are
 * enabled on one event, `~n` says which (counted from 0, in row order; `~0` is left out).
 */
export function encodeTrace(machine: Machine, { initial, steps }: Pick<Trace, 'initial' | 'steps'>): string {
  const key = machine.key(initial);
  const start = machine.initial.findIndex((configuration) => machine.key(configuration) === key);
  let at = initial;
  const words = steps.map(({ event, row, to }) => {
    const choice = sameEvent(machine, at, event).findIndex((step) => step.row === row);
    at = to;
    return choice <= 0 ? event : `${event}~${choice}`;
  });
  return `${start}:${words.join(',')}`;
}

/**
 * The run that a token describes.
 *
 * @throws {TokenError} where the token is malformed, or no such step is enabled at some position (the table has changed).
 */
export function decodeTrace(
  machine: Machine,
  token: string,
): { readonly initial: Configuration; readonly steps: readonly Step[] } {
  const [, start, rest] = /^(\d+):(.*)$/s.exec(token) ?? [];
  if (start === undefined || rest === undefined)
    throw new TokenError(`a token begins with the number of an initial configuration and a colon, such as 0:place,pay`);
  const initial = machine.initial[Number(start)];
  if (initial === undefined)
    throw new TokenError(
      `there is no initial configuration ${start}; there are ${machine.initial.length}, counted from 0`,
    );
  const steps: Step[] = [];
  let at = initial;
  for (const [index, word] of (rest === '' ? [] : rest.split(',')).entries()) {
    const [event = '', choice = '0'] = word.split('~');
    const step = sameEvent(machine, at, event)[Number(choice)];
    if (step === undefined) {
      const enabled = [...new Set(machine.moves(at).steps.map((each) => each.event))].join(', ') || 'nothing';
      throw new TokenError(
        `step ${index + 1}, ${word}, is not enabled in ${machine.describe(at)}; enabled there: ${enabled}`,
      );
    }
    steps.push(step);
    at = step.to;
  }
  return { initial, steps };
}

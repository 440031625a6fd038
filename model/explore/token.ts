/** A trace as one readable, shell-safe word: `0:place,decline,decline~1`, `0:pickUp@session1@technician2`. */
import type { Trace } from './graph.ts';
import { type Action, actionKey, type Configuration, type Machine, type Step } from './machine.ts';

/** A token that does not describe a run of the machine; the message names the position. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

const UTF8 = new TextEncoder();

/** A value of a binding, with all but the plainest characters as percent and the bytes of UTF-8. None is an empty word. */
const valueWord = (value: unknown): string =>
  String(value ?? '').replace(/[^A-Za-z0-9_.-]/gu, (character) =>
    Array.from(UTF8.encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** What a step is called in a token: its event, and the values of its binding in the order of the parameters. */
const wordOf = ({ event, binding = {} }: Action): string => [event, ...Object.values(binding).map(valueWord)].join('@');

const calledSo = (machine: Machine, at: Configuration, word: string): readonly Step[] =>
  machine.moves(at).steps.filter((step) => wordOf(step) === word);

/**
 * The trace as a token: the index of the initial configuration, a colon, and the events with their bindings in order.
 * Where several steps are enabled on one event and binding, `~n` says which (counted from 0, in the order of moves;
 * `~0` is left out).
 */
export function encodeTrace(machine: Machine, { initial, steps }: Pick<Trace, 'initial' | 'steps'>): string {
  const key = machine.key(initial);
  const start = machine.initial.findIndex((configuration) => machine.key(configuration) === key);
  let at = initial;
  const words = steps.map((step) => {
    const word = wordOf(step);
    const action = actionKey(step);
    const choice = calledSo(machine, at, word).findIndex((each) => actionKey(each) === action);
    at = step.to;
    return choice <= 0 ? word : `${word}~${choice}`;
  });
  return `${start}:${words.join(',')}`;
}

/**
 * The run that a token describes.
 *
 * @throws {TokenError} where the token is malformed, or no such step is enabled at some position (the model has
 * changed).
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
  for (const [index, written] of (rest === '' ? [] : rest.split(',')).entries()) {
    const [word = '', choice = '0'] = written.split('~');
    const step = calledSo(machine, at, word)[Number(choice)];
    if (step === undefined) {
      const enabled = [...new Set(machine.moves(at).steps.map(wordOf))].join(', ') || 'nothing';
      throw new TokenError(
        `step ${index + 1}, ${written}, is not enabled in ${machine.describe(at)}; enabled there: ${enabled}`,
      );
    }
    steps.push(step);
    at = step.to;
  }
  return { initial, steps };
}

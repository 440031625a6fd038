/** A trace as one readable, shell-safe word: `0:place,decline,decline~1`, `0:pickUp@session1@technician2`. */
import { visible } from '../table/diagnostic.ts';
import { suggest } from '../table/suggest.ts';
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
export const wordOf = ({ event, binding = {} }: Action): string =>
  [event, ...Object.values(binding).map(valueWord)].join('@');

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

/** What stands after an event that is not enabled, and is sent to be refused. Only random runs have it. */
export const REFUSED = '~refused';

/** The words of a token, apart: the number of the initial configuration, and one word for each step. */
export type Words = { readonly start: number; readonly steps: readonly string[] };

/**
 * Takes a token apart.
 *
 * @throws {TokenError} where it is malformed; the message says at which step or character, and what helps.
 */
export function wordsIn(token: string): Words {
  const [, start, rest] = /^(\d+):(.*)$/s.exec(token) ?? [];
  if (start === undefined || rest === undefined) {
    const meant = /^[\w.@~,%-]+$/.test(token) && !/^\d+$/.test(token) ? `; did you mean 0:${shown(token)}?` : '';
    throw new TokenError(
      `a token begins with the number of an initial configuration and a colon, such as 0:place,pay${meant}`,
    );
  }
  const steps = rest === '' ? [] : rest.split(',');
  let place = start.length + 2;
  for (const [index, word] of steps.entries()) {
    const where = `step ${index + 1}, at character ${place},`;
    if (word === '') throw new TokenError(`${where} is empty: there is a comma too many; take it out`);
    if (/[\s'"]/.test(word))
      throw new TokenError(`${where} is “${shown(word)}”: a token has no spaces and no quotes; take them out`);
    if (!/^[^~]+(~(\d+|refused))?$/.test(word))
      throw new TokenError(
        `${where} is ${shown(word)}: after the event stands at most one ~, and a number from 0 on that says which of several steps is meant`,
      );
    place += word.length + 1;
  }
  return { start: Number(start), steps };
}

/** The initial configuration of a number. @throws {TokenError} where there is none. */
export function initialOf(machine: Machine, start: number): Configuration {
  const initial = machine.initial[start];
  if (initial !== undefined) return initial;
  throw new TokenError(
    `there is no initial configuration ${start}; there are ${machine.initial.length}, counted from 0`,
  );
}

/** The step that a word names in a configuration, as the step of an index; a message names those that are enabled and listed. @throws {TokenError} where none is enabled that is called so. */
export function stepCalled(
  machine: Machine,
  at: Configuration,
  written: string,
  index: number,
  isListed: (step: Step) => boolean = () => true,
): Step {
  const [word = '', choice = '0'] = written.split('~');
  const alike = calledSo(machine, at, word);
  const step = alike[Number(choice)];
  if (step !== undefined) return step;
  const which = `step ${index + 1}, ${shown(written)},`;
  if (written.endsWith(REFUSED))
    throw new TokenError(`${which} is an event that is refused, and only walk takes those: stateatlas walk --replay`);
  if (alike.length > 0)
    throw new TokenError(
      `${which} is not among what is enabled there: ${alike.map((_, number) => `${word}${number === 0 ? '' : `~${number}`}`).join(', ')}`,
    );
  const enabled = [...new Set(machine.moves(at).steps.filter(isListed).map(wordOf))];
  const more = enabled.length > MOST_NAMED ? ` and ${enabled.length - MOST_NAMED} more` : '';
  const meant = suggest(word, enabled);
  throw new TokenError(
    `${which} is not enabled in ${visible(machine.describe(at))}; ${meant === undefined ? '' : `did you mean ${meant}? `}enabled there: ${enabled.slice(0, MOST_NAMED).join(', ') || 'nothing'}${more}`,
  );
}

/** So many enabled steps are named where another one was wanted. */
const MOST_NAMED = 20;
/** The longest word that is shown, in characters. */
const LONGEST_WORD = 80;

/** What was written, as it may be shown. */
const shown = (word: string): string => visible(word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word);

/**
 * The run that a token describes. Where a machine has steps that its model does not, `isListed` leaves them out of what a message names as enabled.
 *
 * @throws {TokenError} where the token is malformed, or no such step is enabled at some position (the model has
 * changed).
 */
export function decodeTrace(
  machine: Machine,
  token: string,
  isListed?: (step: Step) => boolean,
): { readonly initial: Configuration; readonly steps: readonly Step[] } {
  const words = wordsIn(token);
  const initial = initialOf(machine, words.start);
  const steps: Step[] = [];
  for (const [index, word] of words.steps.entries())
    steps.push(stepCalled(machine, steps.at(-1)?.to ?? initial, word, index, isListed));
  return { initial, steps };
}

/** Runs that say in the reports of fast-check how they are taken again. */
import fc from 'fast-check';
import type { Model } from '../../model/system/types.ts';
import { type Pasting, replayCommand, testOf } from './pasteable.ts';
import type { Run } from './runs.ts';
import { tokenOf } from './tokens.ts';

/** A run whose text, where fast-check reports it, is its token, the command that shows it, and the test that takes it again. */
class Told implements Run {
  readonly initial: Run['initial'];
  readonly steps: Run['steps'];
  readonly #text: (run: Run) => string;

  constructor({ initial, steps }: Run, text: (run: Run) => string) {
    this.initial = initial;
    this.steps = steps;
    this.#text = text;
  }

  [fc.toStringMethod](): string {
    return this.#text(this);
  }
}

/** Makes runs of a model tell of themselves. */
export const telling =
  (model: Model, pasting: Pasting): ((run: Run) => Run) =>
  (run) =>
    new Told(run, (told) => textOf(model, told, pasting));

function textOf(model: Model, run: Run, pasting: Pasting): string {
  const token = tokenOf(model, run);
  const test = testOf(model, token, pasting).split('\n');
  return [
    token,
    `  again  ${replayCommand(model, token, pasting.file)}`,
    '  as a test:',
    ...test.map((line) => `    ${line}`.trimEnd()),
    '',
  ].join('\n');
}

/** Options that several verbs share. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import { loadConfig } from '../load/config.ts';
import { load, tableFiles } from '../load/load.ts';
import type { Loading } from '../load/loaded.ts';
import { PROGRESS_KINDS } from '../progress.ts';
import { err } from '../terminal.ts';

export type Common = { readonly format: 'text' | 'json'; readonly quiet?: true };

/** Adds `--format`, and `--quiet` with what it leaves out. */
export const common = (command: Command, quiet: string): Command =>
  command
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option('--quiet', quiet);

/** Adds `--progress`. Unless it is given, `--quiet` takes the progress away. */
export const progressing = (command: Command): Command =>
  command.addOption(
    new Option(
      '--progress <kind>',
      'on a terminal (auto), none, or one JSON object per line on standard error',
    ).choices([...PROGRESS_KINDS]),
  );

/** Adds the bounds of a check. */
export const bounded = (command: Command): Command =>
  command
    .option('--max-configurations <n>', 'stop after so many configurations; what is left is undecided', wholeFrom(1))
    .option('--max-memory <megabytes>', 'stop when the process holds so much; what is left is undecided', positive)
    .option('--max-time <seconds>', 'stop after so many seconds; what is left is undecided', positive);

/** Reads an option that is a whole number from some number on. */
export const wholeFrom =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
    return number;
  };

/** Reads an option that is a number greater than 0. */
export function positive(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number greater than 0.');
  return number;
}

/** Reads an option that is a number from 0 on. */
export function notNegative(text: string): number {
  const number = Number(text);
  if (!(number >= 0) || text.trim() === '') throw new InvalidArgumentError('It must be a number from 0 on.');
  return number;
}

/** Hands an action's exit code to the runner. */
export const ends = (command: Command, code: ExitCode): void => void command.setOptionValue('exitCode', code);

/** Loads the named tables and systems, or the project's; prints what could not be read. */
export async function loadNamed(files: readonly string[]): Promise<Loading & { readonly codes: readonly ExitCode[] }> {
  const loading = await load(tableFiles(files, loadConfig()));
  for (const problem of loading.problems) err(problem);
  return { ...loading, codes: loading.problems.length > 0 ? [EXIT.unreadable] : [] };
}

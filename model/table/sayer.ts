/** How the gate of names says what is wrong: each problem at its path, with the name that was probably meant. */
import type { ReadingCode } from './codes.ts';
import { diagnostic, MOST_DIAGNOSTICS, type Path } from './diagnostic.ts';
import { aboutKey, type Problem, quoted } from './plain.ts';
import { inTurn, suggest } from './suggest.ts';

export type Names = ReadonlySet<string>;

/** The names of a record. */
export const namesOf = (record: object | undefined): Names => new Set(Object.keys(record ?? {}));

/** Says something about what stands at a path; the candidates are names that could have been meant. */
export type Say = (
  code: ReadingCode,
  path: Path,
  message: string,
  text?: string,
  candidates?: Iterable<string>,
) => void;

/** Looks a name up and says so where it is not known. */
export type Look = (name: string, path: Path, say?: Say) => boolean;

/** A value as a diagnostic quotes it. */
export const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Collects the problems of one value, in the order in which they are found. */
export class Sayer {
  readonly problems: Problem[] = [];

  /** Says something about what stands at a path. */
  say: Say = (code, path, message, text, candidates) =>
    this.sayMeant([code, path, message, text], () =>
      text !== undefined && candidates !== undefined ? suggest(text, candidates) : undefined,
    );

  /** Says something about what stands at a path; what was meant is asked for only where it will be shown. */
  sayMeant(
    [code, path, message, text]: readonly [code: ReadingCode, path: Path, message: string, text: string | undefined],
    meant: () => string | undefined,
  ): void {
    const suggestion = this.problems.length < MOST_DIAGNOSTICS ? meant() : undefined;
    this.problems.push(
      diagnostic(code, path, message, {
        ...(text === undefined ? {} : { text }),
        ...(suggestion === undefined ? {} : { suggestion }),
      }),
    );
  }

  /** Says something about the last key of a path, which could be one of these words as well. */
  sayOfKeyBeside =
    (words: readonly string[]): Say =>
    (code, path, message, text, candidates = []) =>
      this.sayOfKey(code, path, message, text, inTurn(candidates, words));

  /** Says something about the last key of a path. */
  sayOfKey: Say = (...said) => {
    this.say(...said);
    this.problems.push(aboutKey(this.problems.pop() as Problem));
  };

  /** Takes over the problems of a part that stands at a path. */
  add(problems: readonly Problem[], at: Path): void {
    for (const problem of problems) this.problems.push({ ...problem, path: [...at, ...problem.path] });
  }

  /** Whether a name is among those declared; says so where it is not. */
  known(names: Names, code: ReadingCode, what: string, name: string, path: Path, say = this.say): boolean {
    if (names.has(name)) return true;
    say(code, path, `there is no ${what} called ${quoted(name)}`, name, names);
    return false;
  }

  /** Checks one name or a list of names, each at its own path. */
  each(given: string | readonly string[], path: Path, check: (name: string, path: Path) => void): void {
    if (typeof given === 'string') return check(given, path);
    if (given.length === 0) this.say('SA113', path, 'this list is empty');
    given.forEach((name, index) => check(name, [...path, index]));
  }
}

/** Blocks in any Markdown, MDX or AsciiDoc file that are filled from a table and kept up to date. */
import { suggest } from '../../model/table/suggest.ts';
import { type Format, MARKS } from './formats.ts';

/** What a block asks for: `<!-- atlas:begin table=session show=states -->`, `<!-- atlas:begin system=desk show=events -->`. */
export type Request = { readonly [key: string]: string };

/** Something wrong with a block. Line and column count from 1. */
export type EmbedProblem = { readonly line: number; readonly column: number; readonly message: string };

/** Gives the text of a block in the format of its file, or says what is wrong with the request. */
export type Resolve = (request: Request) => { readonly text: string } | { readonly problem: string };

const PAIR = /([\p{L}-]+)=("[^"]*"|\S+)/gu;

function requestOf(text: string): Request {
  const pairs = [...text.matchAll(PAIR)].map(([, key, value]) => [
    key as string,
    (value as string).replace(/^"|"$/g, ''),
  ]);
  return Object.fromEntries(pairs) as Request;
}

/**
 * Fills every block of a text. Nothing outside blocks is touched, blocks inside code are left alone, and a text
 * with any problem is given back as it was. Filling twice changes nothing more.
 */
export function embed(
  given: string,
  resolve: Resolve,
  format: Format = 'markdown',
): { readonly text: string; readonly problems: readonly EmbedProblem[] } {
  const marks = MARKS[format];
  const newline = given.includes('\r\n') ? '\r\n' : '\n';
  const lines = given.split(/\r?\n/);
  const problems: EmbedProblem[] = [];
  const filled: string[] = [];
  let open: number | undefined;
  let fenced: string | undefined;
  for (const [index, line] of lines.entries()) {
    const say = (message: string, at = index): void =>
      void problems.push({ line: at + 1, column: (lines[at] as string).search(/\S/) + 1, message });
    const mark = marks.verbatim.exec(line)?.[1];
    if (open === undefined && mark !== undefined) {
      if (fenced === undefined) fenced = mark;
      else if (marks.closes(mark, fenced)) fenced = undefined;
    }
    const begin = fenced === undefined ? marks.begin.exec(line) : null;
    if (begin !== null) {
      if (open !== undefined) say(`a block begins inside the one of line ${open + 1}, which has no ${marks.written}`);
      open = index;
      filled.push(line);
      const answer = resolve(requestOf(begin[2] as string));
      if ('problem' in answer) say(answer.problem);
      else filled.push('', ...answer.text.trimEnd().split('\n'), '');
    } else if (fenced === undefined && marks.end.test(line)) {
      if (open === undefined) say('a block ends here that never began');
      open = undefined;
      filled.push(line);
    } else if (open === undefined) filled.push(line);
    if (index === lines.length - 1 && open !== undefined) say(`this block has no ${marks.written}`, open);
  }
  return problems.length > 0 ? { text: given, problems } : { text: filled.join(newline), problems };
}

/** Looks a word up among those that are known, with “did you mean”. */
export function known<T>(
  what: string,
  word: string | undefined,
  all: ReadonlyMap<string, T>,
): { readonly value: T } | { readonly problem: string } {
  const value = word === undefined ? undefined : all.get(word);
  if (value !== undefined) return { value };
  const near = word === undefined ? undefined : suggest(word, all.keys());
  const hint = near === undefined ? `known: ${[...all.keys()].join(', ')}` : `did you mean ${near}?`;
  return {
    problem:
      word === undefined ? `${what}= is missing; ${hint}` : `there is no ${what} ${JSON.stringify(word)}; ${hint}`,
  };
}

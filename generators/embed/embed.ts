/** Blocks in any Markdown file that are filled from a table and kept up to date. */
import { BLOCK_BEGIN, BLOCK_END } from '../../model/import/generated.ts';
import { suggest } from '../../model/table/suggest.ts';

/** What a block asks for: `<!-- atlas:begin table=session show=states -->`, `<!-- atlas:begin system=desk show=events -->`. */
export type Request = { readonly [key: string]: string };

/** Something wrong with a block. Line and column count from 1. */
export type EmbedProblem = { readonly line: number; readonly column: number; readonly message: string };

/** Gives the Markdown of a block, or says what is wrong with the request. */
export type Resolve = (request: Request) => { readonly markdown: string } | { readonly problem: string };

const FENCE = /^\s*(`{3,}|~{3,})/;
const PAIR = /([\p{L}-]+)=("[^"]*"|\S+)/gu;

function requestOf(text: string): Request {
  const pairs = [...text.matchAll(PAIR)].map(([, key, value]) => [
    key as string,
    (value as string).replace(/^"|"$/g, ''),
  ]);
  return Object.fromEntries(pairs) as Request;
}

/**
 * Fills every block of a Markdown text. Nothing outside blocks is touched, blocks inside fenced code are left alone, and a text
 * with any problem is given back as it was. Filling twice changes nothing more.
 */
export function embed(
  markdown: string,
  resolve: Resolve,
): { readonly text: string; readonly problems: readonly EmbedProblem[] } {
  const newline = markdown.includes('\r\n') ? '\r\n' : '\n';
  const lines = markdown.split(/\r?\n/);
  const problems: EmbedProblem[] = [];
  const filled: string[] = [];
  let open: number | undefined;
  let fenced: string | undefined;
  for (const [index, line] of lines.entries()) {
    const say = (message: string, at = index): void =>
      void problems.push({ line: at + 1, column: (lines[at] as string).search(/\S/) + 1, message });
    const mark = FENCE.exec(line)?.[1];
    if (open === undefined && mark !== undefined) {
      if (fenced === undefined) fenced = mark;
      else if (mark.startsWith(fenced)) fenced = undefined;
    }
    const begin = fenced === undefined ? BLOCK_BEGIN.exec(line) : null;
    if (begin !== null) {
      if (open !== undefined) say(`a block begins inside the one of line ${open + 1}, which has no <!-- atlas:end -->`);
      open = index;
      filled.push(line);
      const answer = resolve(requestOf(begin[2] as string));
      if ('problem' in answer) say(answer.problem);
      else filled.push('', ...answer.markdown.trimEnd().split('\n'), '');
    } else if (fenced === undefined && BLOCK_END.test(line)) {
      if (open === undefined) say('a block ends here that never began');
      open = undefined;
      filled.push(line);
    } else if (open === undefined) filled.push(line);
    if (index === lines.length - 1 && open !== undefined) say('this block has no <!-- atlas:end -->', open);
  }
  return problems.length > 0 ? { text: markdown, problems } : { text: filled.join(newline), problems };
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

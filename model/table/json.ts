/** The grammar of JSON (RFC 8259), checked with the place where it is broken. Iterative: nesting costs no stack. */

/** Where a text stops being JSON, and what should stand there. */
export type JsonProblem = { readonly offset: number; readonly expected: string };

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in texts
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const ATOM = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\p{L}\p{N}_.])/uy;

/** The first place at which a text is not JSON, or `undefined` where it is. */
export function jsonProblem(text: string): JsonProblem | undefined {
  let offset = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    if (!pattern.test(text)) return false;
    offset = pattern.lastIndex;
    return true;
  };
  const next = (...characters: readonly string[]): string | undefined => {
    take(SPACE);
    const found = characters.find((character) => character === text[offset]);
    if (found !== undefined) offset++;
    return found;
  };
  /** Takes a text. A loop over its pieces, for one pattern over a long text would exhaust the stack of the matcher. */
  const takeText = (): boolean => {
    const start = offset;
    if (text[offset] !== '"') return false;
    offset++;
    do take(PLAIN);
    while (take(ESCAPE));
    if (text[offset] === '"') {
      offset++;
      return true;
    }
    offset = start;
    return false;
  };
  const wrong = (expected: string): JsonProblem => ({ offset, expected });
  const key = (): JsonProblem | undefined => {
    take(SPACE);
    if (!takeText()) return wrong('a key in double quotes');
    return next(':') === undefined ? wrong('a colon') : undefined;
  };

  const open: ('}' | ']')[] = [];
  for (;;) {
    const bracket = next('{', '[');
    if (bracket !== undefined) {
      const close = bracket === '{' ? '}' : ']';
      if (next(close) === undefined) {
        open.push(close);
        const problem = close === '}' ? key() : undefined;
        if (problem !== undefined) return problem;
        continue;
      }
    } else if (!takeText() && !take(ATOM)) return wrong('a value');

    for (;;) {
      const close = open.at(-1);
      if (close === undefined) {
        take(SPACE);
        return offset === text.length ? undefined : wrong('nothing more');
      }
      const mark = next(',', close);
      if (mark === undefined) return wrong(`a comma or ${close}`);
      if (mark === close) {
        open.pop();
        continue;
      }
      const problem = close === '}' ? key() : undefined;
      if (problem !== undefined) return problem;
      break;
    }
  }
}

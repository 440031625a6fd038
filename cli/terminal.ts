/** What the terminal can show: colour, a line that is redrawn, and output that survives a closed pipe. */
import { styleText } from 'node:util';
import { type Emphasis, PLAIN } from '../generators/report/emphasis.ts';

type Colour = Parameters<typeof styleText>[0];

const isDumb = (): boolean => process.env.TERM === 'dumb';

/** Colours where standard output is a terminal that wants them; none with `NO_COLOR` or in a pipe. */
export function emphasis(): Emphasis {
  const wanted = process.stdout.isTTY === true && !process.env.NO_COLOR && !isDumb();
  if (!wanted) return PLAIN;
  const paint = (colour: Colour) => (text: string) => styleText(colour, text, { validateStream: false });
  return {
    good: paint('green'),
    bad: paint('red'),
    decided: paint('cyan'),
    open: paint('yellow'),
    dim: paint('dim'),
    strong: paint('bold'),
  };
}

/** Prints a line on standard output. */
export const out = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints a value as JSON on standard output. */
export const outJson = (value: unknown): void => out(JSON.stringify(value, null, 2));

/** Prints a line on standard error. */
export const err = (text: string): void => void process.stderr.write(`${text}\n`);

/** Where a status is drawn: standard error, as far as it matters here. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };

const CLEAR = '\r\u001b[K';

/** A line that is redrawn in place on a terminal's standard error; nothing where it is piped, dumb or not wanted. */
export function statusLine(
  wanted: boolean,
  screen: Screen = process.stderr,
): { show(text: string): void; clear(): void } {
  if (!wanted || screen.isTTY !== true || isDumb()) return { show: () => {}, clear: () => {} };
  let drawn = false;
  return {
    show(text) {
      drawn = true;
      // A longer text would go on in the next line, which is not taken away with this one.
      const shown = [...text].slice(0, (screen.columns || Number.POSITIVE_INFINITY) - 1);
      screen.write(`${CLEAR}${shown.join('')}`);
    },
    clear() {
      if (drawn) screen.write(CLEAR);
      drawn = false;
    },
  };
}

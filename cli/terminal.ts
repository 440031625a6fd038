/** What the terminal can show: colour, progress, and output that survives a closed pipe. */
import { styleText } from 'node:util';
import { type Emphasis, PLAIN } from '../generators/report/text.ts';
import type { Progress } from '../model/explore/graph.ts';

type Colour = Parameters<typeof styleText>[0];

/** Colours where standard output is a terminal that wants them; none with `NO_COLOR` or in a pipe. */
export function emphasis(): Emphasis {
  const wanted = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
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

/** Prints a line on standard error. */
export const err = (text: string): void => void process.stderr.write(`${text}\n`);

const EVERY_MS = 200;

/** A line of progress on a terminal's standard error, redrawn in place; nothing where it is piped. */
export function progressLine(): { show(progress: Progress): void; clear(): void } {
  if (process.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  const started = performance.now();
  let last = started;
  let drawn = false;
  return {
    show({ configurations, depth, queue }) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      drawn = true;
      const rate = Math.round((configurations * 1000) / (now - started));
      process.stderr.write(
        `\r\u001b[K${configurations} configurations, ${rate} per second, depth ${depth}, queue ${queue}`,
      );
    },
    clear() {
      if (drawn) process.stderr.write('\r\u001b[K');
    },
  };
}

/** What measurements come to: medians, ratios, whether counts agree, and tables of them as text. Pure. */

/** The middle one of several numbers, the larger one of two. @throws {RangeError} where there are none */
export function median(numbers: readonly number[]): number {
  const middle = numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
  if (middle === undefined) throw new RangeError('there is no median of nothing');
  return middle;
}

/** What an engine counted; one that was stopped counted no more than it had found by then. */
export type Counts = { readonly configurations?: number; readonly transitions?: number };

/** What an engine says of a work: its counts, whether they are those of the whole, and how it was measured. */
export type Measured = Counts & {
  /** Seconds of the run, and of the process with everything it does. */
  readonly seconds: number;
  /** Seconds of all processors that it used. */
  readonly processor?: number;
  /** The most memory that the process held, in megabytes of 2^20 bytes. */
  readonly megabytes?: number;
  /** Why it did not come to an end. */
  readonly stopped?: string;
};

/** All runs of one engine on one work as one: medians of what was measured. */
export function together(runs: readonly Measured[]): Measured {
  const [first] = runs;
  if (first === undefined) throw new RangeError('there is nothing to put together');
  const known = (what: 'megabytes' | 'processor'): readonly number[] => runs.flatMap((run) => run[what] ?? []);
  const [memory, processor] = [known('megabytes'), known('processor')];
  const { processor: _, megabytes: __, ...counted } = runs.find(({ stopped }) => stopped !== undefined) ?? first;
  return {
    ...counted,
    seconds: median(runs.map(({ seconds }) => seconds)),
    ...(processor.length > 0 && { processor: median(processor) }),
    ...(memory.length > 0 && { megabytes: median(memory) }),
  };
}

const COUNTS = ['configurations', 'transitions'] as const;

/**
 * What is wrong with counts, or nothing. What an engine does not count cannot disagree; where it was stopped, too few are right and too many are
 * not.
 */
export function mismatch(measured: Measured, expected: Counts): 'MISMATCH' | undefined {
  const isWrong = COUNTS.some((what) => {
    const [is, wanted] = [measured[what], expected[what]];
    if (is === undefined || wanted === undefined) return false;
    return measured.stopped === undefined ? is !== wanted : is > wanted;
  });
  return isWrong ? 'MISMATCH' : undefined;
}

/** Seconds with three digits that count. */
export function seconds(of: number): string {
  if (of >= 100) return of.toFixed(0);
  return of.toPrecision(of < 0.0995 ? 2 : 3);
}

/** How many times something is something else, such as `15×`. */
export const times = (ratio: number): string => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2)}×`;

/** A whole number with its thousands apart. */
export const whole = (of: number): string => Math.round(of).toLocaleString('en');

const isNumber = (cell: string): boolean => /^[\d<>~]/.test(cell);

/** The rows of a table: texts by column. */
export type Rows = readonly { readonly [column: string]: string }[];

/** A table of Markdown, whose columns are those of the first row; numbers stand on the right. */
export function table(rows: Rows): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const widths = columns.map((_, index) => Math.max(3, ...cells.map((line) => (line[index] as string).length)));
  const right = columns.map((column) => rows.some((row) => isNumber(row[column] ?? '')) && column !== columns[0]);
  const line = (texts: readonly string[]): string =>
    `| ${texts.map((text, index) => (right[index] ? text.padStart(widths[index] as number) : text.padEnd(widths[index] as number))).join(' | ')} |`;
  const rule = widths.map((width, index) => `${'-'.repeat(width + 1)}${right[index] ? ':' : '-'}`);
  const [head = [], ...body] = cells;
  return [line(head), `|${rule.join('|')}|`, ...body.map(line)].join('\n');
}

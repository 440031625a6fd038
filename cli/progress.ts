/** How far a check has come: a line that is redrawn on a terminal, or one JSON object per line for programs. */

import * as z from 'zod';
import type { Progress } from '../model/explore/graph.ts';
import { visible } from '../model/table/diagnostic.ts';
import { plural } from '../model/table/text.ts';
import type { Exploration } from '../properties/judge/verdict.ts';
import { METERS, type Meters } from './limits.ts';
import { type Screen, statusLine } from './terminal.ts';

/** `auto` draws on a terminal and is silent elsewhere. */
export const PROGRESS_KINDS = ['auto', 'none', 'json'] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/** What is told of the check of one table or system. */
export type Reporter = {
  exploring(progress: Progress): void;
  /** Exploring is over: what is done next is judging. */
  explored(): void;
  /** A property, in quotation marks, is judged, or findings of a kind are looked for. */
  judging(what: string): void;
  done(exploration: Exploration): void;
  /** Takes away what was drawn. */
  clear(): void;
};

const EVERY_MS = 200;
const MEGABYTE = 1024 * 1024;

const common = {
  model: z.string().describe('The name of the table or system'),
  megabytes: z.int().describe('What the process holds'),
  seconds: z.number().describe('Since this table or system was begun'),
};
const counts = {
  configurations: z.int(),
  perSecond: z.int().describe('Configurations per second of exploring'),
  depth: z.int(),
  queue: z.int().describe('Configurations found and not yet expanded'),
};

/** One line of progress. */
const progressSchema = z.union([
  z.strictObject({ phase: z.literal('explore'), ...common, ...counts }),
  z.strictObject({
    phase: z.literal('judge'),
    ...common,
    judging: z
      .string()
      .describe('The property that is being judged, in quotation marks, or the findings that are looked for'),
  }),
  z.strictObject({
    phase: z.literal('done'),
    ...common,
    ...counts,
    limit: z.string().describe('The bound that was hit, where there was one').optional(),
  }),
]);

type Line = z.infer<typeof progressSchema>;

/** What is left of each shape of a line without what every line has. */
type Own<L> = L extends Line ? Omit<L, keyof typeof common> : never;

/** The JSON Schema (2020-12) of a line. */
export const progressJsonSchema = (): unknown => ({
  title: 'State Atlas progress line',
  ...z.toJSONSchema(progressSchema),
});

/** Tells the progress of one check: on a terminal and in JSON lines a few times per second, in the latter also the end. */
export function reporter(
  kind: ProgressKind,
  model: string,
  screen: Screen = process.stderr,
  { now, memory }: Meters = METERS,
): Reporter {
  const drawn = statusLine(kind === 'auto', screen);
  const started = now();
  let last = started;
  let exploredIn: number | undefined;
  const isDue = (): boolean => {
    if (now() - last < EVERY_MS) return false;
    last = now();
    return true;
  };
  const rated = ({ configurations, depth, queue = 0 }: Pick<Exploration, 'configurations' | 'depth' | 'queue'>) => {
    const milliseconds = Math.max(exploredIn ?? now() - started, 1);
    return { configurations, perSecond: Math.round((configurations * 1000) / milliseconds), depth, queue };
  };
  const megabytes = (): number => Math.round(memory() / MEGABYTE);
  const write = (line: Own<Line>): void => {
    if (kind !== 'json') return;
    const whole: Line = { ...line, model, megabytes: megabytes(), seconds: Math.round(now() - started) / 1000 };
    screen.write(`${JSON.stringify(whole)}\n`);
  };
  return {
    exploring(progress) {
      if (!isDue()) return;
      const { configurations, perSecond, depth, queue } = rated(progress);
      const counts = `${plural(configurations, 'configuration')}, ${perSecond} per second, depth ${depth}, queue ${queue}`;
      drawn.show(`${counts}, ${megabytes()} MB`);
      write({ phase: 'explore', configurations, perSecond, depth, queue });
    },
    explored() {
      exploredIn = now() - started;
    },
    judging(what) {
      if (!isDue()) return;
      drawn.show(`judging ${visible(what)}, ${megabytes()} MB`);
      write({ phase: 'judge', judging: what });
    },
    done(exploration) {
      const { limit } = exploration;
      write({ phase: 'done', ...rated(exploration), ...(limit !== undefined && { limit }) });
    },
    clear: drawn.clear,
  };
}

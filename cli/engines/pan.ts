/** SPIN's verifier of one model: generated, compiled, run exhaustively and without its reduction. */
import { readFile, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { EXIT, Stop } from '../exit.ts';
import { inFolder, isLarge, must, type Ran } from './tool.ts';

/** How SPIN and a C compiler are installed. */
export const PAN_INSTALL = 'apt-get install spin gcc libc6-dev';

/** Without the reduction by which SPIN leaves configurations out. */
export const WHOLE = '-DNOREDUCE';

/** With global variables `spin -a` can merge steps that must stay apart; these options keep it from optimising. */
const PLAIN = ['-o1', '-o2', '-o3'];

/** How deep a search may go; the stack takes some fifty bytes for each step. */
const DEEPEST = { small: 1_000_000, large: 20_000_000 };
/** A way longer than this is looked for again within a bound, which is multiplied until it is enough. */
const LONG = 500;
const BOUNDS = [30, 100, 300, 1000, 3000, 10_000, 100_000];

/** From how many configurations on compiling takes less time than it saves. */
const WORTH_OPTIMISING = 2_000_000;

/** What a verifier may use, in megabytes: two may run at a time. */
const MOST_MEMORY = Math.floor((totalmem() * 0.4) / 2 ** 20);

/** The numbers of the commands that a run takes; those of its cycle apart. */
export type Trail = {
  /** The numbers of the options that were chosen for its initial configuration. */
  readonly chosen: readonly number[];
  readonly steps: readonly number[];
  /** The steps of a cycle that is walked for ever, which may be none. */
  readonly cycle?: readonly number[];
  /** The condition that holds at its end, by its number, where one was looked for. */
  readonly shows?: number;
};

export type Found = {
  readonly stored: number;
  readonly transitions: number;
  readonly trails: readonly Trail[];
};

/** A model in Promela, how many bytes a configuration of it takes, and how many there probably are. */
export type Search = { readonly model: string; readonly bytes: number; readonly expected: number };

/** Looks at every configuration, and for the nearest ones that show something. @throws {Stop} with code 5 where SPIN fails. */
export const lookNear = (search: Search): Promise<Found> =>
  verifierOf(search, ['-DSAFETY', '-DBFS', WHOLE], async (pan) => {
    const ran = await pan(['-e', '-c0']);
    const numbers = [...ran.out.matchAll(/wrote model\.pml(\d*)\.trail/g)].map(([, number]) => number as string);
    const trails: Trail[] = [];
    for (const number of numbers) trails.push(trailIn(await pan(['-r', `model.pml${number}.trail`])));
    return { ...panCounts(ran), trails };
  });

/** Looks for a cycle that is accepted; nothing where the verifier would need more memory than there is. @throws {Stop} with code 5 where SPIN fails. */
export const lookForCycle = (search: Search): Promise<Trail | 'none' | 'gave up'> =>
  verifierOf(search, [WHOLE], async (pan) => {
    const find = (deepest: number): Promise<Ran> => pan(['-a', `-m${deepest}`]);
    const ran = await find(isLarge(search.expected) ? DEEPEST.large : DEEPEST.small);
    if (ranOut(ran)) return 'gave up';
    if (panCounts(ran).errors === 0) {
      if (/max search depth too small/.test(ran.out)) return 'gave up';
      return 'none';
    }
    const depth = Number(/depth reached (\d+)/.exec(ran.out)?.[1]);
    for (const bound of depth > LONG ? BOUNDS.filter((each) => each < depth) : [])
      if (panCounts(await find(bound)).errors > 0) return trailIn(await pan(['-r']));
    if (depth > LONG) await find(DEEPEST.large);
    return trailIn(await pan(['-r']));
  });

/** Makes a verifier and works with it. */
async function verifierOf<T>(
  search: Search,
  options: readonly string[],
  work: (pan: (argv: readonly string[]) => Promise<Ran>) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const [pan, ...searching] = await compilePan(folder, search, [
      search.expected > WORTH_OPTIMISING ? '-O2' : '-O0',
      ...options,
    ]);
    return work((argv) => must(folder, pan, argv[0] === '-r' ? argv : [...searching, ...argv], PAN_INSTALL));
  });
}

/**
 * Generates and compiles a verifier in a folder, with options of the C compiler. Gives its command, with what it is to be called with for any
 * search: it looks at every configuration, whatever cannot go on.
 *
 * @throws {Stop} with code 5 where SPIN or a C compiler is missing or fails.
 */
export async function compilePan(
  folder: string,
  { model, bytes, expected }: Search,
  options: readonly string[],
): Promise<readonly [pan: string, ...searching: string[]]> {
  await writeFile(join(folder, 'model.pml'), model);
  await must(folder, 'spin', ['-a', ...PLAIN, 'model.pml'], PAN_INSTALL);
  const source = join(folder, 'pan.c');
  // SPIN prints eight digits of its counts, though they are exact.
  await writeFile(source, (await readFile(source, 'utf8')).replaceAll('%9.8g', '%9.17g'));
  const defined = ['-DNOFAIR', `-DMEMLIM=${MOST_MEMORY}`, `-DVECTORSZ=${vectorSize(bytes)}`, ...options];
  await must(folder, 'cc', ['-w', ...defined, 'pan.c', '-o', 'pan'], PAN_INSTALL);
  const hash = `-w${Math.min(28, Math.max(16, Math.ceil(Math.log2(expected + 1)) + 1))}`;
  return [join(folder, 'pan'), '-E', hash];
}

/** The largest configuration that the verifier must be ready for, in bytes: its default, or what is needed and some more. */
const vectorSize = (bytes: number): number => Math.max(1024, 2 * bytes + 256);

const ranOut = ({ out, err }: Ran): boolean => /reached -DMEMLIM bound|out of memory/.test(out + err);

/** What a verifier counted, and the errors it found. @throws {Stop} with code 5 where it did not come to its end. */
export function panCounts(ran: Ran): {
  readonly stored: number;
  readonly transitions: number;
  readonly errors: number;
} {
  const number = (pattern: RegExp): number => Number(pattern.exec(ran.out)?.[1] ?? Number.NaN);
  const errors = number(/errors: (\d+)/);
  if (Number.isNaN(errors) || ranOut(ran))
    throw new Stop(EXIT.outside, `SPIN’s verifier did not finish:\n${(ran.err || ran.out).slice(0, 500)}`);
  return { stored: number(/(\d+) states, stored/), transitions: number(/(\d+) transitions/), errors };
}

/** The run in what the verifier prints when it goes along a trail. */
function trailIn({ out }: Ran): Trail {
  const [before = '', round] = out.split('START OF CYCLE');
  const numbers = (what: RegExp, text: string): readonly number[] =>
    [...text.matchAll(what)].map(([, number]) => Number(number));
  const steps = (text: string): readonly number[] => numbers(/^atlas step (\d+)/gm, text);
  const shows = /^atlas shows (\d+)/m.exec(out)?.[1];
  return {
    chosen: numbers(/^atlas choose (\d+)/gm, out),
    steps: steps(before),
    ...(round !== undefined && { cycle: steps(round) }),
    ...(shows !== undefined && { shows: Number(shows) }),
  };
}

/**
 * Laws: what must be so of all random values. Every law of the repository runs through here, so that one setting says how often and with which
 * seeds, and a failure says the command that repeats it. For tests only.
 */
import fc from 'fast-check';
import { inject, TestRunner, test } from 'vitest';

/** How laws run, as `properties/laws/seeds.ts` provides it to every test file. */
export type LawSettings = {
  /** Every law takes so many times the runs that it asks for. */
  readonly times: number;
  /** Seeds that are the same in every run of the tests, each for a tenth of the runs of a law. */
  readonly fixed: readonly number[];
  /** The seed of all other runs: a new one, unless it is given. */
  readonly seed: number;
};

declare module 'vitest' {
  interface ProvidedContext {
    laws: LawSettings;
  }
}

type Options = Pick<fc.Parameters<unknown>, 'numRuns' | 'endOnFailure'>;
type Arbitraries<Values extends readonly unknown[]> = { [K in keyof Values]: fc.Arbitrary<Values[K]> };

const RUNS = 100;

/** The seeds, each with its number of runs. The fixed ones come first: what they find, they find again. */
export function sharesOf(
  { times, fixed, seed }: LawSettings,
  numRuns: number = RUNS,
): readonly (readonly [seed: number, numRuns: number])[] {
  const all = Math.max(1, Math.round(numRuns * times));
  const part = Math.ceil(all / 10);
  return [...fixed.map((each) => [each, part] as const), [seed, Math.max(1, all - fixed.length * part)] as const];
}

/** Another seed for each law, so that laws about the same things look at different ones (FNV-1a). */
function seedFor(seed: number, law: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < law.length; at++) hash = Math.imul(hash ^ law.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** A text as one word of a shell, which a regular expression takes for itself. */
const quoted = (text: string): string => `'${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll("'", "'\\''")}'`;

/** The command that repeats a law with a seed. */
export function commandFor(seed: number, { times }: LawSettings, file: string, name: string): string {
  const often = times === 1 ? '' : `LAW_RUNS=${times} `;
  return `${often}LAW_SEED=${seed} npx vitest run ${file} -t ${quoted(name)}`;
}

/** Insists on a property, inside a test. A failure shows the smallest counterexample found and the command that repeats it. */
export async function holds<Ts>(
  property: fc.IProperty<Ts> | fc.IAsyncProperty<Ts>,
  options: Options = {},
): Promise<void> {
  const settings = inject('laws');
  const running = TestRunner.getCurrentTest();
  if (running === undefined) throw new Error('a law is only asked for inside a test');
  for (const [seed, numRuns] of sharesOf(settings, options.numRuns)) {
    const details = await fc.check(
      property as fc.IAsyncProperty<Ts>,
      {
        ...options,
        numRuns,
        seed: seedFor(seed, running.name),
      } as fc.Parameters<Ts>,
    );
    if (!details.failed) continue;
    const command = commandFor(seed, settings, running.file.name, running.name);
    const message = await fc.asyncDefaultReportMessage(details);
    throw new Error(`${message}\n\nRepeat it: ${command}`, { cause: details.errorInstance });
  }
}

/** Declares the test of a law: the values it is about, its name, and what must not throw (nor be `false`) of any of them. */
function prop<Values extends [unknown, ...unknown[]]>(arbitraries: Arbitraries<Values>, options: Options = {}) {
  return (name: string, body: (...values: Values) => unknown, timeout?: number): void => {
    const property = fc.asyncProperty<Values>(...arbitraries, async (...values) => (await body(...values)) as boolean);
    const patience = timeout === undefined ? undefined : timeout * Math.max(1, inject('laws').times);
    test(name, () => holds(property, options), patience);
  };
}

export const law = { prop };

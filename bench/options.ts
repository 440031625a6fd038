/** What a call of the measurements asks for. */
import { parseArgs } from 'node:util';
import { suggest } from '../model/table/suggest.ts';

export type Options = {
  /** What is measured, by name; everything that is compared with other engines, and its growth and costs, unless given. */
  readonly only: readonly string[];
  readonly repetitions: number;
  /** Seconds that one measurement may take. */
  readonly limit: number;
  /** Small works, each once. */
  readonly quick: boolean;
  /** What was built before is measured, and nothing is built. */
  readonly built: boolean;
  /** A file for everything that was measured. */
  readonly json?: string;
};

const HELP = (names: readonly string[]): string => `npm run bench -- [options]

  --only NAME       measure this alone; may be given several times: ${names.join(', ')}
  --quick           small works only, each once
  --repetitions N   how often each engine is measured, in turns (3; works of many millions once)
  --limit SECONDS   how long one measurement may take (120)
  --built           measure what stands in dist, without building it
  --json FILE       also write everything that was measured`;

/** Reads the words of a call. @returns what is to be printed instead, where it asks for help or cannot be understood */
export function optionsIn(words: readonly string[], names: readonly string[]): Options | { readonly say: string } {
  let values: { readonly [option: string]: string | boolean | readonly string[] | undefined };
  try {
    ({ values } = parseArgs({
      args: [...words],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        quick: { type: 'boolean', default: false },
        built: { type: 'boolean', default: false },
        repetitions: { type: 'string', default: '3' },
        limit: { type: 'string', default: '120' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (thrown) {
    return { say: `${(thrown as Error).message}\n\n${HELP(names)}` };
  }
  const only = values.only as readonly string[];
  const [repetitions, limit] = [Number(values.repetitions), Number(values.limit)];
  const unknown = only.find((name) => !names.includes(name));
  if (values.help) return { say: HELP(names) };
  if (unknown !== undefined) {
    const meant = suggest(unknown, names);
    return { say: `there is no ${unknown}${meant === undefined ? '' : `; did you mean ${meant}?`}\n\n${HELP(names)}` };
  }
  if (!(Number.isInteger(repetitions) && repetitions > 0 && limit > 0))
    return { say: `--repetitions and --limit must be numbers greater than 0\n\n${HELP(names)}` };
  return {
    ...{ only, repetitions, limit, quick: values.quick === true, built: values.built === true },
    ...(typeof values.json === 'string' && { json: values.json }),
  };
}

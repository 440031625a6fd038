/** State Atlas: the whole command and reachability alone, each as a process of its own, and warm within one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSystem, type Model } from '../../model/system/types.ts';
import { systemToJson } from '../../model/system/write.ts';
import { tableToJson } from '../../model/table/write.ts';
import type { Inside } from '../inside.ts';
import { median } from '../lines.ts';
import { type Contender, measured, type Place } from './contender.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const INSIDE = join(import.meta.dirname, '../inside.ts');

/** The command as it is installed. */
export const COMMAND = [process.execPath, join(DIST, 'cli/main.js')] as const;

/** Writes a model as a file that the command reads; gives its path. */
export function written(model: Model, folder: string): string {
  const file = join(folder, `${model.name}.atlas.json`);
  writeFileSync(file, isSystem(model) ? systemToJson(model) : tableToJson(model));
  return file;
}

/** The command line of a process that does something with a model so many times. */
export const insideCommand = (file: string, what: 'check' | 'reach', runs: number): readonly string[] => [
  process.execPath,
  INSIDE,
  DIST,
  file,
  what,
  String(runs),
];

type Report = {
  readonly results: readonly { readonly exploration: { configurations: number; transitions: number } }[];
};

const cold: Contender = {
  name: 'State Atlas, check',
  async prepare({ model }, place) {
    const command = [...COMMAND, 'check', '--format', 'json', written(model, place.folder)];
    return {
      once: () =>
        measured(place, command, ({ out }) => {
          const exploration = (JSON.parse(out) as Report).results[0]?.exploration;
          return {
            configurations: exploration?.configurations ?? Number.NaN,
            transitions: exploration?.transitions ?? 0,
          };
        }),
    };
  },
};

/** Warm runs: how many are done in one process, of which the first one is left out. */
const WARM = { small: 6, large: 2 };

function inside(name: string, what: 'check' | 'reach', isWarm: boolean): Contender {
  return {
    name,
    async prepare({ model, expected, isLarge }, place: Place) {
      const runs = isWarm ? WARM[isLarge || expected.configurations > 500_000 ? 'large' : 'small'] : 1;
      const command = insideCommand(written(model, place.folder), what, runs);
      return {
        async once() {
          let seconds: readonly number[] = [];
          const found = await measured(place, command, ({ out }) => {
            const told = JSON.parse(out) as Inside;
            seconds = told.seconds;
            return told;
          });
          return isWarm && seconds.length > 1 ? { ...found, seconds: median(seconds.slice(1)) } : found;
        },
      };
    },
  };
}

/** Ours; the first one is what others are compared with. */
export const OURS: readonly Contender[] = [
  cold,
  inside('State Atlas, check, warm', 'check', true),
  inside('State Atlas, reachability', 'reach', false),
  inside('State Atlas, reachability, warm', 'reach', true),
];

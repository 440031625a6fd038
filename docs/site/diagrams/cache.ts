/** Scenes that were laid out before, in files that are named by the digest of what they were laid out from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extract } from './extract.ts';
import { CONFIG, mermaidFile } from './layout.ts';
import type { Scene } from './scene.ts';

/** Where scenes are kept. */
export type Cache = {
  readonly get: (source: string) => Scene | undefined;
  readonly set: (source: string, scene: Scene) => void;
};

/** The cache in a folder, which need not be there. What cannot be read in it is laid out again. */
export function cacheIn(folder: string): Cache {
  const from = JSON.stringify([mermaidFile().version, CONFIG, extract.toString()]);
  const fileOf = (source: string): string => {
    const digest = createHash('sha256').update(from).update('\0').update(source).digest('hex');
    return join(folder, `${digest}.json`);
  };
  return {
    get(source) {
      try {
        return JSON.parse(readFileSync(fileOf(source), 'utf8')) as Scene;
      } catch {
        return undefined;
      }
    },
    set(source, scene) {
      const file = fileOf(source);
      mkdirSync(dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(scene));
      renameSync(draft, file);
    },
  };
}

/** The files of a built site. */
import { globSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The files in a folder, its folders included: their paths from it, with `/`, in order. */
export const filesIn = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();

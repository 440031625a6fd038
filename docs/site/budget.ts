/** What a page costs its reader: the compressed size of everything it loads, its diagrams left out. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tagsOf } from './html.ts';

/** The most bytes that a page may transfer. */
export const BUDGET = 300_000;

/** A page with the bytes that it transfers. */
export type Weight = { readonly page: string; readonly bytes: number };

const DIAGRAM = /<atlas-diagram[\s>][\s\S]*?<\/atlas-diagram>/g;
const IMPORTED = /["'`](\.\/[\w.@-]+\.(?:js|css))["'`]/g;

/** The weight of every page of the site in a folder, the heaviest first. Programs that a page may load later count as well. */
export function weigh(folder: string, base: string): readonly Weight[] {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    const size = gzipSync(readFileSync(join(folder, file))).length;
    sizes.set(file, size);
    return size;
  };
  const reached = (file: string, files: Set<string>): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORTED))
      reached(posix.join(posix.dirname(file), name), files);
  };
  const weights = globSync('**/*.html', { cwd: folder }).map((page): Weight => {
    const html = readFileSync(join(folder, page), 'utf8').replace(DIAGRAM, '');
    const files = new Set<string>();
    for (const { name, attributes } of tagsOf(html)) {
      const address = name === 'script' ? attributes.get('src') : name === 'link' ? attributes.get('href') : undefined;
      if (address?.startsWith(base)) reached(address.slice(base.length), files);
    }
    const loaded = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
    return { page, bytes: gzipSync(html).length + loaded };
  });
  return weights.sort((a, b) => b.bytes - a.bytes || (a.page < b.page ? -1 : 1));
}

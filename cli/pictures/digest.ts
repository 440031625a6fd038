/** A picture carries the digest of what it was drawn from, and is fresh as long as that is what would be drawn now. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { backgroundOf, mermaidConfigOf, type Theme } from './style.ts';

/** What a picture is drawn from. */
export type Drawing = { readonly source: string; readonly theme: Theme; readonly format: 'svg' | 'png' };

const MARK = 'stateatlas-digest';

/** The digest of what a picture is drawn from. */
export const digestOf = ({ source, theme, format }: Drawing): string =>
  createHash('sha256')
    .update(JSON.stringify([format, mermaidConfigOf(theme), backgroundOf(theme), source]))
    .digest('hex');

/** The picture with its digest: a comment in an SVG, a tEXt chunk before the end of a PNG (PNG specification, 11.3.3). */
export function stamped(picture: Uint8Array, drawing: Drawing): Buffer {
  const bytes = Buffer.from(picture);
  if (drawing.format === 'svg') return Buffer.concat([bytes, Buffer.from(`\n<!-- ${MARK} ${digestOf(drawing)} -->\n`)]);
  const data = Buffer.from(`tEXt${MARK}\u0000${digestOf(drawing)}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data));
  const end = bytes.length - 12;
  return Buffer.concat([bytes.subarray(0, end), length, data, check, bytes.subarray(end)]);
}

/** The digest that a picture carries; none where there is no such file or mark. */
export function digestIn(file: string): string | undefined {
  try {
    return new RegExp(`${MARK}[\\0 ]([0-9a-f]{64})`).exec(readFileSync(file, 'latin1'))?.[1];
  } catch {
    return undefined;
  }
}

/** Whether a picture was drawn from exactly this. */
export const isFresh = (file: string, drawing: Drawing): boolean => digestIn(file) === digestOf(drawing);

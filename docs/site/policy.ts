/**
 * The Content-Security-Policy of every page. The few scripts that Starlight writes into a page are allowed by the digests of
 * what stands in Starlight’s own files: nothing that a page holds allows itself.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INLINE = /<script is:inline[^>]*>([\s\S]*?)<\/script>/g;

export const digestOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The digests of the scripts that Starlight’s components write into pages. */
export function allowedScripts(): readonly string[] {
  const folder = join(fileURLToPath(import.meta.resolve('@astrojs/starlight')), '../components');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.astro'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(INLINE)].map(([, script = '']) => digestOf(script)));
}

/** The policy: everything from the site itself, WebAssembly for the search, and Starlight’s own inline scripts. */
export const policy = (): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${allowedScripts().join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');

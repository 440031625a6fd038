/** Serves a built site to this machine alone. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { EXIT, Stop } from '../exit.ts';

export const HOST = '127.0.0.1';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The file that a request asks for, and its status; none where the address is below another path. */
function answer(
  folder: string,
  base: string,
  url: string,
): { readonly file: string; readonly status: number } | undefined {
  const missing = { file: join(folder, '404.html'), status: 404 };
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return missing;
  }
  if (!path.startsWith(base)) return undefined;
  const wanted = join(folder, path.slice(base.length), path.endsWith('/') ? 'index.html' : '');
  // `join` has resolved every `..`: what is outside the folder is not there.
  if (!wanted.startsWith(join(folder, '/')) || path.includes('\0')) return missing;
  return isFile(wanted) ? { file: wanted, status: 200 } : missing;
}

/** Serves the site in a folder below its base. Gives the server and the address of the home. @throws {Stop} where the port is taken. */
export async function serveSite(
  folder: string,
  base: string,
  port: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer(({ url = '/', method }, response) => {
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405).end();
    const found = answer(folder, base, url);
    if (found === undefined) return void response.writeHead(302, { location: base }).end();
    response.writeHead(found.status, {
      'content-type': TYPES[extname(found.file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (method === 'HEAD') return void response.end();
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Stop(
          EXIT.usage,
          error.code === 'EADDRINUSE'
            ? `port ${port} is taken; name another one with --port`
            : `port ${port} cannot be used: ${error.message}`,
        ),
      ),
    );
    server.listen(port, HOST, resolve);
  });
  return { server, url: `http://${HOST}:${(server.address() as AddressInfo).port}${base}` };
}

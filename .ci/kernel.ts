/**
 * Builds the kernels out of `model/explore/kernel/*.as`, which are written in AssemblyScript, and writes what comes out into
 * `model/explore/kernel/bytes.ts`. With `--check` it writes nothing and fails where the file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const FOLDER = 'model/explore/kernel';
const KERNELS = ['bitmap', 'hash'];
const OUT = join(FOLDER, 'bytes.ts');
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort='];

/** The bytes of a kernel. */
async function built(file: string): Promise<Uint8Array> {
  const binary: Uint8Array[] = [];
  const { error, stderr } = await asc.main([`${file}.ts`, ...OPTIONS, '--outFile', 'out.wasm'], {
    readFile(wanted) {
      const source = join(FOLDER, wanted.replace(/[.]ts$/, '.as'));
      return existsSync(source) ? readFileSync(source, 'utf8') : null;
    },
    writeFile: (_, contents) => void binary.push(contents as unknown as Uint8Array),
    listFiles: () => [],
  });
  const [bytes] = binary;
  if (error || bytes === undefined) throw new Error(`${file}: ${stderr.toString()}`);
  return bytes;
}

const lines = [
  '/** The kernels as WebAssembly, in base64. Written by `npm run kernel`; edit the sources beside it. */',
];
for (const kernel of KERNELS) {
  const bytes = Buffer.from(await built(kernel)).toString('base64');
  lines.push(`export const ${kernel.toUpperCase()} =\n  '${bytes}';`);
}
const text = `${lines.join('\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(OUT, text);
else if (readFileSync(OUT, 'utf8') !== text) {
  console.error(`${OUT} is stale: run npm run kernel`);
  process.exitCode = 1;
}

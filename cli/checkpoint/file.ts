/**
 * Checkpoints as files. A line of fixed length says the format and how long the header is; the header is JSON: who wrote it, of what, and
 * everything saved but the arrays; then the arrays, one after the other; then the SHA-256 of all of it.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { endianness } from 'node:os';
import type { Saved } from '../../model/explore/saved.ts';
import { visible } from '../../model/table/diagnostic.ts';
import { EXIT, Stop } from '../exit.ts';
import { insist, replaceInParts, shown } from '../files.ts';

/** What a checkpoint is of: it is gone on from only where all of it is the same. */
export type Origin = {
  /** The version of the package. */
  readonly version: string;
  readonly model: string;
  /** Of the model as it is compiled and planned. */
  readonly digest: string;
};

const MAGIC = 'stateatlas checkpoint';
const FORMAT = 1;
const LINE = 64;
const SUM = 32;

/** The most bytes that are written or read at once. */
const PART = 1 << 26;

const KINDS = { Int32Array, Uint8Array, Uint16Array, Uint32Array, BigUint64Array } as const;
type Kind = keyof typeof KINDS;

type Header = {
  readonly version: string;
  /** The byte order of the arrays. */
  readonly order: string;
  readonly model: string;
  readonly digest: string;
  readonly saved: object;
  readonly arrays: readonly { readonly name: string; readonly kind: Kind; readonly length: number }[];
};

const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);

/** Cuts bytes into parts that are small enough. */
function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PART) yield bytes.subarray(from, from + PART);
}

/** Writes a checkpoint whole or not at all. @throws {Stop} where the system refuses it */
export function writeCheckpoint(file: string, origin: Origin, { arrays, ...saved }: Saved): void {
  const all = Object.entries(arrays);
  const header: Header = {
    ...origin,
    order: endianness(),
    saved,
    arrays: all.map(([name, array]) => ({ name, kind: array.constructor.name as Kind, length: array.length })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const line = Buffer.from(`${`${MAGIC} ${FORMAT} ${json.length}`.padEnd(LINE - 1)}\n`);
  const sum = createHash('sha256');
  function* parts(): Generator<Uint8Array> {
    for (const bytes of [line, json, ...all.map(([, array]) => bytesOf(array))])
      for (const part of partsOf(bytes)) {
        sum.update(part);
        yield part;
      }
    yield sum.digest();
  }
  replaceInParts(file, parts());
}

/** Reads a checkpoint. @throws {Stop} where there is none, or it is damaged, or of something else */
export function readCheckpoint(file: string, origin: Origin): Saved {
  if (!existsSync(file)) refuse(file, `cannot be read: there is no such file; begin with --checkpoint ${shown(file)}`);
  const descriptor = insist(file, 'read', () => openSync(file, 'r'));
  try {
    return read(file, descriptor, origin);
  } finally {
    closeSync(descriptor);
  }
}

function refuse(file: string, why: string): never {
  throw new Stop(EXIT.usage, `${shown(file)} ${why}`);
}

function read(file: string, descriptor: number, origin: Origin): Saved {
  const sum = createHash('sha256');
  const fill = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
    for (const part of partsOf(bytes)) {
      let filled = 0;
      while (filled < part.length) {
        const count = insist(file, 'read', () => readSync(descriptor, part, filled, part.length - filled, null));
        if (count === 0) damaged(file);
        filled += count;
      }
      sum.update(part);
    }
    return bytes;
  };
  const { size } = fstatSync(descriptor);
  const [first = '', format, length] = size < LINE ? [] : splitLine(fill(Buffer.alloc(LINE)).toString());
  if (first !== MAGIC) refuse(file, 'is no checkpoint; name another file');
  if (format !== FORMAT) refuse(file, `has another format, ${format}; ${anew(file)}`);
  if (length === undefined || !(length <= size - LINE - SUM)) damaged(file);
  const header = headerIn(file, fill(Buffer.alloc(length)).toString());
  const rest = header.arrays.reduce((bytes, { kind, length }) => bytes + KINDS[kind].BYTES_PER_ELEMENT * length, 0);
  if (rest !== size - LINE - SUM - length) damaged(file);
  const arrays = header.arrays.map(({ name, kind, length }) => {
    const array = new KINDS[kind](length);
    fill(bytesOf(array));
    return [name, array] as const;
  });
  const expected = sum.copy().digest();
  if (!expected.equals(fill(Buffer.alloc(SUM)))) damaged(file);
  insistOnOrigin(file, header, origin);
  return { ...header.saved, arrays: Object.fromEntries(arrays) } as unknown as Saved;
}

function splitLine(line: string): readonly [magic: string, format: number, length: number] {
  const [format, length] = line.slice(MAGIC.length).trim().split(' ').map(Number);
  return [line.slice(0, MAGIC.length), format ?? Number.NaN, length ?? Number.NaN];
}

/** The header, as far as reading the rest takes. */
function headerIn(file: string, json: string): Header {
  try {
    const header = JSON.parse(json) as Header;
    if (header.arrays.every(({ kind, length }) => Object.hasOwn(KINDS, kind) && Number.isSafeInteger(length)))
      return header;
  } catch {}
  return damaged(file);
}

/** Refuses what was written by another version, on a machine with another byte order, or of another model. */
function insistOnOrigin(file: string, { version, order, model, digest }: Header, origin: Origin): void {
  if (version !== origin.version || order !== endianness())
    refuse(
      file,
      `was written by stateatlas ${version} (${order}), this is ${origin.version} (${endianness()}); ${anew(file)}`,
    );
  if (digest !== origin.digest)
    refuse(file, `is of ${visible(model)} as it was then, not of ${visible(origin.model)} as it is; ${anew(file)}`);
}

function damaged(file: string): never {
  return refuse(file, `is damaged or cut off; ${anew(file)}`);
}

const anew = (file: string): string => `begin anew with --checkpoint ${shown(file)} in place of --resume`;

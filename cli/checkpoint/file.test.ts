/** Checkpoints as files: what is written is read, and what is not whole, or of something else, is refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Saved } from '../../model/explore/saved.ts';
import { EXIT, Stop } from '../exit.ts';
import { folderWith } from '../testing.ts';
import { type Origin, readCheckpoint, writeCheckpoint } from './file.ts';

const folder = folderWith({});
const ORIGIN: Origin = { version: '1.2.3', model: 'desk\u001b[31m', digest: 'abc' };

const SAVED: readonly Saved[] = [
  {
    strategy: 'bitmap',
    size: 3,
    queue: 1,
    depth: 2,
    arrays: { reached: Uint32Array.of(7, 2 ** 32 - 1), front: Uint32Array.of(4, 0) },
  },
  {
    strategy: 'hash',
    next: 1,
    bits: 17,
    chunks: 1,
    levels: [0, 1],
    arrays: { keys: BigUint64Array.of(5n, 2n ** 63n) },
  },
  {
    strategy: 'graph',
    initial: 1,
    depth: 0,
    nextDepth: 1,
    actions: [{ event: 'ü', rows: [{ row: 0 }] }],
    blocked: [],
    often: [],
    turned: 'why',
    arrays: {
      keys: Int32Array.of(-1, 3),
      offset: Uint32Array.of(0, 1),
      target: Int32Array.of(1),
      action: Uint8Array.of(0),
      parent: Int32Array.of(-1, 0),
      arrival: Int32Array.of(-1, 0),
      blockedIds: new Int32Array(),
    },
  },
];

/** Why reading a file is refused. */
function refusal(file: string, origin: Origin = ORIGIN): string {
  try {
    readCheckpoint(file, origin);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Stop);
    expect((thrown as Stop).code).toBe(EXIT.usage);
    return (thrown as Stop).message;
  }
  throw new Error('it was read');
}

test.each(SAVED)('what is written of a $strategy is read', (saved) => {
  const file = join(folder, saved.strategy);
  writeCheckpoint(file, ORIGIN, saved);
  expect(readCheckpoint(file, ORIGIN)).toEqual(saved);
});

test.each(SAVED)('a $strategy with a byte changed, or cut off, is refused', (saved) => {
  const file = join(folder, saved.strategy);
  writeCheckpoint(file, ORIGIN, saved);
  const whole = readFileSync(file);
  const damaged = join(folder, 'damaged');
  const REASON = /damaged or cut off; begin anew with --checkpoint|no checkpoint; name another|another format, /;
  for (let at = 0; at < whole.length; at += 3) {
    const changed = Buffer.from(whole);
    changed[at] = (whole[at] as number) ^ 1;
    writeFileSync(damaged, changed);
    expect(refusal(damaged)).toMatch(REASON);
    writeFileSync(damaged, whole.subarray(0, at));
    expect(refusal(damaged)).toMatch(REASON);
  }
  writeFileSync(damaged, Buffer.concat([whole, Buffer.from('x')]));
  expect(refusal(damaged)).toMatch(/damaged or cut off/);
});

test('a checkpoint of another version or model is refused, and so is no checkpoint', () => {
  const file = join(folder, 'other');
  writeCheckpoint(file, ORIGIN, SAVED[0] as Saved);
  expect(refusal(file, { ...ORIGIN, version: '2.0.0' })).toMatch(/written by stateatlas 1\.2\.3 .*, this is 2\.0\.0/);
  const other = refusal(file, { ...ORIGIN, model: 'other', digest: 'abd' });
  expect(other).toContain('is of desk\\u001b[31m as it was then, not of other as it is; begin anew with --checkpoint');
  expect(refusal(join(folder, 'none'))).toMatch(/there is no such file; begin with --checkpoint /);
  expect(refusal(folder)).toMatch(/it is a folder/);
});

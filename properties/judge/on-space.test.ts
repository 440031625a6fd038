/** What a space too large for a graph leaves undecided. */
import { expect, test } from 'vitest';
import { OutOfMemory } from '../../model/explore/kernel/memory.ts';
import { plan } from '../../model/explore/planning.ts';
import { exploringStore } from '../../model/explore/space/set-space.ts';
import type { Store } from '../../model/explore/space/store.ts';
import { finish } from '../../model/explore/work.ts';
import { fleetS } from '../../model/gallery/fleet-s.atlas.ts';
import { onSpace } from './on-space.ts';

/** The fleet in a memory that can be closed: then nothing more is given out of it. */
function closable() {
  const store = plan(fleetS, 'bitmap').store?.() as Store;
  const space = finish(exploringStore(store));
  const take = store.places.take.bind(store.places);
  let isOpen = true;
  store.places.take = (bytes) => {
    if (!isOpen) throw new OutOfMemory('the kernel has no more memory');
    return take(bytes);
  };
  const close = (isClosed: boolean): void => {
    isOpen = !isClosed;
  };
  return { space, close };
}

const ends = { alwaysCanReach: { final: true } } as const;

test('what memory does not suffice for is undecided, and what was taken for it is there again', () => {
  const { space, close } = closable();
  const { decide } = onSpace(fleetS, space, 0);
  // A first decision leaves free the places that it took, and one of them is taken away again: so the next is short of one.
  const expected = finish(decide(ends, {}));
  const held = space.initially();
  close(true);
  for (let times = 0; times < 3; times++)
    expect(finish(decide(ends, {}))).toEqual({
      result: 'undecided',
      note: expect.stringContaining('do not fit memory'),
    });
  space.free(held);
  expect(finish(decide(ends, {}))).toEqual(expected);
});

test('of a space that a graph would hold, nothing is left undecided', () => {
  const { space, close } = closable();
  close(true);
  expect(() => finish(onSpace(fleetS, space).decide(ends, {}))).toThrow(OutOfMemory);
});

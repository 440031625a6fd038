/** Long computations in pieces, so that a program can do other things in between and stop them. */

/** A computation that pauses now and then; what it is told at a pause, a limit, stops it. */
export type Work<T> = Generator<void, T, string | undefined>;

/** Ends work that was told to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  /** The limit that was hit, such as `10 s`. */
  readonly limit: string;
  constructor(limit: string) {
    super(`stopped at ${limit}`);
    this.limit = limit;
  }
}

/** How many small things are done between two pauses. */
const PIECE = 1 << 14;

/** Pauses, so that it can be stopped, where `done` things are a piece. @throws {Stopped} */
export function* pausing(done: number): Work<void> {
  if (done % PIECE !== 0) return;
  const limit = yield;
  if (limit !== undefined) throw new Stopped(limit);
}

/**
 * Does things until none is left: `go` does so many of them at most and says whether there are more. @throws
 * {Stopped}
 */
export function* inPieces(go: (most: number) => boolean): Work<void> {
  while (go(PIECE)) {
    const limit = yield;
    if (limit !== undefined) throw new Stopped(limit);
  }
}

/** Visits the numbers from 0 up to, not including, `size`. */
export function* forEach(size: number, visit: (index: number) => void): Work<void> {
  let next = 0;
  yield* inPieces((most) => {
    const end = Math.min(size, next + most);
    for (; next < end; next++) visit(next);
    return next < size;
  });
}

/** Finds the first number below `size` that passes a test. */
export function* findFirst(size: number, test: (index: number) => boolean): Work<number | undefined> {
  let next = 0;
  let found: number | undefined;
  yield* inPieces((most) => {
    const end = Math.min(size, next + most);
    for (; next < end && found === undefined; next++) if (test(next)) found = next;
    return next < size && found === undefined;
  });
  return found;
}

/** Work whose pauses say something else. */
export function* mapped<P, Q, R>(
  work: Generator<P, R, string | undefined>,
  said: (pause: P) => Q,
): Generator<Q, R, string | undefined> {
  let at = work.next();
  while (!at.done) at = work.next(yield said(at.value));
  return at.value;
}

/** What is known already, as work. */
export function* known<T>(value: T): Work<T> {
  yield* pausing(1);
  return value;
}

/** Does work to its end without stopping it. */
export function finish<T>(work: Generator<unknown, T, undefined>): T {
  let at = work.next();
  while (!at.done) at = work.next();
  return at.value;
}

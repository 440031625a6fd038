/** Exploring while judging. */
import { Stopped, type Work } from '../../model/explore/work.ts';

/** An exploration in pieces, as a part of other work. @throws {Stopped} where it is told to stop */
export function* inside<R>(run: Generator<unknown, R, string | undefined>): Work<R> {
  let at = run.next();
  while (!at.done) {
    const limit = yield;
    if (limit !== undefined) throw new Stopped(limit);
    at = run.next();
  }
  return at.value;
}

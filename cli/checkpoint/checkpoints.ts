/** When a check is saved, and from where it goes on. */
import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import type { Plan } from '../../model/explore/planning.ts';
import { type Saved, sizeOf } from '../../model/explore/saved.ts';
import type { Model } from '../../model/system/types.ts';
import { plural } from '../../model/table/text.ts';
import { EXIT, Stop } from '../exit.ts';
import { shown } from '../files.ts';
import { METERS } from '../limits.ts';
import { err } from '../terminal.ts';
import { type Origin, readCheckpoint, writeCheckpoint } from './file.ts';

/** What a user asks for: the file to save to, the one to go on from, and the seconds between two saves at least. */
export type Asked = {
  readonly checkpoint?: string;
  readonly resume?: string;
  readonly checkpointInterval?: number;
};

/** Of the time at most so large a part is used to save: what took a second is not done again in the next nine. */
const REST = 9;

type Save = () => Saved;

/** Saves one check while it explores. */
export class Checkpoints {
  /** What is gone on from. */
  readonly from: Saved | undefined;
  readonly #file: string;
  readonly #origin: Origin;
  readonly #interval: number;
  #due = 0;
  #wrote = false;
  /** The last pause; none where what is explored now is not saved. */
  #save: Save | undefined;

  /** @throws {Stop} where what is to be gone on from cannot be */
  constructor(asked: Asked, version: string, model: Model, plan: Plan, most: number | undefined) {
    const { checkpoint, resume } = asked;
    this.#file = (checkpoint ?? resume) as string;
    this.#interval = (asked.checkpointInterval ?? 0) * 1000;
    this.#origin = { version, model: model.name, digest: digestOf(model, plan) };
    if (resume !== undefined) this.from = readCheckpoint(resume, this.#origin);
    else if (plan.compiled === undefined)
      err(`${shown(this.#file)} is not written: ${model.name} is explored as it is written, which is not saved`);
    if (this.from?.strategy === 'graph' && sizeOf(this.from) > (most ?? Number.POSITIVE_INFINITY))
      throw new Stop(
        EXIT.usage,
        `${shown(resume as string)} has ${plural(sizeOf(this.from), 'configuration')} already; ` +
          'resume it with a larger --max-configurations',
      );
    // What is complete has no pause at which it could be saved to another place.
    if (this.from !== undefined && relative(resolve(this.#file), resolve(resume as string)) !== '')
      this.#write(() => this.from as Saved);
  }

  /** Exploring pauses. */
  paused(save: Save | undefined): void {
    this.#save = save;
    if (save !== undefined && METERS.now() >= this.#due) this.#write(save);
  }

  /** It goes on with a graph, of which nothing is known yet. */
  turned(): void {
    this.#save = undefined;
  }

  /** Exploring is over: it is complete, or a limit was hit. */
  explored(): void {
    if (this.#save !== undefined) this.#write(this.#save);
    this.#save = undefined;
  }

  /** Where the first save fails the command ends; later ones leave what was saved before. */
  #write(save: Save): void {
    const began = METERS.now();
    try {
      writeCheckpoint(this.#file, this.#origin, save());
      this.#wrote = true;
    } catch (thrown) {
      if (!(thrown instanceof Stop) || !this.#wrote) throw thrown;
      err(`${thrown.message}; what was saved before is still there`);
    }
    const now = METERS.now();
    this.#due = now + Math.max(this.#interval, REST * (now - began));
  }
}

/** Of all that decides what is found, in which order, and how it is held. */
function digestOf(model: Model, { strategy, compiled }: Plan): string {
  const locals = compiled?.components.map(({ values }) => values);
  return createHash('sha256')
    .update(JSON.stringify([model, strategy, locals]))
    .digest('hex');
}

/** Thrown where a question cannot be answered without the single steps, which a space does not keep, or is sooner with them. */
export class NeedsSteps extends Error {
  override readonly name = 'NeedsSteps';
  /** @param what - what needs them, in a few words. */
  constructor(what: string, because = 'cannot be told without single steps') {
    super(`${what} ${because}`);
  }
}

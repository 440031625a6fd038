/** Thrown where a question cannot be answered without the single steps, which a space does not keep. */
export class NeedsSteps extends Error {
  override readonly name = 'NeedsSteps';
  /** @param what - what needs them, in a few words. */
  constructor(what: string) {
    super(`${what} cannot be told without single steps`);
  }
}

/** Thrown where something in a model has more values than tables can be made for. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  constructor(what: string) {
    super(`${what} have too many values to be numbered`);
  }
}

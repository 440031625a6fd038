/** A mistake of ours, never of the table: something was claimed that the semantics does not bear out. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

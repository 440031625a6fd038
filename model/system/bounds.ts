/** How much a system may be: what these bound is held at once, before anything is explored or while one step is taken. */
export const BOUNDS = {
  /** Instances, all sets together. */
  instances: 1000,
  /** Parameters that are bound at once: of an event, of `each`, of a property, with those of the quantifiers inside. */
  parameters: 12,
  /** Bindings of the parameters that are bound at once. */
  bindings: 100_000,
  /** Messages that a channel holds. */
  capacity: 100,
  /** Values of a range, and different messages of one channel. */
  values: 100_000,
} as const;

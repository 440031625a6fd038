-- The constant of this election; its rules are in election.m, which is to be read after this.
const
  FORGETS : 0; -- whether a node that crashes forgets its vote: 1 or 0

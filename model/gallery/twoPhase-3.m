-- The constant of this two-phase commit; its rules are in twoPhase.m, which is to be read after this.
const
  RESOURCES : 3;

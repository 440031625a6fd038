-- The constants of these philosophers; their rules are in dining.m, which is to be read after this.
const
  PHILOSOPHERS : 5;
  MOST_WITH_FORKS : 5;

-- The constants of this fleet; its rules are in fleet.m, which is to be read after this.
const
  SESSIONS : 3;
  TECHNICIANS : 2;
  CAPACITY : 1;
  MOST_OPEN : 3;

/** The one table of exit codes. */
export const EXIT = {
  well: 0,
  open: 1,
  usage: 2,
  unreadable: 3,
  undecided: 4,
  outside: 5,
  defect: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, for help and docs. */
export const EXIT_MEANINGS: { readonly [code in ExitCode]: string } = {
  0: 'all well, or everything decided by rulings',
  1: 'undecided findings or violated properties, or generated files out of date',
  2: 'wrong usage',
  3: 'the input could not be read as a table',
  4: 'undecided: a bound or a limit was hit',
  5: 'an outside tool is missing or failed',
  70: 'a defect of ours',
};

const PRECEDENCE: readonly ExitCode[] = [70, 2, 3, 5, 1, 4, 0];

/** The code that wins when several apply. */
export const strongest = (codes: Iterable<ExitCode>): ExitCode => {
  const all = new Set(codes);
  return PRECEDENCE.find((code) => all.has(code)) ?? EXIT.well;
};

/** Ends a command with a message for its user and a code of the table. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

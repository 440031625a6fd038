/**
 * Whether something must happen, asked of SPIN: a model with a watch that goes along with every run and finds those on which it never does.
 *
 * A run may stop anywhere unless fairness forbids it, as in our semantics. Fairness is not put into a formula, whose automaton would grow
 * exponentially: from the moment at which the goal is due, a counter waits for each fair event with each of its bindings in turn
 * to be taken or disabled, and a run is fair when the counter comes round for ever: there the model passes a state that SPIN accepts. For
 * strong fairness the model may guess that the event is never enabled again; where the guess proves wrong the run is abandoned,
 * as it is where the goal is met. (Generalised Büchi and Streett conditions reduced to one Büchi condition: Baier and Katoen, Principles of Model
 * Checking, sections 4.3.4 and 4.4; embedded C in Promela: Holzmann, The SPIN Model Checker.)
 */
import { type Claim, canTake, type Fair, type FairLabel } from './claims.ts';
import type { Command } from './commands.ts';
import { endsWith } from './endings.ts';
import { any, type Condition, not } from './expressions.ts';
import { C_SIGNS, infix } from './infix.ts';

/** The parts of a model that watches its runs. */
export type Watch = {
  readonly declarations: readonly string[];
  /** What is done when a run begins: once for each claim that is due from the start, else once. */
  readonly begins: readonly string[];
  readonly goesOn: string;
  /** What is done after a command. */
  readonly taken: (command: Command) => string;
  readonly options: readonly string[];
};

const { condition: inC } = infix({
  ...C_SIGNS,
  truth: (is) => (is ? '1' : '0'),
  choose: (condition, one, other) => `(${condition} ? ${one} : ${other})`,
  name: ({ id }) => `now.${id}`,
});

/** What a variable is called that counts from 0. */
export const upTo = (id: string, largest: number): string =>
  `unsigned ${id} : ${Math.max(1, 32 - Math.clz32(largest))};`;

/** The claim that is due, by its number from 1; none before. */
const DUE = 'due_';
/** Whether from now on nothing can be taken that fairness would require to be taken, and that would end the run. */
const SETTLED = 'settled_';
/** How many of the fair labels were served in this round. */
const TURN = 'turn_';
/** 0 while the run goes on, 1 where a round is complete, 2 where the run is abandoned. */
const END = 'end_';
const GOES_ON = `${END} == 0`;
const ALONG = 'c_code { watch_(0); }';

/** Whether taking a label always meets the goal of a claim. */
export const endsClaim = ({ commands }: FairLabel, { goal }: Claim): boolean =>
  commands.every((command) => endsWith(command, goal));

/** Each label once: one that is strongly fair is weakly fair as well. */
function once({ weak, strong }: Fair): Fair {
  const named = (labels: readonly FairLabel[]): ReadonlyMap<string, FairLabel> =>
    new Map(labels.map((each) => [each.label, each]));
  const strongly = named(strong);
  return {
    weak: [...named(weak).values()].filter(({ label }) => !strongly.has(label)),
    strong: [...strongly.values()],
  };
}

/** The watch for the claims of one property, which differ in their bindings and in nothing else. */
export function watchOf(claims: readonly Claim[], text: (condition: Condition) => string): Watch {
  const { weak, strong } = once(claims[0]?.fair ?? { weak: [], strong: [] });
  // Strong fairness of what would end the run can only be kept by never being able to take it again.
  const ending = claims.map((claim) => any(strong.filter((label) => endsClaim(label, claim)).map(canTake)));
  const guessed = strong.filter((label) => !claims.every((claim) => endsClaim(label, claim)));
  const labels = [...weak, ...guessed];
  const numbers = new Map(labels.flatMap(({ commands }, index) => commands.map((each) => [each, index + 1] as const)));
  const off = (index: number): string => `off${index}_`;
  const given = guessed.map((label, index) => ({ off: off(weak.length + index), can: canTake(label) }));
  const served = labels.map((label, index) => {
    const cannot = index < weak.length ? `!(${inC(canTake(label))})` : `now.${off(index)}`;
    return `  if (now.${TURN} == ${index} && (taken == ${index + 1} || ${cannot})) now.${TURN} = ${index + 1};`;
  });
  const settles = ending.some((each) => each !== false);
  const isOpen = (index: number): Condition => not(ending[index] as Condition);
  const becomesDue = (index: number): string =>
    `${DUE} = ${index + 1}; ${settles ? '' : `${SETTLED} = true; `}${ALONG}`;
  const isDue = claims.every(({ after }) => after === undefined);
  return {
    declarations: [
      upTo(DUE, claims.length),
      `bool ${SETTLED};`,
      upTo(TURN, labels.length),
      upTo(END, 2),
      ...given.map((each) => `bool ${each.off};`),
      'c_code {',
      'static void watch_(int taken) {',
      `  if (now.${DUE} == 0) return;`,
      ...claims.map(({ goal }, index) => `  if (now.${DUE} == ${index + 1} && (${inC(goal)})) goto abandon;`),
      `  if (!now.${SETTLED}) return;`,
      ...ending.map((can, index) => `  if (now.${DUE} == ${index + 1} && (${inC(can)})) goto abandon;`),
      ...given.map((each) => `  if (now.${each.off} && (${inC(each.can)})) goto abandon;`),
      ...served,
      `  if (now.${TURN} == ${labels.length}) { now.${TURN} = 0; now.${END} = 1; }`,
      '  return;',
      `abandon: now.${END} = 2; now.${TURN} = 0; now.${DUE} = 0; now.${SETTLED} = 0;`,
      ...given.map((each) => `  now.${each.off} = 0;`),
      '}',
      '}',
    ],
    begins: isDue ? claims.map((_, index) => `${becomesDue(index)}; `) : [''],
    goesOn: GOES_ON,
    taken: (command) => `c_code { watch_(${numbers.get(command) ?? 0}); }`,
    options: [
      ...claims.flatMap(({ after, goal }, index) =>
        after === undefined
          ? []
          : [
              `  :: d_step { ${GOES_ON} && ${DUE} == 0 && (${text(after)}) && !(${text(goal)}) -> ${becomesDue(index)} }`,
            ],
      ),
      ...claims.flatMap((_, index) =>
        settles
          ? [
              `  :: d_step { ${GOES_ON} && ${DUE} == ${index + 1} && !${SETTLED} && (${text(isOpen(index))}) -> ${SETTLED} = true; ${ALONG} }`,
            ]
          : [],
      ),
      `  :: d_step { ${GOES_ON} && ${SETTLED} -> ${ALONG} }`,
      ...given.map(
        (each) =>
          `  :: d_step { ${GOES_ON} && ${SETTLED} && !${each.off} && !(${text(each.can)}) -> ${each.off} = true; ${ALONG} }`,
      ),
      `  :: ${END} == 1 -> accept_round: ${END} = 0`,
    ],
  };
}

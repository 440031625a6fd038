/** The small words that guards, predicates, durations and demands are made of, in English. They define what every language has. */

/** An amount of something: its word for one, and for several. */
export type Unit = readonly [one: string, several: string];

type Text = (text: string) => string;

/** The phrases of a language. Texts that are put into them are phrases or names already. */
export type Phrases = {
  readonly unset: string;
  readonly and: string;
  readonly or: string;
  readonly not: Text;
  readonly always: string;
  readonly never: string;
  readonly in: Text;
  readonly inGroup: Text;
  readonly tagged: Text;
  readonly enabled: Text;
  readonly final: string;
  readonly notFinal: string;
  /** A variable that is true, or false. */
  readonly flag: (variable: string, value: boolean) => string;
  /** The comparisons, between a variable and an operand. */
  readonly comparisons: { readonly [comparison: string]: string };
  readonly stateLeft: string;
  readonly recalled: Text;
  readonly group: Text;
  readonly everyState: string;
  readonly everyStateExcept: Text;
  readonly units: { readonly [unit in 'Y' | 'M' | 'W' | 'D' | 'h' | 'min' | 's']: Unit };
  readonly amount: (amount: string, unit: Unit) => string;
  readonly range: (from: number, to: number) => string;
  /** The value of a flag by itself. */
  readonly truth: (value: boolean) => string;
  readonly flagDomain: string;
  readonly savedDomain: Text;
  readonly weak: Text;
  readonly strong: Text;
  readonly under: Text;
  readonly unfair: string;
  readonly since: Text;
  readonly everywhere: Text;
  readonly neverSince: (since: string, text: string) => string;
  readonly comesTo: Text;
  readonly staysPossible: (since: string, text: string) => string;
  readonly everyRun: (since: string, text: string, fairness: string) => string;
  readonly leadsTo: (when: string, text: string, fairness: string) => string;
  readonly numbers: { readonly [comparison: string]: string };
  readonly no: string;
  readonly with: string;
  readonly forEvery: Text;
  readonly forSome: Text;
  readonly messagesIn: Text;
  readonly from: (name: string, first: number | string, last: number | string) => string;
  readonly theOneAfter: Text;
  readonly allDifferent: Text;
  readonly oneOf: Text;
  readonly oneOfOrUnset: Text;
  readonly everyBinding: Text;
  readonly takesPart: Text;
  readonly colon: string;
  readonly variableOf: (variable: string, owner: string) => string;
  readonly everyTakesPart: (who: string, condition: string | undefined) => string;
  readonly shared: string;
  readonly receives: Text;
  readonly sends: Text;
  readonly each: Text;
  readonly after: Text;
};

/** The comparisons as signs. */
export const COMPARISONS: Phrases['comparisons'] = { eq: '=', ne: '≠', lt: '<', le: '≤', gt: '>', ge: '≥', in: 'in' };

export const en: Phrases = {
  unset: 'unset',
  and: 'and',
  or: 'or',
  not: (text) => `not ${text}`,
  always: 'always',
  never: 'never',
  in: (states) => `in ${states}`,
  inGroup: (groups) => `in group ${groups}`,
  tagged: (tags) => `tagged ${tags}`,
  enabled: (events) => `${events} enabled`,
  final: 'final',
  notFinal: 'not final',
  flag: (variable, value) => (value ? variable : `not ${variable}`),
  comparisons: COMPARISONS,
  stateLeft: 'the state left',
  recalled: (variable) => `the state saved in ${variable}`,
  group: (groups) => `group ${groups}`,
  everyState: 'every state',
  everyStateExcept: (states) => `every state except ${states}`,
  units: {
    Y: ['year', 'years'],
    M: ['month', 'months'],
    W: ['week', 'weeks'],
    D: ['day', 'days'],
    h: ['h', 'h'],
    min: ['min', 'min'],
    s: ['s', 's'],
  },
  amount: (amount, [one, several]) => `${amount} ${Number(amount) === 1 ? one : several}`,
  range: (from, to) => `${from} to ${to}`,
  truth: String,
  flagDomain: 'true or false',
  savedDomain: (states) => `a saved state (${states}), or unset`,
  weak: (events) => `weak fairness of ${events}`,
  strong: (events) => `strong fairness of ${events}`,
  under: (fairness) => `under ${fairness}`,
  unfair: 'no fairness assumed',
  since: (text) => ` at or after a configuration with (${text})`,
  everywhere: (text) => `everywhere: ${text}`,
  neverSince: (since, text) => `never${since}: ${text}`,
  comesTo: (text) => `some run comes to: ${text}`,
  staysPossible: (since, text) => `it always stays possible${since} to come to: ${text}`,
  everyRun: (since, text, fairness) => `every run${since} comes to: ${text}, ${fairness}`,
  leadsTo: (when, text, fairness) => `${when} leads to: ${text}, ${fairness}`,
  numbers: {
    eq: 'exactly',
    ne: 'not exactly',
    lt: 'fewer than',
    le: 'at most',
    gt: 'more than',
    ge: 'at least',
  },
  no: 'no',
  with: 'with',
  forEvery: (text) => `for every ${text}`,
  forSome: (text) => `for some ${text}`,
  messagesIn: (channel) => `messages in ${channel}`,
  from: (name, first, last) => `${name} from ${first} to ${last}`,
  theOneAfter: (name) => `the one after ${name}`,
  allDifferent: (names) => `${names} all different`,
  oneOf: (set) => `one of ${set}`,
  oneOfOrUnset: (set) => `one of ${set}, or unset`,
  everyBinding: (events) => `every binding of ${events}`,
  takesPart: (name) => `${name} takes part`,
  colon: ':',
  variableOf: (variable, owner) => `${variable} of ${owner}`,
  everyTakesPart: (who, condition) => `every ${who}${condition === undefined ? '' : ` with (${condition})`} takes part`,
  shared: 'shared memory',
  receives: (message) => `receives ${message}`,
  sends: (message) => `sends ${message}`,
  each: (name) => `each ${name}`,
  after: (duration) => `after ${duration}`,
};

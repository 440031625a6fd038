/** The words of the pages in English. They define what every language has. */
import type { Unit } from '../../phrases/en.ts';
import { findings } from './en-findings.ts';

const s = (count: number, one: string, several = `${one}s`): string => `${count} ${count === 1 ? one : several}`;

export const en = {
  ...findings,
  // Small things.
  quoted: (text: string): string => `“${text}”`,
  list: (items: readonly string[]): string => items.join(', '),
  or: (items: readonly string[]): string =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`,
  colon: ': ',
  untranslated: 'not translated',
  none: 'None.',
  nothing: 'Nothing.',
  units: {
    Y: ['year', 'years'],
    M: ['month', 'months'],
    W: ['week', 'weeks'],
    D: ['day', 'days'],
    h: ['hour', 'hours'],
    min: ['minute', 'minutes'],
    s: ['second', 'seconds'],
  } as { readonly [unit in 'Y' | 'M' | 'W' | 'D' | 'h' | 'min' | 's']: Unit },
  date: (iso: string): string => iso,

  // What pages are called.
  overview: 'Overview',
  states: 'States',
  events: 'Events',
  actors: 'Actors',
  memory: 'Memory',
  matrix: 'Transition matrix',
  properties: 'Properties',
  findings: 'Findings',
  review: 'Documents',
  coverage: 'Coverage',
  changes: 'Changes',
  simulator: 'Simulator',
  instances: 'Instances',
  tables: 'Tables',
  synchronisation: 'What happens together',
  otherStates: 'Without a group',
  noActor: 'Nobody in particular',

  // Headings and columns.
  state: 'State',
  event: 'Event',
  name: 'Name',
  kind: 'Kind',
  group: 'Group',
  description: 'Description',
  actor: 'Actor',
  canCause: 'Can cause',
  causedBy: 'Caused by',
  when: 'When',
  from: 'From',
  leadsTo: 'Leads to',
  changesMemory: 'Memory',
  why: 'Why',
  property: 'Property',
  verdict: 'Verdict',
  finding: 'Finding',
  decision: 'Decision',
  code: 'Code',

  // Facts.
  initial: 'initial',
  final: 'final',
  finalWhile: (guard: string): string => `final while ${guard}`,
  inGroup: (group: string): string => `group ${group}`,
  tagged: (tags: string): string => `tagged ${tags}`,
  called: (name: string): string => `name ${name}`,
  inOtherLanguages: (labels: string): string => `in other languages: ${labels}`,
  after: (duration: string): string => `after ${duration}`,
  afterWhile: (duration: string, state: string): string => `after ${duration}, while ${state}`,
  if: (guard: string): string => `if ${guard}`,
  stays: 'stays here',
  backTo: (states: string): string => `back to ${states}`,
  backToSaved: (states: string, variable: string): string => `back to ${states}, as ${variable} says`,
  remembers: (state: string, variable: string): string => `remembers ${state} as ${variable}`,
  forgets: (variable: string): string => `forgets ${variable}`,
  lines: (source: string, lines: readonly number[]): string =>
    `${source}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`,

  // The home of a table.
  homeOf: (title: string, states: number, events: number): string =>
    `${title}: ${s(states, 'state')}, ${s(events, 'event')}; diagrams, verdicts and findings.`,
  atAGlance: 'Verdicts at a glance',
  howChecked: 'How it was checked',
  holding: (count: number): string => `${s(count, 'property holds', 'properties hold')}`,
  violatedOpen: (count: number): string => `${s(count, 'property is', 'properties are')} violated`,
  violatedDecided: (count: number): string =>
    `${s(count, 'property is', 'properties are')} violated, and decided by a ruling`,
  undecidedCount: (count: number): string => `${s(count, 'property is', 'properties are')} undecided`,
  findingsOpen: (count: number): string => `${s(count, 'finding')} open`,
  findingsDecided: (count: number): string => `${s(count, 'finding')} decided by rulings`,
  noFindings: 'no findings',
  documentsOpen: (count: number): string => `${s(count, 'finding')} in the documents open`,
  documentsDecided: (count: number): string => `${s(count, 'finding')} in the documents decided by rulings`,
  exploredAll: (configurations: number, transitions: number, depth: number): string =>
    `All that the table allows was explored: ${s(configurations, 'configuration')} and ${s(transitions, 'transition')}, at most ${s(depth, 'step')} from the start. Nothing was left out.`,
  exploredPart: (limit: string, configurations: number, transitions: number, queue: number): string =>
    `Exploring was stopped at ${limit}, after ${s(configurations, 'configuration')} and ${s(transitions, 'transition')}; ${queue} configurations were left. What is said here holds of what was explored.`,
  checkedOn: (date: string): string => `Checked as it stood on ${date}.`,
  timeIsAbstract: 'Time is abstract in the check: a timer may fire whenever its row is enabled, whatever its duration.',
  legend: 'Every diagram has its table next to it.',

  // The page of a state.
  stateOf: (state: string, title: string): string => `The state ${state} of ${title}: how it is entered and left.`,
  waysOut: 'What can happen here',
  waysIn: 'How it is entered',
  noWaysOut: 'Nothing can happen here.',
  noWaysIn: 'No row leads here.',
  comesBack: 'Left, and come back to',
  comesBackIntro: (variable: string): string =>
    `Some events leave this state and remember it (${variable}). Until it is come back to, or given up, this can happen:`,
  readsWrites: 'Memory',
  reads: (variables: string): string => `It reads ${variables}.`,
  writes: (variables: string): string => `What happens here writes ${variables}.`,
  noMemory: 'It neither reads nor writes the memory.',
  shortest: 'The shortest way here',
  shortestFrom: (state: string): string => `From ${state}:`,
  startsHere: 'A run can start here.',
  unreached: 'No run comes here.',
  stillPossible: 'What can still happen',
  endsAhead: (states: string): string => `It can end in: ${states}.`,
  noEndAhead: 'No declared end can be come to from here.',
  isEnd: 'It is a declared end itself.',
  statesAhead: (states: string): string => `It can still come to: ${states}.`,
  comesAgain: 'It can come here again.',
  neverAhead: (states: string): string => `No longer possible: ${states}.`,
  nothingAhead: 'Nothing can follow.',
  speakingOf: 'Properties that speak of it',
  aboutIt: 'Findings about it',
  sayDocuments: 'What the documents say',
  disagreements: 'Where the two columns disagree',
  disagreementsIntro:
    'One state’s row lists the other as next, or as previous, and the other row does not agree. Each has been decided, or is open:',
  otherRemarks: 'What else the review says of it',
  onEvent: (event: string, state: string): string => `${event} leads to ${state}, and it can come back from there`,

  sets: (variable: string, value: string): string => `sets ${variable} to ${value}`,

  // The pages of events and actors.
  eventOf: (event: string, title: string): string =>
    `The event ${event} of ${title}: in which states it is handled, and where it leads.`,
  actorOf: (actor: string, title: string): string => `What ${actor} can do in ${title}, and when.`,
  causedByWhom: (actor: string): string => `caused by ${actor}`,
  timerOf: (duration: string): string => `a timer: ${duration} after the state is entered`,
  handled: 'Where it is handled',
  handledNowhere: 'Nowhere.',
  ignored: 'Where it has no effect',
  inState: 'In',
  inStates: 'In',
  inWhich: (state: string): string => `in ${state}`,
  interrupted: 'What it interrupts, and the way back',
  comesBackBy: 'Comes back by',
  orElse: 'Or goes on by',
  canDoWhen: 'What can be done, and when',

  // The matrix and the memory.
  matrixOf: (title: string): string => `${title}: where each event leads from each state.`,
  matrixCrossed: 'States down, events across; a dash where nothing happens. As values:',
  matrixListed: 'Each state with the events that it handles. As a matrix of values:',
  memoryOf: (title: string): string => `What ${title} remembers beside its state.`,
  variable: 'Variable',
  domain: 'Can be',
  initially: 'Initially',
  nobody: 'Nowhere.',
  what: 'What',
  recalls: 'goes back to the saved state',
  isRead: 'Read',
  isWritten: 'Written',

  // Properties, findings, the simulator.
  propertiesOf: (title: string): string => `What is to hold of ${title}, with verdicts, witnesses and counterexamples.`,
  noProperties: 'No properties are stated.',
  howToRead:
    'A verdict says how much it rests on: exhaustive means that every configuration was looked at. In the formulas A means on every run, E on some run, G always and F at some time.',
  boundTo: (binding: string): string => `For ${binding}.`,
  witness: 'A run that shows it',
  counterexample: 'A run that breaks it',
  playIt: 'Play it in the simulator',
  findingsOf: (title: string): string => `What checking ${title} found, and what was decided.`,
  noFindingsHere: 'Nothing was found.',
  inDetail: 'In the checker’s words',
  simulatorOf: (title: string): string => `${title}, step by step: what can happen, who causes it, and where it leads.`,
  simulatorIntro:
    'The simulator runs the table itself, and needs JavaScript; everything else on this site does without.',

  // Traces.
  start: 'Start',
  cycleBegins: 'the cycle begins',
  againFrom: (step: number): string => `and again from step ${step}, for ever.`,
  nothingMore: 'and nothing more happens.',

  // Documents.
  reviewOf: (title: string): string => `What the documents say of ${title}, where they disagree, and what was decided.`,
  reviewIntro: 'What the documents claim, held against the table and against itself.',
  oneByOne: 'One by one',
  everyClaim: 'Every claim',
  document: 'Document',
  language: 'Language',
  published: 'Date',
  location: 'Location',
  claims: 'Claims',
  line: 'Line',
  says: 'What it says',
  asWritten: 'As written',
  conditions: 'Condition, and how it was read',
  outcome: 'What became of it',
  where: 'Where',
  isRow: 'Row',
  noState: 'no state',
  describes: (state: string): string => `the row of ${state}, in words that name no state`,
  listsPrevious: (state: string, other: string): string => `the row of ${state} lists ${other} as previous`,
  listsNext: (state: string, other: string): string => `the row of ${state} lists ${other} as next`,
  saysOf: (state: string, other: string): string => `the description of ${state} names ${other}`,
};

export type Words = typeof en;

/** What findings say, in English: of a table or system by their code and what they are about, of documents likewise. */
import type { FindingCode } from '../../../properties/judge/codes.ts';
import type { ReviewCode } from '../../../properties/review/codes.ts';

/** What a finding is about, as it is called on the page; lists are joined. */
export type About = {
  readonly states: readonly string[];
  readonly events: string;
  readonly memory: string;
  readonly labels: string;
  /** Where its row stands in the table, such as `transitions[3]`. */
  readonly row: string;
};

type Say = (about: About) => string;

const all = ({ states }: About): string => states.join(', ');
const first = ({ states }: About): string => states[0] ?? '';
const second = ({ states }: About): string => states[1] ?? '';
/** Whichever of two names there is. */
const some = (one: string, other: string): string => (one === '' ? other : one);

export const findings = {
  findingText: {
    SA201: (of) => `no run comes to ${all(of)}`,
    SA202: (of) => `${some(of.row, 'a row')} never fires`,
    SA203: (of) => `no row handles ${of.events}`,
    SA204: (of) => `${all(of)} is not final, and a run can be stuck there with nothing enabled`,
    SA205: (of) => `once in ${all(of)}, no run leaves it any more or comes to a declared end`,
    SA206: (of) => `where ${of.events} leads from ${all(of)} is not determined`,
    SA207: (of) => `nothing reads ${of.memory}`,
    SA208: (of) => `no step changes ${of.memory}`,
    SA209: (of) => `the guard of ${some(of.row, 'a row')} is always true`,
    SA210: (of) => `the guard of ${some(of.row, 'a row')} is always false`,
    SA211: (of) =>
      `${some(of.row, 'a row')} recalls a state from ${some(of.memory, 'the memory')}, where none may be saved`,
    SA212: (of) => `${some(of.row, 'an event')} assigns a value outside the domain of ${some(of.memory, 'a variable')}`,
    SA213: (of) => `a ruling matches nothing any more${all(of) === '' ? '' : ` (${all(of)})`}`,
    SA214: (of) => `${some(of.events, 'an event')} never happens`,
    SA215: (of) => `a parameter of ${some(of.events, 'an event')} has no use`,
  } as { readonly [code in FindingCode]: Say },
  reviewText: {
    SA320: (of) => `${first(of)} lists ${second(of)} as next, but ${second(of)} does not list ${first(of)} as previous`,
    SA321: (of) => `${second(of)} lists ${first(of)} as previous, but ${first(of)} does not list ${second(of)} as next`,
    SA322: (of) => `beside other entries ${all(of)} also says “none”`,
    SA323: (of) => `${some(all(of), of.labels)} is named, and no row describes it`,
    SA324: (of) => `${some(all(of), of.labels)} has a row, and no other row names it`,
    SA325: (of) => `one label stands for several states: ${all(of)}`,
    SA326: (of) => `${some(all(of), of.labels)} is called by several labels`,
    SA327: (of) =>
      `a cell is in another language than the document${some(of.labels, all(of)) === '' ? '' : ` (${some(of.labels, all(of))})`}`,
    SA328: (of) => `${all(of)} refers to another row in words that name none`,
    SA329: (of) => `the description of one of ${all(of)} contradicts a column`,
    SA330: (of) => `by the document’s own words ${some(all(of), of.labels)} can be stuck`,
    SA331: (of) => `by the document’s own words nothing leads to ${some(all(of), of.labels)}`,
    SA332: (of) => `a place can be read otherwise${all(of) === '' ? '' : ` (${all(of)})`}`,
    SA340: (of) => `the document lets ${first(of)} become ${second(of)}, and no row of the table does`,
    SA341: (of) => `the document lets nothing follow ${all(of)}, and the table goes on`,
    SA342: (of) =>
      `no claim supports the way from ${first(of)} to ${second(of)}${of.events === '' ? '' : ` on ${of.events}`}`,
    SA343: (of) => `the way from ${first(of)} to ${second(of)} is documented nowhere`,
    SA344: (of) => `the table does not tell a condition that the document gives (${all(of)})`,
    SA345: (of) => `the table has no state called ${some(of.labels, all(of))}`,
    SA346: (of) => `no document names ${all(of)}`,
    SA347: (of) => `what the table restates differs from the document (${some(all(of), of.labels)})`,
    SA348: () => 'a ruling matches nothing in the documents',
    SA349: (of) => `the way from ${first(of)} to ${second(of)} is on another event in the document`,
    SA350: (of) => `the table has no event called ${some(of.labels, of.events)}`,
    SA360: (of) => `another document does not have ${some(all(of), of.labels)}`,
    SA361: (of) => `another document does not have the way from ${first(of)} to ${second(of)}`,
    SA362: (of) => `another document has another label for ${some(all(of), of.labels)}`,
    SA363: (of) => `another document has another event from ${first(of)} to ${second(of)}`,
    SA364: (of) => `another document does not have a condition from ${first(of)} to ${second(of)}`,
    SA370: (of) => `in one edition the labels of ${some(all(of), of.labels)} are the same`,
    SA371: (of) => `${some(all(of), of.labels)} is left in the language of another edition`,
    SA380: (of) => `the text mentions a state that the table does not have: ${of.labels}`,
    SA381: (of) => `the text mentions an event that the table does not have: ${of.labels}`,
    SA382: (of) => `the text mentions ${of.labels}, which is nearly a name of the table`,
    SA383: (of) => `the text has an arrow that no row takes (${all(of)})`,
    SA384: (of) => `a copy leaves out ${all(of)}`,
    SA385: (of) => `a copy has a state that the table does not have: ${of.labels}`,
    SA386: (of) => `a copy has a way that the table does not have (${all(of)})`,
    SA387: (of) => `a copy leaves out a way (${all(of)})`,
  } as { readonly [code in ReviewCode]: Say },
  ifBelieved: { believed: 'If this is believed', 'not believed': 'If this is not believed' },
  severities: { error: 'error', warning: 'warning', note: 'note' },
  decisions: { accept: 'Accepted', reject: 'Rejected', defer: 'Deferred' },
  decidedBy: (decision: string, by: string, date: string): string =>
    [decision, ...(by === '' ? [] : [`by ${by}`]), ...(date === '' ? [] : [`on ${date}`])].join(' '),
  open: 'open',
  decided: 'decided',
  results: { holds: '✓ holds', violated: '✗ violated', undecided: '? undecided' },
  resultDecided: '• decided',
  scopes: { exhaustive: 'exhaustive', bounded: 'bounded', sampled: 'sampled', hashed: 'hashed' },
};

/**
 * What the review of the article finds beside the claims that are no rows, and how it was decided: claims that only one of the two columns makes and
 * that are rows all the same, labels, cells and references. The findings are genuine; the reasons say how the table reads them.
 */
import type { Claim, Ruling } from '../table/types.ts';

const accept = (line: number, column: Claim['column'], of: string, names: string, because: string): Ruling => ({
  claim: { source: 'article', line, column, of, names },
  decision: 'accept',
  because,
});

/** Claims of one column that the other does not make, and that the table takes over; the reason says why the silence is an omission. */
const oneSided: readonly Ruling[] = [
  accept(
    40,
    'previous',
    'closedByTechnician',
    'closedByCustomer',
    'The first of the ways of closing that this row describes begins with a session that is closed already, so the empty next cell of the other row is an omission.',
  ),
  accept(
    50,
    'next',
    'collaboration',
    'active',
    'A guest leaves at some time, and then one technician is at work again. The row of active sessions lists only what comes from the queue.',
  ),
  accept(
    51,
    'next',
    'collaboration',
    'closedByCustomer',
    'Nothing keeps a customer from leaving two technicians instead of one; the row of closed sessions was written with one in mind.',
  ),
  accept(
    53,
    'next',
    'collaboration',
    'rebooting',
    'The collaboration lists the reboot in both of its columns, and what a reboot comes back to it must have left. The other row forgot it.',
  ),
  accept(
    62,
    'next',
    'incoming',
    'closedByWaitingCustomer',
    'A transferred session may be one that nobody had taken yet. Then its customer gives up as a waiting one does, and the row of that status should name it.',
  ),
  accept(
    67,
    'next',
    'invitation',
    'collaboration',
    'This is what an invitation is for, and the description of collaborations speaks of its acceptance. Its previous list looks from the host’s console only.',
  ),
  accept(
    70,
    'previous',
    'offline',
    'rebooting',
    'The description of offline sessions names failed reboots beside failed reconnections, so the next list of rebooting is the one that is incomplete.',
  ),
  accept(
    72,
    'next',
    'offline',
    'waiting',
    'A session that waited before the interruption waits again when it is reached; the row of waiting sessions lists its first beginning only.',
  ),
  accept(
    73,
    'next',
    'offline',
    'incoming',
    'The condition says it: back to incoming if it was incoming. The rows of the two transfer statuses list how they begin, not how they come back.',
  ),
  accept(
    73,
    'next',
    'offline',
    'outgoing',
    'The same cell and the same condition as for incoming. The outgoing row refers to another one, so it could not list this return if it wanted to.',
  ),
  accept(
    75,
    'next',
    'offline',
    'active',
    'Back to work once the device is reached. The previous list of active sessions leaves out all three kinds of interruption, so the silence is no denial.',
  ),
  accept(
    76,
    'next',
    'offline',
    'timedOut',
    'A device that never comes back has to end somewhere, and the two weeks of the system pass here as well. The row of timed-out sessions is too short.',
  ),
  accept(
    77,
    'next',
    'offline',
    'closedByCustomer',
    'All three rows of interrupted sessions list this end. That the row of closed sessions lists none of the three is one omission, not three denials.',
  ),
  accept(
    78,
    'next',
    'offline',
    'closedByTechnician',
    'A technician must be able to give up on a device that stays away; the previous list of this status stops at sessions that are still reachable.',
  ),
  accept(
    88,
    'next',
    'onHold',
    'timedOut',
    'Line 122 has one mention of the label that two rows share. It stands beside the unclaimed statuses and is read as waiting; held sessions time out too.',
  ),
  accept(
    90,
    'next',
    'onHold',
    'outgoing',
    'Who holds a session owns it and can hand it over. The outgoing row cannot answer, for it only refers to the lists of another row.',
  ),
  accept(
    94,
    'next',
    'outgoing',
    'closedByWaitingCustomer',
    'Taken over by reference to line 62. It fits a session that was handed on before anybody took it, and not one that was active; the article does not tell these apart.',
  ),
  accept(
    100,
    'next',
    'rebooting',
    'waiting',
    'A device may restart while its session waits (line 134), and then it waits again. The row of waiting sessions lists only where they come from first.',
  ),
  accept(
    101,
    'next',
    'rebooting',
    'incoming',
    'Under the condition of the cell, as after a lost connection: a restart does not end a transfer, and the recipient still has to take it.',
  ),
  accept(
    101,
    'next',
    'rebooting',
    'outgoing',
    'Under the same condition as incoming, from the sender’s side. The reference in the outgoing row hides that its own previous list is missing.',
  ),
  accept(
    103,
    'next',
    'rebooting',
    'closedByCustomer',
    'The customer can end the applet while the device comes up again, as in the other two kinds of interruption.',
  ),
  accept(
    104,
    'next',
    'rebooting',
    'closedByTechnician',
    'The technician who ordered a reboot can give up waiting for it, as with an offline device. The row of this status lists neither.',
  ),
  accept(
    105,
    'next',
    'rebooting',
    'active',
    'An active session that is rebooted is active afterwards; without this a reboot would be the end of the work that it is part of.',
  ),
  accept(
    113,
    'next',
    'reconnecting',
    'waiting',
    'Both columns say that a waiting session can lose its connection (lines 111 and 133), so it must be able to get it back.',
  ),
  accept(
    114,
    'next',
    'reconnecting',
    'incoming',
    'The third cell with this condition, after lines 73 and 101; the row of incoming sessions answers none of the three.',
  ),
  accept(
    114,
    'next',
    'reconnecting',
    'outgoing',
    'As for incoming, on the sender’s console: the transfer is still open when the line is back, whoever’s side had failed.',
  ),
  accept(
    116,
    'next',
    'reconnecting',
    'active',
    'The connection failed and came back, and the technician goes on. The row of active sessions lists none of its returns.',
  ),
  accept(
    117,
    'next',
    'reconnecting',
    'timedOut',
    'It agrees with line 76 about offline sessions: while the line is down nobody is idle, but the system’s two weeks pass.',
  ),
  accept(
    118,
    'next',
    'reconnecting',
    'closedByCustomer',
    'The customer’s side may be the one that still works, and can close; the third of the interrupted rows that say so.',
  ),
  accept(
    134,
    'next',
    'waiting',
    'rebooting',
    'Rebooting leads back to waiting (line 100), so it must be entered from there. Line 99 has one mention of the shared label, and it is read as the held session.',
  ),
];

/** Claims that both columns make and a description seems to deny. */
const described: readonly Ruling[] = [
  accept(
    18,
    'next',
    'active',
    'outgoing',
    'The description of outgoing sessions speaks of two technicians: the one who has not taken it is the recipient, not the sender who had it active.',
  ),
];

/** Labels, cells, references, and what the article leaves out. */
const written: readonly Ruling[] = [
  {
    finding: 'SA323',
    states: 'removed',
    because:
      'Leaving the queue is where two rows end, and the article gives it no row. The table declares it as an end; the owner should add a row.',
  },
  {
    finding: 'SA324',
    states: 'invitation',
    because:
      'An invitation comes from outside, so no other row of this console has to name it; the row of collaborations could, and line 67 is accepted without it.',
  },
  {
    finding: 'SA325',
    states: ['onHold', 'waiting'],
    because:
      'The translation gave two statuses one label. Each mention was told apart by the row that answers it, with the reason in `note` of the claim; the table tells them apart in English.',
  },
  {
    finding: 'SA326',
    states: 'closedByCustomer',
    because:
      'The cells leave out the parenthesis of the label. It is clear which row is meant, for the other two ways of closing are always named in full.',
  },
  {
    finding: 'SA326',
    states: 'removed',
    because:
      'Three wordings of one removal, on lines 34, 54 and 68, the last with a mistranslated abbreviation of the console’s name. One state, with a label of our own.',
  },
  {
    finding: 'SA327',
    labels: 'none',
    because:
      'Left in English on lines 42, 45 and 66, while line 126 has the French word; the same is meant, that there is no such status.',
  },
  {
    finding: 'SA327',
    states: 'incoming',
    labels: 'Incoming',
    because: 'Two conditional cells (lines 101 and 114) kept the English label; line 73 has the same cell in French.',
  },
  {
    finding: 'SA327',
    states: 'outgoing',
    labels: 'Outgoing',
    because: 'In the same two cells as Incoming, and translated in the parallel cell of the offline row.',
  },
  {
    finding: 'SA327',
    states: 'onHold',
    labels: 'On Hold',
    because:
      'Line 102 kept the English label, and that is of use: it shows which of the two meanings of the French one stands in the parallel lines 74 and 115.',
  },
  {
    finding: 'SA328',
    states: 'outgoing',
    because:
      'A garbled translation of a reference to the row of incoming sessions, once in each column. Both lists are read from there; their statuses fit the sender’s side.',
  },
  {
    finding: 'SA342',
    states: ['outgoing', 'removed'],
    events: 'colleaguePicksUp',
    because:
      'Ours, where the article is silent: once the recipient has taken the session, the sender’s console has no reason to show it.',
  },
];

export const reviewed: readonly Ruling[] = [...oneSided, ...described, ...written];

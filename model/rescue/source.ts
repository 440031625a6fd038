/**
 * The hand reading of the article: which row says what, line by line. The article itself stays outside this repository; what
 * stands here are labels, line numbers and our reading. READING.md beside this file explains every decision.
 */
import type { Claim, Source } from '../table/types.ts';
import { FRENCH } from './source.words.ts';

type Column = Claim['column'];

/** One bullet or cell: its line, the label as written, the state it names (null: “none”), and what else was read. */
type Read = readonly [line: number, text: string, names: string | null, more?: Pick<Claim, 'condition' | 'note'>];

const claims = (of: string, column: Column, all: readonly Read[]): readonly Claim[] =>
  all.map(([line, text, names, more = {}]) => ({ line, column, of, names, text, ...more }));

/** One label, two statuses: waiting to be picked up, and put on hold. */
const WAIT = 'En attente';
const HOLD = WAIT;

const note = (en: keyof typeof FRENCH): Pick<Claim, 'note'> => ({ note: { en, fr: FRENCH[en] } });
const condition = (en: keyof typeof FRENCH): Pick<Claim, 'condition'> => ({ condition: { en, fr: FRENCH[en] } });
const reference = (line: number): Pick<Claim, 'note'> => ({
  note: { en: `By reference to line ${line}.`, fr: `Par renvoi à la ligne ${line}.` },
});

const REFERENCE = "Voir État de l'arrivée de.";

/** The rows of the article's table, in its order: label, line, and why the lists were split as they are. */
export const rows: readonly {
  readonly state: string;
  readonly line: number;
  readonly label: string;
  readonly split: string;
}[] = [
  {
    state: 'active',
    line: 10,
    label: 'Actif',
    split: 'Previous until 14, next from 15: nothing becomes active by being closed.',
  },
  {
    state: 'closedByCustomer',
    line: 27,
    label: 'Fermé (par un client actif)',
    split: 'Previous until 31; the next cell is empty.',
  },
  {
    state: 'closedByTechnician',
    line: 32,
    label: 'Fermé par le technicien',
    split:
      'A label, not a cell of the row above: four other lists name it as a status, and a row has to have a label. Line 34 and the bullets 36 to 38 are its description; previous 39 to 41.',
  },
  {
    state: 'closedByWaitingCustomer',
    line: 43,
    label: 'Fermé par le client en attente',
    split: 'One previous, then none.',
  },
  { state: 'collaboration', line: 46, label: 'Collaboration', split: 'The second Actif begins the next list at 50.' },
  {
    state: 'connecting',
    line: 55,
    label: 'Connexion',
    split: 'The previous cell is an event; the next cell ends the line.',
  },
  { state: 'incoming', line: 56, label: 'Entrant', split: 'The repeated pair at 59 begins the next list.' },
  { state: 'invitation', line: 66, label: 'Invitation', split: 'None, then two bullets.' },
  {
    state: 'offline',
    line: 69,
    label: 'Hors ligne',
    split: 'Previous 70 and 71: only what can fail for five minutes.',
  },
  { state: 'onHold', line: 79, label: 'En attente', split: 'The second Actif begins the next list at 87.' },
  {
    state: 'outgoing',
    line: 94,
    label: 'Sortant',
    split: 'Both cells refer to the row of incoming sessions; both lists are read from there.',
  },
  {
    state: 'rebooting',
    line: 95,
    label: 'Redémarrage',
    split: 'Next from 100: as in the rows of offline and reconnecting, the unconditional mention opens it.',
  },
  {
    state: 'reconnecting',
    line: 107,
    label: 'Reconnexion',
    split:
      'Three mentions of one label: two previous (waiting, on hold), and the one before the conditions opens the next list.',
  },
  {
    state: 'timedOut',
    line: 120,
    label: 'Expiration du délai',
    split: 'Previous until 124; the next bullets carry conditions.',
  },
  { state: 'waiting', line: 127, label: 'En attente', split: 'The previous cell ends the line of the label.' },
];

/** Lines of the table's bullets that are no claims about a neighbouring status, and why. */
export const otherLines: { readonly [line: number]: string } = {
  34: 'description: where the session goes once it is closed',
  36: 'description: one way of closing',
  37: 'description: one way of closing',
  38: 'description: one way of closing',
};

const before = (en: string, fr: string): Pick<Claim, 'condition'> => ({
  condition: {
    en: `only if it was ${en} before the interruption`,
    fr: `seulement si elle était ${fr} avant l’interruption`,
  },
});

const all: readonly Claim[] = [
  ...claims('active', 'previous', [
    [
      11,
      WAIT,
      'waiting',
      note('Of the two mentions one is each meaning; the order of the rows that list active is kept.'),
    ],
    [12, 'Entrant', 'incoming'],
    [13, 'Sortant', 'outgoing'],
    [14, HOLD, 'onHold', note('The other of the two mentions: a held session is resumed.')],
  ]),
  ...claims('active', 'next', [
    [15, 'Fermé', 'closedByCustomer'],
    [16, 'Fermé par le technicien', 'closedByTechnician'],
    [17, 'Entrant', 'incoming'],
    [18, 'Sortant', 'outgoing'],
    [19, 'Expiration du délai', 'timedOut'],
    [20, 'Fermé par le client en attente', 'closedByWaitingCustomer'],
    [21, 'Avorté', 'aborted', note('A status without a row.')],
    [22, 'Redémarrage', 'rebooting'],
    [23, HOLD, 'onHold', note('An active session cannot go back to waiting for its first pick-up; it can be held.')],
    [24, 'Reconnexion', 'reconnecting'],
    [25, 'Hors ligne', 'offline'],
    [26, 'Collaboration', 'collaboration'],
  ]),
  ...claims('closedByCustomer', 'previous', [
    [28, 'Actif', 'active'],
    [29, HOLD, 'onHold', note('A waiting session closed by its customer has a status of its own.')],
    [30, 'Entrant', 'incoming'],
    [31, 'Sortant', 'outgoing'],
  ]),
  ...claims('closedByTechnician', 'previous', [
    [39, 'Actif', 'active'],
    [40, 'Fermé', 'closedByCustomer'],
    [41, 'Expiration du délai', 'timedOut'],
  ]),
  ...claims('closedByTechnician', 'next', [[42, 'none', null]]),
  ...claims('closedByWaitingCustomer', 'previous', [
    [44, WAIT, 'waiting', note('The description says that nobody had picked it up.')],
  ]),
  ...claims('closedByWaitingCustomer', 'next', [[45, 'none', null]]),
  ...claims('collaboration', 'previous', [
    [47, 'Actif', 'active'],
    [48, HOLD, 'onHold', note('The row of held sessions lists collaboration as next; that of waiting ones does not.')],
    [49, 'Redémarrage', 'rebooting'],
  ]),
  ...claims('collaboration', 'next', [
    [50, 'Actif', 'active'],
    [51, 'Fermé', 'closedByCustomer'],
    [52, HOLD, 'onHold', note('The row of held sessions lists collaboration as previous.')],
    [53, 'Redémarrage', 'rebooting'],
    [54, "Supprimé de la file d'attente TC", 'removed', condition('after a time-out')],
  ]),
  ...claims('connecting', 'next', [
    [55, WAIT, 'waiting', note('The row of waiting sessions names connecting as its previous status.')],
  ]),
  ...claims('incoming', 'previous', [
    [57, WAIT, 'waiting', note('The row of waiting sessions lists incoming as next; that of held ones does not.')],
    [58, 'Actif', 'active'],
  ]),
  ...claims('incoming', 'next', [
    [59, HOLD, 'onHold', note('The row of held sessions lists incoming as previous; that of waiting ones does not.')],
    [60, 'Actif', 'active'],
    [61, 'Expiration du délai', 'timedOut'],
    [62, 'Fermé par le client en attente', 'closedByWaitingCustomer'],
    [63, 'Fermé', 'closedByCustomer'],
    [64, 'Reconnexion', 'reconnecting'],
    [65, 'Redémarrage', 'rebooting'],
  ]),
  ...claims('invitation', 'previous', [[66, 'none', null]]),
  ...claims('invitation', 'next', [
    [67, 'Collaboration', 'collaboration'],
    [
      68,
      'Supprimé de la file d’attente',
      'removed',
      note('CA is a slip of the translation for the technician console.'),
    ],
  ]),
  ...claims('offline', 'previous', [
    [70, 'Redémarrage', 'rebooting'],
    [71, 'Reconnexion', 'reconnecting'],
  ]),
  ...claims('offline', 'next', [
    [72, WAIT, 'waiting', note('Unconditional, and line 74 speaks of the held ones.')],
    [73, 'Entrant ou sortant', 'incoming', before('incoming', 'entrante')],
    [73, 'Entrant ou sortant', 'outgoing', before('outgoing', 'sortante')],
    [74, HOLD, 'onHold', before('on hold', 'mise en attente')],
    [75, 'Actif', 'active'],
    [76, 'Expiration du délai', 'timedOut'],
    [77, 'Fermé', 'closedByCustomer'],
    [78, 'Fermé par le technicien', 'closedByTechnician'],
  ]),
  ...claims('onHold', 'previous', [
    [80, 'Actif', 'active'],
    [81, 'Entrant', 'incoming'],
    [82, 'Sortant', 'outgoing'],
    [83, 'Reconnexion', 'reconnecting'],
    [84, 'Redémarrage', 'rebooting'],
    [85, 'Hors ligne', 'offline'],
    [86, 'Collaboration', 'collaboration'],
  ]),
  ...claims('onHold', 'next', [
    [87, 'Actif', 'active'],
    [88, 'Expiration du délai', 'timedOut'],
    [89, 'Fermé', 'closedByCustomer'],
    [90, 'Sortant', 'outgoing'],
    [91, 'Redémarrage', 'rebooting'],
    [92, 'Reconnexion', 'reconnecting'],
    [93, 'Collaboration', 'collaboration'],
  ]),
  ...claims('outgoing', 'previous', [
    [94, REFERENCE, 'waiting', reference(57)],
    [94, REFERENCE, 'active', reference(58)],
  ]),
  ...claims('outgoing', 'next', [
    [94, REFERENCE, 'onHold', reference(59)],
    [94, REFERENCE, 'active', reference(60)],
    [94, REFERENCE, 'timedOut', reference(61)],
    [94, REFERENCE, 'closedByWaitingCustomer', reference(62)],
    [94, REFERENCE, 'closedByCustomer', reference(63)],
    [94, REFERENCE, 'reconnecting', reference(64)],
    [94, REFERENCE, 'rebooting', reference(65)],
  ]),
  ...claims('rebooting', 'previous', [
    [96, 'Actif', 'active'],
    [97, 'Entrant', 'incoming'],
    [98, 'Sortant', 'outgoing'],
    [
      99,
      HOLD,
      'onHold',
      note('One mention for two rows that both list rebooting; a technician restarts what is on hold, not what waits.'),
    ],
  ]),
  ...claims('rebooting', 'next', [
    [100, WAIT, 'waiting', note('Unconditional, and line 102 speaks of the held ones.')],
    [101, 'Incoming ou Outgoing', 'incoming', before('incoming', 'entrante')],
    [101, 'Incoming ou Outgoing', 'outgoing', before('outgoing', 'sortante')],
    [102, 'On Hold', 'onHold', before('on hold', 'mise en attente')],
    [103, 'Fermé', 'closedByCustomer'],
    [104, 'Fermé par le technicien', 'closedByTechnician'],
    [105, 'Actif', 'active'],
    [106, 'Collaboration', 'collaboration'],
  ]),
  ...claims('reconnecting', 'previous', [
    [108, 'Actif', 'active'],
    [109, 'Entrant', 'incoming'],
    [110, 'Sortant', 'outgoing'],
    [111, WAIT, 'waiting', note('One of the two previous mentions; both rows list reconnecting as next.')],
    [112, HOLD, 'onHold', note('The other of the two previous mentions.')],
  ]),
  ...claims('reconnecting', 'next', [
    [113, WAIT, 'waiting', note('Unconditional, and line 115 speaks of the held ones.')],
    [114, 'Incoming ou Outgoing', 'incoming', before('incoming', 'entrante')],
    [114, 'Incoming ou Outgoing', 'outgoing', before('outgoing', 'sortante')],
    [115, HOLD, 'onHold', before('on hold', 'mise en attente')],
    [116, 'Actif', 'active'],
    [117, 'Expiration du délai', 'timedOut'],
    [118, 'Fermé', 'closedByCustomer'],
    [119, 'Hors ligne', 'offline'],
  ]),
  ...claims('timedOut', 'previous', [
    [121, 'Actif', 'active'],
    [
      122,
      WAIT,
      'waiting',
      note(
        'One mention for two rows that both list the time-out; read as the waiting one, beside the other unclaimed ones.',
      ),
    ],
    [123, 'Entrant', 'incoming'],
    [124, 'Sortant', 'outgoing'],
  ]),
  ...claims('timedOut', 'next', [
    [125, 'Fermé par le technicien', 'closedByTechnician', condition('only after the administrator’s time-out')],
    [126, 'aucun', null, condition('after the system’s time-out')],
  ]),
  ...claims('waiting', 'previous', [[127, 'Connexion', 'connecting']]),
  ...claims('waiting', 'next', [
    [128, 'Actif', 'active'],
    [129, 'Entrant', 'incoming'],
    [130, 'Sortant', 'outgoing'],
    [131, 'Expiration du délai', 'timedOut'],
    [132, 'Fermé par le client en attente', 'closedByWaitingCustomer'],
    [133, 'Reconnexion', 'reconnecting'],
    [134, 'Redémarrage', 'rebooting'],
  ]),
];

/** The article, as we read it. */
export const article: Source = {
  title: { en: 'Help article on session statuses', fr: 'Article d’aide sur les statuts de session' },
  language: 'fr',
  date: '2022-09-27',
  claims: all,
};

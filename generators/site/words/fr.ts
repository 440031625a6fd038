/** Les mots des pages en français. */
import type { Words } from './en.ts';
import { findings } from './fr-findings.ts';

const s = (count: number, one: string, several = `${one}s`): string => `${count} ${count < 2 ? one : several}`;

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Un énumération : « a, b et c », « a, b ou c ». */
const joined = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

export const fr: Words = {
  ...findings,
  quoted: (text) => `« ${text} »`,
  list: (items) => items.join(', '),
  or: (items) => joined(items, 'ou'),
  colon: ' : ',
  untranslated: 'non traduit',
  none: 'Aucun.',
  nothing: 'Rien.',
  units: {
    Y: ['an', 'ans'],
    M: ['mois', 'mois'],
    W: ['semaine', 'semaines'],
    D: ['jour', 'jours'],
    h: ['heure', 'heures'],
    min: ['minute', 'minutes'],
    s: ['seconde', 'secondes'],
  },
  date: (iso) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
    const name = MONTHS[Number(month) - 1];
    return name === undefined ? iso : `${day === '01' ? '1er' : Number(day)} ${name} ${year}`;
  },

  overview: 'Vue d’ensemble',
  states: 'États',
  events: 'Événements',
  actors: 'Acteurs',
  memory: 'Mémoire',
  matrix: 'Matrice des transitions',
  properties: 'Propriétés',
  findings: 'Constats',
  review: 'Documents',
  coverage: 'Couverture',
  changes: 'Changements',
  simulator: 'Simulateur',
  instances: 'Instances',
  tables: 'Tables',
  synchronisation: 'Ce qui se passe ensemble',
  otherStates: 'Sans groupe',
  noActor: 'Personne en particulier',

  state: 'État',
  event: 'Événement',
  name: 'Nom',
  kind: 'Nature',
  group: 'Groupe',
  description: 'Description',
  actor: 'Acteur',
  canCause: 'Peut causer',
  causedBy: 'Causé par',
  when: 'Quand',
  from: 'Depuis',
  leadsTo: 'Mène à',
  changesMemory: 'Mémoire',
  why: 'Pourquoi',
  property: 'Propriété',
  verdict: 'Verdict',
  finding: 'Constat',
  decision: 'Décision',
  code: 'Code',

  initial: 'initial',
  final: 'final',
  finalWhile: (guard) => `final tant que ${guard}`,
  inGroup: (group) => `groupe ${group}`,
  tagged: (tags) => `marqué ${tags}`,
  called: (name) => `nom ${name}`,
  inOtherLanguages: (labels) => `dans d’autres langues : ${labels}`,
  after: (duration) => `après ${duration}`,
  afterWhile: (duration, state) => `après ${duration} dans ${state}`,
  if: (guard) => `si ${guard}`,
  stays: 'reste ici',
  backTo: (states) => `retour à ${states}`,
  backToSaved: (states, variable) => `retour à ${states}, selon ${variable}`,
  remembers: (state, variable) => `retient ${state} comme ${variable}`,
  forgets: (variable) => `oublie ${variable}`,
  lines: (source, lines) => `${source}, ${lines.length === 1 ? 'ligne' : 'lignes'} ${lines.join(', ')}`,

  homeOf: (title, states, events) =>
    `${title} : ${s(states, 'état')}, ${s(events, 'événement')} ; diagrammes, verdicts et constats.`,
  atAGlance: 'Les verdicts en un coup d’œil',
  howChecked: 'Comment cela a été vérifié',
  holding: (count) => s(count, 'propriété vérifiée', 'propriétés vérifiées'),
  violatedOpen: (count) => s(count, 'propriété violée', 'propriétés violées'),
  violatedDecided: (count) =>
    s(count, 'propriété violée et tranchée par une décision', 'propriétés violées et tranchées par une décision'),
  undecidedCount: (count) => s(count, 'propriété indécise', 'propriétés indécises'),
  findingsOpen: (count) => s(count, 'constat ouvert', 'constats ouverts'),
  findingsDecided: (count) => s(count, 'constat tranché par une décision', 'constats tranchés par une décision'),
  noFindings: 'aucun constat',
  documentsOpen: (count) => s(count, 'constat ouvert sur les documents', 'constats ouverts sur les documents'),
  documentsDecided: (count) =>
    s(
      count,
      'constat sur les documents tranché par une décision',
      'constats sur les documents tranchés par une décision',
    ),
  exploredAll: (configurations, transitions, depth) =>
    `Tout ce que la table permet a été exploré : ${s(configurations, 'configuration')} et ${s(transitions, 'transition')}, à ${s(depth, 'pas', 'pas')} au plus du début. Rien n’a été laissé de côté.`,
  exploredPart: (limit, configurations, transitions, queue) =>
    `L’exploration a été arrêtée à ${limit}, après ${s(configurations, 'configuration')} et ${s(transitions, 'transition')} ; il restait ${s(queue, 'configuration')}. Ce qui est dit ici vaut pour ce qui a été exploré.`,
  checkedOn: (date) => `Vérifié dans son état du ${date}.`,
  timeIsAbstract:
    'La vérification fait abstraction du temps : un délai peut expirer dès que sa ligne est possible, quelle que soit sa durée.',
  legend: 'Chaque diagramme a sa table à côté de lui.',

  stateOf: (state, title) => `${title} : l’état ${state}, comment on y entre et comment on en sort.`,
  waysOut: 'Ce qui peut arriver ici',
  waysIn: 'Comment on y arrive',
  noWaysOut: 'Rien ne peut arriver ici.',
  noWaysIn: 'Aucune ligne ne mène ici.',
  comesBack: 'Quitté, puis retrouvé',
  comesBackIntro: (variable) =>
    `Certains événements quittent cet état en le retenant (${variable}). Tant qu’il n’est ni retrouvé ni abandonné, voici ce qui peut arriver :`,
  readsWrites: 'Mémoire',
  reads: (variables) => `Il lit ${variables}.`,
  writes: (variables) => `Ce qui arrive ici écrit ${variables}.`,
  noMemory: 'Il ne lit ni n’écrit la mémoire.',
  shortest: 'Le plus court chemin jusqu’ici',
  shortestFrom: (state) => `Depuis ${state} :`,
  startsHere: 'Une exécution peut commencer ici.',
  unreached: 'Aucune exécution ne parvient ici.',
  stillPossible: 'Ce qui peut encore arriver',
  endsAhead: (states) => `Cela peut finir dans : ${states}.`,
  noEndAhead: 'Aucune fin déclarée ne peut être atteinte d’ici.',
  isEnd: 'C’est lui-même une fin déclarée.',
  statesAhead: (states) => `On peut encore parvenir à : ${states}.`,
  comesAgain: 'On peut revenir ici.',
  neverAhead: (states) => `Désormais impossible : ${states}.`,
  nothingAhead: 'Rien ne peut suivre.',
  speakingOf: 'Les propriétés qui en parlent',
  aboutIt: 'Les constats à son sujet',
  sayDocuments: 'Ce que disent les documents',
  disagreements: 'Où les deux colonnes se contredisent',
  disagreementsIntro:
    'La ligne d’un état cite l’autre comme suivant ou comme précédent, et l’autre ligne n’en dit rien. Chaque contradiction est tranchée, ou ouverte :',
  otherRemarks: 'Ce que la relecture en dit encore',
  onEvent: (event, state) => `${event} mène à ${state}, d’où l’on peut revenir`,

  start: 'Début',
  cycleBegins: 'le cycle commence',
  againFrom: (step) => `et de nouveau depuis le pas ${step}, sans fin.`,
  nothingMore: 'et rien d’autre ne se produit.',

  line: 'Ligne',
  says: 'Ce qui est dit',
  asWritten: 'Tel qu’écrit',
  conditions: 'Condition et lecture',
  outcome: 'Suite donnée',
  where: 'Où',
  isRow: 'Ligne de la table',
  noState: 'aucun état',
  describes: (state) => `la ligne de ${state}, en des mots qui ne nomment aucun état`,
  listsPrevious: (state, other) => `la ligne de ${state} cite ${other} comme précédent`,
  listsNext: (state, other) => `la ligne de ${state} cite ${other} comme suivant`,
  saysOf: (state, other) => `la description de ${state} nomme ${other}`,
};

/** Ce que disent les constats, en français. */
import type { findings as english } from './en-findings.ts';

type Findings = typeof english;
type About = Parameters<Findings['findingText']['SA201']>[0];

const all = ({ states }: About): string => states.join(', ');
const first = ({ states }: About): string => states[0] ?? '';
const second = ({ states }: About): string => states[1] ?? '';
const some = (one: string, other: string): string => (one === '' ? other : one);

export const findings: Findings = {
  findingText: {
    SA201: (of) => `aucune exécution ne parvient à ${all(of)}`,
    SA202: (of) => `${some(of.row, 'une ligne')} ne sert jamais`,
    SA203: (of) => `aucune ligne ne traite ${of.events}`,
    SA204: (of) => `${all(of)} n’est pas final, et une exécution peut y rester bloquée sans que rien ne soit possible`,
    SA205: (of) => `une fois dans ${all(of)}, aucune exécution n’en sort ni ne parvient à une fin déclarée`,
    SA206: (of) => `il n’est pas déterminé où mène ${of.events} depuis ${all(of)}`,
    SA207: (of) => `rien ne lit ${of.memory}`,
    SA208: (of) => `aucune étape ne change ${of.memory}`,
    SA209: (of) => `la garde de ${some(of.row, 'une ligne')} est toujours vraie`,
    SA210: (of) => `la garde de ${some(of.row, 'une ligne')} est toujours fausse`,
    SA211: (of) =>
      `${some(of.row, 'une ligne')} rappelle un état depuis ${some(of.memory, 'la mémoire')}, où aucun n’est peut-être retenu`,
    SA212: (of) =>
      `${some(of.row, 'un événement')} affecte une valeur hors du domaine de ${some(of.memory, 'une variable')}`,
    SA213: (of) => `une décision ne porte plus sur rien${all(of) === '' ? '' : ` (${all(of)})`}`,
    SA214: (of) => `${some(of.events, 'un événement')} ne se produit jamais`,
    SA215: (of) => `un paramètre de ${some(of.events, 'un événement')} ne sert à rien`,
  },
  reviewText: {
    SA320: (of) =>
      `${first(of)} cite ${second(of)} comme suivant, mais ${second(of)} ne cite pas ${first(of)} comme précédent`,
    SA321: (of) =>
      `${second(of)} cite ${first(of)} comme précédent, mais ${first(of)} ne cite pas ${second(of)} comme suivant`,
    SA322: (of) => `à côté d’autres entrées, ${all(of)} dit aussi «\u00a0aucun\u00a0»`,
    SA323: (of) => `${some(all(of), of.labels)} est nommé, mais aucune ligne ne le décrit`,
    SA324: (of) => `${some(all(of), of.labels)} a sa ligne, mais aucune autre ligne ne le nomme`,
    SA325: (of) => `un même libellé désigne plusieurs états\u00a0: ${all(of)}`,
    SA326: (of) => `${some(all(of), of.labels)} porte plusieurs libellés`,
    SA327: (of) =>
      `une cellule est dans une autre langue que le document${some(of.labels, all(of)) === '' ? '' : ` (${some(of.labels, all(of))})`}`,
    SA328: (of) => `${all(of)} renvoie à une autre ligne en des mots qui n’en nomment aucune`,
    SA329: (of) => `parmi ${all(of)}, une description contredit une colonne`,
    SA330: (of) => `d’après le document lui-même, on peut rester bloqué dans ${some(all(of), of.labels)}`,
    SA331: (of) => `d’après le document lui-même, rien ne mène à ${some(all(of), of.labels)}`,
    SA332: (of) => `un passage peut se lire autrement${all(of) === '' ? '' : ` (${all(of)})`}`,
    SA340: (of) => `le document fait passer de ${first(of)} à ${second(of)}, ce que ne fait aucune ligne de la table`,
    SA341: (of) => `d’après le document rien ne suit ${all(of)}, et la table continue`,
    SA342: (of) =>
      `aucune affirmation n’appuie le passage de ${first(of)} à ${second(of)}${of.events === '' ? '' : ` par ${of.events}`}`,
    SA343: (of) => `le passage de ${first(of)} à ${second(of)} n’est documenté nulle part`,
    SA344: (of) => `la table ne dit pas une condition que donne le document (${all(of)})`,
    SA345: (of) => `la table n’a pas d’état appelé ${some(of.labels, all(of))}`,
    SA346: (of) => `aucun document ne nomme ${all(of)}`,
    SA347: (of) => `ce que la table reprend diffère du document (${some(all(of), of.labels)})`,
    SA348: () => 'une décision ne porte sur rien dans les documents',
    SA349: (of) => `dans le document, le passage de ${first(of)} à ${second(of)} suit un autre événement`,
    SA350: (of) => `la table n’a pas d’événement appelé ${some(of.labels, of.events)}`,
    SA360: (of) => `un autre document n’a pas ${some(all(of), of.labels)}`,
    SA361: (of) => `un autre document n’a pas le passage de ${first(of)} à ${second(of)}`,
    SA362: (of) => `un autre document donne un autre libellé à ${some(all(of), of.labels)}`,
    SA363: (of) => `un autre document donne un autre événement de ${first(of)} à ${second(of)}`,
    SA364: (of) => `un autre document ne pose pas de condition de ${first(of)} à ${second(of)}`,
    SA370: (of) => `dans une édition, les libellés de ${some(all(of), of.labels)} se confondent`,
    SA371: (of) => `${some(all(of), of.labels)} est resté dans la langue d’une autre édition`,
    SA380: (of) => `le texte mentionne un état que la table n’a pas\u00a0: ${of.labels}`,
    SA381: (of) => `le texte mentionne un événement que la table n’a pas\u00a0: ${of.labels}`,
    SA382: (of) => `le texte mentionne ${of.labels}, presque un nom de la table`,
    SA383: (of) => `le texte porte une flèche que ne suit aucune ligne (${all(of)})`,
    SA384: (of) => `une copie omet ${all(of)}`,
    SA385: (of) => `une copie porte un état que la table n’a pas\u00a0: ${of.labels}`,
    SA386: (of) => `une copie porte un passage que la table n’a pas (${all(of)})`,
    SA387: (of) => `une copie omet un passage (${all(of)})`,
  },
  ifBelieved: { believed: 'Si on le croit', 'not believed': 'Si on ne le croit pas' },
  severities: { error: 'erreur', warning: 'avertissement', note: 'remarque' },
  decisions: { accept: 'Accepté', reject: 'Rejeté', defer: 'Différé' },
  decidedBy: (decision, by, date) =>
    [decision, ...(by === '' ? [] : [`par ${by}`]), ...(date === '' ? [] : [`le ${date}`])].join(' '),
  open: 'ouvert',
  decided: 'tranché',
  results: { holds: '✓ vérifiée', violated: '✗ violée', undecided: '? indécise' },
  resultDecided: '• tranchée',
  scopes: { exhaustive: 'exhaustif', bounded: 'borné', sampled: 'échantillonné', hashed: 'par empreintes' },
};

/** What the headings of columns mean, in English, French, German, Spanish, Italian, Portuguese and Dutch. */
import { plain } from './text.ts';
import type { Role } from './types.ts';

const NOUNS = {
  en: { one: ['status', 'state', 'stage', 'phase'], many: ['statuses', 'states'] },
  fr: { one: ['statut', 'etat'], many: ['statuts', 'etats'] },
  de: { one: ['status', 'zustand'], many: ['zustande'] },
  es: { one: ['estado'], many: ['estados'] },
  it: { one: ['stato'], many: ['stati'] },
  pt: { one: ['estado', 'situacao'], many: ['estados', 'situacoes'] },
  nl: { one: ['status', 'toestand'], many: ['statussen', 'toestanden'] },
} as const;

type Language = keyof typeof NOUNS;

/** Adjectives of the two neighbouring columns, before or after the noun. */
const SIDES: { readonly [language in Language]: { readonly [role in 'previous' | 'next']: readonly string[] } } = {
  en: {
    previous: ['previous', 'prior', 'preceding', 'former', 'start', 'starting', 'source', 'from'],
    next: ['next', 'following', 'subsequent', 'resulting', 'end', 'ending', 'target', 'new', 'to'],
  },
  fr: {
    previous: ['precedent', 'precedents', 'anterieur', 'anterieurs', 'de depart', 'initial', 'source'],
    next: ['suivant', 'suivants', 'ulterieur', 'ulterieurs', "d'arrivee", 'cible', 'final'],
  },
  de: {
    previous: ['vorheriger', 'vorherige', 'voriger', 'vorige', 'vorhergehender', 'vorhergehende', 'fruherer'],
    next: ['nachster', 'nachste', 'folgender', 'folgende', 'neuer'],
  },
  es: {
    previous: ['anterior', 'anteriores', 'previo', 'previos', 'de origen'],
    next: ['siguiente', 'siguientes', 'proximo', 'proximos', 'posterior', 'posteriores', 'de destino'],
  },
  it: {
    previous: ['precedente', 'precedenti', 'di partenza'],
    next: ['successivo', 'successivi', 'seguente', 'seguenti', 'prossimo', 'prossimi', 'di arrivo'],
  },
  pt: {
    previous: ['anterior', 'anteriores', 'previo', 'previos', 'de origem'],
    next: ['seguinte', 'seguintes', 'proximo', 'proximos', 'posterior', 'posteriores', 'de destino'],
  },
  nl: {
    previous: ['vorige', 'voorgaande', 'voorafgaande', 'eerdere'],
    next: ['volgende', 'nieuwe', 'opvolgende'],
  },
};

/** Headings that stand alone. */
const ALONE: { readonly [role in Exclude<Role, 'other'>]: string } = {
  state: `current state, current status, name, etat actuel, statut actuel, aktueller zustand, aktueller status, estado actual, stato attuale,
    estado atual, situacao atual, huidige status, huidige toestand, nom, nombre, nome, naam, bezeichnung`,
  description: `description, meaning, definition, explanation, signification, beschreibung, bedeutung, erklarung, descripcion, significado,
    descrizione, significato, descricao, beschrijving, omschrijving, betekenis, details, notes, remarks, explication, remarques, erlauterung,
    anmerkungen, explicacion, observaciones, spiegazione, note, explicacao, observacoes, uitleg, opmerkingen, comment, comments`,
  previous: `previous, from, start, source, prior, predecessor, predecessors, coming from, precedent, precedents, vorganger, vorgangerstatus,
    vorgangerzustand, ausgangszustand, anterior, anteriores, precedente, precedenti, desde, vorige, van, von, de, da, before, depart, origine,
    avant, quelle, startzustand, ausgangsstatus, startstatus, anfangszustand, vorher, origen, antes, inicio, partenza, origem, prima, bron,
    begintoestand, beginstatus, starttoestand, depuis, a partir de, uit, vanuit, begin`,
  next: `next, to, end, target, successor, successors, going to, suivant, suivants, nachfolger, folgestatus, folgezustand, folgezustande,
    zielzustand, nach, siguiente, siguientes, hasta, successivo, successivi, seguinte, seguintes, volgende, naar, vers, a, after, arrivee,
    destination, cible, apres, ziel, zielstatus, endzustand, nachher, zu, destino, despues, fin, para, arrivo, destinazione, dopo, verso, depois,
    doel, doeltoestand, doelstatus, eindtoestand, eindstatus, result, can become`,
  event: `event, events, action, actions, trigger, triggers, transition, how, how to get there, cause, evenement, evenements, declencheur,
    comment y arriver, ereignis, ereignisse, aktion, ausloser, wie man dorthin kommt, evento, eventos, accion, acciones, como llegar, eventi,
    azione, come arrivarci, acao, acoes, como chegar, gebeurtenis, gebeurtenissen, actie, hoe kom je er, triggered by, command, message, through, via,
    wie, wodurch, aktionen, declencheurs, comment on y arrive, como, disparador, come, azioni, gatilho, hoe, acties, aanleiding, transicion,
    transizione, transicao, ubergang, overgang, on`,
  condition: `condition, conditions, guard, guards, cond, bedingung, bedingungen, condicion, condiciones, condizione, condizioni, condicao, condicoes,
    voorwaarde, voorwaarden, when, only if, si, wenn, cuando, se, quando, als`,
};

/** Words that say nothing of the role of a column. */
const FILLERS = new Set(
  `the, possible, allowed, valid, permitted, legal, les, possibles, autorise, autorises, mogliche, moglicher, erlaubte, zulassige, der, posible,
  posibles, permitidos, permitido, possibile, possibili, consentiti, possivel, possiveis, mogelijke, toegestane, de, il, i, os, o, el, los, le, l`
    .split(',')
    .map((word) => word.trim()),
);

function lexicon(): ReadonlyMap<string, Role> {
  const known = new Map<string, Role>();
  for (const [role, headings] of Object.entries(ALONE))
    for (const heading of headings.split(',')) known.set(heading.trim().replace(/\s+/g, ' '), role as Role);
  for (const language of Object.keys(NOUNS) as Language[]) {
    const nouns = [...NOUNS[language].one, ...NOUNS[language].many];
    for (const noun of nouns) {
      known.set(noun, 'state');
      for (const role of ['previous', 'next'] as const)
        for (const word of SIDES[language][role])
          for (const heading of [`${word} ${noun}`, `${noun} ${word}`]) known.set(heading, role);
    }
  }
  return known;
}

const HEADINGS = lexicon();
const LONGEST = 5;

/** Headings that name a transition rather than a state where both of its ends have columns of their own. */
const NAMES = new Set(['name', 'nom', 'nombre', 'nome', 'naam', 'bezeichnung']);
export const isName = (heading: string): boolean => NAMES.has(plain(heading));

/** Whether a word is one for a state: a heading `order status` names a state. */
export const isNoun = (word: string): boolean =>
  Object.values(NOUNS).some(({ one, many }) => [...one, ...many].some((noun) => noun === word));

/**
 * What the heading of a column means; nothing where it says nothing of states. Plurals in parentheses, words such as “possible” and what surrounds a
 * heading of two words or more do not matter.
 */
export function roleOf(heading: string): Exclude<Role, 'other'> | undefined {
  const whole = plain(heading.replace(/\((?:s|es|e|en|n|i)\)/gi, '')).slice(0, 200);
  const known = (text: string) => HEADINGS.get(text) as Exclude<Role, 'other'> | undefined;
  const bare = whole
    .replace(/\([^()]*\)|[:?*#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words = bare.split(/[ _]+/);
  const told = words.filter((word) => !FILLERS.has(word));
  const direct = known(whole) ?? known(bare) ?? known(words.join(' ')) ?? known(told.join(' '));
  if (direct !== undefined || words.length > 8) return direct;
  for (let length = told.length - 1; length > 1; length--)
    for (let at = 0; at + length <= told.length; at++) {
      const role = known(told.slice(at, at + length).join(' '));
      if (role === 'previous' || role === 'next') return role;
    }
  return told.length < 4 && isNoun(told.at(-1) ?? '') ? 'state' : undefined;
}

/**
 * The columns that a line of headings names, one after the other, where the whole line is made of headings and they suffice for a table of states: the
 * state itself, and what comes before or after. The longest heading is taken at each place.
 */
export function rolesIn(line: string): readonly Role[] | undefined {
  const words = plain(line).split(' ');
  const roles: Role[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 0 && !HEADINGS.has(words.slice(at, at + length).join(' '))) length--;
    if (length === 0) return undefined;
    roles.push(HEADINGS.get(words.slice(at, at + length).join(' ')) as Role);
    at += length;
  }
  const isTable = roles.includes('state') && (roles.includes('previous') || roles.includes('next'));
  return isTable && new Set(roles).size === roles.length ? roles : undefined;
}

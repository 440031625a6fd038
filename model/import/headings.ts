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
const ALONE: { readonly [role in Exclude<Role, 'other'>]: readonly string[] } = {
  state: ['current state', 'current status', 'name'],
  description: [
    ...['description', 'meaning', 'definition', 'explanation', 'signification', 'definition'],
    ...['beschreibung', 'bedeutung', 'erklarung', 'descripcion', 'significado', 'descrizione', 'significato'],
    ...['descricao', 'beschrijving', 'omschrijving', 'betekenis', 'details', 'notes', 'remarks'],
  ],
  previous: [
    ...[
      'previous',
      'from',
      'start',
      'source',
      'prior',
      'predecessor',
      'predecessors',
      'coming from',
      'precedent',
      'precedents',
    ],
    ...['vorganger', 'vorgangerstatus', 'vorgangerzustand', 'ausgangszustand', 'anterior', 'anteriores', 'precedente'],
    ...['precedenti', 'desde', 'vorige', 'van', 'von', 'de', 'da'],
  ],
  next: [
    ...['next', 'to', 'end', 'target', 'successor', 'successors', 'going to', 'suivant', 'suivants', 'nachfolger'],
    ...['folgestatus', 'folgezustand', 'folgezustande', 'zielzustand', 'nach', 'siguiente', 'siguientes', 'hasta'],
    ...['successivo', 'successivi', 'seguinte', 'seguintes', 'volgende', 'naar', 'vers', 'a'],
  ],
  event: [
    ...[
      'event',
      'events',
      'action',
      'actions',
      'trigger',
      'triggers',
      'transition',
      'how',
      'how to get there',
      'cause',
    ],
    ...['evenement', 'evenements', 'declencheur', 'comment y arriver', 'comment', 'ereignis', 'ereignisse', 'aktion'],
    ...[
      'ausloser',
      'wie man dorthin kommt',
      'evento',
      'eventos',
      'accion',
      'acciones',
      'como llegar',
      'eventi',
      'azione',
    ],
    ...['come arrivarci', 'acao', 'acoes', 'como chegar', 'gebeurtenis', 'gebeurtenissen', 'actie', 'hoe kom je er'],
  ],
  condition: [
    ...['condition', 'conditions', 'guard', 'bedingung', 'bedingungen', 'condicion', 'condiciones', 'condizione'],
    ...['condizioni', 'condicao', 'condicoes', 'voorwaarde', 'voorwaarden'],
  ],
};

function lexicon(): ReadonlyMap<string, Role> {
  const known = new Map<string, Role>();
  for (const [role, headings] of Object.entries(ALONE))
    for (const heading of headings) known.set(heading, role as Role);
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

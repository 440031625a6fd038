/** The words of differences between two versions, by language. */
import { forLanguage, plural } from '../../model/table/text.ts';

type Kind = 'state' | 'event';

/** What has sections of its own. */
export type Sections = 'states' | 'events' | 'memory' | 'rows' | 'renamed' | 'behaviour' | 'verdicts';

export type Words = {
  readonly titles: { readonly [section in Sections]: string };
  /** What is said of something. */
  readonly about: (what: string, text: string) => string;
  /** The title of a section on a part of a system. */
  readonly ofSystem: (part: string) => string;
  readonly row: (from: string, events: string, guard: string | undefined, to: string) => string;
  readonly quoted: (text: string) => string;
  readonly renamed: (kind: Kind, from: string, to: string, percent: number) => string;
  readonly moreSteps: (count: number) => string;
  readonly sameRuns: string;
  readonly startsIn: (start: string) => string;
  readonly run: (events: string, start: string) => string;
  readonly gaveUp: (which: 'old' | 'new') => string;
  readonly only: (which: 'old' | 'new', run: string) => string;
  readonly leadsTo: (run: string, end: string) => string;
  readonly otherwise: string;
  readonly verdicts: { readonly [result: string]: string };
};

export const en: Words = {
  titles: {
    states: 'states',
    events: 'events',
    memory: 'memory',
    rows: 'rows',
    renamed: 'perhaps renamed',
    behaviour: 'behaviour',
    verdicts: 'verdicts',
  },
  about: (what, text) => `${what}: ${text}`,
  ofSystem: (part) => `system ${part}`,
  row: (from, events, guard, to) => `${from} on ${events}${guard === undefined ? '' : ` when ${guard}`} → ${to}`,
  quoted: (text) => `“${text}”`,
  renamed: (kind, from, to, percent) => `${kind} ${from} → ${to} (${percent} % of their rows alike)`,
  moreSteps: (count) => `and ${plural(count, 'more step')}`,
  sameRuns: 'no run tells them apart, only which choices are still open after it',
  startsIn: (start) => `it can start in ${start}`,
  run: (events, start) => `${events} (from ${start})`,
  gaveUp: (which) =>
    `a sequence of events that only the ${which} version can take was looked for and not found in time`,
  only: (which, run) => `only the ${which} version can take: ${run}`,
  leadsTo: (run, end) => `${run} leads to ${end}`,
  otherwise: 'otherwise',
  verdicts: {},
};

const KINDS: { readonly [kind in Kind]: string } = { state: 'état', event: 'événement' };
const PARTS: { readonly [part: string]: string } = {
  instances: 'instances',
  events: 'événements',
  memory: 'mémoire',
  channels: 'canaux',
};
const VERSIONS = { old: 'l’ancienne', new: 'la nouvelle' } as const;

export const fr: Words = {
  titles: {
    states: 'états',
    events: 'événements',
    memory: 'mémoire',
    rows: 'lignes',
    renamed: 'peut-être renommés',
    behaviour: 'comportement',
    verdicts: 'verdicts',
  },
  about: (what, text) => `${what}\u00a0: ${text}`,
  ofSystem: (part) => `système\u00a0: ${PARTS[part] ?? part}`,
  row: (from, events, guard, to) => `${from}, sur ${events}${guard === undefined ? '' : ` si ${guard}`} → ${to}`,
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  renamed: (kind, from, to, percent) => `${KINDS[kind]} ${from} → ${to} (${percent} % de leurs lignes se ressemblent)`,
  moreSteps: (count) => `et ${count} pas de plus`,
  sameRuns: 'aucune exécution ne les distingue, seulement les choix qui restent ouverts après elle',
  startsIn: (start) => `elle peut commencer dans ${start}`,
  run: (events, start) => `${events} (depuis ${start})`,
  gaveUp: (which) =>
    `on a cherché une suite d’événements que seule ${VERSIONS[which]} version peut suivre, sans la trouver à temps`,
  only: (which, run) => `seule ${VERSIONS[which]} version peut suivre\u00a0: ${run}`,
  leadsTo: (run, end) => `${run} mène à ${end}`,
  otherwise: 'sinon',
  verdicts: { holds: 'vérifiée', violated: 'violée', undecided: 'indécise' },
};

const ALL: { readonly [language: string]: Words } = { en, fr };

/** The words in a language, or in its base (`fr` for `fr-CA`); English ones where there are none. */
export const wordsOf = (language: string): Words => forLanguage(ALL, language) ?? en;

/** The home of a site: what it is, a card for each table and system, and the ways into its sections. */
import { sameLanguage, type Worded } from '../../generators/site/text.ts';
import type { Page, Planned } from './site.ts';
import { type Words, wordsOf } from './words.ts';

/** What a card says of a table or system. */
export type Card = {
  readonly name: string;
  readonly title: Worded;
  readonly description: Worded;
  readonly kind: 'table' | 'system';
  /** States of a table, instances of a system. */
  readonly size: number;
  readonly properties: {
    readonly holds: number;
    readonly violated: number;
    readonly undecided: number;
    readonly decided: number;
  };
  /** Findings that nobody decided. */
  readonly open: number;
};

/** A way into the pages of a section. */
export type Way = {
  readonly title: Worded;
  readonly description: Worded;
  /** Its first page, and what that is called. */
  readonly path: string;
  readonly first: Worded;
  readonly pages: number;
};

/** What a home shows, in its language. */
export type Home = {
  readonly title: string;
  /** What the site is, in a sentence; empty where nobody wrote one. */
  readonly tagline: Worded;
  readonly cards: readonly Card[];
  readonly ways: readonly Way[];
  /** The page of a simulator to try, if there is one. */
  readonly simulator?: string;
};

/** The home in one language. */
export function homePage({ title, tagline, cards, ways, simulator }: Home, language: string): Page<Planned> {
  const words = wordsOf(language);
  const say = (said: Worded): string => sayIn(said, language, words);
  const [first] = ways;
  const actions = [
    ...(first ? [`<a href="${addressOf(first.path)}">${say(first.first)}</a>`] : []),
    ...(simulator === undefined ? [] : [`<a href="${addressOf(simulator)}">${words.try}</a>`]),
  ];
  const opening = [
    `<p class="tagline">${tagline.text === '' ? words.intro : say(tagline)}</p>`,
    actions.length === 0 ? '' : `<p class="actions">${actions.join('')}</p>`,
    EMBLEM,
  ];
  return {
    path: '',
    language,
    title,
    description: tagline.text || words.homeOf(title),
    pieces: [
      { html: `<div class="opening not-content">${opening.join('')}</div>` },
      `## ${words.tables}`,
      ...(tagline.text === '' ? [] : [words.intro]),
      { html: `<ul class="cards not-content">${cards.map((card) => cardOf(card, words, say)).join('')}</ul>` },
      ...(ways.length === 0
        ? []
        : [
            `## ${words.more}`,
            { html: `<ul class="cards not-content">${ways.map((way) => wayOf(way, words, say)).join('')}</ul>` },
          ]),
    ],
  };
}

/** A small lifecycle as an ornament, in the colours of the page. */
const EMBLEM = [
  '<svg class="emblem" viewBox="0 0 260 190" aria-hidden="true">',
  '<path d="M34 32h44M160 32h18c14 0 22 8 22 22v18M200 108v14c0 14-8 22-22 22h-16M78 144H60c-14 0-22-8-22-22v-14M98 88h48"/>',
  '<path class="tip" d="m72 26 8 6-8 6ZM194 66l6 8 6-8ZM170 138l-8 6 8 6ZM32 114l6-8 6 8ZM142 82l8 6-8 6Z"/>',
  '<circle class="tip" cx="26" cy="32" r="7"/>',
  '<rect x="82" y="14" width="78" height="36" rx="12"/><rect x="152" y="72" width="84" height="36" rx="12" class="now"/>',
  '<rect x="80" y="126" width="80" height="36" rx="12"/><rect x="10" y="70" width="84" height="36" rx="12"/>',
  '</svg>',
].join('');

const addressOf = (path: string): string => `/${path.split('/').map(encodeURIComponent).join('/')}/`;

type Say = (said: Worded) => string;

const wayOf = ({ title, description, path, pages }: Way, words: Words, say: Say): string =>
  cardWith(words.pages(pages), { title, description, path }, say);

/** A card: what it is about in small print, its title, its description, and the page that it leads to. */
const cardWith = (
  kind: string,
  { title, description, path }: Pick<Way, 'title' | 'description' | 'path'>,
  say: Say,
  more = '',
): string =>
  [
    `<li><p class="kind">${kind}</p><h3><a href="${addressOf(path)}">${say(title)}</a></h3>`,
    description.text === '' ? '' : `<p>${say(description)}</p>`,
    `${more}</li>`,
  ].join('');

function cardOf({ name, title, description, kind, size, properties, open }: Card, words: Words, say: Say): string {
  const { holds, violated, undecided, decided } = properties;
  const glance: readonly (readonly [kind: string, text: string])[] = [
    ...(holds > 0 ? [['good', words.hold(holds)] as const] : []),
    ...(violated > 0 ? [['bad', words.violated(violated)] as const] : []),
    ...(decided > 0 ? [['decided', words.decided(decided)] as const] : []),
    ...(undecided > 0 ? [['open', words.undecided(undecided)] as const] : []),
    ...(open > 0 ? [['open', words.open(open)] as const] : []),
  ];
  const marks = glance.map(([mark, says]) => `<li class="${mark}">${says}</li>`).join('');
  const count = kind === 'table' ? words.states(size) : words.instances(size);
  const card = { title, description, path: name };
  return cardWith(`${words[kind]} · ${count}`, card, say, `<ul class="glance">${marks}</ul>`);
}

/** Words as HTML: in the language that they have, and marked where that is not the page’s. */
function sayIn({ text: plain, language: spoken }: Worded, language: string, words: Words): string {
  if (plain === '' || sameLanguage(spoken, language)) return text(plain);
  return `<span lang="${text(spoken)}">${text(plain)}</span> <small class="untranslated">(${words.untranslated})</small>`;
}

const text = (plain: string): string => plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

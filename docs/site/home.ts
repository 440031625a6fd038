/** The home of a site: what it shows, and a card for each table and system. */
import type { Page, Planned } from './site.ts';
import { type Words, wordsOf } from './words.ts';

/** What a card says of a table or system. */
export type Card = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
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

/** The home in one language. */
export function homePage(title: string, language: string, cards: readonly Card[]): Page<Planned> {
  const words = wordsOf(language);
  return {
    path: '',
    language,
    title,
    description: words.homeOf(title),
    pieces: [
      words.intro,
      `## ${words.tables}`,
      { html: `<ul class="cards not-content">${cards.map((card) => cardOf(card, words)).join('')}</ul>` },
    ],
  };
}

function cardOf({ name, title, description, kind, size, properties, open }: Card, words: Words): string {
  const { holds, violated, undecided, decided } = properties;
  const glance: readonly (readonly [kind: string, text: string])[] = [
    ...(holds > 0 ? [['good', words.hold(holds)] as const] : []),
    ...(violated > 0 ? [['bad', words.violated(violated)] as const] : []),
    ...(decided > 0 ? [['decided', words.decided(decided)] as const] : []),
    ...(undecided > 0 ? [['open', words.undecided(undecided)] as const] : []),
    ...(open > 0 ? [['open', words.open(open)] as const] : []),
  ];
  const parts = [
    `<p class="kind">${words[kind]} · ${kind === 'table' ? words.states(size) : words.instances(size)}</p>`,
    `<h3><a href="/${encodeURIComponent(name)}/">${text(title)}</a></h3>`,
    description === '' ? '' : `<p>${text(description)}</p>`,
    `<ul class="glance">${glance.map(([mark, says]) => `<li class="${mark}">${says}</li>`).join('')}</ul>`,
  ];
  return `<li>${parts.join('')}</li>`;
}

const text = (plain: string): string => plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

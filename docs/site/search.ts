/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The search in the page: asks the index that Pagefind made of the site, and shows what it finds as links. */

import { headed, inOrder } from './search-order.ts';

/** A page that was found. The excerpt is HTML in which only `mark` has a meaning. */
type Found = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly url: string; readonly title: string; readonly excerpt: string }[];
};

/** What is used of Pagefind’s program. */
type Pagefind = {
  debouncedSearch(query: string): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
};

/** So many of the first pages of the index are looked at, and so many of them shown. */
const LOOKED_AT = 24;
const SHOWN = 12;
const SUB_RESULTS = 2;

class SiteSearch extends HTMLElement {
  readonly #dialog = this.#part<HTMLDialogElement>('dialog');
  readonly #input = this.#part<HTMLInputElement>('input');
  readonly #list = this.#part<HTMLOListElement>('ol');
  readonly #status = this.#part<HTMLElement>('[role="status"]');
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const open = this.#part<HTMLButtonElement>('.search-open');
    open.disabled = false;
    open.addEventListener('click', () => this.#open());
    this.#input.addEventListener('input', () => void this.#search());
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    // The form has no other use than its button: Enter goes to the first page that was found.
    this.#part<HTMLFormElement>('form').addEventListener('submit', (event) => {
      if (event.submitter?.matches('.search-close') && document.activeElement === event.submitter) return;
      event.preventDefault();
      this.#list.querySelector('a')?.click();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    window.addEventListener('keydown', (event) => {
      const slash =
        event.key === '/' && !(event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (!slash && !(event.key === 'k' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      this.#open();
    });
  }

  #part<E extends Element>(selector: string): E {
    return this.querySelector<E>(selector) as E;
  }

  #open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#input.select();
    this.#load().catch(() => this.#say(this.dataset.unavailable));
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ this.dataset.bundle as string) as Promise<Pagefind>;
    return this.#pagefind;
  }

  #say(text = ''): void {
    this.#status.textContent = text;
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    if (query === '') {
      this.#list.replaceChildren();
      return this.#say();
    }
    try {
      const pagefind = await this.#load();
      if (this.#list.childElementCount === 0) this.#say(this.dataset.searching);
      const answer = await pagefind.debouncedSearch(query);
      // A later letter asked anew.
      if (answer === null || query !== this.#input.value.trim()) return;
      const { length } = answer.results;
      const found = await Promise.all(answer.results.slice(0, LOOKED_AT).map((each) => each.data()));
      if (query !== this.#input.value.trim()) return;
      this.#list.replaceChildren(
        ...inOrder(query, found)
          .slice(0, SHOWN)
          .map((each) => entryOf(each, query)),
      );
      const { none = '', one = '', many = '' } = this.dataset;
      this.#say(
        length === 0 ? none.replace('%s', () => query) : length === 1 ? one : many.replace('%s', String(length)),
      );
    } catch {
      this.#say(this.dataset.unavailable);
    }
  }

  /** Arrows go up and down through the field and what was found. */
  #move(event: KeyboardEvent): void {
    // Where a field of this kind holds a text, the browser would only empty it.
    if (event.key === 'Escape') this.#dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [this.#input, ...this.#list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }
}

function entryOf({ url, excerpt, meta, sub_results }: Found, query: string): HTMLElement {
  const item = document.createElement('li');
  item.append(linkTo(url, meta.title ?? url, excerpt));
  const said = (section: Found['sub_results'][number]): number => headed(query, { meta: {}, sub_results: [section] });
  const parts = sub_results
    .filter((each) => each.url.includes('#') && !each.url.endsWith('#_top'))
    .toSorted((one, other) => said(other) - said(one))
    .slice(0, SUB_RESULTS);
  if (parts.length > 0) {
    const list = document.createElement('ul');
    for (const each of parts) {
      const part = document.createElement('li');
      part.append(linkTo(each.url, each.title, each.excerpt));
      list.append(part);
    }
    item.append(list);
  }
  return item;
}

function linkTo(url: string, title: string, excerpt: string): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('strong');
  heading.textContent = title;
  const text = document.createElement('span');
  text.append(...marked(excerpt));
  link.append(heading, text);
  return link;
}

/** The excerpt as text in which what was searched is marked; any other element in it is only its text. */
function marked(excerpt: string): readonly Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

customElements.define('site-search', SiteSearch);

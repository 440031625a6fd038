/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The element around a transition matrix: with JavaScript it filters and copies; without, the whole matrix stands as it is. */
import { csvText } from '../../../generators/csv.ts';
import { h } from '../simulator/dom.ts';
import { type Words, wordsOf } from './words.ts';

/** A text as it is compared: neither case nor accents make a difference. */
const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** What a heading is found by: its words, and the id at the end of its link. */
function calledBy(cell: HTMLTableCellElement | undefined): string {
  const id = cell?.querySelector('a')?.getAttribute('href')?.split('/').filter(Boolean).at(-1) ?? '';
  return plain(`${cell?.textContent ?? ''} ${decodeURIComponent(id)}`);
}

/** A cell as a value: what stands on several lines is joined, and the dash of an empty one is left out. */
function textOf(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' | ');
  const text = (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text === '—' ? '' : text;
}

/** `<atlas-matrix>`: states down and events across where `data-kind` is `crossed`, else a list of states with their events. */
export class AtlasMatrix extends HTMLElement {
  #words: Words = wordsOf('en');

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (table === null || this.querySelector('.m-bar') !== null) return;
    this.#words = wordsOf(this.closest('[lang]')?.getAttribute('lang') ?? 'en');
    const words = this.#words;
    const status = h('p', { class: 'm-status', role: 'status' });
    const say = (text: string): void => {
      status.textContent = text;
    };
    const field = (label: string): HTMLInputElement =>
      h('input', { type: 'search', 'aria-label': label, placeholder: label, autocomplete: 'off', spellcheck: 'false' });
    const [states, events] = [field(words.states), field(words.events)];
    const filter = (): void => say(this.#filter(table, plain(states.value), plain(events.value)));
    for (const input of [states, events]) input.addEventListener('input', filter);
    const copy = (): void => void this.#copy(table).then(say);
    this.prepend(
      h(
        'div',
        { class: 'm-bar not-content', role: 'group', 'aria-label': words.tools },
        states,
        events,
        h('button', { type: 'button', onclick: copy }, words.copy),
        status,
      ),
    );
  }

  /** Shows the lines and columns that are called so. Gives what to say of it. */
  #filter(table: HTMLTableElement, state: string, event: string): string {
    const [head] = table.rows;
    const lines = [...table.rows].slice(1);
    const words = this.#words;
    const isCrossed = this.dataset.kind === 'crossed';
    let shown = 0;
    for (const line of lines) {
      const fits = calledBy(line.cells[0]).includes(state) && (isCrossed || calledBy(line.cells[1]).includes(event));
      line.hidden = !fits;
      if (fits) shown++;
    }
    const said = [words.lines(shown, lines.length)];
    let columns = 1;
    if (isCrossed && head !== undefined) {
      const fits = [...head.cells].map((cell, at) => at === 0 || calledBy(cell).includes(event));
      for (const line of table.rows) for (const [at, cell] of [...line.cells].entries()) cell.hidden = !fits[at];
      columns = fits.filter(Boolean).length - 1;
      said.push(words.columns(columns, fits.length - 1));
    }
    if (state === '' && event === '') return '';
    return shown === 0 || columns === 0 ? words.nothing : said.join(', ');
  }

  /** Copies what is shown. Gives what to say of it. */
  async #copy(table: HTMLTableElement): Promise<string> {
    const lines = [...table.rows]
      .filter((line) => !line.hidden)
      .map((line) => [...line.cells].filter((cell) => !cell.hidden).map(textOf));
    try {
      await navigator.clipboard.writeText(csvText(lines));
      return this.#words.copied(lines.length - 1);
    } catch {
      return this.#words.failed;
    }
  }
}

customElements.define('atlas-matrix', AtlasMatrix);

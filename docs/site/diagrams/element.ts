/** The element around a diagram: with JavaScript it zooms, folds and fills the window; without, the picture and its links stand as they are. */

import { type Canvas, canvasOf } from './element/canvas.ts';
import { type Marks, mark, markNear } from './element/marks.ts';
import { wordsOf } from './words.ts';

const STEP = 1.25;

/** One of the pictures of a diagram: everything, all groups folded, or all but one. */
type Picture = {
  readonly window: HTMLElement;
  readonly canvas: Canvas;
  readonly name: string;
  /** The group that is open where others are folded; nothing where none is, or where nothing is folded. */
  readonly open: string | undefined;
  readonly folded: boolean;
};

/** `<atlas-diagram>`. Programs in the page mark where a run stands with `mark`. */
export class AtlasDiagram extends HTMLElement {
  #pictures: readonly Picture[] = [];
  #shown = 0;

  connectedCallback(): void {
    if (this.#pictures.length > 0) return;
    const words = wordsOf(this.closest('[lang]')?.getAttribute('lang') ?? 'en');
    const percent = Object.assign(document.createElement('output'), { className: 'd-percent' });
    const onZoom = (scale: number): void => {
      percent.textContent = words.size(Math.round(scale * 100));
    };
    const [main] = this.querySelectorAll<HTMLElement>(':scope > .d-canvas');
    if (main === undefined) return;
    const allFolded = main.querySelector('[data-fold]') !== null && main.querySelector('.d-group') === null;
    const pictures: Picture[] = [
      {
        window: main,
        canvas: canvasOf(main, onZoom),
        name: allFolded ? words.folded : words.all,
        open: undefined,
        folded: allFolded,
      },
    ];
    for (const details of this.querySelectorAll<HTMLElement>(':scope > details')) {
      const window = details.querySelector<HTMLElement>('.d-canvas') as HTMLElement;
      const name = details.querySelector('summary')?.textContent ?? '';
      details.replaceWith(window);
      const open = details.getAttribute('data-open') ?? undefined;
      pictures.push({ window, canvas: canvasOf(window, onZoom), name, open, folded: true });
    }
    this.#pictures = pictures;

    const bar = document.createElement('div');
    bar.className = 'd-bar';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', main.getAttribute('aria-label') ?? '');
    const button = (text: string, label: string, act: () => void): HTMLButtonElement => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.setAttribute('aria-label', label);
      made.title = label;
      made.addEventListener('click', act);
      return made;
    };
    const canvas = (): Canvas => (this.#pictures[this.#shown] as Picture).canvas;
    bar.append(
      button('−', words.zoomOut, () => canvas().zoom(1 / STEP)),
      percent,
      button('+', words.zoomIn, () => canvas().zoom(STEP)),
      button(words.fit, words.fit, () => canvas().fit()),
      button(words.actualSize, words.actualSize, () => canvas().actual()),
    );
    if (document.fullscreenEnabled) {
      const wide = button(words.wide, words.wide, () =>
        document.fullscreenElement === this ? document.exitFullscreen() : this.requestFullscreen(),
      );
      this.addEventListener('fullscreenchange', () => {
        const text = document.fullscreenElement === this ? words.narrow : words.wide;
        wide.textContent = text;
        wide.title = text;
        wide.setAttribute('aria-label', text);
      });
      bar.append(wide);
    }
    if (pictures.length > 1) bar.append(this.#chooser(words.view));
    this.prepend(bar);
    for (const { window } of pictures) {
      this.#makeFoldable(window, words);
    }
    for (const type of ['pointerover', 'focusin'] as const)
      this.addEventListener(type, ({ target }) => {
        const box = (target as Element).closest('[data-state]');
        markNear(this, box?.getAttribute('data-state') ?? undefined);
      });
    for (const type of ['pointerleave', 'focusout'] as const)
      this.addEventListener(type, () => markNear(this, undefined));
    this.#show(0);
  }

  /** Marks the states that a run stands in and the arrows of the rows that it took last, and brings the first state into sight. */
  mark(marks: Marks): void {
    mark(this, marks);
    const { window, canvas } = this.#pictures[this.#shown] ?? {};
    const current = window?.querySelector('.is-current');
    if (current) canvas?.show(current);
  }

  #show(index: number): void {
    this.#shown = index;
    for (const [each, { window }] of this.#pictures.entries()) window.hidden = each !== index;
    this.#pictures[index]?.canvas.begin();
    const chooser = this.querySelector('select');
    if (chooser !== null) chooser.value = String(index);
  }

  #chooser(label: string): HTMLElement {
    const place = document.createElement('label');
    const select = document.createElement('select');
    for (const [index, { name }] of this.#pictures.entries()) select.append(new Option(name, String(index)));
    select.addEventListener('change', () => this.#show(Number(select.value)));
    place.append(`${label} `, select);
    return place;
  }

  /** A folded box unfolds, and the name of an open group folds, where there is a picture of that. */
  #makeFoldable(window: HTMLElement, words: ReturnType<typeof wordsOf>): void {
    const leads = (box: Element, index: number, label: string): void => {
      if (index < 0) return;
      box.classList.add('d-button');
      box.setAttribute('role', 'button');
      box.setAttribute('tabindex', '0');
      box.setAttribute('aria-label', label);
      const act = (event: Event): void => {
        event.preventDefault();
        this.#show(index);
        this.#pictures[index]?.window.focus({ preventScroll: true });
      };
      box.addEventListener('click', act);
      box.addEventListener('keydown', (event) => {
        if ((event as KeyboardEvent).key === 'Enter' || (event as KeyboardEvent).key === ' ') act(event);
      });
    };
    const pictures = this.#pictures;
    const name = (box: Element): string => (box.textContent ?? '').trim();
    for (const box of window.querySelectorAll('.d-state[data-fold]'))
      leads(
        box,
        pictures.findIndex(({ open }) => open === box.getAttribute('data-fold')),
        words.unfold(name(box)),
      );
    for (const title of window.querySelectorAll('.d-title')) {
      const key = title.getAttribute('data-fold') ?? title.getAttribute('data-group');
      const whole = pictures.findIndex(({ folded, open }) => folded && open === undefined);
      if (key !== null) leads(title, whole, words.fold(name(title)));
    }
  }
}

if (customElements.get('atlas-diagram') === undefined) customElements.define('atlas-diagram', AtlasDiagram);

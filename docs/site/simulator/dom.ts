/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Elements made in one expression. Text is only ever set as text: whatever a label holds, it is never markup. */

type Attributes = {
  readonly [name: string]: string | boolean | undefined | ((event: Event) => void);
};

/** An element. `onclick` and its like are listeners; attributes that are `false` or `undefined` are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A text from a model: it keeps its direction to itself, and its language where that is not the page’s. */
export const said = (text: string, lang?: string): HTMLElement => h('bdi', { lang }, text);

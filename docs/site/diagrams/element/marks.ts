/** Marks in a diagram: where a run stands, and what it did last. */

/** The states a run stands in, and the rows of the last step by their index in the table. */
export type Marks = { readonly states: readonly string[]; readonly rows: readonly number[] };

const listIn = (element: Element, name: string): readonly string[] =>
  (element.getAttribute(name) ?? '').split(' ').filter((part) => part !== '');

/** Marks everything below an element, and nothing else there. A box of folded states is marked like any of them. */
export function mark(root: Element, { states, rows }: Marks): void {
  const here = new Set(states);
  const last = new Set(rows.map(String));
  for (const box of root.querySelectorAll('[data-state], [data-states]')) {
    const shown = [...listIn(box, 'data-state'), ...listIn(box, 'data-states')];
    const current = shown.some((state) => here.has(state));
    box.classList.toggle('is-current', current);
    if (current) box.setAttribute('aria-current', 'step');
    else box.removeAttribute('aria-current');
  }
  for (const arrow of root.querySelectorAll('[data-rows]'))
    arrow.classList.toggle(
      'is-last',
      listIn(arrow, 'data-rows').some((row) => last.has(row)),
    );
}

/** Marks the arrows from and to a state; without one, none. */
export function markNear(root: Element, state: string | undefined): void {
  for (const arrow of root.querySelectorAll('[data-from], [data-to]')) {
    const near =
      state !== undefined && (arrow.getAttribute('data-from') === state || arrow.getAttribute('data-to') === state);
    arrow.classList.toggle('is-near', near);
  }
}

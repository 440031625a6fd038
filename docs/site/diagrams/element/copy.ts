/** Copies of a diagram of the page, for programs that show it more than once. */
import { SCALE } from '../scale.ts';

/**
 * A copy of a diagram as a new element: its main picture in the size that it was drawn in, without what its element added to it. `name` is
 * said before its title and keeps its ids apart from those of other copies.
 */
export function copied(diagram: Element, name: string): HTMLElement {
  const copy = document.createElement('atlas-diagram');
  for (const { name: attribute, value } of diagram.attributes) copy.setAttribute(attribute, value);
  const picture = diagram.querySelector('.d-main') ?? diagram.querySelector('svg');
  if (picture === null) return copy;
  const main = picture.cloneNode(true) as Element;
  main.removeAttribute('hidden');
  copy.append(main);
  const svg = copy.querySelector('svg') as SVGSVGElement;
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  if (width !== undefined && height !== undefined) {
    svg.setAttribute('width', String(width * SCALE));
    svg.setAttribute('height', String(height * SCALE));
  }
  const own = (id: string): string => `${id}-${name}`;
  for (const each of copy.querySelectorAll('[id]')) each.id = own(each.id);
  for (const each of copy.querySelectorAll('[aria-describedby]'))
    each.setAttribute('aria-describedby', own(each.getAttribute('aria-describedby') ?? ''));
  for (const each of [main, svg]) {
    const label = each.getAttribute('aria-label');
    if (label !== null) each.setAttribute('aria-label', `${name}: ${label}`);
  }
  return copy;
}

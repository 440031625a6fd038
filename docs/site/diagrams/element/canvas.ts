/** The window that a diagram is seen through: it scrolls like any part of a page, is dragged, and zooms. */
import { fitting, readable, type View, zoomed } from './zoom.ts';

/** What a picture of a diagram can do. */
export type Canvas = {
  /** Zooms around the middle of the window. */
  readonly zoom: (factor: number) => void;
  /** Shows all of the picture. */
  readonly fit: () => void;
  /** Shows the picture in its own size. */
  readonly actual: () => void;
  /** Shows the picture as large as the window is wide, or as it can be read, with its beginning in sight. */
  readonly begin: () => void;
  /** Brings an element of the picture into sight. */
  readonly show: (element: Element) => void;
};

const STEP = 1.25;

/** Makes the window of a picture zoom and be dragged. `onZoom` is told the scale. */
export function canvasOf(window: HTMLElement, onZoom: (scale: number) => void): Canvas {
  const svg = window.querySelector('svg') as SVGSVGElement;
  const picture = { width: Number(svg.getAttribute('width')), height: Number(svg.getAttribute('height')) };
  let scale = 1;
  const size = () => ({ width: window.clientWidth, height: window.clientHeight });
  const apply = (view: View): void => {
    scale = view.scale;
    svg.setAttribute('width', String(picture.width * scale));
    svg.setAttribute('height', String(picture.height * scale));
    window.scrollTo({ left: view.left, top: view.top, behavior: 'instant' });
    onZoom(scale);
  };
  const zoomAt = (factor: number, x: number, y: number): void =>
    apply(zoomed({ scale, left: window.scrollLeft, top: window.scrollTop }, factor, { x, y }));
  const zoom = (factor: number): void => zoomAt(factor, window.clientWidth / 2, window.clientHeight / 2);

  const initial = (): Element | null => svg.querySelector('.d-current') ?? svg.querySelector('.d-mark');
  const show = (element: Element): void => {
    const [box, frame] = [element.getBoundingClientRect(), window.getBoundingClientRect()];
    const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollBy({
      left: box.left + box.width / 2 - frame.left - frame.width / 2,
      top: box.top + box.height / 2 - frame.top - frame.height / 2,
      behavior: still ? 'instant' : 'smooth',
    });
  };
  const begin = (): void => {
    apply({ scale: readable(picture, size()), left: 0, top: 0 });
    const box = initial()?.getBoundingClientRect();
    const frame = window.getBoundingClientRect();
    if (box !== undefined) window.scrollLeft = box.left + box.width / 2 - frame.left - frame.width / 2;
  };

  window.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const frame = window.getBoundingClientRect();
      zoomAt(Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
    },
    { passive: false },
  );
  window.addEventListener('keydown', (event) => {
    if (event.target !== window || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') begin();
    else return;
    event.preventDefault();
  });
  drag(window);
  pinch(window, zoomAt);
  return {
    zoom,
    fit: () => apply({ scale: fitting(picture, size()), left: 0, top: 0 }),
    actual: () => zoom(1 / scale),
    begin,
    show,
  };
}

/** A mouse drags what it holds; a click that moved nothing stays a click. Fingers scroll as everywhere. */
function drag(window: HTMLElement): void {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  let moved = false;
  window.addEventListener('pointerdown', ({ pointerType, button, clientX, clientY }) => {
    if (pointerType !== 'mouse' || button !== 0) return;
    from = { x: clientX, y: clientY, left: window.scrollLeft, top: window.scrollTop };
    moved = false;
  });
  window.addEventListener('pointermove', ({ buttons, clientX, clientY, pointerId }) => {
    if (from === undefined) return;
    if (buttons === 0) {
      from = undefined;
      return;
    }
    if (!moved && Math.hypot(clientX - from.x, clientY - from.y) < 4) return;
    if (!moved) window.setPointerCapture(pointerId);
    moved = true;
    window.classList.add('is-dragged');
    window.scrollTo({ left: from.left - (clientX - from.x), top: from.top - (clientY - from.y), behavior: 'instant' });
  });
  const end = (): void => {
    from = undefined;
    window.classList.remove('is-dragged');
  };
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
  window.addEventListener('dragstart', (event) => event.preventDefault());
  window.addEventListener(
    'click',
    (event) => {
      if (moved) event.preventDefault();
      moved = false;
    },
    { capture: true },
  );
}

/** Two fingers zoom around the middle between them. */
function pinch(window: HTMLElement, zoomAt: (factor: number, x: number, y: number) => void): void {
  let apart: number | undefined;
  window.addEventListener(
    'touchmove',
    (event) => {
      const [one, other] = event.touches;
      if (one === undefined || other === undefined) return;
      event.preventDefault();
      const distance = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const frame = window.getBoundingClientRect();
      const [x, y] = [(one.clientX + other.clientX) / 2 - frame.left, (one.clientY + other.clientY) / 2 - frame.top];
      if (apart !== undefined) zoomAt(distance / apart, x, y);
      apart = distance;
    },
    { passive: false },
  );
  const end = (): void => {
    apart = undefined;
  };
  window.addEventListener('touchend', end);
  window.addEventListener('touchcancel', end);
}

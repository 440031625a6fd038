/** The numbers of zooming: a picture of some size, seen through a window that scrolls over it. */

/** How a picture is seen: its scale, and how far the window is scrolled over it, in pixels. */
export type View = { readonly scale: number; readonly left: number; readonly top: number };

type Size = { readonly width: number; readonly height: number };

/** The smallest and the largest scale. */
export const LEAST = 0.1;
export const MOST = 4;

/** Below this scale letters are too small to be read. */
const READABLE = 0.7;

const within = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale));

/** The view after zooming by a factor, with what was at a point of the window still there. */
export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const scale = within(view.scale * factor);
  const real = scale / view.scale;
  return { scale, left: (view.left + at.x) * real - at.x, top: (view.top + at.y) * real - at.y };
}

/** The scale at which all of a picture is seen, never larger than it is. */
export const fitting = (picture: Size, window: Size): number =>
  within(Math.min(1, window.width / picture.width, window.height / picture.height));

/** The scale to begin with: as wide as the window where it can be read then, else as small as can be read. */
export const readable = (picture: Size, window: Size): number =>
  Math.max(READABLE, Math.min(1, window.width / picture.width));

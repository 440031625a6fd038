/** How large a unit of a diagram is in pixels: letters of 16 units are shown as large as small print. */
export const SCALE = 0.875;

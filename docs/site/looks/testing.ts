/** How much two screenshots of a page differ: the edges of letters count little, what moved or is missing counts. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The side of the squares that are compared, in pixels: about as high as a line of text, so that letters are a shade of grey. */
const SQUARE = 16;

/** How far two shades may be apart, of 1 between black and white, and be taken for the same. */
const THRESHOLD = 0.04;

/** The picture with one pixel for each square, of its mean colour. */
function blurred({ width, height, data }: PNG): PNG {
  const small = new PNG({ width: Math.ceil(width / SQUARE), height: Math.ceil(height / SQUARE) });
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++) {
      const sum = [0, 0, 0];
      let count = 0;
      for (let row = y * SQUARE; row < Math.min(height, (y + 1) * SQUARE); row++)
        for (let column = x * SQUARE; column < Math.min(width, (x + 1) * SQUARE); column++, count++)
          for (const channel of [0, 1, 2])
            sum[channel] = (sum[channel] ?? 0) + (data[(row * width + column) * 4 + channel] ?? 0);
      small.data.set([...sum.map((each) => Math.round(each / count)), 255], (y * small.width + x) * 4);
    }
  return small;
}

/** The part of two PNG files that differs, from 0 to 1; 1 where their sizes do. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))].map(blurred) as [PNG, PNG];
  if (a.width !== b.width || a.height !== b.height) return 1;
  const options = { threshold: THRESHOLD, includeAA: true };
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, options) / (a.width * a.height);
}

/** Places of a text by their offsets. */
import type { Spot } from '../types.ts';

/** Where an offset of a text stands; an offset outside counts as the nearest one inside. */
export type Places = (offset: number) => Spot;

/** The places of a text, whose lines end with CR LF, LF or CR. */
export function placesOf(text: string): Places {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (starts[low] as number) + 1 };
  };
}

/** Laws of zooming. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { law } from '../../../../model/testing.ts';
import { fitting, LEAST, MOST, readable, zoomed } from './zoom.ts';

const length = fc.integer({ min: 1, max: 5_000 });
const view = fc.record({
  scale: fc.double({ min: LEAST, max: MOST, noNaN: true }),
  left: length,
  top: length,
});
const point = fc.record({ x: length, y: length });

law.prop([view, fc.double({ min: 0.01, max: 100, noNaN: true }), point])(
  'what is at a point of the window stays there, and the scale has its limits',
  (before, factor, at) => {
    const after = zoomed(before, factor, at);
    expect(after.scale).toBeGreaterThanOrEqual(LEAST);
    expect(after.scale).toBeLessThanOrEqual(MOST);
    expect((after.left + at.x) / after.scale).toBeCloseTo((before.left + at.x) / before.scale, 3);
    expect((after.top + at.y) / after.scale).toBeCloseTo((before.top + at.y) / before.scale, 3);
  },
);

const size = fc.record({ width: length, height: length });

law.prop([size, size])(
  'all of a picture is seen where it fits, and it is never shown larger than it is',
  (picture, window) => {
    const scale = fitting(picture, window);
    expect(scale).toBeLessThanOrEqual(1);
    if (scale > LEAST) {
      expect(picture.width * scale).toBeLessThanOrEqual(window.width + 0.001);
      expect(picture.height * scale).toBeLessThanOrEqual(window.height + 0.001);
    }
    expect(readable(picture, window)).toBeGreaterThanOrEqual(0.7);
  },
);

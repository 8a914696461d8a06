import { expect, test } from 'vitest';
import { pointLabelBox, type Box } from './pointLabelBox.ts';

const area = { x: 0, y: 20, width: 600, height: 250 };
const size = { width: 110, height: 34 };
const none = { results: [], words: [] };
const pointAt = (x: number, y: number, halfPx = 10): Box => ({
  x: x - halfPx,
  y: y - halfPx,
  width: 2 * halfPx,
  height: 2 * halfPx,
});
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('the label stands right above its point, and on the other side at the right edge', () => {
  const inside = pointLabelBox(pointAt(200, 150), size, area, none)!;
  expect(inside.x).toBeGreaterThan(210);
  expect(inside.y + inside.height).toBeLessThan(140);
  const atEdge = pointLabelBox(pointAt(590, 150), size, area, none)!;
  expect(atEdge.x + atEdge.width).toBeLessThan(580);
});

test('at the upper edge it stays inside the plot', () => {
  expect(pointLabelBox(pointAt(200, 25), size, area, none)!.y).toBeGreaterThanOrEqual(area.y);
});

test.each([600, 320, 150])(
  'wherever point and newest result lie in a plot of %i px, the label covers neither of them',
  (width) => {
    const plot = { ...area, width };
    for (let x = 0; x <= width; x += 17)
      for (let y = area.y; y <= area.y + area.height; y += 19)
        for (const newest of [pointAt(width, 60, 5), pointAt(width - 30, 200, 5), pointAt(x, y - 30, 5)]) {
          const point = pointAt(x, y);
          const box = pointLabelBox(point, size, plot, { results: [newest], words: [] });
          if (!box) throw new Error(`There is no place at ${x}, ${y}.`);
          expect(overlap(box, point) || overlap(box, newest)).toBe(false);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
        }
  },
);

test('where there is no room for it, there is none', () => {
  expect(pointLabelBox(pointAt(40, 40), size, { x: 0, y: 20, width: 80, height: 250 }, none)).toBeUndefined();
});

test.each([900, 320])(
  'in a strip of %i px the label covers no words at an extreme, neither at its own point nor at another one',
  (width) => {
    const strip = { x: 0, y: 0, width, height: 88 };
    const words = { x: 140, y: 10, width: 170, height: 13 };
    for (let x = 8; x <= width; x += 13)
      for (let y = 10; y <= 78; y += 9) {
        const point = pointAt(x, y, 8);
        if (overlap(point, words)) continue;
        const box = pointLabelBox(point, size, strip, { results: [], words: [words] });
        if (!box) throw new Error(`There is no place at ${x}, ${y}.`);
        expect(overlap(box, point) || overlap(box, words)).toBe(false);
      }
  },
);

test('words leave the label near its point, and where there is no other place they give way', () => {
  const words = { x: 212, y: 90, width: 180, height: 60 };
  const box = pointLabelBox(pointAt(200, 150), size, area, { results: [], words: [words] })!;
  expect(Math.hypot(box.x + 55 - 200, box.y + 17 - 150)).toBeLessThan(90);
  const everywhere = { results: [], words: [area] };
  expect(pointLabelBox(pointAt(200, 150), size, area, everywhere)).toEqual(
    pointLabelBox(pointAt(200, 150), size, area, none),
  );
});

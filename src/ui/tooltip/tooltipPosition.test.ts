import { expect, test } from 'vitest';
import { isOnTheWay, tooltipPosition } from './tooltipPosition.ts';

const frame = { widthPx: 320, heightPx: 480 };
const box = (left: number, top: number, widthPx = 40, heightPx = 20) => ({
  left,
  top,
  right: left + widthPx,
  bottom: top + heightPx,
});

test('a tooltip stands below what it explains, and above where there is no room below', () => {
  expect(tooltipPosition(box(100, 50), { widthPx: 120, heightPx: 30 }, frame)).toEqual({
    leftPx: 100,
    topPx: 76,
  });
  expect(tooltipPosition(box(100, 450), { widthPx: 120, heightPx: 30 }, frame)).toEqual({
    leftPx: 100,
    topPx: 414,
  });
});

test('a tooltip stays in the frame at every side, also where its target does not', () => {
  for (const target of [box(300, 10), box(-60, 470), box(150, 200, 900, 900), box(0, -40, 400, 30)])
    for (const tooltip of [
      { widthPx: 120, heightPx: 30 },
      { widthPx: 304, heightPx: 200 },
    ]) {
      const { leftPx, topPx } = tooltipPosition(target, tooltip, frame);
      expect(leftPx).toBeGreaterThanOrEqual(8);
      expect(topPx).toBeGreaterThanOrEqual(8);
      expect(leftPx + tooltip.widthPx).toBeLessThanOrEqual(frame.widthPx - 8);
      expect(topPx + tooltip.heightPx).toBeLessThanOrEqual(frame.heightPx - 8);
    }
});

test('a pointer may go from the target to the tooltip without losing it', () => {
  const [target, tooltip] = [box(100, 50), box(80, 76, 120, 30)];
  expect(isOnTheWay(110, 73, target, tooltip)).toBe(true);
  expect(isOnTheWay(90, 90, target, tooltip)).toBe(true);
  expect(isOnTheWay(90, 73, target, tooltip)).toBe(false);
  expect(isOnTheWay(110, 30, target, tooltip)).toBe(false);
});

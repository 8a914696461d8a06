import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { windowMovedBy, windowZoomedAt } from './windowInRecord.ts';

const day = (count: number): number => count * DAY_MS;
const span = (from: number, to: number) => ({ startMs: day(from), endMs: day(to) });
const WHOLE = span(0, 1000);

describe('a zoom under the pointer', () => {
  test.each([
    [0, 400],
    [0.25, 500],
    [0.9, 760],
    [1, 800],
  ])('leaves the moment at %d of the window where it is', (fraction, dayNumber) => {
    const { startMs, endMs } = windowZoomedAt(WHOLE, span(400, 800), 0.5, fraction);
    expect(endMs - startMs).toBeCloseTo(day(200), 0);
    expect(startMs + fraction * (endMs - startMs)).toBeCloseTo(day(dayNumber), 0);
  });

  test('never shows less than a minute', () => {
    let window = span(400, 800);
    for (let i = 0; i < 60; i++) window = windowZoomedAt(WHOLE, window, 0.5, 0.3);
    expect(window.endMs - window.startMs).toBeCloseTo(60_000, -1);
  });

  test.each([
    [span(10, 300), 0],
    [span(700, 990), 1],
    [span(480, 520), 0.5],
  ])('never reaches beyond the record: from %o', (from, fraction) => {
    let window = from;
    for (let i = 0; i < 12; i++) {
      window = windowZoomedAt(WHOLE, window, 1.4, 1 - fraction);
      expect(window.startMs).toBeGreaterThanOrEqual(WHOLE.startMs);
      expect(window.endMs).toBeLessThanOrEqual(WHOLE.endMs);
    }
    expect(window).toEqual(WHOLE);
  });
});

describe('a move under the pointer', () => {
  test('keeps the length of the window', () => {
    expect(windowMovedBy(WHOLE, span(400, 800), -0.5)).toEqual(span(200, 600));
  });

  test.each([
    [-9, span(0, 400)],
    [7, span(600, 1000)],
  ])('by %d windows stops at the end of the record', (part, stopped) => {
    expect(windowMovedBy(WHOLE, span(400, 800), part)).toEqual(stopped);
  });

  test('does nothing where all of the record is in sight', () => {
    expect(windowMovedBy(WHOLE, WHOLE, 0.4)).toEqual(WHOLE);
  });
});

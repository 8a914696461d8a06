/** This file makes blood pressures with and without reference ranges, and finds the ranges in charts. */
import { pressure, pressureWith, recordOf } from './recordFixture.ts';

export const PRESSURE_RANGES = [
  [90, 140],
  [60, 85],
] as const;

export const pressuresWithRanges = recordOf([
  pressureWith([136, 74], PRESSURE_RANGES, '2026-03-12T14:00:00Z'),
  pressureWith([148, 78], PRESSURE_RANGES, '2026-09-24T15:20:00Z'),
]);
export const pressuresWithoutRanges = recordOf([
  pressure(136, 74, '2026-03-12T14:00:00Z'),
  pressure(148, 78, '2026-09-24T15:20:00Z'),
]);

/** These ranges reach beyond the fixed scale of blood pressures. */
export const pressureWithWideRanges = recordOf([
  pressureWith(
    [148, 78],
    [
      [90, 260],
      [20, 85],
    ],
    '2026-09-24T15:20:00Z',
  ),
]);
export const pressureWithOneRange = recordOf([
  pressureWith([148, 78], [[90, 140], undefined], '2026-09-24T15:20:00Z'),
]);

/** Returns the heights of the horizontal lines of a path. */
export const lineHeightsIn = (path: Element | null): readonly number[] =>
  [...(path?.getAttribute('d') ?? '').matchAll(/M[\d.]+ ([\d.]+)H/g)].map(([, y]) => Number(y));

export const svgTextsIn = (root: ParentNode): readonly string[] =>
  [...root.querySelectorAll('svg text')].map((text) => text.textContent);

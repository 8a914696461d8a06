import { expect, test } from 'vitest';
import { hasNonPositiveValue, offersLogScale } from './logScale.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';

test('rule 4: a log scale is for the measures that the catalog names, and for none with a value of 0 or less', () => {
  expect(offersLogScale(madeSeries([]))).toBe(false);
  expect(offersLogScale({ ...madeSeries([]), analyteId: 'uacr' })).toBe(true);
  expect(hasNonPositiveValue(madeSeries([{ at: '2026-01-01', text: '4.6' }]))).toBe(false);
  expect(
    hasNonPositiveValue(
      madeSeries([
        { at: '2026-01-01', text: '4.6' },
        { at: '2026-01-02', text: '0' },
      ]),
    ),
  ).toBe(true);
  expect(
    hasNonPositiveValue(
      madeSeries([
        { at: '2026-01-01', text: '4.6' },
        { at: '2026-01-02', text: '-2' },
      ]),
    ),
  ).toBe(true);
});

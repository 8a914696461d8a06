import { describe, expect, test } from 'vitest';
import { bandSteps, hasRangeChanged } from './bandSteps.ts';
import { onlySeriesOf } from '../../testing/readSeriesFixture.ts';

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});

describe('rule 28: the range belongs to its results', () => {
  test('two ranges are two steps', () => {
    const series = onlySeriesOf(
      { at: 1, value: 4, more: range(3.5, 5.1) },
      { at: 2, value: 4, more: range(3.5, 5.1) },
      { at: 3, value: 4, more: range(3.4, 5) },
      { at: 4, value: 4 },
    );
    expect(bandSteps(series).map(({ fromMs, toMs, band }) => [fromMs, toMs, band.low])).toEqual([
      [series.timesMs[0], series.timesMs[2], 3.5],
      [series.timesMs[2], series.timesMs[2], 3.4],
    ]);
    expect(hasRangeChanged(series)).toBe(true);
  });

  test('a result without a range interrupts the band and changes nothing', () => {
    const series = onlySeriesOf(
      { at: 1, value: 4, more: range(3.5, 5.1) },
      { at: 2, value: 4 },
      { at: 3, value: 4, more: range(3.5, 5.1) },
    );
    expect(bandSteps(series)).toHaveLength(2);
    expect(hasRangeChanged(series)).toBe(false);
  });
});

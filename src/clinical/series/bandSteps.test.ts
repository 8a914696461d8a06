import { describe, expect, test } from 'vitest';
import { bandSteps, hasRangeChanged } from './bandSteps.ts';
import { onlySeriesOf } from '../../testing/readSeriesFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';

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

describe('rule 28: ranges are the same when all that a reader sees of them is', () => {
  const sent = { low: 3.5, high: 5.1, isFromText: false };
  const stepsOf = (...bands: readonly (typeof sent)[]) => {
    const series = madeSeries(
      bands.map((band, i) => ({ at: `2026-03-0${i + 1}T08:00:00Z`, text: '4', band })),
    );
    return [bandSteps(series).length, hasRangeChanged(series)];
  };

  test.each([
    ['the same limits', sent, [1, false]],
    ['another lower limit', { ...sent, low: 3.4 }, [2, true]],
    ['another upper limit', { ...sent, high: 5.2 }, [2, true]],
    ['limits from a text', { ...sent, isFromText: true }, [2, true]],
  ] as const)('%s', (_, other, expected) => {
    expect(stepsOf(sent, { ...other })).toEqual(expected);
  });

  test('one that came back has changed in between', () => {
    expect(stepsOf(sent, { ...sent, high: 5.2 }, sent)).toEqual([3, true]);
  });

  test('without any range none has changed', () => {
    expect(hasRangeChanged(madeSeries([{ at: '2026-03-01T08:00:00Z', text: '4' }]))).toBe(false);
  });
});

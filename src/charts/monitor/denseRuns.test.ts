import { describe, expect, it } from 'vitest';
import { denseRuns, medianPath, percentileBandPath } from './denseRuns.ts';
import { frameOf } from '../axis/frame.ts';
import { extremeIndices } from '../../clinical/series/newest/extremes.ts';
import { denseResults, valueLabelPosition } from './denseResults.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { MINUTE_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const frame = frameOf({
  startMs: START_MS,
  endMs: START_MS + 100 * MINUTE_MS,
  timeZone: 'UTC',
  widthPx: 110,
  heightPx: 88,
});

/** Each result is a minute and a value. One minute is one pixel wide, and the first stands at 4. */
const results = (made: readonly (readonly [number, string, object?])[]) =>
  madeSeries(
    made.map(([minute, text, changes = {}]) => ({
      at: new Date(START_MS + minute * MINUTE_MS).toISOString(),
      text,
      ...changes,
    })),
  );

describe('many results', () => {
  it('rule 8: are the median and the middle 80 % of those in three pixels', () => {
    const held = ['10', '20', '30', '40', '50', '60', '70', '80', '90', '100', '0'];
    const series = results(held.map((text, i) => [2 + i / 10, text] as const));
    expect(denseRuns(series, frame)).toEqual([[{ px: 7.5, percentile10: 10, median: 50, percentile90: 90 }]]);
  });

  it('rule 23: a result that was sent three times counts once in the median', () => {
    const sent = [10, 20, 30, 30, 30].map((value, i) => [2 + Math.min(i, 2) / 10, String(value)] as const);
    expect(denseRuns(results(sent), frame)).toMatchObject([[{ median: 20 }]]);
  });

  it('rule 6: nothing is drawn over half an hour of silence', () => {
    const minutes = [0, 5, 10, 15, 20, 25, 30, 65, 70, 75];
    const runs = denseRuns(results(minutes.map((minute) => [minute, '80'] as const)), frame);
    expect(runs.map((run) => run.length)).toEqual([7, 3]);
  });

  it('a lone column is as wide as its results', () => {
    const runs = denseRuns(results([[2, '80']]), frame);
    expect(medianPath(runs, (value) => value)).toBe('M6 80L7.5 80L9 80');
    expect(percentileBandPath(runs, (value) => value)).toBe('M6 80L7.5 80L9 80L9 80L7.5 80L6 80Z');
  });
});

describe('what keeps its symbol', () => {
  it('rule 8: every flagged result, the highest, the lowest and the latest', () => {
    const series = results([
      [0, '80'],
      [1, '90'],
      [2, '140', { flag: 'H' }],
      [2.1, '139', { flag: 'H' }],
      [3, '60'],
      [4, '85'],
      [5, '86', { status: 'preliminary' }],
      [6, '81'],
      [7, '82'],
    ]);
    expect(denseResults(series)).toEqual([2, 3, 4, 6, 8]);
  });

  it('of equal results the oldest is the highest and the lowest', () => {
    const series = results(['5', '9', '1', '9', '1'].map((text, i) => [i, text] as const));
    expect(extremeIndices(series)).toEqual([1, 2]);
  });

  it('rule 20: a limit or a preliminary value is neither the highest nor the lowest', () => {
    const series = results([
      [0, '80'],
      [1, '200', { status: 'preliminary' }],
      [2, '10', { comparator: '<' }],
      [3, '90'],
    ]);
    expect(extremeIndices(series)).toEqual([3, 0]);
    expect(extremeIndices(results([[0, '10', { comparator: '<' }]]))).toEqual([]);
  });

  it('rule 8: a flag without a shape of its own keeps its symbol too', () => {
    const series = results([
      [0, '80'],
      [1, '90'],
      [2, '85', { flag: 'other', flagText: 'U' }],
      [3, '70'],
      [4, '82'],
    ]);
    expect(denseResults(series)).toEqual([1, 2, 3, 4]);
  });

  it('a number stands clear of the symbols beside it and inside the plot', () => {
    const marks = [
      { x: 20, y: 40 },
      { x: 30, y: 42 },
      { x: 32, y: 80 },
    ];
    expect(valueLabelPosition(marks[0]!, true, marks, frame)).toEqual({ x: 36, y: 41, anchor: 'start' });
    expect(valueLabelPosition({ x: 100, y: 87 }, false, [], frame)).toEqual({ x: 94, y: 86, anchor: 'end' });
  });
});

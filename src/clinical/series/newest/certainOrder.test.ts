import { describe, expect, test } from 'vitest';
import { tiedWithLatest, latestChange, latest, previous } from './latest.ts';
import { onlySeriesOf, type SentResult } from '../../../testing/readSeriesFixture.ts';
import type { Row } from '../../observation/resultRow.ts';

describe('rules 13, 24 and 44: the order of results whose order is not known', () => {
  const textsOf = (rows: readonly (Row | undefined)[]) => rows.map((row) => row?.valueText);
  const newestTwo = (...results: readonly SentResult[]) => {
    const series = onlySeriesOf(...results);
    return textsOf([latest(series), previous(series), ...tiedWithLatest(series)]);
  };

  test.each(['-06:00', '-10:00', '+00:00', '+05:30', '+14:00'])(
    'the evening before a day is before it, and the morning after is after it, at UTC%s',
    (zone) => {
      const [evening, morning] = [`2026-11-19T23:00:00${zone}`, `2026-11-21T00:30:00${zone}`];
      const ofDay = { at: '2026-11-20', value: '6.9' };
      expect(newestTwo({ at: evening, value: '5.0' }, ofDay)[0]).toBe('6.9');
      expect(newestTwo(ofDay, { at: morning, value: '4.0' })[0]).toBe('4.0');
    },
  );

  test('of two at one moment neither is the one before the other, whatever their ids are', () => {
    for (const values of [
      ['6.9', '4.1'],
      ['4.1', '6.9'],
    ]) {
      const both = onlySeriesOf({ at: 1, value: '5.0' }, ...values.map((value) => ({ at: 2, value })));
      expect(textsOf([latest(both), ...tiedWithLatest(both)])).toEqual([...values].toReversed());
      expect(previous(both)?.valueText).toBe('5.0');
      expect(latestChange(both)).toBeUndefined();
    }
  });

  test.each(['2026-11-20', '2026-11', '2026'])(
    'one of %s may be as new as the last of several moments in it',
    (at) => {
      const moments = [18, 19, 20].map((day) => ({ at: `2026-11-${day}T14:10:00Z`, value: '4.1' }));
      const series = onlySeriesOf({ at, value: '6.9' }, ...moments, {
        at: '2026-11-20T15:10:00Z',
        value: '4.2',
      });
      expect(textsOf([latest(series), ...tiedWithLatest(series)])).toEqual(['4.2', '6.9']);
      expect(latestChange(series)).toBeUndefined();
    },
  );

  test('a day that is long over is not as new as the last moment', () => {
    const moments = [18, 19, 20].map((day) => ({ at: `2026-11-${day}T14:10:00Z`, value: '4.1' }));
    const series = onlySeriesOf({ at: '2026-11-02', value: '6.9' }, ...moments);
    expect(tiedWithLatest(series)).toEqual([]);
    expect(latestChange(series)?.deltaText).toBe('0');
  });

  test('of a day and a moment that may lie in it nobody knows which is newer; of a day and the one after it everybody does', () => {
    const [ofDay, morning] = [
      { at: '2026-11-20', value: '6.9' },
      { at: '2026-11-20T14:10:00Z', value: '4.1' },
    ];
    const series = onlySeriesOf(ofDay, morning);
    expect([previous(series), latestChange(series)]).toEqual([undefined, undefined]);
    expect(textsOf(tiedWithLatest(series))).toEqual(['6.9']);
    const days = onlySeriesOf(ofDay, { at: '2026-11-21', value: '4.1' });
    expect([previous(days)?.valueText, latestChange(days)?.deltaText]).toEqual(['6.9', '−2.8']);
    expect(tiedWithLatest(days)).toEqual([]);
  });

  test.each([
    ['2026-11-19T20:00:00Z', 'may be of the day in the east'],
    ['2026-11-21T05:00:00Z', 'may be of the day in the west'],
  ])('%s, which %s, is neither before nor after it', (day) => {
    const series = onlySeriesOf({ at: '2026-11-20', value: '6.9' }, { at: day, value: '4.1' });
    expect([previous(series), latestChange(series), tiedWithLatest(series).length]).toEqual([
      undefined,
      undefined,
      1,
    ]);
  });

  test.each(['2026-11-19T09:59:00Z', '2026-11-21T12:00:00Z'])('%s is of another day in every zone', (day) => {
    const series = onlySeriesOf({ at: '2026-11-20', value: '6.9' }, { at: day, value: '4.1' });
    expect([previous(series) === undefined, tiedWithLatest(series).length]).toEqual([false, 0]);
  });
});

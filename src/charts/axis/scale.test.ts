import { describe, expect, it } from 'vitest';
import { frameOf } from './frame.ts';
import { rowTimeSpan } from './timeSpan.ts';
import { madeRow } from '../../testing/seriesFixture.ts';
import { linearScale, timeTicks } from './scale.ts';
import { axisLabels } from './TimeAxis.tsx';
import { valueTicks } from './valueTicks.ts';

const ms = (text: string) => Date.parse(text);
const texts = (from: string, to: string, zone = 'UTC') =>
  timeTicks(ms(from), ms(to), zone).map(({ text }) => text);

const labels = (from: string, to: string, width: number) =>
  axisLabels(frameOf({ startMs: ms(from), endMs: ms(to), timeZone: 'UTC', widthPx: width, heightPx: 15 }));

describe('scales', () => {
  it('rule 1: pixel gaps are in the ratio of the times, and the oldest is at the left', () => {
    const x = frameOf({
      startMs: ms('2025-01-01'),
      endMs: ms('2026-01-01'),
      timeZone: 'UTC',
      widthPx: 400,
      heightPx: 40,
    }).x;
    const [first, nextDay, later] = [x(ms('2025-02-01')), x(ms('2025-02-02')), x(ms('2025-08-03'))];
    expect((later - nextDay) / (nextDay - first)).toBeCloseTo(182, 5);
    expect(first).toBeLessThan(nextDay);
    expect(x(ms('2025-01-01'))).toBe(4);
    expect(x(ms('2026-01-01'))).toBe(394);
  });

  it('puts everything in the middle of a range without extent', () => {
    expect(linearScale([5, 5], [0, 10])(5)).toBe(5);
  });
});

describe('the ends of an axis', () => {
  const ends = (from: string, to: string, width: number) =>
    labels(from, to, width)
      .filter(({ anchor }) => anchor !== 'middle')
      .map(({ text }) => text);

  it.each([
    ['2024-11-23', '2026-11-24', 206, ['23 Nov 2024', '24 Nov 2026']],
    ['2024-11-23', '2026-11-24', 120, ['Nov 2024', 'Nov 2026']],
    ['2026-10-25', '2026-11-24', 120, ['25 Oct', '24 Nov']],
    ['2025-05-25', '2026-05-25', 120, ['May 2025', 'May 2026']],
    ['2026-11-23T06:50:00Z', '2026-11-23T13:10:00Z', 206, ['23 Nov 2026, 06:50', '13:10']],
    ['2026-11-23T06:50:00Z', '2026-11-23T13:10:00Z', 120, ['06:50', '13:10']],
  ])('rule 2: from %s to %s in %i px they are told apart', (from, to, width, expected) => {
    expect(ends(from, to, width)).toEqual(expected);
  });
});

describe('ticks', () => {
  it('names years, quarters, months, days or hours as there is room for', () => {
    expect(texts('2014-11-25', '2026-11-24').filter(Boolean)).toEqual([
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
      '2026',
    ]);
    expect(texts('2025-01-01', '2026-12-31')).toEqual([
      '2025',
      'Apr',
      'Jul',
      'Oct',
      '2026',
      'Apr',
      'Jul',
      'Oct',
    ]);
    expect(texts('2026-09-10', '2026-11-24')).toEqual(['Oct', 'Nov']);
    expect(texts('2026-11-19T14:00Z', '2026-11-21T02:00Z')).toEqual([
      '18:00',
      '20 Nov',
      '06:00',
      '12:00',
      '18:00',
      '21 Nov',
    ]);
  });

  it('rule 43: days begin at midnight of the zone, also across a change of clocks', () => {
    const [day] = timeTicks(ms('2026-11-20T00:00Z'), ms('2026-11-20T12:00Z'), 'America/Chicago').filter(
      ({ isMajor }) => isMajor,
    );
    expect(day).toMatchObject({ text: '20 Nov', timeMs: ms('2026-11-20T06:00Z') });
    const days = timeTicks(ms('2026-10-31T05:00Z'), ms('2026-11-03T06:00Z'), 'America/Chicago').filter(
      ({ isMajor }) => isMajor,
    );
    expect(days.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 16))).toEqual([
      '2026-10-31T05:00',
      '2026-11-01T05:00',
      '2026-11-02T06:00',
      '2026-11-03T06:00',
    ]);
  });

  it('are round values without the dust of adding', () => {
    expect(valueTicks([3, 6.5])).toEqual([3, 4, 5, 6]);
    expect(valueTicks([0, 0.4])).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(valueTicks([7, 7])).toEqual([7]);
  });
});

describe('the time axis', () => {
  it('rule 2: carries the full date at both ends', () => {
    const [start, end] = labels('2014-11-25', '2026-11-24', 204);
    expect(start).toMatchObject({ text: '25 Nov 2014', anchor: 'start' });
    expect(end).toMatchObject({ text: '24 Nov 2026', anchor: 'end' });
  });

  it('lets no label lie on another, whatever the width', () => {
    for (const width of [100, 116, 204, 400, 1200]) {
      const spans = labels('2024-11-25', '2026-11-24', width).map(({ text, x, anchor }) => {
        const wide = text.length * 5.6;
        const from = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
        return [from, from + wide] as const;
      });
      const ordered = spans.toSorted((a, b) => a[0] - b[0]);
      const covered = ordered.filter(([from], i) => i > 0 && from < ordered[i - 1]![1]);
      expect(covered).toEqual([]);
    }
  });
});

describe('an imprecise date', () => {
  it('rule 44: covers the whole day, month or year of the axis it stands on', () => {
    const month = madeRow({ at: '2021-03-01', text: '4.1', precision: 'month' });
    expect(rowTimeSpan(month, 'UTC')).toEqual([ms('2021-03-01'), ms('2021-04-01')]);
    const day = madeRow({ at: '2021-03-01', text: '4.1', precision: 'day' });
    expect(rowTimeSpan(day, 'America/Chicago')).toEqual([ms('2021-03-01T06:00Z'), ms('2021-03-02T06:00Z')]);
  });
});

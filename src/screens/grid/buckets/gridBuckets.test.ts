import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { distinctCount } from '../../../charts/reading/chartEntries.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import type { BucketUnit } from '../../../parts/screenUrls/gridUrl.ts';
import { cellEntries } from '../gridCells.ts';
import { columnHeadingOf, columnMomentText } from '../gridColumns.ts';
import { gridDataIn, gridSourceOf, visitColumnsOf, type GridData } from '../gridData.ts';
import { spokenBucket } from './bucketFacts.ts';
import { bucketSummary } from './bucketSummary.ts';
import { automaticUnit, columnCountsOf, gridBucketsOf, shiftStartsOf } from './gridBuckets.ts';

const ZONE = 'America/Chicago';
const STARTS = shiftStartsOf(['07:00', '19:00']);

type Options = { readonly starts?: readonly number[]; readonly zone?: string; readonly sinceMs?: number };

function bucketsOf(resources: readonly unknown[], unit: BucketUnit, options: Options = {}): GridData {
  const { starts = STARTS, zone = ZONE, sinceMs = Number.NaN } = options;
  const source = gridSourceOf(recordOf(resources).series, zone, READ_AT_MS);
  return gridDataIn(source, gridBucketsOf(source.sorted, { unit, starts, timeZone: zone }, sinceMs));
}

const heads = ({ moments }: GridData, zone = ZONE) =>
  moments.map((moment) => {
    const { date, time } = columnHeadingOf(moment, zone);
    return `${date} ${time}`;
  });
const heart = (time: string, value: number | string = 80, more = {}) =>
  resultInput('8867-4', value, '/min', time, more);
const faceOf = (grid: GridData, column = 0) => bucketSummary(grid.seriesRows[0]!, column)!;
const valuesOf = (entries: readonly { readonly rows: readonly { readonly value: number }[] }[]) =>
  entries.map(({ rows }) => rows[0]!.value);

describe('what one column holds', () => {
  const night = [
    heart('2026-11-19T12:59:00Z'), // 06:59
    heart('2026-11-19T13:00:00Z'), // 07:00
    heart('2026-11-20T00:59:00Z'), // 18:59
    heart('2026-11-20T01:00:00Z'), // 19:00
    heart('2026-11-20T06:30:00Z'), // it is 00:30 of the next day
  ];

  it('rule 43: a shift is on the clock of the stated zone, and a night belongs to the day before it', () => {
    expect(heads(bucketsOf(night, 'shift'))).toEqual(['18 Nov 19–07', '19 Nov 07–19', '19 Nov 19–07']);
    expect(heads(bucketsOf(night, 'shift', { zone: 'UTC' }), 'UTC')).toEqual([
      '19 Nov 07–19',
      '19 Nov 19–07',
    ]);
  });

  it('the site may have other shifts, of which one ends at half past', () => {
    const starts = shiftStartsOf(['06:30', '14:30', '22:00']);
    expect(heads(bucketsOf(night, 'shift', { starts }))).toEqual([
      '19 Nov 06:30–14:30',
      '19 Nov 14:30–22',
      '19 Nov 22–06:30',
    ]);
  });

  it('an hour and a day', () => {
    expect(heads(bucketsOf(night, 'hour'))).toEqual([
      '19 Nov 06–07',
      '19 Nov 07–08',
      '19 Nov 18–19',
      '19 Nov 19–20',
      '20 Nov 00–01',
    ]);
    expect(heads(bucketsOf(night, 'day'))).toEqual(['19 Nov 00–24', '20 Nov 00–24']);
  });

  it('rule 42: the hour that a change of clocks repeats is two hours, and a day of it is one', () => {
    const twice = [heart('2026-11-01T06:30:00Z'), heart('2026-11-01T07:30:00Z')];
    expect(bucketsOf(twice, 'hour').moments).toHaveLength(2);
    expect(bucketsOf(twice, 'day').moments).toHaveLength(1);
    expect(bucketsOf(twice, 'shift').moments).toHaveLength(1);
  });

  it('rule 44: a day, a month and an unknown time keep their own columns', () => {
    const inexact = [heart('2026-11-19'), heart('2026-11'), heart(''), ...night];
    const shown = heads(bucketsOf(inexact, 'day'));
    expect(shown).toEqual([
      'Nov month only',
      '19 Nov date only',
      '19 Nov 00–24',
      '20 Nov 00–24',
      'no date or time',
    ]);
  });

  it('no column holds results both of before and after the moment since which results are new', () => {
    const grid = bucketsOf(night, 'shift', { sinceMs: Date.parse('2026-11-19T20:00:00Z') });
    expect(heads(grid)).toEqual(['18 Nov 19–07', '19 Nov 07–19', '19 Nov from 18:59', '19 Nov 19–07']);
    expect(new Set(grid.moments.map(({ key }) => key)).size).toBe(4);
  });

  it('the title says from when to when results are there, also over midnight', () => {
    const { moments } = bucketsOf(night, 'shift');
    expect(columnMomentText(moments[2]!, ZONE)).toBe(
      '19 Nov 2026, 19:00 to 20 Nov 2026, 00:30; 2026-11-20T01:00Z to 2026-11-20T06:30Z',
    );
  });
});

describe('the unit that the grid chooses by itself', () => {
  it.each([
    ['a few visits', { result: 39, hour: 39, shift: 39, day: 39 }, 'result'],
    ['sixty visits', { result: 60, hour: 60, shift: 60, day: 60 }, 'result'],
    ['a day on a monitor', { result: 288, hour: 24, shift: 3, day: 2 }, 'hour'],
    ['five days on a monitor', { result: 1425, hour: 120, shift: 11, day: 6 }, 'shift'],
    ['six weeks on a monitor', { result: 12_000, hour: 1000, shift: 85, day: 43 }, 'day'],
    ['a stay among a hundred visits', { result: 1500, hour: 200, shift: 110, day: 106 }, 'day'],
    ['a hundred visits in twenty years', { result: 100, hour: 100, shift: 100, day: 99 }, 'result'],
  ] as const)('for %s', (_, counts, unit) => {
    expect(automaticUnit(counts)).toBe(unit);
  });

  it('is chosen by the columns that there would be', () => {
    const readings = Array.from({ length: 300 }, (_, i) =>
      heart(new Date(Date.parse('2026-11-19T20:00:00Z') + i * 300_000).toISOString()),
    );
    const source = gridSourceOf(recordOf(readings).series, ZONE, READ_AT_MS);
    const visits = visitColumnsOf(source, Number.NaN).moments.length;
    expect(columnCountsOf(source.sorted, visits, { starts: STARTS, timeZone: ZONE })).toEqual({
      result: 300,
      hour: 25,
      shift: 3,
      day: 2,
    });
  });
});

describe('a cell', () => {
  const at = (minute: number) => `2026-11-19T20:${String(minute).padStart(2, '0')}:00Z`;

  it('has the number of results, the last one and the extremes, and no mean', () => {
    const grid = bucketsOf(
      [heart(at(0), 80), heart(at(5), 122), heart(at(10), 61), heart(at(15), 90)],
      'hour',
    );
    const { count, last, highest, lowest, flagged } = faceOf(grid);
    expect([count, ...valuesOf([last, highest!, lowest!])]).toEqual([4, 90, 122, 61]);
    expect(flagged).toEqual([]);
  });

  it('shows a critical result wherever it stands, before one that lies farther out without being critical', () => {
    const grid = bucketsOf(
      [
        heart(at(0), 150, flagConcept('H')),
        heart(at(5), 136, flagConcept('HH')),
        heart(at(10), 39, flagConcept('LL')),
        heart(at(15), 80),
      ],
      'hour',
    );
    expect(valuesOf(faceOf(grid).flagged)).toEqual([136, 39]);
    expect(faceOf(grid).criticalCount).toBe(2);
  });

  it('rule 34: a preliminary result is counted and never the last, but seen if it is critical', () => {
    const grid = bucketsOf(
      [heart(at(0), 80), heart(at(5), 190, { status: 'preliminary', ...flagConcept('HH') })],
      'hour',
    );
    const { last, preliminaryCount, flagged } = faceOf(grid);
    expect([...valuesOf([last, ...flagged]), preliminaryCount]).toEqual([80, 190, 1]);
    const high = bucketsOf(
      [heart(at(0), 80), heart(at(5), 120, { status: 'preliminary', ...flagConcept('H') })],
      'hour',
    );
    expect(faceOf(high).flagged).toEqual([]);
  });

  it('rules 13, 19: a result that is not charted is counted and said', () => {
    const grid = bucketsOf([heart(at(0), 80), heart(at(5), 'too fast to count', flagConcept('AA'))], 'hour');
    const summary = faceOf(grid);
    expect([summary.unchartedCount, summary.criticalCount, summary.flagged.length]).toEqual([1, 1, 1]);
    const spoken = spokenBucket(summary, grid.seriesRows[0]!, ZONE);
    expect(spoken).toContain('1 not charted');
    expect(spoken).toContain('“too fast to count”');
  });

  it('rule 7: a blood pressure shows the side with the worse flag', () => {
    const low = { ...pressure(82, 40, at(5)), interpretation: [{ coding: [{ code: 'LL' }] }] };
    const grid = bucketsOf([pressure(120, 70, at(0)), low, pressure(124, 72, at(10))], 'hour');
    const { count, last, flagged } = faceOf(grid);
    expect([count, ...valuesOf([last, ...flagged])]).toEqual([3, 124, 82]);
  });

  it('rule 23: equal values at two times are two results, and one that was sent twice is one', () => {
    expect(faceOf(bucketsOf([heart(at(0), 80), heart(at(5), 80)], 'hour')).count).toBe(2);
    expect(faceOf(bucketsOf([heart(at(0), 80), heart(at(0), 80)], 'hour')).count).toBe(1);
    const twoPressures = bucketsOf([pressure(120, 70, at(0)), pressure(120, 70, at(5))], 'hour');
    expect(faceOf(twoPressures).count).toBe(2);
  });

  it('rule 12: it is spoken as it looks, with times, flags and counts', () => {
    const grid = bucketsOf(
      [heart(at(0), 136, flagConcept('HH')), heart(at(5), 100), heart(at(10), 82)],
      'hour',
    );
    expect(spokenBucket(faceOf(grid), grid.seriesRows[0]!, ZONE)).toBe(
      '×3 82 HH 136, 3 results: last 82 /min, no lab flag, 19 Nov 2026, 14:10; highest 136 /min, critically high, 19 Nov 2026, 14:00; lowest 82 /min, no lab flag, 19 Nov 2026, 14:10; 1 critical; 1 flagged',
    );
  });
});

test('rules 56, 58: no result is lost or counted twice, whatever a column holds', () => {
  const time = fc
    .integer({ min: 0, max: 200 })
    .map((hours) => new Date(Date.parse('2026-10-28T00:00:00Z') + hours * 3_500_000).toISOString());
  const any = fc.tuple(fc.constantFrom('8867-4', '2823-3'), fc.constantFrom(80, 4.2, 'text'), time);
  fc.assert(
    fc.property(
      fc.array(any, { maxLength: 30 }),
      fc.constantFrom<BucketUnit>('hour', 'shift', 'day'),
      (results, unit) => {
        const resources = results.map(([code, value, when]) => resultInput(code, value, '/min', when));
        const grid = bucketsOf(resources, unit);
        const all = grid.seriesRows.flatMap((row) =>
          grid.moments.flatMap((_, column) => cellEntries(row, column)),
        );
        const { series } = recordOf(resources);
        expect(all).toHaveLength(
          series.reduce((sum, { rows, listed }) => sum + rows.length + listed.length, 0),
        );
        for (const row of grid.seriesRows)
          grid.moments.forEach((_, column) => {
            const entries = cellEntries(row, column);
            expect(bucketSummary(row, column)?.count ?? 0).toBe(distinctCount(entries));
          });
      },
    ),
    { numRuns: 60 },
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BucketUnit } from '../../../parts/screenUrls/gridUrl.ts';
import { flagConcept, pressure, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { gridDataIn, gridSourceOf } from '../gridData.ts';
import { bucketTable } from './bucketCsv.ts';
import { gridBucketsOf, shiftStartsOf } from './gridBuckets.ts';

const ZONE = 'America/Chicago';
const STARTS = shiftStartsOf(['07:00', '19:00']);

/** Returns each line as an object with the names of the columns. */
function linesOf(resources: readonly unknown[], unit: BucketUnit = 'hour') {
  const source = gridSourceOf(recordOf(resources).series, ZONE, READ_AT_MS);
  const columns = gridBucketsOf(source.sorted, { unit, starts: STARTS, timeZone: ZONE }, Number.NaN);
  const { header, rows } = bucketTable(gridDataIn(source, columns), ZONE);
  const names = header.split(',');
  return rows.map((cells) => {
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
}

const at = (minute: number) => `2026-11-19T20:${String(minute).padStart(2, '0')}:00Z`;
const heart = (time: string, value: number | string, more = {}) =>
  resultInput('8867-4', value, '/min', time, more);

describe('a line of the CSV by hour, shift or day', () => {
  test('says what is doubted of the results that it names, as the cell does', () => {
    const doubtsOf = (...results: readonly object[]) => linesOf(results)[0]?.['doubts'];
    const hemolyzed = { note: [{ text: 'Specimen hemolyzed' }] };
    const potassium = (minute: number, value: number, more: object = {}) =>
      resultInput('2823-3', value, 'mmol/L', at(minute), { ...more });
    expect(doubtsOf(potassium(0, 7.4, hemolyzed), potassium(5, 4.1), potassium(10, 4.2))).toBe(
      'highest: hemolyzed',
    );
    expect(doubtsOf(potassium(0, 4.1), potassium(5, 4.2), potassium(10, 17.2))).toBe(
      '"last: check value; highest: check value"',
    );
    expect(doubtsOf(potassium(0, 4.1, hemolyzed))).toBe('last: hemolyzed');
    expect(doubtsOf(potassium(0, 4.1), potassium(5, 4.2))).toBe('');
  });

  test('counts the results of one test and names the last, the lowest and the highest with their times and flags', () => {
    const [line] = linesOf([
      heart(at(0), 150, flagConcept('H')),
      heart(at(5), 38, flagConcept('LL')),
      heart(at(10), 151, flagConcept('H')),
      heart(at(15), 88),
    ]);
    expect(line).toMatchObject({
      test: 'Heart rate',
      series: 'hr',
      unit: '/min',
      bucket_start: '2026-11-19T14:00-06:00',
      bucket_end: '2026-11-19T15:00-06:00',
      count: '4',
      last: '88',
      last_time: at(15),
      last_flag: '',
      lowest: '38',
      lowest_time: at(5),
      lowest_flag: 'LL',
      highest: '151',
      highest_time: at(10),
      highest_flag: 'H',
      flags: '"H 2; LL 1"',
      flagged: '3',
      critical: '1',
      preliminary: '0',
      not_charted: '0',
    });
  });

  test('of one result has it as last, lowest and highest', () => {
    expect(linesOf([heart(at(0), 80)])[0]).toMatchObject({
      count: '1',
      last: '80',
      lowest: '80',
      highest: '80',
    });
  });

  test('rule 34: a preliminary result is counted and is neither last, lowest nor highest', () => {
    const [line] = linesOf([
      heart(at(0), 80),
      heart(at(5), 190, { status: 'preliminary', ...flagConcept('HH') }),
    ]);
    expect(line).toMatchObject({ count: '2', last: '80', highest: '80', preliminary: '1', flags: 'HH 1' });
  });

  test('rule 59: a text is written whole, and no spreadsheet runs it', () => {
    const [line] = linesOf([heart(at(0), '=too irregular to count, auscultated')]);
    expect(line).toMatchObject({
      last: `"'=too irregular to count, auscultated"`,
      lowest: '',
      not_charted: '1',
    });
  });

  test('rule 7: a blood pressure is one line with both sides', () => {
    const lines = linesOf([pressure(120, 70, at(0)), pressure(82, 40, at(5))]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ count: '2', last: '82/40', lowest: '82/40', highest: '120/70' });
  });

  test('rule 44: a date without a time of day keeps what was sent and has no end', () => {
    const lines = linesOf([heart('2026-11-19', 80), heart('2026-11', 81), heart('', 82), heart(at(0), 83)]);
    expect(lines.map((line) => [line['bucket_start'], line['bucket_end'], line['last']])).toEqual([
      ['2026-11-19T14:00-06:00', '2026-11-19T15:00-06:00', '83'],
      ['2026-11-19', '', '80'],
      ['2026-11', '', '81'],
      ['', '', '82'],
    ]);
  });

  test('rule 42: the hour that a change of clocks repeats is two lines with two offsets', () => {
    const lines = linesOf([heart('2026-11-01T06:30:00Z', 80), heart('2026-11-01T07:30:00Z', 81)]);
    expect(lines.map((line) => [line['bucket_start'], line['bucket_end'], line['last_time']])).toEqual([
      ['2026-11-01T01:00-06:00', '2026-11-01T02:00-06:00', '2026-11-01T07:30:00Z'],
      ['2026-11-01T01:00-05:00', '2026-11-01T02:00-05:00', '2026-11-01T06:30:00Z'],
    ]);
  });

  test('rule 43: the day of a change of clocks begins and ends with another offset', () => {
    const [line] = linesOf([heart('2026-11-01T06:30:00Z', 80)], 'day');
    expect([line?.['bucket_start'], line?.['bucket_end']]).toEqual([
      '2026-11-01T00:00-05:00',
      '2026-11-02T00:00-06:00',
    ]);
  });
});

test('rule 58: the counts of all lines are those of the results, whatever a line holds', () => {
  const time = fc
    .integer({ min: 0, max: 90_000 })
    .map((minutes) => new Date(Date.parse('2026-10-28T00:00:00Z') + minutes * 60_000).toISOString());
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom('8867-4', '2823-3'), time), {
        maxLength: 40,
        selector: ([code, when]) => `${code} ${when}`,
      }),
      fc.constantFrom<BucketUnit>('hour', 'shift', 'day'),
      (results, unit) => {
        const lines = linesOf(
          results.map(([code, when], i) => resultInput(code, 4 + i, '/min', when)),
          unit,
        );
        const counted = lines.reduce((sum, line) => sum + Number(line['count']), 0);
        expect(counted).toBe(results.length);
      },
    ),
    { numRuns: 40 },
  );
});

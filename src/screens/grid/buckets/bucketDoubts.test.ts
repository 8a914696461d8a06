/** A number that may have another unit is no extreme of its hour, and is seen all the same; what is to check says so (rule 17). */
import { describe, expect, it, test } from 'vitest';
import { flagConcept, READ_AT_MS, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { cellContentOf, spokenCell, statusTag } from '../gridCells.ts';
import { gridDataIn, gridSourceOf } from '../gridData.ts';
import { bucketTable } from './bucketCsv.ts';
import { secondLineText } from './bucketExtremes.ts';
import { spokenBucket } from './bucketFacts.ts';
import { bucketSummary } from './bucketSummary.ts';
import { gridBucketsOf } from './gridBuckets.ts';

const ZONE = 'America/Chicago';
const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };
const at = (minute: number) => `2026-11-19T20:${String(minute).padStart(2, '0')}:00Z`;
const glucose = (minute: number, value: number, more: object = {}) =>
  resultInput('2345-7', value, 'mg/dL', at(minute), { ...more });
const potassium = (minute: number, value: number, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', at(minute), { ...more });

/** Returns the one cell of these results in an hour, to the eye, to a voice and in the CSV. */
function cellOf(...resources: readonly object[]) {
  const source = gridSourceOf(recordOf(resources).series, ZONE, READ_AT_MS);
  const columns = { unit: 'hour', starts: [420, 1140], timeZone: ZONE } as const;
  const grid = gridDataIn(source, gridBucketsOf(source.sorted, columns, Number.NaN));
  const [row] = grid.seriesRows;
  const { header, rows } = bucketTable(grid, ZONE);
  const cells = Object.fromEntries(header.split(',').map((name, i) => [name, rows[0]![i]]));
  const summary = bucketSummary(row!, 0)!;
  const last = statusTag(cellContentOf(summary.last, row!));
  return { last, seen: secondLineText(summary, row!), said: spokenBucket(summary, row!, ZONE), csv: cells };
}

const HOUR = [100, 101, 102, 103, 104].map((value, i) => glucose(2 * i, value));

describe('a number that may have another unit', () => {
  it('is no extreme, and is seen and said beside them', () => {
    const { seen, said, csv } = cellOf(...HOUR, glucose(5, 5.6));
    expect(seen).toBe('5.6? 100–104');
    expect(said).toContain(
      'not compared 5.6 mg/dL, no lab flag, check unit: may be mmol/L, 19 Nov 2026, 14:05',
    );
    expect(csv).toMatchObject({
      lowest: '100',
      highest: '104',
      doubts: '"not_compared: 5.6, check unit: may be mmol/L"',
    });
  });

  it('is seen once where it is the last result', () => {
    const { seen, last, csv } = cellOf(...HOUR, glucose(20, 5.6));
    expect([last, seen]).toEqual(['?', '100–104']);
    expect(csv['doubts']).toBe('last: check unit: may be mmol/L');
  });

  it('is counted where it is one of several, of which the lowest and the highest are seen', () => {
    const { seen, said } = cellOf(...HOUR, ...[5.6, 5.4, 5.9].map((value, i) => glucose(1 + 2 * i, value)));
    expect(seen).toBe('5.4? 5.9? 100–104');
    expect(said).toContain('3 to check');
  });
});

test('an extreme to check has its mark in the cell', () => {
  const results = [potassium(0, 4.1), potassium(5, 6.8, { ...HEMOLYZED, ...flagConcept('H') })];
  const flagged = cellOf(...results, potassium(10, 4.2));
  expect(flagged.seen).toBe('H 6.8?');
  expect(flagged.said).toContain('1 to check');
  expect(cellOf(potassium(0, 4.1), potassium(5, 17.2), potassium(10, 4.2)).seen).toBe('4.1–17.2?');
});

test('of equal numbers the doubt of the one that is named is told', () => {
  const text = resultInput('2823-3', 'see comment', '', at(10));
  const { csv } = cellOf(potassium(0, 6.8, HEMOLYZED), potassium(5, 6.8), text);
  expect(csv).toMatchObject({
    last: '6.8',
    lowest: '6.8',
    doubts: '"lowest: hemolyzed; highest: hemolyzed"',
  });
});

test('a cell of one result has the mark, to the eye and at the beginning of its name', () => {
  const markOf = (...resources: readonly object[]) => {
    const source = gridSourceOf(recordOf(resources).series, ZONE, READ_AT_MS);
    const [row] = gridDataIn(source, source.sorted).seriesRows;
    const summary = bucketSummary(row!, 0)!;
    return [
      statusTag(cellContentOf(summary.last, row!)),
      spokenCell(summary.entries, row!, ZONE).slice(0, 10),
    ];
  };
  expect(markOf(potassium(0, 4.1, HEMOLYZED))).toEqual(['?', '? 4.1 mmol']);
  expect(markOf(potassium(0, 17.2))).toEqual(['?', '? 17.2 mmo']);
  expect(markOf(potassium(0, 4.1, { ...HEMOLYZED, status: 'corrected' }))).toEqual(['corr. ?', 'corr. ? 4.']);
  expect(markOf(potassium(0, 4.1))).toEqual(['', '4.1 mmol/L']);
  expect(markOf(potassium(0, 4.1, { note: [{ text: 'No hemolysis' }] }))).toEqual(['', '4.1 mmol/L']);
  expect(markOf(potassium(0, 6.9, flagConcept('HH')))).toEqual(['', 'HH 6.9 mmo']);
  expect(markOf(resultInput('2823-3', 'hemolyzed, not measured', '', at(0)))[0]).toBe('');
});

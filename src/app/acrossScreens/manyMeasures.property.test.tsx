// @vitest-environment happy-dom
import fc from 'fast-check';
import { cleanup, render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { parseKeepingNumbers } from '../../fhir/parseKeepingNumbers.ts';
import { noteFacts } from '../../parts/export/noteFacts.ts';
import { recordCsv } from '../../record/export/csv.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { bucketTable } from '../../screens/grid/buckets/bucketCsv.ts';
import { spokenBucket } from '../../screens/grid/buckets/bucketFacts.ts';
import { bucketSummary } from '../../screens/grid/buckets/bucketSummary.ts';
import { gridBucketsOf, shiftStartsOf } from '../../screens/grid/buckets/gridBuckets.ts';
import { cellEntries, spokenCell } from '../../screens/grid/gridCells.ts';
import { gridDataIn, gridSourceOf, type GridData } from '../../screens/grid/gridData.ts';
import { InOpenRecord, TEST_TIME_ZONE } from '../../testing/InOpenRecord.tsx';
import { marlowe } from '../../testing/patientFixture.ts';
import { csvCellsOf } from '../../testing/readRecordFixture.ts';
import { emptyFlowsheet, READ_AT_MS } from '../../testing/recordFixture.ts';
import { JumpLine } from '../jump/JumpLine.tsx';
import { testTargets } from '../jump/recordTargets.ts';
import { FORBIDDEN, SENT_RECORDS, type SentRecord, type SentMeasurement } from './manyMeasuresFixture.ts';

// These measures are easily taken for each other. Each stays apart, and nothing is lost, added or shown as another.

type Line = Readonly<Record<string, string>>;

const COLUMNS = { starts: shiftStartsOf(['07:00', '19:00']), timeZone: TEST_TIME_ZONE };
const UNITS = ['hour', 'shift', 'day'] as const;

function recordFrom({ pages, hidePreliminary }: SentRecord): RecordSnapshot {
  const sheet = emptyFlowsheet({ hidePreliminary });
  for (const page of pages) {
    const parsed = parseKeepingNumbers(page);
    sheet.take(Array.isArray(parsed) ? parsed : []);
  }
  return { ...sheet.snapshot(), searches: [], ended: true, complete: true, readAtMs: READ_AT_MS };
}

const csvOf = (record: RecordSnapshot): string =>
  recordCsv(record, marlowe, { zone: TEST_TIME_ZONE, readAt: 'now', incomplete: undefined });

function accountErrors({ account }: RecordSnapshot, sent: SentRecord): string[] {
  const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
  return [
    received === sent.receivedCount ? '' : `received ${received} of ${sent.receivedCount}`,
    received === drawn + listed + withdrawn + excluded + duplicate ? '' : 'the account does not add up',
    drawn + listed === sent.results.length ? '' : `${drawn} and ${listed} of ${sent.results.length}`,
    excluded === sent.excludedCount ? '' : `excluded ${excluded} of ${sent.excludedCount}`,
  ];
}

function lineErrors(lines: readonly Line[], { results }: SentRecord): string[] {
  const byId = new Map(lines.map((line) => [line['observation_id'], line]));
  return [
    lines.length === results.length ? '' : `${lines.length} lines of ${results.length}`,
    ...results.map(({ id, at, status, value, unit, flag, isHidden }) => {
      const line = byId.get(id);
      const told = `${line?.['comparator']}${line?.['value']} ${line?.['unit']}`;
      const isRight =
        line?.['effective'] === at &&
        line['status'] === status &&
        (isHidden || (told.trim() === `${value} ${unit}`.trim() && line['flag'] === flag));
      return isRight ? '' : `${id} is ${told} ${line?.['flag']} and was ${value} ${unit} ${flag}`;
    }),
  ];
}

/** A curve and the table below it hold one measure. */
function joinErrors(lines: readonly Line[], { results }: SentRecord): string[] {
  const measureOf = new Map<string, number>();
  const byId = new Map(lines.map((line) => [line['observation_id'], line]));
  return results.map(({ id, measure }) => {
    const series = byId.get(id)?.['series'] ?? '';
    const known = measureOf.get(series) ?? measure;
    measureOf.set(series, measure);
    return known === measure ? '' : `${series} joins the measures ${known} and ${measure}`;
  });
}

const isCritical = ({ flag, isHidden }: SentMeasurement): boolean => flag.length === 2 && !isHidden;

function cellErrors(grid: GridData, { results }: SentRecord): string[] {
  const byId = new Map(results.map((one) => [one.id, one]));
  let count = 0;
  const errors = grid.seriesRows.flatMap((row) =>
    grid.moments.flatMap((_, column) => {
      const entries = cellEntries(row, column);
      const summary = bucketSummary(row, column);
      if (!summary) return [];
      count += entries.length;
      const isSummedUp = summary.count > 1;
      const said = isSummedUp
        ? spokenBucket(summary, row, TEST_TIME_ZONE)
        : spokenCell(entries, row, TEST_TIME_ZONE);
      // A result that was sent again stands behind its copy, which is told of.
      const own = entries.flatMap(({ index, isRepeat, rows: [{ id }] }) => {
        const one = isRepeat ? undefined : byId.get(id);
        return one ? [{ ...one, isCharted: index >= 0 }] : [];
      });
      const [charted, listed] = [true, false].map((is) => own.filter(({ isCharted }) => isCharted === is));
      const finals = charted!.filter(({ status }) => status !== 'preliminary');
      const extremes = [...said.matchAll(/(?:highest|lowest) ([<>=]*[\d.]+)/g)].map(([, value]) => value);
      return [
        own.some(isCritical) && !/critical/.test(said) ? `a critical result is not in ${said}` : '',
        isSummedUp && finals.some(({ kind }) => kind === 'limit') && !/\d limits?/.test(said)
          ? `a limit is not in ${said}`
          : '',
        ...extremes.map((value) =>
          listed!.some((one) => one.value === value) && !charted!.some((one) => one.value === value)
            ? `${value} is not charted and an extreme in ${said}`
            : '',
        ),
        FORBIDDEN.test(said) ? `a hidden value is in ${said}` : '',
      ];
    }),
  );
  return [count === results.length ? '' : `${count} results in cells of ${results.length}`, ...errors];
}

function gridErrors(record: RecordSnapshot, sent: SentRecord): string[] {
  const source = gridSourceOf(record.series, TEST_TIME_ZONE, READ_AT_MS);
  return UNITS.flatMap((unit) => {
    const grid = gridDataIn(source, gridBucketsOf(source.sorted, { unit, ...COLUMNS }, Number.NaN));
    const table = bucketTable(grid, TEST_TIME_ZONE).rows.flat().join('\n');
    return [...cellErrors(grid, sent), FORBIDDEN.test(table) ? `a hidden value by ${unit}` : ''];
  });
}

/** Returns the lines of the search, each with its unseen words. */
function searchTexts(record: RecordSnapshot): string[] {
  const { container } = render(
    <InOpenRecord record={record} nowMs={READ_AT_MS}>
      {testTargets(record.series).map((target) => (
        <JumpLine
          key={target.key}
          id={target.key}
          target={target}
          isActive={false}
          onChoose={() => undefined}
        />
      ))}
    </InOpenRecord>,
  );
  const texts = [...container.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);
  cleanup();
  return texts;
}

function hiddenErrors(record: RecordSnapshot): string[] {
  const site = { patient: marlowe, timeZone: TEST_TIME_ZONE, nowMs: READ_AT_MS, siteLabel: 'General' };
  const texts = {
    csv: csvOf(record),
    note: JSON.stringify(noteFacts({ record, ...site }).lines),
    search: searchTexts(record).join(),
  };
  return Object.entries(texts).map(([where, text]) =>
    FORBIDDEN.test(text) ? `a hidden value: ${where}` : '',
  );
}

function errorsOf(sent: SentRecord): string[] {
  const record = recordFrom(sent);
  const lines = csvCellsOf(csvOf(record));
  return [
    ...accountErrors(record, sent),
    ...lineErrors(lines, sent),
    ...joinErrors(lines, sent),
    ...gridErrors(record, sent),
    ...hiddenErrors(record),
  ].filter(Boolean);
}

test('rules 10, 18, 20, 33, 34: measures, units, limits and hidden values keep apart on account, CSV, grid, note and search', () => {
  fc.assert(
    fc.property(SENT_RECORDS, (sent) => {
      expect(errorsOf(sent)).toEqual([]);
    }),
    { numRuns: 40, seed: 20_261_129 },
  );
});

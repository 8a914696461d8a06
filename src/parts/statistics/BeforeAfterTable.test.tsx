// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { seriesOfResults, type SentResult } from '../../testing/readSeriesFixture.ts';
import { BeforeAfterTable } from './BeforeAfterTable.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(cleanup);

const span = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2026-11-01T00:00:00Z') };

/** Returns the cells of the one row: before, after, difference, and what was left out. */
function cellsOf(sent: readonly SentResult[]) {
  const strips = seriesOfResults(sent).map((series) => ({
    series,
    partner: undefined,
    name: 'Potassium',
  }));
  const momentMs = Date.parse('2026-06-01T00:00:00Z');
  render(
    <InOpenRecord timeZone="UTC">
      <BeforeAfterTable {...{ strips, span, momentMs }} complete />
    </InOpenRecord>,
  );
  return screen.getAllByRole('cell').map(({ textContent }) => textContent);
}

const by = (text: string, more: object = {}) => ({ method: { text }, ...more });

test('rule 18: no difference is made across a method, and what was left out says why', () => {
  expect(
    cellsOf([
      { at: '2026-05-01T08:00:00Z', value: '4.3', more: by('Jaffe') },
      { at: '2026-05-02T08:00:00Z', value: '4.3', more: by('Jaffe') },
      { at: '2026-07-01T08:00:00Z', value: '4.1', more: by('enzymatic') },
      { at: '2026-07-02T08:00:00Z', value: '4.1', more: by('enzymatic') },
    ]),
  ).toEqual(['none counted', '4.1 mmol/L 2 results in 31 days', '–', '2 by another method']);
});

test('rule 23: the same result sent twice counts once, and is counted as left out', () => {
  expect(
    cellsOf([
      { at: '2026-05-01T08:00:00Z', value: '4.0' },
      { at: '2026-05-01T08:00:00Z', value: '4.0', more: { identifier: [{ value: 'again' }] } },
      { at: '2026-05-02T08:00:00Z', value: '5.0' },
      { at: '2026-07-01T08:00:00Z', value: '5.0' },
    ]),
  ).toEqual(['4.5 mmol/L 2 results in 31 days', '5.0 mmol/L 1 result in 30 days', '↑0.5', '1 duplicate']);
});

test('rules 17 and 22: a side says how many of its results are to check', () => {
  expect(
    cellsOf([
      { at: '2026-05-01T08:00:00Z', value: '4.0' },
      { at: '2026-05-02T08:00:00Z', value: '6.0', more: { note: [{ text: 'Specimen hemolyzed' }] } },
      { at: '2026-07-01T08:00:00Z', value: '17.2' },
    ]),
  ).toEqual([
    '5.0 mmol/L 2 results, 1 to check, in 31 days',
    '17.2 mmol/L 1 result, 1 to check, in 30 days',
    '↑12.2',
    '',
  ]);
});

test('without any result on a side there is none, and no difference', () => {
  expect(cellsOf([{ at: '2026-07-01T08:00:00Z', value: '5.0' }])).toEqual([
    'no results',
    '5.0 mmol/L 1 result in 30 days',
    '–',
    '',
  ]);
});

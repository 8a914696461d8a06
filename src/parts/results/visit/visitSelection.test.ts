import { expect, test } from 'vitest';
import { madeSeries } from '../../../testing/seriesFixture.ts';
import { seriesEntryOf } from '../tileLayout.ts';
import { listedByVisit } from './listedByVisit.ts';
import { visitSelection } from './visitSelection.ts';

const window = { startMs: Date.parse('2026-08-26T13:00:00Z'), endMs: Date.parse('2026-08-27T05:00:00Z') };
const during = { at: '2026-08-26T14:00:00Z', text: '4.9' };
const before = { at: '2026-08-24T14:00:00Z', text: '4.4' };
const entry = (id: string, rows: Parameters<typeof madeSeries>[0]) =>
  seriesEntryOf(madeSeries(rows, { id, name: id }));

test('a visit shows the tests with a result of it, however few, and leaves the others out', () => {
  const entries = [entry('k', [before, during]), entry('na', [during]), entry('tsh', [before])];
  const { sparklines, brief, outside } = visitSelection(entries, window);
  expect(sparklines.map(({ id }) => id)).toEqual(['k', 'na']);
  expect(brief).toEqual([]);
  expect(outside.map(({ id }) => id)).toEqual(['tsh']);
});

test('a pinned test keeps its tile', () => {
  const pinned = { ...entry('tsh', [before]), group: 'Pinned' };
  expect(visitSelection([pinned], window).sparklines).toEqual([pinned]);
});

test('a result that is not charted is a result of the visit', () => {
  const inside = { ...entry('k', [before]), series: { ...madeSeries([before], { id: 'k' }) } };
  const withText = {
    ...inside,
    series: { ...inside.series, listed: madeSeries([{ at: during.at, text: '4.9' }], { id: 'k' }).rows },
  };
  expect(visitSelection([withText], window).brief).toEqual([withText]);
  const { here, elsewhere } = listedByVisit([withText, inside], window);
  expect([here, elsewhere]).toEqual([[withText], [inside]]);
});

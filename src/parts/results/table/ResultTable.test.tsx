// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartEntriesOf, type ChartEntry } from '../../../charts/reading/chartEntries.ts';
import { trendRow, trendSeries } from '../../../testing/trendFixture.ts';
import { ResultTable, ROW_PX, visibleRows } from './ResultTable.tsx';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';

afterEach(cleanup);

test('the window of rows covers what is seen and stays inside the table', () => {
  expect(visibleRows(300, 0, 480)).toEqual({ from: 0, to: 300 });
  for (const scrollTop of [0, 1_000, 500_000, 100_000 * ROW_PX]) {
    const { from, to } = visibleRows(100_000, scrollTop, 480);
    const first = Math.min(Math.floor(scrollTop / ROW_PX), 99_999);
    expect(from).toBeLessThanOrEqual(first);
    expect(to).toBeGreaterThanOrEqual(Math.min(100_000, first + 21));
    expect(to - from).toBeLessThan(120);
  }
});

test('rule 58: 100,000 results are all in the count and reached by scroll, few are in the page', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => trendRow(new Date(i * 60_000).toISOString(), '4.1'));
  const series = trendSeries(rows);
  const { all } = chartEntriesOf(series);
  const onSelect = vi.fn<(entry: ChartEntry) => void>();
  render(
    <InOpenRecord timeZone="UTC">
      <ResultTable entries={all} series={series} name="Potassium" selected={undefined} onSelect={onSelect} />
    </InOpenRecord>,
  );
  const table = screen.getByRole('table');
  expect(table.getAttribute('aria-rowcount')).toBe('100001');
  const box = screen.getByRole('group');
  box.scrollTop = 50_000 * ROW_PX;
  fireEvent.scroll(box);
  const rowIndexes = screen.getAllByRole('row').map((line) => Number(line.getAttribute('aria-rowindex')));
  expect(rowIndexes).toContain(50_002);
  expect(rowIndexes.length).toBeLessThan(130);
  fireEvent.keyDown(box, { key: 'End' });
  expect(onSelect).toHaveBeenLastCalledWith(all.at(-1));
});

test('rule 58: paper has the newest 300 of more results, wherever the table was scrolled, and counts the others', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => trendRow(new Date(i * 60_000).toISOString(), '4.1'));
  const series = trendSeries(rows);
  render(
    <InOpenRecord timeZone="UTC">
      <ResultTable
        entries={chartEntriesOf(series).all}
        series={series}
        name="Potassium"
        selected={undefined}
        onSelect={() => undefined}
      />
    </InOpenRecord>,
  );
  const box = screen.getByRole('group');
  box.scrollTop = 500 * ROW_PX;
  fireEvent.scroll(box);
  const indexes = () =>
    screen.getAllByRole('row').flatMap((line) => Number(line.getAttribute('aria-rowindex')) || []);
  expect(indexes()).toContain(502);
  dispatchEvent(new Event('beforeprint'));
  expect(indexes().slice(-300)).toEqual(Array.from({ length: 300 }, (_, i) => i + 2));
  expect(screen.getByText(/^700 more results are not in this print/)).toBeDefined();
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(indexes()).toContain(502);
});

describe('the table shows the selected result', () => {
  /** Draws a table of so many results and returns what selects one from outside, and which row is selected now. */
  function tableOf(count: number) {
    vi.useFakeTimers();
    const rows = Array.from({ length: count }, (_, i) => trendRow(new Date(i * 60_000).toISOString(), '4.1'));
    const series = trendSeries(rows);
    const { all } = chartEntriesOf(series);
    const table = (selected: ChartEntry | undefined) => (
      <InOpenRecord timeZone="UTC">
        <ResultTable entries={all} series={series} name="Potassium" selected={selected} onSelect={select} />
      </InOpenRecord>
    );
    const { rerender } = render(table(undefined));
    function select(entry: ChartEntry | undefined): void {
      rerender(table(entry));
    }
    const selectedRow = () => document.querySelector('[aria-selected="true"]')?.getAttribute('data-place');
    return { all, select, selectedRow };
  }
  afterEach(() => vi.useRealTimers());

  test('at once where it has few', () => {
    const { all, select, selectedRow } = tableOf(300);
    select(all[7]);
    expect(selectedRow()).toBe('7');
  });

  test('of many when the pointer over the chart rests', () => {
    const { all, select, selectedRow } = tableOf(1000);
    for (const place of [3, 5, 7]) {
      select(all[place]);
      act(() => void vi.advanceTimersByTime(90));
      expect(selectedRow()).toBeUndefined();
    }
    act(() => void vi.advanceTimersByTime(100));
    expect(selectedRow()).toBe('7');
    select(undefined);
    act(() => void vi.advanceTimersByTime(100));
    expect(selectedRow()).toBeUndefined();
  });

  test('of many at once where it was chosen in the table, and each key goes on from there', () => {
    const { selectedRow } = tableOf(1000);
    const box = screen.getByRole('group');
    for (const place of ['0', '1', '2']) {
      fireEvent.keyDown(box, { key: 'ArrowDown' });
      expect(selectedRow()).toBe(place);
    }
  });
});

test('rule 59: a range that is cut gives its whole text', () => {
  const rangeText = '12 g/dL–15.5 g/dL (Female); 13.5 g/dL–17.5 g/dL (Male)';
  const series = trendSeries([
    trendRow('2026-02-07T10:00:00Z', '12.7', { rangeLow: '', rangeHigh: '', rangeText }),
  ]);
  render(
    <InOpenRecord timeZone="UTC">
      <ResultTable
        entries={chartEntriesOf(series).all}
        series={series}
        name="Hemoglobin"
        selected={undefined}
        onSelect={() => undefined}
      />
    </InOpenRecord>,
  );
  expect(document.querySelector(`[data-tooltip="“${rangeText}”"]`)!.textContent).toBe(`“${rangeText}”`);
});

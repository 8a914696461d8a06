// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Row } from '../clinical/row.ts';
import type { Series } from '../clinical/series.ts';
import { TrendChart } from './TrendChart.tsx';
import { entriesOf } from './trendEntries.ts';
import { row, seriesOf } from './trendFixture.ts';

afterEach(cleanup);

const WIDTH = 860;
const PLOT = { left: 44, right: WIDTH - 116 };
const DAY = 86_400_000;

function show(
  series: Series,
  onFocus = vi.fn<(index: number, byKey: boolean) => void>(),
  focusIndex?: number,
) {
  const { drawn } = entriesOf(series);
  const window = { fromMs: series.timesMs[0]!, toMs: series.timesMs.at(-1)! };
  const view = render(
    <TrendChart
      series={series}
      drawn={drawn}
      window={window}
      width={WIDTH}
      height={304}
      timeZone="UTC"
      focusIndex={focusIndex}
      onFocus={onFocus}
      complete
    />,
  );
  return { ...view, onFocus, line: view.container.querySelector('.recharts-curve')?.getAttribute('d') ?? '' };
}

const monthly = (values: readonly string[], start = 0): Row[] =>
  values.map((text, i) => row(new Date((start + i) * 30 * DAY).toISOString(), text));

test('rule 6: a gap gives two segments, and a segment is made of M and L alone', () => {
  const rows = [...monthly(['4.1', '4.2', '4.0']), ...monthly(['4.4', '4.5'], 60)];
  const { line } = show(seriesOf(rows));
  expect(line.match(/M/g)).toHaveLength(2);
  expect(line.replaceAll(/[\d.,\s-]/g, '')).toMatch(/^[ML]+$/);
});

test('rule 1: distance is time', () => {
  const rows = [
    row('2024-01-01T00:00:00Z', '4'),
    row('2024-01-02T00:00:00Z', '4'),
    row('2024-07-01T00:00:00Z', '4'),
  ];
  const { line } = show(seriesOf(rows));
  const [a = 0, b = 0, c = 0] = [...line.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
  expect(a).toBeCloseTo(PLOT.left, 0);
  expect(c).toBeCloseTo(PLOT.right, 0);
  expect((b - a) / (c - a)).toBeCloseTo(1 / 182, 3);
});

test('rule 20: the line does not pass a limit', () => {
  const { line, container } = show(seriesOf(monthly(['24', '26', '<12', '28', '29']), [], { axis: [0, 40] }));
  expect(line.match(/M/g)).toHaveLength(2);
  expect(container.querySelectorAll('[data-mark]')).toHaveLength(5);
});

test('rules 3, 4: the axis has name and unit, and says when its range is not the fixed one', () => {
  const { container } = show(seriesOf(monthly(['4.1', '9.0'])));
  expect(container.querySelector('figcaption')?.textContent).toContain('Potassium (mmol/L)');
  expect(screen.getByText('scale extended')).toBeTruthy();
  const texts = [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  expect(texts).toContain('9');
});

test('rule 28: a changed range is a second step and is said', () => {
  const wide = { rangeHigh: '5.1', band: { low: 3.5, high: 5.1, fromText: false } };
  const rows = [
    row('2021-01-01T00:00:00Z', '4.1', wide),
    row('2022-03-16T00:00:00Z', '4.2'),
    row('2022-09-16T00:00:00Z', '4.2'),
  ];
  show(seriesOf(rows));
  expect(screen.getByText('range changed 16 Mar 2022: 3.5–5.1 to 3.5–5.0')).toBeTruthy();
  expect(screen.getByText('range sent 3.5–5.0')).toBeTruthy();
});

test('rule 30: a limit read from a text says so', () => {
  const text = {
    rangeLow: '',
    rangeHigh: '',
    rangeText: '<5',
    band: { low: undefined, high: 5, fromText: true },
  };
  const rows = [
    row('2021-01-01T00:00:00Z', '4.1', text),
    row('2022-01-01T00:00:00Z', '4.1', text),
    row('2022-06-01T00:00:00Z', '4.2'),
  ];
  show(seriesOf(rows));
  expect(screen.getByText('upper limit 5, from the lab’s text “<5”')).toBeTruthy();
});

test('rule 8: of many results the line is thinned, says so, and keeps every flag', () => {
  const rows = Array.from({ length: 3_000 }, (_, i) =>
    row(new Date(i * 300_000).toISOString(), i % 500 === 250 ? '6.1H' : String(4 + (i % 10) / 10)),
  );
  const { container, line } = show(seriesOf(rows));
  expect(screen.getByText(/^drawn from 3,000 readings/)).toBeTruthy();
  expect(container.querySelectorAll('[data-mark="H"]')).toHaveLength(6);
  expect(container.querySelector('[data-series]')?.getAttribute('data-count')).toBe('3000');
  expect(line.match(/[ML]/g)?.length).toBeLessThan(4 * WIDTH);
});

test('rule 12: a pointer reads the nearest result, by touch as well', () => {
  const { onFocus } = show(seriesOf(monthly(['4.1', '4.2', '4.0'])));
  const field = screen.getByRole('slider');
  const middle = (PLOT.left + PLOT.right) / 2;
  fireEvent.pointerMove(field, { clientX: middle + 3, clientY: 200 });
  expect(onFocus).toHaveBeenLastCalledWith(1, false);
  fireEvent.pointerDown(field, { clientX: PLOT.right, clientY: 200, pointerType: 'touch' });
  expect(onFocus).toHaveBeenLastCalledWith(2, true);
});

test('the result in focus has a cursor and a ring on its point', () => {
  const { container } = show(seriesOf(monthly(['4.1', '4.2', '4.0'])), undefined, 1);
  const ring = container.querySelector('circle[r="10"]');
  expect(Number(ring?.getAttribute('cx')) + PLOT.left - 4).toBeCloseTo((PLOT.left + PLOT.right) / 2, 0);
});

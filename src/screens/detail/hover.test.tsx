// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { detailRecord, pressureRows, showDetail } from './detailFixture.tsx';

const counter = await vi.hoisted(async () =>
  (await import('../../testing/renderCounter.ts')).createRenderCounter(),
);

afterEach(cleanup);

const HOUR_MS = 3_600_000;
const START_MS = Date.parse('2026-10-01T06:00:00Z');

/** Returns so many results, one an hour, of which every fifth is high. */
const hourly = (count: number) =>
  trendSeries(
    Array.from({ length: count }, (_, i) =>
      trendRow(new Date(START_MS + i * HOUR_MS).toISOString(), i % 5 === 0 ? '5.8H' : '4.4'),
    ),
  );

/** These say something of all results, so that each costs as much as there are results. */
const OF_ALL_RESULTS = ['DetailHead', 'TrendPlot', 'TrendMarks', 'TrendLegend', 'ResultHead'];

test.each([
  ['few results', [hourly(12)], '#series=k'],
  ['more results than the chart has pixels', [hourly(1_300)], '#series=k'],
  ['a blood pressure', pressureRows(['84', '92']), '#series=bp-sys'],
])('a pointer over the chart of %s reads one after another and draws nothing of all anew', async (...row) => {
  const [, series, fragment] = row;
  const { chart, container } = await showDetail({ record: detailRecord(series) }, fragment);
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 640, 304);
  const read = () => container.querySelector('[data-place][aria-selected="true"]')?.textContent;
  const texts = new Set<string | undefined>();
  fireEvent.pointerMove(chart, { clientX: 60, clientY: 150, pointerType: 'mouse' });
  counter.reset();
  for (const clientX of [90, 320, 480, 540]) {
    fireEvent.pointerMove(chart, { clientX, clientY: 150, pointerType: 'mouse' });
    texts.add(chart.getAttribute('aria-valuetext') ?? read());
  }
  expect(texts.size).toBeGreaterThan(1);
  const drawn = counter.counts();
  expect(OF_ALL_RESULTS.map((name) => [name, drawn.get(name) ?? 0])).toEqual(
    OF_ALL_RESULTS.map((name) => [name, 0]),
  );
});

test.each([1, 2, 3])('the table selects the result under a pointer (%i)', async (place) => {
  const { chart, container } = await showDetail({ record: detailRecord([hourly(40)]) });
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 640, 304);
  fireEvent.pointerMove(chart, { clientX: place * 120, clientY: 150, pointerType: 'mouse' });
  const position = Number(chart.getAttribute('aria-valuenow'));
  const row = container.querySelector('[data-place][aria-selected="true"]');
  // The table has the newest result first.
  expect(Number(row?.getAttribute('data-place'))).toBe(40 - position);
});

const potassium = trendSeries([
  trendRow('2026-04-22T14:05:00Z', '4.6'),
  trendRow('2026-08-25T14:05:00Z', '5.4H'),
  trendRow('2026-10-29T14:05:00Z', '7.0HH'),
  trendRow('2026-11-12T14:10:00Z', '6.1~'),
]);

async function showChart(series = [potassium], fragment = '#series=k') {
  const { chart, container } = await showDetail({ record: detailRecord(series) }, fragment);
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 640, 304);
  const label = () => container.querySelector('[data-point-label]')?.textContent;
  return { chart, container, label };
}

test('rule 12: keys, pointer and tap show value, unit, flag and date at the point itself', async () => {
  const { chart, label } = await showChart();
  expect(label()).toBeUndefined();
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(label()).toBe('4.6 mmol/L22 Apr 2026, 09:05');
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(label()).toBe('H 5.4 mmol/L25 Aug 2026, 09:05');
  fireEvent.pointerMove(chart, { clientX: 44, clientY: 150, pointerType: 'mouse' });
  expect(label()).toContain('4.6 mmol/L');
  fireEvent.pointerDown(chart, { clientX: 466, clientY: 40, pointerType: 'touch', isPrimary: true });
  expect(label()).toBe('HH 7.0 mmol/L29 Oct 2026, 09:05');
});

test('rule 13: the label at a point is no further symbol of the chart', async () => {
  const { chart, container, label } = await showChart();
  const symbols = () => container.querySelectorAll('figure [data-mark]').length;
  const before = symbols();
  expect(before).toBe(4);
  chart.focus();
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) {
    fireEvent.keyDown(chart, { key });
    expect(label()).toBeDefined();
    expect(symbols()).toBe(before);
  }
});

test('rule 34: a preliminary result is called so at its point', async () => {
  const { chart, label } = await showChart();
  fireEvent.keyDown(chart, { key: 'End' });
  expect(label()).toBe('6.1 mmol/L12 Nov 2026, 08:10, preliminary');
});

test('rule 7: a blood pressure has both numbers at its bar', async () => {
  const { chart, label } = await showChart(pressureRows(['84', '92']), '#series=bp-sys');
  fireEvent.keyDown(chart, { key: 'End' });
  expect(label()).toMatch(/\d+\/92 mmHg/);
});

test('rule 2: the chart has the lines of the years and months that go on through the events below it', async () => {
  const { chart } = await showChart();
  const grid = chart.querySelector('[data-time-grid]')?.getAttribute('d') ?? '';
  expect(grid.match(/M/g)?.length).toBeGreaterThan(3);
});

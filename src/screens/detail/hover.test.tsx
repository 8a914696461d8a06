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

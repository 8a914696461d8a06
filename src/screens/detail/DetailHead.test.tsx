// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { potassiumRows, READING, detailRecord, showDetail, spoken } from './detailFixture.tsx';
import { pressure, recordOf as readRecord } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rules 13, 24, 34: the headline has the latest final result and the change, never the preliminary one', async () => {
  const { container } = await showDetail({ record: detailRecord([potassiumRows()]) });
  const head = screen.getByRole('heading', { name: 'Potassium' }).parentElement?.textContent;
  expect(head).toContain('5.8 mmol/L');
  expect(head).toContain('latest final result');
  expect(head).toContain('↑0.4 from 5.4 mmol/L');
  expect(head).toContain('7 results: 4 charted, 1 preliminary, 1 text result, 1 not charted');
  expect(head).toContain('Complete. Loaded 24 Nov 2026, 14:05 CST');
  const chart = container.querySelector('[data-series="k"]');
  expect(chart?.getAttribute('data-count')).toBe('5');
  expect(chart?.getAttribute('data-latest')).toBe('5.8');
  expect(chart?.querySelector('[data-accounting]')?.getAttribute('data-listed')).toBe('2');
});

test('rules 37, 39: while the record is not complete there is no latest, no change and no count of all', async () => {
  const { container, chart } = await showDetail({ record: detailRecord([potassiumRows()], READING) });
  const head = screen.getByRole('heading', { name: 'Potassium' }).parentElement?.textContent;
  expect(head).toContain('newest loaded so far');
  expect(head).not.toContain('latest');
  expect(head).not.toContain('↑');
  expect(container.querySelector('[data-latest]')).toBeNull();
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe(
    '5.4 millimoles per litre, high. 29 October 2026. Result 3 of 5 loaded so far.',
  );
});

test('rule 37: a record that ended incomplete carries the mark', async () => {
  const { container } = await showDetail({ record: detailRecord([potassiumRows()], { complete: false }) });
  expect(container.querySelector('[data-notice="incomplete"]')?.textContent).toBe('incomplete');
  expect(container.textContent).not.toContain('latest');
});

const headOf = (name: string) => screen.getByRole('heading', { name }).parentElement?.textContent;

test('rules 20 and 24: no arrow over a limit that it was not counted from', async () => {
  const rows = [
    trendRow('2026-11-10T14:00:00Z', '12'),
    trendRow('2026-11-11T14:00:00Z', '<5'),
    trendRow('2026-11-12T14:00:00Z', '9'),
  ];
  await showDetail({ record: detailRecord([trendSeries(rows)]) });
  expect(headOf('Potassium')).toContain('was <5 mmol/L');
  expect(headOf('Potassium')).not.toMatch(/[↑↓]/);
});

test('rule 17: a newer result that cannot be drawn is said beside the newest number', async () => {
  const rows = [trendRow('2026-11-12T14:00:00Z', '4.1')];
  const text = listedRow('2026-11-13T14:00:00Z', '7.9, hemolyzed, called', { reason: 'text' });
  await showDetail({ record: detailRecord([trendSeries(rows, [text])]) });
  expect(headOf('Potassium')).toContain(
    'latest final result chartedNewer, not charted: 7.9, hemolyzed, called, 13 Nov 2026',
  );
});

test('rules 23 and 24: a blood pressure that was sent twice is not the one before itself', async () => {
  const all = [
    pressure(150, 90, '2026-11-10T14:00:00Z'),
    pressure(134, 72, '2026-11-12T14:00:00Z'),
    pressure(134, 72, '2026-11-12T14:00:00Z'),
  ];
  await showDetail({ record: detailRecord(readRecord(all).series) }, '#series=bp-sys');
  expect(headOf('Blood pressure')).toContain('↓16/↓18 from 150/90 mmHg');
});

// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { detailRecord, pressureRows, showDetail } from './detailFixture.tsx';

afterEach(cleanup);

const potassium = trendSeries([
  trendRow('2026-04-22T14:05:00Z', '4.6'),
  trendRow('2026-08-25T14:05:00Z', '5.4H'),
  trendRow('2026-10-29T14:05:00Z', '7.0HH'),
  trendRow('2026-11-12T14:10:00Z', '6.1~'),
]);

async function show(series = [potassium], fragment = '#series=k') {
  const { chart, container } = await showDetail({ record: detailRecord(series) }, fragment);
  chart.getBoundingClientRect = () => new DOMRect(0, 0, 640, 304);
  return { chart, label: () => container.querySelector('[data-point-label]')?.textContent };
}

test('rule 12: keys, pointer and tap show value, unit, flag and date at the point itself', async () => {
  const { chart, label } = await show();
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

test('rule 34: a preliminary result is called so at its point', async () => {
  const { chart, label } = await show();
  fireEvent.keyDown(chart, { key: 'End' });
  expect(label()).toBe('6.1 mmol/L12 Nov 2026, 08:10, preliminary');
});

test('rule 7: a blood pressure has both numbers at its bar', async () => {
  const { chart, label } = await show(pressureRows(['84', '92']), '#series=bp-sys');
  fireEvent.keyDown(chart, { key: 'End' });
  expect(label()).toMatch(/\d+\/92 mmHg/);
});

test('rule 2: the chart has the lines of the years and months that go on through the events below it', async () => {
  const { chart } = await show();
  const grid = chart.querySelector('[data-time-grid]')?.getAttribute('d') ?? '';
  expect(grid.match(/M/g)?.length).toBeGreaterThan(3);
});

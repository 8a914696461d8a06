// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { NOW, pressureRows, READING, detailRecord, showDetail } from './detailFixture.tsx';
import type { ViewWindow } from '../../parts/timeWindow/useTimeWindow.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  location.hash = '';
});

const WHOLE = { startMs: Date.parse('2014-12-03T14:05:00Z'), endMs: Date.parse('2026-11-24T15:40:00Z') };
const onChoose = vi.fn<(choice: string) => void>();

const viewOf = (visible: ViewWindow['visible']): ViewWindow => ({
  ...viewOfAll,
  ...(visible && { whole: WHOLE, visible, choice: '2y' }),
  onChoose,
});

type Shown = { readonly record: RecordSnapshot; readonly window?: ViewWindow['visible'] };

function show({ record, window }: Shown, fragment: string) {
  onChoose.mockClear();
  return showDetail({ record, view: viewOf(window) }, fragment);
}

const statistics = (container: HTMLElement) => container.querySelector('[data-statistics]')?.textContent;

const potassium = () =>
  trendSeries(
    [
      trendRow('2014-12-03T14:05:00Z', '4.2'),
      trendRow('2026-01-20T13:15:00Z', '4.6'),
      trendRow('2026-03-20T13:15:00Z', '4.6'),
      trendRow('2026-05-20T13:15:00Z', '<4.0'),
      trendRow('2026-10-29T13:05:00Z', '5.4H'),
      trendRow('2026-11-12T14:10:00Z', '5.8H'),
      trendRow('2026-11-24T15:40:00Z', '5.3H~'),
    ],
    [listedRow('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' })],
  );

const LAST_YEAR = { startMs: Date.parse('2025-11-25T00:00:00Z'), endMs: WHOLE.endMs };

test('under the chart stand count, median, lowest and highest of the window, and what was not counted', async () => {
  const { container } = await show({ record: detailRecord([potassium()]), window: LAST_YEAR }, '#series=k');
  expect(statistics(container)).toBe(
    'In this window: 4 results in mmol/L, median 5.0, lowest 4.6 (first on 20 Jan 2026), ' +
      'highest 5.8 (12 Nov 2026); 1 limit, 1 preliminary and 1 without a point not counted.',
  );
  expect(container.textContent).toContain('1 older result not shown.');
});

test('in a window of hours the lowest and the highest have their time', async () => {
  const series = trendSeries([
    trendRow('2026-11-24T08:00:00Z', '4.6'),
    trendRow('2026-11-24T14:30:00Z', '5.1'),
  ]);
  const { container } = await show({ record: detailRecord([series]) }, '#series=k');
  expect(statistics(container)).toBe(
    'In this window: 2 results in mmol/L, median 4.85, lowest 4.6 (24 Nov 2026, 02:00), ' +
      'highest 5.1 (24 Nov 2026, 08:30).',
  );
});

test('rule 7: of a blood pressure both sides have their own', async () => {
  const record = detailRecord(pressureRows(['74', '75']));
  const { container } = await show({ record }, '#series=bp-dia');
  expect(statistics(container)).toBe(
    'In this window: 2 systolic results in mmHg, median 142, lowest 136 (12 Nov 2026), highest 148 (24 Nov 2026). ' +
      '2 diastolic results in mmHg, median 74.5, lowest 74 (12 Nov 2026), highest 75 (24 Nov 2026).',
  );
  expect(screen.queryByRole('button', { name: 'Lines off' })).toBeNull();
});

test('rules 37, 39: while the record is not complete nothing is said of lowest and highest but why', async () => {
  const { container, unmount } = await show({ record: detailRecord([potassium()], READING) }, '#series=k');
  expect(statistics(container)).toBe('Median, lowest and highest follow when all is read.');
  unmount();
  const failed = await show({ record: detailRecord([potassium()], { complete: false }) }, '#series=k');
  expect(statistics(failed.container)).toBe(
    'No median, lowest or highest: the record could not be read completely.',
  );
});

const lone = (id: string, name: string, more: Partial<Series> = {}) =>
  trendSeries([trendRow('2026-11-12T14:10:00Z', '5.8')], [], { id, analyteId: id, name, ...more });

const three = () => [lone('na', 'Sodium'), lone('k', 'Potassium'), lone('cl', 'Chloride')];

test('from a result lead links to the one before and after in the clinical order, and to compare it', async () => {
  await show({ record: detailRecord(three()) }, '#series=k');
  const target = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  expect(target(/Previous result: Sodium/)).toBe('#series=na');
  expect(target(/Next result: Chloride/)).toBe('#series=cl');
  expect(target(/Compare with others/)).toBe('#compare=k');
});

test('the first and the last result have one neighbour', async () => {
  const { unmount } = await show({ record: detailRecord(three()) }, '#series=na');
  expect(screen.queryByRole('link', { name: /Previous result/ })).toBeNull();
  unmount();
  await show({ record: detailRecord(three()) }, '#series=cl');
  expect(screen.queryByRole('link', { name: /Next result/ })).toBeNull();
});

test('up and down arrow keys walk from chart to chart, and the focus stays in the chart', async () => {
  const { chart } = await show({ record: detailRecord(three()) }, '#series=na');
  expect(document.activeElement?.textContent).toBe('Sodium');
  chart.focus();
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Potassium/);
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Chloride/ });
  expect(location.hash).toBe('#series=cl');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Potassium');
});

test('a walk to a result without a chart ends at its name', async () => {
  const words = trendSeries([], [listedRow('2026-01-14T14:20:00Z', 'POSITIVE', { reason: 'coded' })], {
    id: 'x',
    name: 'Culture',
  });
  const { chart } = await show({ record: detailRecord([lone('k', 'Potassium'), words]) }, '#series=k');
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  expect(await screen.findByRole('heading', { name: 'Culture' })).toBe(document.activeElement);
});

const pressed = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

test('rules 4, 5: scale and lines are turned by buttons, the address keeps it, and the next result has none of it', async () => {
  const { container, chart } = await show({ record: detailRecord(three()) }, '#series=na&window=2y');
  expect(screen.queryByRole('button', { name: 'Log scale' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Fit the scale' }));
  fireEvent.click(screen.getByRole('button', { name: 'Lines off' }));
  expect(location.hash).toBe('#series=na&window=2y&look=fit-points');
  expect([pressed('Fit the scale'), pressed('Lines off')]).toEqual(['true', 'true']);
  expect(container.querySelector('figcaption')?.textContent).toContain('re-scaled');
  fireEvent.click(screen.getByRole('button', { name: 'Lines off' }));
  expect(location.hash).toBe('#series=na&window=2y&look=fit');
  fireEvent.keyDown(chart, { key: 'ArrowDown' });
  await screen.findByRole('slider', { name: /^Potassium/ });
  expect(pressed('Fit the scale')).toBe('false');
  expect(container.querySelector('figcaption')?.textContent).not.toContain('re-scaled');
});

test('rule 4: a log scale is offered where the catalog allows it, and is off where a result is 0', async () => {
  const of = (values: readonly string[]) =>
    trendSeries(
      values.map((text, i) => trendRow(`2026-0${i + 1}-12T14:10:00Z`, text)),
      [],
      { id: 'uacr', analyteId: 'uacr', name: 'Urine albumin/creatinine', axis: [0, 450] },
    );
  const { container, unmount } = await show({ record: detailRecord([of(['24', '356'])]) }, '#series=uacr');
  fireEvent.click(screen.getByRole('button', { name: 'Log scale' }));
  expect(container.querySelector('figcaption')?.textContent).toContain('log scale');
  unmount();
  await show({ record: detailRecord([of(['24', '0'])]) }, '#series=uacr');
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Log scale' });
  expect([button.disabled, button.title]).toEqual([true, 'No log scale: a result is 0 or less']);
});

test('rule 8: a thinned chart offers every point, and a chart with room for all does not', async () => {
  const many = trendSeries(
    Array.from({ length: 400 }, (_, i) =>
      trendRow(new Date(NOW - (400 - i) * 300_000).toISOString(), `${4 + (i % 10) / 10}`),
    ),
  );
  const { container, unmount } = await show({ record: detailRecord([many]) }, '#series=k');
  const marks = () => container.querySelectorAll('figure [data-mark]').length;
  expect(marks()).toBeLessThan(400);
  fireEvent.click(screen.getByRole('button', { name: 'Every point' }));
  expect(marks()).toBe(400);
  expect(pressed('Every point')).toBe('true');
  unmount();
  await show({ record: detailRecord([potassium()]) }, '#series=k');
  expect(screen.queryByRole('button', { name: 'Every point' })).toBeNull();
});

test('a drag over the chart sets the window of the app, within the record', async () => {
  const { chart } = await show({ record: detailRecord([potassium()]), window: LAST_YEAR }, '#series=k');
  chart.setPointerCapture = () => undefined;
  const held = { isPrimary: true, pointerId: 1, clientY: 100 };
  fireEvent.pointerDown(chart, { ...held, clientX: 284, buttons: 1 });
  fireEvent.pointerMove(chart, { ...held, clientX: 900, buttons: 1 });
  fireEvent.pointerUp(chart, { ...held, clientX: 900 });
  // The plot is 480 pixels wide and begins at 44: its second half is the newest half of the window.
  expect(onChoose).toHaveBeenCalledOnce();
  const choice = onChoose.mock.calls[0]?.[0] ?? '';
  expect(choice).toMatch(/^[\d.]+d$/);
  expect(Number.parseFloat(choice)).toBeCloseTo((WHOLE.endMs - LAST_YEAR.startMs) / 2 / DAY_MS, 0);
});

test('Escape during a drag stays on the screen', async () => {
  const { chart } = await show({ record: detailRecord([potassium()]) }, '#series=k');
  chart.setPointerCapture = () => undefined;
  const held = { isPrimary: true, pointerId: 1, clientY: 100, buttons: 1 };
  fireEvent.pointerDown(chart, { ...held, clientX: 100 });
  fireEvent.pointerMove(chart, { ...held, clientX: 200 });
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(location.hash).toBe('#series=k');
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(location.hash).toBe('');
});

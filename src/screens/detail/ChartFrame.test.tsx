// @vitest-environment happy-dom
import { cleanup, configure, fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { detailRecord, LAST_YEAR, potassiumOfYears, showDetail, viewOf } from './detailFixture.tsx';
import { DAY_MS } from '../../clinical/time/durations.ts';

// A lazily loaded part may take long on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('a drag over the chart sets the window of the app, within the record', async () => {
  const onChoose = vi.fn<(choice: string) => void>();
  const { chart } = await showDetail({
    record: detailRecord([potassiumOfYears()]),
    view: viewOf(LAST_YEAR, onChoose),
  });
  chart.setPointerCapture = () => undefined;
  const held = { isPrimary: true, pointerId: 1, clientY: 100 };
  fireEvent.pointerDown(chart, { ...held, clientX: 284, buttons: 1 });
  fireEvent.pointerMove(chart, { ...held, clientX: 900, buttons: 1 });
  fireEvent.pointerUp(chart, { ...held, clientX: 900 });
  // The plot is 480 pixels wide and begins at 44: its second half is the newest half of the window.
  expect(onChoose).toHaveBeenCalledOnce();
  const choice = onChoose.mock.calls[0]?.[0] ?? '';
  expect(choice).toMatch(/^[\d.]+d$/);
  expect(Number.parseFloat(choice)).toBeCloseTo((LAST_YEAR.endMs - LAST_YEAR.startMs) / 2 / DAY_MS, 0);
});

test('Escape during a drag stays on the screen', async () => {
  const { chart } = await showDetail({ record: detailRecord([potassiumOfYears()]) });
  chart.setPointerCapture = () => undefined;
  const held = { isPrimary: true, pointerId: 1, clientY: 100, buttons: 1 };
  fireEvent.pointerDown(chart, { ...held, clientX: 100 });
  fireEvent.pointerMove(chart, { ...held, clientX: 200 });
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(location.hash).toBe('#series=k');
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(location.hash).toBe('');
});

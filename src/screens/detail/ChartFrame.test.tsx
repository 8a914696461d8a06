// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  cellsOf,
  DetailApp,
  detailRecord,
  LAST_YEAR,
  potassiumOfYears,
  showDetail,
  tableRowsShown,
  viewOf,
} from './detailFixture.tsx';
import { pressureWith, recordOf } from '../../testing/recordFixture.ts';
import {
  PRESSURE_RANGES,
  lineHeightsIn,
  pressuresWithRanges,
  pressuresWithoutRanges,
  pressureWithWideRanges,
  pressureWithOneRange,
  svgTextsIn,
} from '../../testing/pressureRangesFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

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

describe('rule 28: the ranges sent with a blood pressure', () => {
  it('are lines at the edges of each side in the chart, with their names, told apart without colour', async () => {
    const { container } = await showDetail({ record: pressuresWithRanges }, '#series=bp-sys');
    const [upper, lower] = ['systolic', 'diastolic'].map((side) =>
      container.querySelector(`[data-band="${side}"]`),
    );
    const heights = [...lineHeightsIn(upper!), ...lineHeightsIn(lower!)];
    expect(heights).toHaveLength(4);
    // From the top down the limits are 140, 90, 85 and 60.
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(upper!.getAttribute('class')).not.toBe(lower!.getAttribute('class'));
    expect(svgTextsIn(container)).toContain('systolic reference range 90–140');
    expect(svgTextsIn(container)).toContain('diastolic reference range 60–85');
    expect(screen.getByText(/^lines: reference ranges, systolic solid, diastolic dotted/)).toBeTruthy();
  });

  it('that changed are said with both, of the side where they did', async () => {
    const changed = recordOf([
      pressureWith([136, 74], PRESSURE_RANGES, '2026-03-12T14:00:00Z'),
      pressureWith(
        [148, 78],
        [
          [90, 130],
          [60, 85],
        ],
        '2026-09-24T15:20:00Z',
      ),
    ]);
    const { container } = await showDetail({ record: changed }, '#series=bp-sys');
    expect(svgTextsIn(container)).toContain('systolic range changed 24 Sep 2026: 90–140 to 90–130');
    expect(svgTextsIn(container).filter((words) => words?.startsWith('diastolic'))).toEqual([
      'diastolic reference range 60–85',
    ]);
  });

  it('are never written over each other, where only a lower limit changed twice', async () => {
    const lower = recordOf([
      pressureWith([136, 74], PRESSURE_RANGES, '2026-03-12T14:00:00Z'),
      pressureWith([140, 76], [[92, 140], PRESSURE_RANGES[1]], '2026-09-18T15:20:00Z'),
      pressureWith([148, 78], [[95, 140], PRESSURE_RANGES[1]], '2026-09-24T15:20:00Z'),
    ]);
    const { container } = await showDetail({ record: lower }, '#series=bp-sys');
    const heights = [...container.querySelectorAll('svg text')]
      .filter(({ textContent }) => textContent.startsWith('systolic range changed'))
      .map((word) => Number(word.getAttribute('y')));
    expect(heights).toHaveLength(2);
    expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(12);
  });

  it('stand in the reading and in the table', async () => {
    const { chart } = await showDetail({ record: pressuresWithRanges }, '#series=bp-sys');
    fireEvent.keyDown(chart, { key: 'End' });
    expect(screen.getByText('Reference range systolic 90–140, diastolic 60–85')).toBeTruthy();
    expect(cellsOf(tableRowsShown()[0])).toContain('systolic 90–140, diastolic 60–85');
  });

  it('of one side alone are drawn on that side alone', async () => {
    const { container } = await showDetail({ record: pressureWithOneRange }, '#series=bp-sys');
    expect(container.querySelector('[data-band="diastolic"]')).toBeNull();
  });

  it('rule 31: that were not sent are not drawn, and the scale is not called extended for them', async () => {
    const { container } = await showDetail({ record: pressuresWithoutRanges }, '#series=bp-sys');
    expect(container.querySelector('[data-band]')).toBeNull();
    expect(svgTextsIn(container).filter((words) => words?.includes('range'))).toEqual([]);
  });

  it('rule 4: beyond the fixed scale extend it, drawn and said', async () => {
    const { container } = await showDetail({ record: pressureWithWideRanges }, '#series=bp-sys');
    expect(screen.getByText('scale extended')).toBeTruthy();
    expect(lineHeightsIn(container.querySelector('[data-band="systolic"]'))).toHaveLength(2);
    expect(lineHeightsIn(container.querySelector('[data-band="diastolic"]'))).toHaveLength(2);
  });
});

test('a chart that has the expected width is drawn once before it is painted', async () => {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1366);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1334);
  const phases: string[] = [];
  location.hash = '#series=k';
  render(
    <Profiler id="detail" onRender={(_, phase) => phases.push(phase)}>
      <DetailApp record={detailRecord([potassiumOfYears()])} />
    </Profiler>,
  );
  await screen.findByRole('slider', { name: /result/ });
  vi.restoreAllMocks();
  expect(phases).not.toContain('nested-update');
});
